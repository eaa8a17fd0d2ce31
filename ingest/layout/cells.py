"""Tables whose cells run over several lines: which lines make a row of the table, and which of their words a cell.

Read line by line, the cells of such a row would mix to sentences that nobody wrote.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.pdf.raw import Line, Rule, Run, make_line

_GAP = 0.7
"""In ems: what parts two cells at least; no space between words is as wide."""
_GUTTER = 3.0
"""Points that all lines of a table keep clear between two columns."""
_LEAST_LINES = 3
_LEAST_PARTED = 2
"""Lines of a table that fall into cells."""
_SURE = 4
"""Such lines that make a table without a rule or a caption; with a third column one less does."""
_APART = 3.2
"""In ems: no two rows of a table stand further from each other."""
_CLOSE = 1.5
"""In ems: a line in one column alone goes on with a cell where it stands no further below."""
_SPACED = 1.2
"""Of the least distance between the lines of a table, the one that parts its rows."""
_PROSE = 55
"""Letters of a column's usual line from which it is running text, with notes in the margin beside it."""
_CAPTION = re.compile(
    r"\s*(?:table(?:au)?|tabelle|tab\.|tabla|tabella|figure|box|source|quelle|notes?\s?:)\b", re.IGNORECASE
)
_LEADERS = re.compile(r"(?:\.\s?){4,}")
_FIGURES = re.compile(r"[\d\s.,%–+−-]+")
# What numbers a note, an item or a row: "10/", "(a)", "iv.", "•", and "!/" where OCR misread 1/.
_LABEL = re.compile(r"[^\w\s]{0,3}(?:\d{0,3}[A-Za-z]?|[ivxlc]{2,8}|[IVXLC]{2,8})[^\w\s]{0,3}")
# What a cell goes on with, and what it does not end with.
_RESTS = re.compile(r"[\W_]*[^\W\d_A-Z]|[(\[]")
_OPEN = re.compile(
    r"(?:[-‐\u00ad–/,(&]|\b(?:and|or|of|the|in|for|et|de|du|la|les|und|der|die|von|y|del))$", re.IGNORECASE
)
_AROUND = 3
"""Lines above a table among which its caption begins."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a line between two wide gaps."""

    runs: tuple[Run, ...]
    left: float
    right: float

    @property
    def text(self) -> str:
        """Its words."""
        return "".join([run.text for run in self.runs]).strip()


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of one cell, from the top, and the edges of its column."""

    lines: tuple[Line, ...]
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Table:
    """Lines [first, last] of a column of the page, as rows of cells."""

    first: int
    last: int
    rows: tuple[tuple[Cell, ...], ...]


def tables(lines: Sequence[Line], rules: Sequence[Rule]) -> list[Table]:
    """Return the tables that must not be read line by line.

    Args:
        lines: Printed lines of one column of a page, from the top.
        rules: The page's.
    """
    if sum(map(_may_be_parted, lines)) < _LEAST_PARTED:
        return []
    parts = [_parts(line) for line in lines]
    out: list[Table] = []
    at = 0
    while at < len(lines):
        if len(parts[at]) < 2:
            at += 1
            continue
        last, edges = _reach(lines, parts, at)
        first = _head(lines, parts, at, edges, out[-1].last + 1 if out else 0)
        table = _table(lines, parts, first, last, edges, rules)
        if table is not None:
            out.append(table)
        at = last + 1
    return out


def _may_be_parted(line: Line) -> bool:
    """Whether a line has a wide gap, as few lines of running text have."""
    if len(line.runs) == 1:
        return False
    words = [run.box for run in line.runs if not run.text.isspace()]
    return any(right[0] - left[2] > _GAP * line.size for left, right in pairwise(words))


def _parts(line: Line) -> list[Part]:
    if len(line.runs) == 1:
        return [Part(line.runs, line.box[0], line.box[2])]
    out: list[list[Run]] = [[]]
    for run in line.runs:
        if run.text.isspace():
            if run.box[2] - run.box[0] <= _GAP * line.size and out[-1]:
                out[-1].append(run)
            continue
        if out[-1] and run.box[0] - out[-1][-1].box[2] > _GAP * line.size:
            out.append([])
        out[-1].append(run)
    return [Part(tuple(runs), runs[0].box[0], runs[-1].box[2]) for runs in out if runs]


def _reach(lines: Sequence[Line], parts: Sequence[Sequence[Part]], first: int) -> tuple[int, list[tuple[float, float]]]:
    """Return the last line that leaves a gutter of the first one clear, and the gutters that are left."""
    edges = [(one.right, two.left) for one, two in pairwise(parts[first])]
    last = first
    for at in range(first + 1, len(lines)):
        size, leading = lines[at].size, lines[at].baseline - lines[at - 1].baseline
        if leading > _APART * size or abs(size - lines[first].size) > 1.5 or _CAPTION.match(lines[at].text):
            break
        left = [edge for edge in (_clear(edge, parts[at]) for edge in edges) if edge is not None]
        if not left or (len(parts[at]) == 1 and leading > _CLOSE * size and parts[at][0].left < left[0][0]):
            break
        edges, last = left, at
    return last, edges


def _clear(edge: tuple[float, float], parts: Sequence[Part]) -> tuple[float, float] | None:
    """Return what a line's words leave clear of a gutter, None where that is nothing."""
    left, right = edge
    for part in parts:
        if part.left <= left and part.right >= right:
            return None
        if part.left <= left < part.right:
            left = part.right
        elif left < part.left < right:
            right = min(right, part.left) if part.right >= right else right
            if part.right < right:
                # Words that stand between two columns: the wider side stays.
                left, right = max((left, part.left), (part.right, right), key=lambda side: side[1] - side[0])
    return (left, right) if right - left >= _GUTTER else None


def _head(
    lines: Sequence[Line], parts: Sequence[Sequence[Part]], first: int, edges: Sequence[tuple[float, float]], least: int
) -> int:
    """Return the line that a table begins with: the head of a column may begin above those of the others."""
    at = first
    while (
        at - 1 >= least
        and len(parts[at - 1]) == 1
        and parts[at - 1][0].left > edges[0][0]
        and lines[at].baseline - lines[at - 1].baseline < _CLOSE * lines[at].size
        and all(_clear(edge, parts[at - 1]) for edge in edges)
    ):
        at -= 1
    return at


def _table(
    lines: Sequence[Line],
    parts: Sequence[Sequence[Part]],
    first: int,
    last: int,
    edges: Sequence[tuple[float, float]],
    rules: Sequence[Rule],
) -> Table | None:
    """Return a table in rows and cells, None where it is none or is read well line by line."""
    within = range(first, last + 1)
    parted = sum(len(parts[at]) > 1 for at in within)
    if len(within) < _LEAST_LINES or parted < _LEAST_PARTED:
        return None
    if sum(_LEADERS.search(lines[at].text) is not None for at in within) > 0.3 * len(within):
        return None
    grid = [_placed(parts[at], edges) for at in within]
    columns = range(len(edges) + 1)
    texts = [[part.text for line in grid if (part := line[column]) is not None] for column in columns]
    if len(edges) == 1 and 2 * sum(_LABEL.fullmatch(text) is not None for text in texts[0]) > len(texts[0]):
        # Notes or items that hang behind their labels, "10/   Urquhart, op. cit.": read line by line nothing mixes.
        return None
    if any(median(map(len, column)) > _PROSE for column in texts if column):
        return None
    ruled = [rule for rule in rules if _beside(rule, lines[first], lines[last], edges)]
    named = any(_CAPTION.match(lines[at].text) for at in range(max(0, first - _AROUND), first))
    if not (ruled or named or parted >= _SURE - (len(edges) > 1)):
        return None
    openings = _openings(lines, first, last, grid, ruled)
    groups = [range(one, two) for one, two in pairwise([*openings, len(grid)])]
    if not any(_mixes(grid, group) for group in groups):
        return None
    bounds = [_bounds(grid, column) for column in columns]
    rows = tuple(
        tuple(cell for column in columns if (cell := _cell(lines[first].page, grid, group, column, bounds[column])))
        for group in groups
    )
    return Table(first, last, rows)


def _placed(parts: Sequence[Part], edges: Sequence[tuple[float, float]]) -> list[Part | None]:
    """Return a line's words by column."""
    out: list[Part | None] = [None] * (len(edges) + 1)
    for part in parts:
        column = sum(part.left >= left - 1 for left, _ in edges)
        held = out[column]
        out[column] = part if held is None else _together(held, part)
    return out


def _together(one: Part, two: Part) -> Part:
    """Return one part of two that stand in one column, with the space between them."""
    last = one.runs[-1]
    box = (one.right, last.box[1], two.left, last.box[3])
    space = Run(" ", last.font, last.size, False, False, False, last.baseline, box)
    return Part((*one.runs, space, *two.runs), one.left, two.right)


def _beside(rule: Rule, top: Line, bottom: Line, edges: Sequence[tuple[float, float]]) -> bool:
    """Tell whether a rule runs over all gutters of a table, inside it or close to it."""
    near = top.baseline - 3 * top.size < rule.y < bottom.baseline + 2 * bottom.size
    return near and rule.x0 < edges[0][0] and rule.x1 > edges[-1][1]


def _openings(
    lines: Sequence[Line], first: int, last: int, grid: Sequence[Sequence[Part | None]], ruled: Sequence[Rule]
) -> list[int]:
    """Return the lines of the grid that open a row of the table.

    Rules part rows; where there are none between them, wider distances do; where these are all alike, a line goes on
    with the row above if it has no label of its own, no cell that it fills is empty there, none had room for its first
    word, and one of them is not at its end, or it leaves out the first.
    """
    within = list(pairwise(lines[first : last + 1]))
    inside = [any(one.baseline < rule.y < two.baseline for rule in ruled) for one, two in within]
    close = min(two.baseline - one.baseline for one, two in within)
    out = [0]
    for k, (one, two) in enumerate(within, start=1):
        spaced = two.baseline - one.baseline > _SPACED * close + 0.5
        if inside[k - 1] or spaced or (sum(inside) < 2 and not _goes_on(grid, k)):
            out.append(k)
    return out


def _goes_on(grid: Sequence[Sequence[Part | None]], k: int) -> bool:
    """Tell whether a line of the grid goes on with the row of the table that the line above it belongs to."""
    filled = [(column, part, grid[k - 1][column]) for column, part in enumerate(grid[k]) if part is not None]
    if filled[0][0] == 0 and _LABEL.fullmatch(filled[0][1].text):
        return False
    above = [(column, part, other) for column, part, other in filled if other is not None]
    if len(above) < len(filled):
        return False
    if len(filled) == 1 and filled[0][0]:
        return True
    broken = filled[0][0] > 0 or any(_RESTS.match(part.text) or _OPEN.search(other.text) for _, part, other in above)
    return broken and all(_had_no_room(part, other, _bounds(grid, column)[1]) for column, part, other in above)


def _had_no_room(part: Part, above: Part, right: float) -> bool:
    """Tell whether the first word of a cell's line would not have stood at the end of the one above."""
    if _FIGURES.fullmatch(part.text) and not _OPEN.search(above.text):
        return False
    word = len(part.text.split()[0]) + 1
    return right - above.right < word * (part.right - part.left) / len(part.text) + 1


def _mixes(grid: Sequence[Sequence[Part | None]], group: range) -> bool:
    """Tell whether a row of the table, read line by line, would put words of one cell between those of another."""
    counts = [sum(grid[k][column] is not None for k in group) for column in range(len(grid[0]))]
    return any(count > 1 and any(counts[column + 1 :]) for column, count in enumerate(counts))


def _bounds(grid: Sequence[Sequence[Part | None]], column: int) -> tuple[float, float]:
    parts = [part for line in grid if (part := line[column]) is not None]
    return min((part.left for part in parts), default=0.0), max((part.right for part in parts), default=0.0)


def _cell(
    page: int, grid: Sequence[Sequence[Part | None]], group: range, column: int, bounds: tuple[float, float]
) -> Cell | None:
    lines = tuple(make_line(page, part.runs) for k in group if (part := grid[k][column]) is not None)
    return Cell(lines, *bounds) if lines else None
