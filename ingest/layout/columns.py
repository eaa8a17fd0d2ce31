"""Where a page's text columns part: the gutters that text keeps clear of."""

import re
from bisect import bisect
from collections.abc import Sequence
from statistics import median

from ingest.pdf.raw import Line
from ingest.words.listheads import HEADS, NOTES

_SAME_EDGE = 4.0
"""Points within which left edges count as one column's."""
_LEAST_GUTTER = 5.0
_LEAST_LINES = 4
"""Lines side by side that make columns; fewer are a letterhead or a signature."""
_PAGES = 2
"""Pages with the same gutter that show where the margin is."""
_LEAST_LETTERS = 18
"""A column's lines say something; shorter ones are the cells of a table."""
_LIST = re.compile(rf"\W*(?:\d+\.?\s*)?(?:{HEADS}|{NOTES})\W*", re.IGNORECASE)
_LONGEST_HEAD = 40
_STRIP = 2.2
"""Sizes of a heading's letters: the blank in every other column beside one that stands over all of them."""
_RUNS_OUT = 6.0
"""Sizes of its letters: what of an address at least stands before the gutter that it runs over."""
_A_LINE = 1.6
"""Sizes of letters: balanced columns end within one line of each other."""


def gutters(lines: Sequence[Line], indent: float = _SAME_EDGE) -> tuple[float, ...]:
    """Return the x positions of the page's gutters, left to right: none on a page of one column.

    A gutter is the left edge shared by many lines of some length that have, beside them, as many lines that end
    short of it. Lines that cross it (a title over two columns) do not count against it.

    Args:
        lines: The page's, or those of a band of it.
        indent: Points by which first lines may stand further in than the others.
    """
    words = [line for line in lines if len(line.text) >= _LEAST_LETTERS]
    if len(words) < 2 * _LEAST_LINES:
        return ()
    left = min(line.box[0] for line in words)
    right = max(line.box[2] for line in words)
    found: list[float] = []
    for edge in _left_edges(words, indent):
        if edge - left < 0.18 * (right - left) or right - edge < 0.15 * (right - left):
            continue
        if found and edge - found[-1] < 0.15 * (right - left):
            continue
        if _parts(words, lines, edge, found[-1] if found else left):
            found.append(_outermost(lines, edge, found[-1] if found else left))
    return tuple(edge - 2 for edge in found)


def margins(pages: Sequence[Sequence[Line]]) -> list[tuple[float, ...]]:
    """Return each page's gutters, with those of other pages that part a few lines beside its text, too.

    These are notes in its margin, or the end of a text in its last column.

    Args:
        pages: The lines of each page.
    """
    found = [gutters(lines) for lines in pages]
    known = [edges[0] for edges in found if len(edges) == 1]
    return [
        edges or next(((edge,) for edge in known if _keep_clear(lines, edge) and _shared(edge, known)), ())
        for lines, edges in zip(pages, found, strict=True)
    ]


def crosses(line: Line, edges: tuple[float, ...]) -> bool:
    """Tell whether a line stands in more than one column; an address that no blank breaks may only run out of one."""
    return any(line.box[0] < edge - 3 and line.box[2] > edge + 6 and not _runs_out(line, edge) for edge in edges)


def _runs_out(line: Line, edge: float) -> bool:
    """Tell whether only an address at a line's end reaches over a gutter."""
    words = line.text.split()
    if not words or "/" not in words[-1]:
        return False
    begin = line.box[2] - (line.box[2] - line.box[0]) * len(words[-1]) / max(1, len(line.text.strip()))
    return begin < edge - _RUNS_OUT * line.size


def parting(lines: Sequence[Line], edges: tuple[float, ...]) -> list[Line]:
    """Return the lines that cut a page's columns in two, those above to be read before those below, from the top down.

    Besides lines that stand in several columns these are headings too short for that, "Notes" or "References" over a
    list in two columns: each other column ends its text beside that of the first, leaves a blank, and begins again.

    Args:
        lines: The page's printed lines.
        edges: Its gutters.
    """
    columns: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
    out: list[Line] = []
    for line in sorted(lines, key=lambda line: line.baseline):
        if crosses(line, edges):
            out.append(line)
        else:
            columns[sum(line.box[0] >= edge - 1 for edge in edges)].append(line)
    first, *others = columns
    for above, heading, below in zip(first, first[1:], [*first[2:], None], strict=False):
        listed = len(heading.text) <= _LONGEST_HEAD and _LIST.fullmatch(heading.text.strip())
        if listed and others and all(_blank(column, above, heading, below) for column in others):
            out.append(heading)
    return sorted(out, key=lambda line: line.baseline)


def _blank(column: Sequence[Line], above: Line, heading: Line, below: Line | None) -> bool:
    """Tell whether a column is blank beside a heading of the first, and ends and begins again where that one does."""
    at = bisect(column, heading.baseline, key=lambda line: line.baseline)
    if not at or (at < len(column)) != (below is not None):
        return False
    ends = column[at - 1]
    balanced = abs(ends.baseline - above.baseline) < _A_LINE * above.size
    if below is None:
        # "References" at the page's end, its list overleaf.
        return balanced and ends.baseline < heading.baseline - heading.size
    begins = column[at]
    balanced = balanced and abs(begins.baseline - below.baseline) < _A_LINE * below.size
    clear = ends.baseline < heading.baseline - heading.size and begins.baseline > heading.baseline + 0.6 * below.size
    return balanced and clear and begins.baseline - ends.baseline > _STRIP * heading.size


def _shared(edge: float, known: Sequence[float]) -> bool:
    return sum(abs(edge - other) < _SAME_EDGE for other in known) >= _PAGES


def _keep_clear(lines: Sequence[Line], edge: float) -> bool:
    """Tell whether all lines keep clear of a gutter, and those on one side are notes or begin a column."""
    if any(line.box[0] < edge - 3 and line.box[2] > edge + 6 for line in lines):
        return False
    left = [line for line in lines if line.box[0] < edge - 1]
    right = [line for line in lines if line.box[0] >= edge - 1]
    if not left or not right:
        return False
    small, large = sorted(([line.size for line in side] for side in (left, right)), key=len)
    worded = sum(len(line.text) >= _LEAST_LETTERS for line in right)
    begun = sum(abs(line.box[0] - edge) < _SAME_EDGE for line in right)
    column = worded > 1 and begun > 0.5 * len(right) and len(left) >= _LEAST_LINES
    return max(small) < median(large) - 0.5 or column


def _left_edges(lines: Sequence[Line], indent: float) -> list[float]:
    """Return the left edges that at least four lines share, left to right."""
    edges = sorted(line.box[0] for line in lines)
    out: list[float] = []
    start = 0
    for i in range(1, len(edges) + 1):
        if i == len(edges) or edges[i] - edges[i - 1] > indent:
            if i - start >= _LEAST_LINES:
                out.append(edges[start])
            start = i
    return out


def _outermost(lines: Sequence[Line], edge: float, previous: float) -> float:
    """Return the left edge of the lines that hang out of the column at `edge`: few of its lines may open a note.

    Its labels may be drawn apart from them; they end short of the edge, as the column before does, but begin behind it.
    """
    middle = (previous + edge) / 2
    before = max(line.box[2] for line in _before(lines, edge, previous) if line.box[0] < middle)
    return min(line.box[0] for line in lines if before + _LEAST_GUTTER / 2 <= line.box[0] <= edge + _SAME_EDGE)


def _before(lines: Sequence[Line], edge: float, previous: float) -> list[Line]:
    """Return the lines of the column that ends at `edge`."""
    return [
        line
        for line in lines
        if previous - _SAME_EDGE <= line.box[0] < edge - _LEAST_GUTTER and line.box[2] <= edge - _LEAST_GUTTER
    ]


def _parts(words: Sequence[Line], lines: Sequence[Line], edge: float, previous: float) -> bool:
    """Tell whether `edge` parts two columns of running text."""
    # Lines of notes hang deeper than the edge that the column's text keeps to.
    after = [line for line in words if line.box[0] >= edge - 3 * _SAME_EDGE]
    before = _before(words, edge, previous)
    beside = [line for line in after if any(_level(line, other) for other in before)]
    if len(beside) < _LEAST_LINES or len(before) < _LEAST_LINES:
        return False
    top, bottom = min(line.baseline for line in beside), max(line.baseline for line in beside)
    crossing = [
        line
        for line in lines
        if line.box[0] < edge - _LEAST_GUTTER and line.box[2] > edge + 3 and top <= line.baseline <= bottom
    ]
    if len(crossing) > 0.35 * len(beside):
        return False
    # Running text fills its column: the cells of a table mostly do not.
    width = edge - previous
    return median(line.box[2] - line.box[0] for line in before) > 0.6 * width


def _level(one: Line, other: Line) -> bool:
    return abs(one.baseline - other.baseline) < 0.75 * max(one.size, other.size)
