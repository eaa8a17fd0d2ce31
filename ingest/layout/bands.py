"""Bands of a page: small print below the text that has columns of its own, as notes in three below a text in two."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from statistics import median

from ingest.layout.columns import crosses, gutters
from ingest.pdf.raw import Line
from ingest.words.listheads import HEADS, NOTES

_LEAST = 8
"""Lines of small print: two columns of four."""
_SAME_SIZE = 0.3
"""Points by which its lines may be larger than most of them."""
_SAME_EDGE = 6.0
"""Points within which two gutters are one."""
_INDENT = 9.0
"""Points by which the first lines of notes may be indented, or the others hang."""
_INNER = 0.3
"""Of its width, the share behind which lines begin that are of no first column, though they be indented."""
_LETTERS = 18
"""Characters of a line that says something."""
_LIST = re.compile(rf"\W*(?:\d+\.?\s*)?(?:{HEADS}|{NOTES})\W*", re.IGNORECASE)
_LONGEST_HEAD = 40


@dataclass(frozen=True, slots=True)
class Band:
    """Lines of a page that are read together."""

    lines: Sequence[Line]
    edges: tuple[float, ...] | None = None
    """Its gutters where they are known."""


def bands(lines: Sequence[Line]) -> list[Band]:
    """Return the bands of a page, from the top; most pages are one.

    Small print to the page's end is a band where its gutters are others than those of the text above it, or where a
    heading that says "Notes" or "References" parts them; the heading is a band, too, for it belongs to no column.
    """
    ordered = sorted(lines, key=lambda line: line.baseline)
    begin = _small_print(ordered)
    above, below = ordered[:begin], ordered[begin:]
    if len(below) < _LEAST or not above or not _may_be_parted(below):
        return [Band(lines)]
    own = gutters(below, _INDENT)
    if not own or below[0].baseline - above[-1].baseline < 0.8 * below[0].size:
        return [Band(lines)]
    heading = [line for line in above if above[-1].baseline - line.baseline < 0.5 * line.size]
    text = " ".join(line.text.strip() for line in heading)
    listed = len(text) <= _LONGEST_HEAD and _LIST.fullmatch(text) is not None
    if listed or (len(text) <= _LONGEST_HEAD and all(line.main.bold for line in heading)):
        above = above[: -len(heading)]
    else:
        heading = []
    if not _are_others(above, own, listed):
        return [Band(lines)]
    return [*(Band(part) for part in (above, heading) if part), Band(below, own)]


def _small_print(ordered: Sequence[Line]) -> int:
    """Return with which of the lines, from the top, those of the last one's size begin that nothing larger follows."""
    if len(ordered) < _LEAST:
        return 0
    largest = median(line.size for line in ordered[-_LEAST:]) + _SAME_SIZE
    begin = len(ordered)
    while begin and ordered[begin - 1].size <= largest:
        begin -= 1
    return begin


def _may_be_parted(lines: Sequence[Line]) -> bool:
    """Tell whether as many lines begin further right as a second column has at least."""
    left, right = min(line.box[0] for line in lines), max(line.box[2] for line in lines)
    inner = left + _INNER * (right - left)
    return 2 * sum(line.box[0] > inner and len(line.text) >= _LETTERS for line in lines) >= _LEAST


def _are_others(above: Sequence[Line], own: tuple[float, ...], listed: bool) -> bool:
    """Tell whether the text above small print has other gutters, or a heading parts it from the small print's.

    A text of one column crosses these gutters, and needs no band to be parted from what stands in them.
    """
    edges = gutters(above)
    if not edges:
        return listed and (not above or any(crosses(line, own) for line in above))
    return listed or not (
        len(edges) == len(own) and all(abs(one - two) < _SAME_EDGE for one, two in zip(edges, own, strict=True))
    )


def goes_on(lines: Sequence[Line], edges: tuple[float, ...]) -> bool:
    """Tell whether a page begins with the rest of small print that had columns on the page before, some rows of each.

    Args:
        lines: The page's.
        edges: The gutters of the small print that ends the page before.
    """
    across = [line for line in lines if crosses(line, edges)]
    inside = [line for line in lines if not crosses(line, edges)]
    lowest = max((line.baseline for line in inside), default=0.0)
    if any(line.baseline < lowest for line in across):
        return False
    begun = [min((line.box[0] - edge for line in inside if line.box[0] >= edge), default=inf) for edge in edges]
    return sum(distance < _INDENT for distance in begun) == len(edges) and all(
        any(0 <= line.box[0] - edge < _INDENT for edge in (inside[0].box[0], *edges)) for line in inside
    )
