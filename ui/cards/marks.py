"""Boxes on pages: where a stretch of text stands, to be marked as with a highlighter."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from ingest.model import Box, Page, Span

Marks = Mapping[int, Sequence[Box]]
"""Boxes by page index, in points of the page."""
Snap = Callable[[Marks], Marks]
"""Puts the ends of boxes where words of the file begin and end; as many boxes of each page, in their order."""


def as_told(marks: Marks) -> Marks:
    """Boxes as they are told from the widths of letters: for a document without a file."""
    return marks


def of_lines(lines: Iterable[Span]) -> Marks:
    """The whole lines, by page."""
    return gathered((line.page, line.bbox) for line in lines)


def gathered(boxes: Iterable[tuple[int, Box]]) -> Marks:
    """Boxes, each with its page index, by page."""
    found: dict[int, list[Box]] = defaultdict(list)
    for index, box in boxes:
        found[index].append(box)
    return {index: tuple(its) for index, its in found.items()}


def snapped(many: Sequence[Marks], snap: Snap) -> list[Marks]:
    """Several marks put right in one reading of the file."""
    told = gathered((index, box) for marks in many for index, its in marks.items() for box in its)
    right = snap(told)
    there = {(index, box): new for index, its in told.items() for box, new in zip(its, right[index], strict=True)}
    return [{index: tuple(there[index, box] for box in its) for index, its in marks.items()} for marks in many]


def shares(marks: Marks, pages: Sequence[Page]) -> dict[str, list[list[float]]]:
    """The marks as a browser lays them over pictures: left, top, width and height in hundredths of the page, by page.

    Args:
        marks: the marks.
        pages: all pages of the document.
    """
    return {str(index): [_share(box, pages[index]) for box in boxes] for index, boxes in marks.items()}


def _share(box: Box, page: Page) -> list[float]:
    x0, y0, x1, y1 = box
    wide, high = 100 / (page.width or 1), 100 / (page.height or 1)
    return [round(value, 2) for value in (x0 * wide, y0 * high, (x1 - x0) * wide, (y1 - y0) * high)]
