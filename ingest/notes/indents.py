"""Openings of a scan's notes by their place: first lines that are indented, or hang out, whatever OCR made of labels.

"°Catherine Hoskyns", "“Ibid." and "Record of the 7th meeting" are notes 2, 4 and 10 where all first lines stand to the
right of the others and the numbers that were read right say so.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.layout.rows import Row

_SMALLER = 0.9
"""Of the text's size, what notes have at most."""
_TEXT = 0.75
"""Where among a page's sizes from the least up that of the text is looked for: notes may outweigh it."""
_LEAST_INDENT, _MOST_INDENT = 0.7, 4.0
"""Sizes of the type by which first lines stand apart."""
_FLUSH = 0.5
_SEEN = 3
"""Labels that were read right, to know on which lines they stand."""
_CLEARLY = 4
"""So many times as many stand on the one kind of lines as on the other."""
_READ = re.compile(r"\s*[^\s\w]{0,2}(?P<number>\d{1,4})[.)/]?\s?(?=[^\W\d_]|[“‘\"'(\[<«$§]|/\d)")
_LABELLED = re.compile(rf"{_READ.pattern}|\s*[°®©*™!?]{{1,2}}\s?(?=\w)")
_SIGN = re.compile(r"\s*(?:\d?[°®©*]+|[^\s\w“‘«(\[]{1,3}|[“‘](?=I[bd]|[^”’]*$)|[A-Z™](?=[A-Z][a-z]))\s?")
"""What OCR makes of a small raised figure: "°", "®", "™", "“" that nothing closes, "M" before another capital."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A row that opens a note."""

    row: int
    end: int
    """Where the note's own words begin."""
    number: int | None
    """The label as far as it was read."""
    sign: str = ""
    """What was read in its place."""
    whole: bool = False
    """On its page as many notes open as signs in the text call one."""


def openings(rows: Sequence[Row], scanned: Collection[int]) -> Mapping[int, Sequence[Opening]]:
    """By page the rows that open notes at its foot; none where the document's notes do not tell by their indents.

    Args:
        rows: The document's rows.
        scanned: Pages whose text OCR has read.
    """
    feet = {page: list(_feet(rows, page)) for page in sorted(scanned)}
    indented, flush = ([row for page in feet.values() for foot in page for row in foot[kind]] for kind in (0, 1))
    read = [sum(_LABELLED.match(rows[i].line.text) is not None for i in kind) for kind in (indented, flush)]
    if max(read) < _SEEN or max(read) < _CLEARLY * min(read) or not min(map(len, (indented, flush))):
        return {}
    kind = read.index(max(read))
    return {page: [opening(rows, i) for foot in its for i in foot[kind]] for page, its in feet.items()}


def small_print(rows: Sequence[Row], page: int) -> Iterator[Sequence[int]]:
    """For each column of a page the small print at its foot."""
    on_page = [i for i, row in enumerate(rows) if row.line.page == page]
    sizes = sorted(rows[i].line.size for i in on_page)
    for _, column in groupby(on_page, key=lambda i: (round(rows[i].left), round(rows[i].right))):
        if foot := _small_print(rows, list(column), _SMALLER * sizes[int(_TEXT * len(sizes))]):
            yield foot


def _feet(rows: Sequence[Row], page: int) -> Iterator[tuple[list[int], list[int]]]:
    """For each column the indented and the other lines of the small print at its foot."""
    for foot in small_print(rows, page):
        left = min(rows[i].line.box[0] for i in foot)
        apart = {i: (rows[i].line.box[0] - left) / rows[i].line.size for i in foot}
        indented = [i for i in foot if _LEAST_INDENT <= apart[i] <= _MOST_INDENT]
        yield indented, [i for i in foot if apart[i] <= _FLUSH]


def _small_print(rows: Sequence[Row], column: Sequence[int], small: float) -> Sequence[int]:
    """The lines at a column's foot, below its text, that are small but for a few that OCR measures wrongly."""
    best, begin, worth = 0, len(column), 0
    for at in range(len(column) - 1, 0, -1):
        worth += 1 if rows[column[at]].line.size <= small else -1
        if worth >= best and rows[column[at]].line.size <= small:
            best, begin = worth, at
    return [i for i in column[begin:] if any(map(str.isalpha, rows[i].line.text))]


def is_signed(row: Row) -> bool:
    """Tell whether a row begins with a figure or with what OCR makes of one."""
    sign = _SIGN.match(row.line.text)
    return row.line.text.lstrip()[:1].isdigit() or (sign is not None and not sign[0].strip().isalpha())


def opening(rows: Sequence[Row], i: int) -> Opening:
    """The note that a row opens, with its number as far as it was read."""
    text = rows[i].line.text
    if read := _READ.match(text):
        return Opening(i, read.end(), int(read["number"]))
    sign = _SIGN.match(text)
    return Opening(i, sign.end(), None, sign[0].strip()) if sign else Opening(i, 0, None)
