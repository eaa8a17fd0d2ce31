"""Items as CSL has them, whatever a reference manager's file gives: plain text, names in parts, dates in numbers."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ingest.model import Csl
from ingest.words.datelines import YEAR, date_in
from ingest.words.names import is_body
from ingest.words.person import PARTICLES

_NAMES = """
author editor translator director composer recipient interviewer collection-editor container-author editorial-director
original-author reviewed-author
"""
_DATES = "issued accessed event-date original-date submitted available-date"

_RESOLVER = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_MARKUP = re.compile(r"</?(?:i|b|em|strong|sc|sup|sub|span)\b[^<>]*>")
"""What reference managers set in titles, and pandoc around capitals that had braces; a title is plain text here."""
_OTHERS = re.compile(r"(?:and\s|&\s)?(?:others|et\.? al\.?|u\.\s?a\.|etc\.?)", re.IGNORECASE)
"""Where a person should stand: "Doe, John and others"."""
_SUFFIX = re.compile(r"(?P<given>[^,]*),\s*(?P<suffix>(?:Jr|Sr)\.?|I{2,3}|IV)")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].*)?")
_RIS = re.compile(r"(\d{4})/(\d{1,2})?(?:/(\d{1,2})?)?(?:/.*)?")
"""Year, month, day and other words, each of which may be left out: "2015/03/04/Spring"."""
_RANGE = re.compile(rf"({YEAR}(?:-\d\d){{0,2}})\s*/\s*({YEAR}(?:-\d\d){{0,2}})|({YEAR})\s*[-–—]\s*({YEAR})")
_YEAR = re.compile(rf"\b{YEAR}\b")


def sound(csl: Csl) -> dict[str, Any]:
    """The item with names, dates and words as CSL 1.0.2 has them, and without what is none of these."""
    item: dict[str, Any] = {}
    for field, value in csl.items():
        if field in _NAMES.split():
            item[field] = list(_names(value))
        elif field in _DATES.split():
            item[field] = _date(value)
        elif isinstance(value, str):
            plain = html.unescape(_MARKUP.sub("", value)).strip()
            item[field] = _RESOLVER.sub("", plain) if field == "DOI" else plain
        else:
            item[field] = value
    return {field: value for field, value in item.items() if value not in (None, "", [], {})}


def name_of(text: str) -> dict[str, Any]:
    """A name with a comma is a person's, family name first, one without is a body's; so is "United Nations, OCHA"."""
    family, comma, given = (part.strip() for part in text.partition(","))
    if not comma or is_body(text):
        return {"literal": text.strip()}
    return _in_parts({"family": family, "given": given} if given else {"family": family})


def date_of(text: str) -> dict[str, Any]:
    """A date as somebody typed it: the whole of it or of its range, else its year, else its words."""
    if ends := _RANGE.fullmatch(text.strip()):
        first, last = (_numbers(end) for end in ends.groups() if end)
        return {"date-parts": [first, last]}
    if parts := _numbers(text):
        return {"date-parts": [parts]}
    if told := date_in(text):
        return dict(told)
    if year := _YEAR.search(text):
        return {"date-parts": [[int(year[0])]]}
    return {"literal": text}


def _numbers(text: str) -> list[int]:
    """Year, month and day; Zotero writes months and days that are not known as 00."""
    found = _ISO.fullmatch(text.strip()) or _RIS.fullmatch(text.strip())
    return [int(part) for part in found.groups() if part and int(part)] if found else []


def _date(value: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        return date_of(str(value)) if value else {}
    ends = [_leading(end) for end in value.get("date-parts") or () if isinstance(end, Sequence)]
    if any(ends):
        return {**value, "date-parts": [end for end in ends if end]}
    text = str(value.get("raw") or value.get("literal") or "")
    return date_of(text) if text else {}


def _leading(parts: Sequence[Any]) -> list[int]:
    """The numbers that a date begins with, also where they are told as words."""
    made: list[int] = []
    for part in parts:
        if not re.fullmatch(r"-?\d+", str(part).strip()):
            break
        made.append(int(part))
    return made


def _names(value: Any) -> Iterator[dict[str, Any]]:
    for one in [value] if isinstance(value, str | Mapping) else value or ():
        name = name_of(one) if isinstance(one, str) else {part: said for part, said in one.items() if said}
        whole = str(name.get("literal") or ("" if name.get("given") else name.get("family", "")))
        if name and not _OTHERS.fullmatch(whole.strip()):
            yield _in_parts(name)


def _in_parts(name: Mapping[str, Any]) -> dict[str, Any]:
    """A person's particle and suffix apart: "van der" of "van der Lijn", "Jr." of "John, Jr."."""
    parts = dict(name)
    if parts.get("family") and (found := _SUFFIX.fullmatch(str(parts.get("given", "")))):
        parts |= found.groupdict()
    words = str(parts.get("family", "")).split()
    small = next((at for at, word in enumerate(words) if word not in PARTICLES), 0)
    if small and "non-dropping-particle" not in parts:
        parts |= {"non-dropping-particle": " ".join(words[:small]), "family": " ".join(words[small:])}
    return parts
