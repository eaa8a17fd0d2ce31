"""RIS, which every reference manager reads; written by rispy."""

from collections.abc import Mapping
from typing import Any

from index.names import year_of
from ingest.model import Csl
from ui.export.selection import PAGE_RANGE, Selection, Work
from ui.fields import name_typed

TYPES: Mapping[str, str] = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "hearing": "HEAR",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "STAT",
    "paper-conference": "CPAPER",
    "personal_communication": "PCOMM",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}
"""The reference types of RIS (https://en.wikipedia.org/wiki/RIS_(file_format)#Type_of_reference); all else is GEN."""

_FIELDS: Mapping[str, str] = {
    "title": "title",
    "title-short": "short_title",
    "container-title": "secondary_title",
    "collection-title": "tertiary_title",
    "publisher": "publisher",
    "publisher-place": "place_published",
    "volume": "volume",
    "issue": "number",
    "edition": "edition",
    "DOI": "doi",
    "language": "language",
    "abstract": "abstract",
    "genre": "type_of_work",
}


_NUMBERED = frozenset({"bill", "hearing", "legislation"})
"""What has its number in M1."""


def write(selection: Selection, style: str) -> bytes:  # noqa: ARG001 - data are in no style
    """An entry for each work."""
    import rispy

    class Writer(rispy.RisWriter):  # type: ignore[misc]
        DEFAULT_MAPPING = rispy.RisWriter.DEFAULT_MAPPING | {"SV": "docket"}

        def set_header(self, count: int) -> str:  # noqa: ARG002
            return ""  # a file of RIS begins with TY; rispy would number the entries

    return str(rispy.dumps([_entry(work) for work in selection.works], implementation=Writer)).encode()


def _entry(work: Work) -> dict[str, Any]:
    csl = work.csl
    entry: dict[str, Any] = {"type_of_reference": TYPES.get(str(csl.get("type")), "GEN"), "id": work.key}
    entry |= {theirs: str(csl[ours]) for ours, theirs in _FIELDS.items() if csl.get(ours)}
    for role, theirs in (("author", "authors"), ("editor", "secondary_authors")):
        if csl.get(role):
            entry[theirs] = [_name(name) for name in csl[role]]
    if csl.get("type") == "legal_case":
        entry = {**{name: value for name, value in entry.items() if name != "secondary_title"}, **_case(csl)}
    # Zotero and EndNote keep the number of a report where journals have their ISSN.
    elif number := csl.get("number") or csl.get("ISSN") or csl.get("ISBN"):
        entry["note" if csl.get("type") in _NUMBERED else "issn"] = str(number)
    if csl.get("URL"):
        entry["urls"] = [str(csl["URL"])]
    pages = PAGE_RANGE.split(str(csl.get("page") or ""), maxsplit=1)
    entry |= {name: end.strip() for name, end in zip(("start_page", "end_page"), pages, strict=False) if end.strip()}
    if read := _ymd(csl.get("accessed")):
        entry["access_date"] = "/".join(read)
    return {**entry, **_date(csl)}


def _case(csl: Csl) -> dict[str, Any]:
    """Reporter, court and docket number where Zotero and EndNote keep them: A2, PB and SV."""
    said = {
        "secondary_authors": [str(csl["container-title"])] if csl.get("container-title") else None,
        "publisher": csl.get("authority"),
        "docket": csl.get("number"),
    }
    return {name: value for name, value in said.items() if value}


def _date(csl: Csl) -> dict[str, str]:
    """The year, and where more is known the date as RIS writes it: 2015/06/17/."""
    parts = _ymd(csl.get("issued"))
    if len(parts) < 3:
        return {"year": str(year_of(csl))} if year_of(csl) else {}
    return {"year": parts[0], "date": "/".join(parts)}


def _ymd(date: Any) -> list[str]:
    """Year, month and day, what is not known empty, and after them nothing else; no item where no month is known."""
    parts = ((date or {}).get("date-parts") or [[]])[0]
    numbers = [f"{int(part):02}" for part in parts]
    return [*numbers, *[""] * (4 - len(numbers))] if len(numbers) > 1 else []


def _name(name: Mapping[str, Any]) -> str:
    """Family name first; a body as catalogues have it, "United Nations. Security Council": a comma makes a person."""
    return str(name["literal"]).replace(", ", ". ") if name.get("literal") else name_typed(name)
