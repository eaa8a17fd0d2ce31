"""RIS files as CSL items."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from index.bibliographies.items import Item

_RIS_TYPES = {
    "JOUR": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "BOOK": "book",
    "CHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "RPRT": "report",
    "THES": "thesis",
    "ELEC": "webpage",
    "LEGAL": "legislation",
    "DATA": "dataset",
}
_RIS_FIELDS = {
    "secondary_title": "container-title",
    "journal_name": "container-title",
    "volume": "volume",
    "number": "issue",
    "doi": "DOI",
    "publisher": "publisher",
    "place_published": "publisher-place",
    "issn": "ISSN",
    "language": "language",
    "abstract": "abstract",
}


def ris_items(text: str, name: str) -> list[Item]:
    """The entries of a RIS file."""
    import rispy

    return [_ris_item(entry, name) for entry in rispy.loads(text)]


def _ris_item(entry: Mapping[str, Any], name: str) -> Item:
    csl: dict[str, Any] = {"type": _RIS_TYPES.get(entry["type_of_reference"], "document")}
    csl |= {ours: entry[theirs] for theirs, ours in _RIS_FIELDS.items() if entry.get(theirs)}
    csl["title"] = entry.get("title") or entry.get("primary_title") or ""
    authors = entry.get("authors") or entry.get("first_authors") or []
    csl["author"] = [_ris_name(author) for author in authors]
    date = re.match(r"\d{4}", str(entry.get("year") or entry.get("publication_year") or entry.get("date") or ""))
    if date:
        csl["issued"] = {"date-parts": [[int(date[0])]]}
    ends = [str(entry[end]) for end in ("start_page", "end_page") if entry.get(end)]
    if ends:
        csl["page"] = "–".join(ends)
    if entry.get("urls"):
        csl["URL"] = entry["urls"][0]
    files = [entry[field] for field in ("file_attachments1", "file_attachments2") if entry.get(field)]
    flat = [str(one) for file in files for one in (file if isinstance(file, list) else [file])]
    return Item(
        key=str(entry.get("id") or ""),
        csl={field: value for field, value in csl.items() if value},
        files=tuple(_path(file) for file in flat),
        read_from=name,
        tags=tuple(str(word) for word in entry.get("keywords") or ()),
    )


def _ris_name(author: str) -> dict[str, str]:
    """A name with a comma is a person's (RIS writes family name first), one without is a body's."""
    family, comma, given = author.partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma else {"literal": author.strip()}


def _path(file: str) -> str:
    """A path; an address of a file has its blanks as %20."""
    return unquote(file.removeprefix("file://")) if file.startswith("file://") else file
