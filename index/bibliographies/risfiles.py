"""RIS files as CSL items."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from index.bibliographies.items import Item
from index.bibliographies.sound import name_of

_TYPES: Mapping[str, str] = {
    "BILL": "bill",
    "BLOG": "post-weblog",
    "BOOK": "book",
    "CASE": "legal_case",
    "CHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "DATA": "dataset",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "GOVDOC": "report",
    "HEAR": "hearing",
    "JFULL": "article-journal",
    "JOUR": "article-journal",
    "LEGAL": "legislation",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "PCOMM": "personal_communication",
    "RPRT": "report",
    "STAT": "legislation",
    "THES": "thesis",
    "UNPB": "article",
}
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "primary_title"),
    "title-short": ("short_title",),
    "container-title": ("secondary_title", "journal_name", "alternate_title3"),
    "collection-title": ("tertiary_title",),
    "volume": ("volume",),
    "issue": ("number",),
    "edition": ("edition",),
    "DOI": ("doi",),
    "publisher": ("publisher",),
    "publisher-place": ("place_published",),
    "language": ("language",),
    "abstract": ("abstract", "notes_abstract"),
    "genre": ("type_of_work",),
    "issued": ("date", "year", "publication_year"),
    "accessed": ("access_date",),
}
"""By variable of CSL, the names that rispy gives to RIS's tags; of several the first counts."""
_NAMES: Mapping[str, tuple[str, ...]] = {
    "author": ("authors", "first_authors"),
    "editor": ("secondary_authors",),
    "collection-editor": ("tertiary_authors",),
}
_END = "ER  -"
_IN_PERIODICALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_BOOKS = frozenset({"book", "chapter", "thesis"})


def ris_items(text: str, name: str) -> list[Item]:
    """The entries of a RIS file."""
    import rispy

    # The last entry of a file that was cut has no end, and rispy would leave it out.
    whole = text if text.rstrip().endswith(_END) else f"{text.rstrip()}\n{_END} "
    return [_item(entry, name) for entry in rispy.loads(whole)]


def _item(entry: Mapping[str, Any], name: str) -> Item:
    kind = _TYPES.get(entry["type_of_reference"], "document")
    csl: dict[str, Any] = {"type": kind}
    for field, tags in _FIELDS.items():
        csl[field] = next((entry[tag] for tag in tags if entry.get(tag)), None)
    for role, tags in _NAMES.items():
        csl[role] = next((list(map(name_of, entry[tag])) for tag in tags if entry.get(tag)), None)
    # One tag holds what a journal's, a book's and a report's number are.
    number = "ISSN" if kind in _IN_PERIODICALS else "ISBN" if kind in _BOOKS else "number"
    csl[number] = entry.get("issn")
    if number == "number":
        csl[number] = csl[number] or csl.pop("issue") or entry.get("note")
    if kind == "legal_case":
        csl |= _case(entry)
    csl["page"] = "–".join(str(entry[end]) for end in ("start_page", "end_page") if entry.get(end))
    csl["URL"] = next(iter(entry.get("urls") or ()), None)
    files = [entry[field] for field in ("file_attachments1", "file_attachments2") if entry.get(field)]
    flat = [str(one) for file in files for one in (file if isinstance(file, list) else [file])]
    return Item(
        key=str(entry.get("id") or ""),
        csl=csl,
        files=tuple(_path(file) for file in flat),
        read_from=name,
        tags=tuple(str(word) for word in entry.get("keywords") or ()),
    )


def _case(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Reporter, court and docket number, which Zotero and EndNote write as A2, PB and SV."""
    reporter = next(iter(entry.get("secondary_authors") or ()), None) or entry.get("secondary_title")
    docket = next(iter(entry.get("unknown_tag", {}).get("SV") or ()), None) or entry.get("issn")
    court = {"authority": entry.get("publisher"), "publisher": None}
    return {"container-title": reporter, "editor": None, "number": docket, **court}


def _path(file: str) -> str:
    """A path; an address of a file has its blanks as %20."""
    return unquote(file.removeprefix("file://")) if file.startswith("file://") else file
