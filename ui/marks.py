"""Boxes on pages: where a stretch of text stands, to be marked as with a highlighter."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ingest.model import Box, Page, Span

Marks = Mapping[int, tuple[Box, ...]]
"""Boxes by page index, in points of the page."""


def of_lines(lines: Iterable[Span]) -> Marks:
    """The whole lines, by page."""
    return gathered((line.page, line.bbox) for line in lines)


def gathered(boxes: Iterable[tuple[int, Box]]) -> Marks:
    """Boxes, each with its page index, by page."""
    found: dict[int, list[Box]] = defaultdict(list)
    for index, box in boxes:
        found[index].append(box)
    return {index: tuple(its) for index, its in found.items()}


_NARROW, _WIDE = frozenset("iljtfrI.,;:!'’‘()[]/|-"), frozenset("mwMWQO—@%")
"""Letters of about half and of half again the common width, in any text face."""


def boxes_of(text: str, spans: Sequence[Span], start: int, end: int) -> Iterator[tuple[int, Box]]:
    """The parts of lines under the characters [start, end) of their text, each with its page index.

    A span knows its line's box and not its letters': their places are told from the common widths of letters, and may
    be off by one.
    """
    for line in spans:
        left, right = max(start, line.start), min(end, line.end)
        if left < right:
            x0, y0, x1, y1 = line.bbox
            unit = (x1 - x0) / (_width(text[line.start : line.end]) or 1)
            begin = x0 + unit * _width(text[line.start : left])
            yield line.page, (begin, y0, begin + unit * _width(text[left:right]), y1)


def _width(text: str) -> float:
    return sum(
        0.55 if char in _NARROW else 1.5 if char in _WIDE else 1.3 if char.isupper() else 0.6 if char == " " else 1.0
        for char in text
    )


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
