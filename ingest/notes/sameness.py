"""Openings of a scan's notes that are as large as its text: below a gap as many rows open one as signs stand above it.

UN papers indent each note's first line; word processors set notes a little apart, each with its number, which OCR reads
as "°", "*" or "”". Numbered paragraphs look like both, but no sign above them calls for so many.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from ingest.layout.rows import Row
from ingest.notes import misread
from ingest.notes.indents import Opening, is_signed, opening

_GAP = 1.25
"""Of the usual distance between lines, what sets notes apart from the text and from each other."""
_LEAST_INDENT, _MOST_INDENT = 0.7, 4.0
"""Sizes of the type by which first lines stand to the right of the column's edge."""
_SIGNED = 0.5
"""Of the rows that open notes, the share that must begin with a figure or with what OCR makes of one."""
_OFF = 0.25
"""Of a page's notes, the share by which the signs above may be more or fewer."""
_LEAST = 3.0
"""What must speak for a document's notes."""
_MOST = 0.6
"""Of the pages with two likely markers or more, the share that must have notes."""
_LIKELY = 0.5
"""How often a sign of the text must be a marker to be counted."""


@dataclass(frozen=True, slots=True)
class _Foot:
    """What may be a page's notes."""

    rows: Sequence[int]
    """Those that open one."""
    worth: float
    """How much speaks for it."""
    whole: bool
    """As many open a note as signs stand above."""


def openings(rows: Sequence[Row], scanned: Collection[int]) -> Mapping[int, Sequence[Opening]]:
    """By page the rows that open notes; none where the document's notes are not to be told so.

    Args:
        rows: The document's rows.
        scanned: Pages whose letters OCR has read.
    """
    on_pages = groupby(range(len(rows)), key=lambda i: rows[i].line.page)
    pages = [(page, list(on_page)) for page, on_page in on_pages if page in scanned]
    calls = {page: _calling(rows, on_page) for page, on_page in pages}
    kinds = [
        {page: _foot(rows, on_page, calls[page], opens) for page, on_page in pages} for opens in (_indented, _spaced)
    ]
    worth = [sum(foot.worth for foot in kind.values() if foot) for kind in kinds]
    best = kinds[worth.index(max(worth))]
    calling = [page for page, found in calls.items() if len(found) > 1]
    if max(worth) < _LEAST or sum(best[page] is not None for page in calling) < _MOST * len(calling):
        return {}
    return {
        page: [replace(opening(rows, i), whole=foot.whole) for i in foot.rows] for page, foot in best.items() if foot
    }


def _calling(rows: Sequence[Row], page: Sequence[int]) -> Sequence[int]:
    """The rows of a page's likely markers, one for each."""
    return [sign.row for sign in misread.signs(rows, page) if sign.prior >= _LIKELY]


def _foot(
    rows: Sequence[Row], page: Sequence[int], calls: Sequence[int], opens: Callable[[Row, bool], bool]
) -> _Foot | None:
    """The notes below the gap of a page that speaks best for them."""
    usual = median(rows[i].leading or 0.0 for i in page)
    best = None
    for at in range(1, len(page)):
        if (rows[page[at]].leading or 0.0) <= _GAP * usual:
            continue
        opened = [i for i in page[at:] if opens(rows[i], (rows[i].leading or 0.0) > _GAP * usual)]
        signed = sum(is_signed(rows[i]) for i in opened)
        off = abs(len(opened) - sum(row < page[at] for row in calls))
        if opened and signed >= _SIGNED * len(opened) and off <= _OFF * len(opened):
            foot = _Foot(opened, signed - off, off == 0)
            best = foot if best is None or foot.worth > best.worth else best
    return best


def _indented(row: Row, _apart: bool) -> bool:
    """Tell whether a row is indented as first lines are."""
    return _LEAST_INDENT <= (row.line.box[0] - row.left) / row.line.size <= _MOST_INDENT


def _spaced(row: Row, apart: bool) -> bool:
    """Tell whether a row stands apart from the one above and begins with a sign."""
    return apart and is_signed(row)
