"""The first page of a United Nations document: organ, symbol, date, and the report's own title.

Masthead, session and agenda item stand before the title, "Report of the Secretary-General" after it. A covering letter
("Letter dated ... addressed to the President of the Security Council") is not what is cited: its annex's title is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from math import inf
from typing import Any

from ingest.description.groups import Group, body_size, groups
from ingest.description.people import cells
from ingest.description.titlepage import is_label
from ingest.description.wording import wording
from ingest.pdf.raw import Line, RawPage
from ingest.words.datelines import date_in
from ingest.words.unsymbols import UnDocument, is_symbol, un_documents

_HEAD = 0.3
"""Share of the first page's height within which the masthead ends."""
_DISPLAY = 1.5
"""Points above the text's size that set titles of UN papers since the 1990s; before, all was typed in one size."""
_ANNEX_WITHIN = 6
"""Pages after a covering letter in which its annex begins."""
_SHORT = 48
"""Characters of the longest line of a masthead."""
_NUMBERED = re.compile(r"(?:[IVX]+|[A-Z]|\d+)\.(?:\s|$)")
_SUPPLEMENT = re.compile(r"\s+(?:Addendum|Corrigendum|Additif|Rectificatif)\W*$")
"""On the line below "Report of the Secretary-General"; the symbol says so, too."""
_CUT_SHORT = re.compile(r"\b(?:of|by|from|the|de|du|la|par)$", re.IGNORECASE)
"""What OCR has left of "Report of the Secretary-General" where it lost the rest of the line."""
_RUNNING = 0.12
"""Share of a page's height within which its running head stands."""
_HEADS = 8
"""Pages whose running heads are looked at."""
_DAY = re.compile(r"(?P<day>\d\d)/(?P<month>\d\d)/(?P<year>(?:19|20)\d\d)")
"""As verbatim records print it beside their symbol: "06/12/2018"."""
_WORDS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class UnPaper:
    """What the first page of a UN document says of it."""

    title: str
    csl: dict[str, Any]
    read_from: str = "title page"


def read(pages: Sequence[RawPage]) -> UnPaper | None:
    """Read the first page as a UN document's; None where it is none."""
    if not pages or not pages[0].lines:
        return None
    page = pages[0]
    top = [line for line in page.lines if line.baseline < _HEAD * page.height and len(line.text.strip()) <= _SHORT]
    told = " ".join(line.text.strip() for line in sorted(top, key=lambda line: (round(line.baseline), line.box[0])))
    names = [line.text.strip() for line in top if line.box[0] < page.width / 2]
    # Alone on its line, or a word on each of two lines; an article may well name the United Nations at its top.
    organisation = wording("un", "organisation")
    if not any(organisation.fullmatch(name) for name in (*names, *map(" ".join, pairwise(names)))):
        return _without_masthead(pages)
    symbol = _symbol(pages, told)
    if symbol is None:
        return None
    right = " ".join(line.text.strip() for line in top if line.box[0] > page.width / 2)
    title, genre = _title(pages)
    csl: dict[str, Any] = {
        "type": "legislation" if "/RES/" in f"/{symbol.symbol}/" else "report",
        "title": title,
        "author": [{"literal": _author(page)}],
        "number": _printed(symbol, top),
        "publisher": "United Nations",
    }
    if genre and genre != title:
        csl["note" if wording("un", "adopted").fullmatch(genre) else "genre"] = genre
    # A letter's own day, or that of the meeting that adopted it, where none stands in the masthead.
    if date := date_in(right) or date_in(told) or date_in(genre):
        csl["issued"] = dict(date)
    return UnPaper(title, csl)


def _without_masthead(pages: Sequence[RawPage]) -> UnPaper | None:
    """A paper whose first page is missing, by the symbol that stands alone in the head of each page; else None."""
    heads = [{cell.strip() for line in page.lines if _in_head(line, page) for cell in cells(line)} for page in pages]
    heads = [head for head in heads[:_HEADS] if head]
    alone = [cell for cell in (set.intersection(*heads) if len(heads) > 1 else ()) if is_symbol(cell)]
    found = un_documents(alone[0]) if len(alone) == 1 else []
    if not found or (found[0].start, found[0].end) != (0, len(alone[0])):
        return None
    number = alone[0]
    author = [{"literal": "United Nations"}]
    csl: dict[str, Any] = {
        "type": "report", "title": number, "author": author, "number": number, "publisher": "United Nations"
    }  # fmt: skip
    if day := next(filter(None, map(_DAY.fullmatch, set.intersection(*heads))), None):
        csl["issued"] = {"date-parts": [[int(day["year"]), int(day["month"]), int(day["day"])]]}
    return UnPaper(number, csl, "running head or imprint")


def _symbol(pages: Sequence[RawPage], told: str) -> UnDocument | None:
    """The symbol of the masthead, or what the running heads say where a scan spoils it."""
    first = un_documents(told)
    heads = [un_documents(_head(page)) for page in pages[1:8]]
    repeated = [found[0] for found in heads if found]
    if first and (not repeated or any(first[0].symbol.startswith(head.symbol) for head in repeated)):
        return first[0]
    return max(repeated, key=lambda head: [each.symbol for each in repeated].count(head.symbol), default=None)


def _printed(symbol: UnDocument, top: Sequence[Line]) -> str:
    """The symbol with all that is printed with it: "S/RES/2771 (2025)", "A/81/6 (Sect. 26)/Part A"."""
    lines = (line.text.strip().rstrip("* ") for line in top)
    bare = "-".join((symbol.symbol, *symbol.other))
    return next((line for line in lines if line.startswith(symbol.symbol) and len(line) <= _SHORT), bare)


def _head(page: RawPage) -> str:
    return " ".join(line.text.strip() for line in page.lines if _in_head(line, page))


def _in_head(line: Line, page: RawPage) -> bool:
    return line.baseline < _RUNNING * page.height


def _author(page: RawPage) -> str:
    organs = [
        line.text.strip()
        for line in sorted(page.lines, key=lambda line: line.baseline)
        if line.baseline < 0.2 * page.height and wording("un", "organ").fullmatch(line.text.strip())
    ]
    return ", ".join(["United Nations", *([" and ".join(dict.fromkeys(organs))] if organs else [])])


def _title(pages: Sequence[RawPage]) -> tuple[str, str]:
    """Title and genre ("Report of the Secretary-General", "" where none is given)."""
    # Sizes that OCR guesses set nothing off: such a page is read as if it were typed.
    alike = [page for page in pages if page.text == pages[0].text]
    size = inf if pages[0].scanned else body_size(alike)
    title, genre = _heading(list(_after_masthead(pages[0], size)), size)
    if not title and wording("un", "covering").fullmatch(genre):
        for page in pages[1:_ANNEX_WITHIN]:
            own, _ = _heading(list(groups(page)), size)
            if own:
                return own, genre
    return title or genre, genre


def _after_masthead(page: RawPage, size: float) -> Iterator[Group]:
    """The groups below masthead, session and agenda item."""
    marks = ("distr", "original", "english", "french", "spanish", "anglais", "français")
    ends = [
        line.baseline
        for line in page.lines
        if line.baseline < _HEAD * page.height and line.text.strip().lower().startswith(marks)
    ]
    below = [group for group in groups(page) if group.lines[0].baseline > max(ends, default=0.0)]
    agenda = wording("un", "agenda")
    organ = wording("un", "organ")
    lefts = [group.left for group in below if agenda.fullmatch(group.lines[0].text.strip())]
    for group in below:
        if any(pattern.fullmatch(group.text) for pattern in (agenda, organ)):
            continue
        # The agenda item's own words stand where its number stands, the title is indented.
        if any(abs(group.left - left) < 3 for left in lefts) and group.size < size + _DISPLAY:
            continue
        yield group


def _heading(below: Sequence[Group], size: float) -> tuple[str, str]:
    """Title and genre among groups that begin with them; each empty where there is none."""
    display = [group for group in below if group.size >= size + _DISPLAY]
    titles: list[str] = []
    genre = ""
    for group, after in zip_longest(display or below, (display or below)[1:]):
        text = group.text
        if _NUMBERED.match(text) or is_label(text):
            if titles or genre:
                break
            continue
        if wording("un", "annex").fullmatch(text) or len(text.split()) < 2 or not _WORDS.search(text):
            continue
        if wording("un", "genre").fullmatch(text):
            whole = _SUPPLEMENT.sub("", text)
            genre = genre or ("" if _CUT_SHORT.search(whole) else whole)
            if not display:
                break
        elif display or (text.isupper() and not titles):
            titles.append(text)
        elif group.bold and after and wording("un", "genre").fullmatch(after.text):
            titles = [text]  # a print that sets titles no larger than its text
    return ": ".join(titles), genre
