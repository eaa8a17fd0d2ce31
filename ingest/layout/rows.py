"""Printed lines in reading order: fragments joined on their baseline, column by column."""

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.layout.bands import bands, goes_on
from ingest.layout.cells import Table, tables
from ingest.layout.columns import crosses, gutters, margins, parting
from ingest.pdf.raw import Line, RawPage, Rule, Run, make_line

_WIDE_GAP = 1.8
"""In ems: a gap that parts the cells of a table, or a number from its paragraph."""
_DRAWN = 10_000
"""Pieces of text on a page, more than any page of text has: to join them takes time by the square of their number."""


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line at its place."""

    line: Line
    segment: int
    """Counts the stretches of the page that are read from top to bottom without a jump; from 0."""
    full: bool
    """The segment spans the page's columns (always, on a page of one column)."""
    left: float
    """Left edge of its column."""
    right: float
    """Right edge of its column."""
    leading: float | None
    """Baseline distance from the row above in the same segment, in points."""
    gaps: int
    """Wide gaps inside the line, or between it and other cells of its row of a table."""
    cells: int | None = None
    """Where it is a line of a cell: counts the rows of tables in its segment; from 0."""


def rows_of(pages: Sequence[RawPage], texts: Sequence[Sequence[Line]]) -> list[Row]:
    """Return a document's lines in reading order, page by page and band by band.

    Args:
        pages: The raw pages, for their rules.
        texts: The text of each page.
    """
    parted = [bands(lines) for lines in texts]
    edges = iter(margins([band.lines for page in parted for band in page]))
    out: list[Row] = []
    last: tuple[float, ...] | None = None
    for page, found in zip(pages, parted, strict=True):
        segment = 0
        for band in found:
            known = next(edges)
            own = band.edges or (last if not known and last and goes_on(band.lines, last) else None)
            out.extend(rows(band.lines, page.rules, own or known, segment))
            segment = out[-1].segment + 1 if band.lines else segment
            last = own
    return out


def rows(
    lines: Sequence[Line], rules: Sequence[Rule] = (), edges: tuple[float, ...] | None = None, first: int = 0
) -> tuple[Row, ...]:
    """Return the lines of a page, or of a band of it, in reading order.

    Full-width lines cut the page into bands; within a band the columns are read one after the other; a table whose
    cells run over several lines is read cell by cell.

    Args:
        lines: The page's text.
        rules: The page's rules, which part the rows of tables.
        edges: The page's gutters, as `ingest.layout.columns.margins` returns them; looked for where None.
        first: The number of its first segment.
    """
    if len(lines) > _DRAWN:
        return tuple(_scattered(lines))
    if edges is None:
        edges = gutters(lines)
    out: list[Row] = []
    for segment, (full, members) in enumerate(_stretches(_joined(lines, edges), edges), first):
        out.extend(_segment(members, segment, full, rules))
    return tuple(out)


def _scattered(lines: Sequence[Line]) -> Iterator[Row]:
    """Yield the words of a map or plan, from top to bottom: nothing of it is read in lines."""
    left, right = min(line.box[0] for line in lines), max(line.box[2] for line in lines)
    for line in sorted(lines, key=lambda line: (line.baseline, line.box[0])):
        yield Row(line, 0, True, left, right, None, 0)


def _stretches(lines: Sequence[Line], edges: tuple[float, ...]) -> list[tuple[bool, list[Line]]]:
    """Return the stretches of a page that are read without a jump, each with whether it is full-width."""
    if not edges:
        return [(True, list(lines))] if lines else []
    cuts = parting(lines, edges)
    across = set(map(id, cuts))
    bands: dict[int, dict[int, list[Line]]] = {}
    for line in lines:
        above = bisect_left(cuts, line.baseline - 1, key=lambda cut: cut.baseline)
        if id(line) in across:
            bands.setdefault(2 * above + 1, {}).setdefault(0, []).append(line)
        else:
            column = sum(line.box[0] >= edge - 1 for edge in edges)
            bands.setdefault(2 * above, {}).setdefault(column, []).append(line)
    out: list[tuple[bool, list[Line]]] = []
    for band in sorted(bands):
        columns = bands[band]
        if band % 2 == 0 and out and out[-1][0]:
            # The last, short line of a full-width paragraph crosses no gutter and has nothing beside it.
            tail = _tail(out[-1][1], columns)
            out[-1][1].extend(tail)
            columns[0] = [line for line in columns.get(0, ()) if line not in tail]
        for column in sorted(columns):
            if band % 2 == 1 and out and out[-1][0]:
                out[-1][1].extend(columns[column])
            elif columns[column]:
                out.append((band % 2 == 1, columns[column]))
    return out


def _tail(above: list[Line], columns: dict[int, list[Line]]) -> list[Line]:
    beside = min((line.baseline for column, lines in columns.items() if column for line in lines), default=1e9)
    out: list[Line] = []
    last = max(above, key=lambda line: line.baseline)
    for line in sorted(columns.get(0, ()), key=lambda line: line.baseline):
        if line.baseline > beside - 0.8 * line.size or line.baseline - last.baseline > 1.6 * line.size:
            break
        out.append(line)
        last = line
    return out


def _segment(lines: list[Line], segment: int, full: bool, rules: Sequence[Rule]) -> Iterator[Row]:
    lines.sort(key=lambda line: (line.baseline, line.box[0]))
    left, right = _edges(lines)
    found = {table.first: table for table in tables(lines, rules)}
    count = itertools.count()
    above: Line | None = None
    until = -1
    for at, line in enumerate(lines):
        leading = line.baseline - above.baseline if above is not None else None
        if at in found:
            until = found[at].last
            yield from _cells(found[at], segment, full, leading, count)
        if at > until:
            yield Row(line, segment, full, left, right, leading, _gaps(line))
        above = line


def _cells(table: Table, segment: int, full: bool, leading: float | None, count: Iterator[int]) -> Iterator[Row]:
    """Yield the lines of a table cell by cell, those of each of its rows under one number."""
    first = table.rows[0][0].lines[0]
    top = first.baseline - leading if leading is not None else None
    for cells in table.rows:
        number = next(count)
        above = top
        for cell in cells:
            for line in cell.lines:
                step = line.baseline - above if above is not None else None
                yield Row(line, segment, full, cell.left, cell.right, step, max(1, len(cells) - 1), number)
                above = line.baseline
            above = None
        top = max(line.baseline for cell in cells for line in cell.lines)


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    """Return the left and right edge that a column's lines keep to, each as the most letters have it."""
    left: dict[int, int] = {}
    right: dict[int, int] = {}
    for line in lines:
        weight = len(line.text)
        x0, x1 = round(line.box[0] / 2), round(line.box[2] / 2)
        left[x0] = left.get(x0, 0) + weight
        right[x1] = right.get(x1, 0) + weight
    total = sum(left.values())
    # The leftmost edge with a fair share, the rightmost likewise: indents and hanging lines are rarer than that.
    x0 = min(x for x, weight in left.items() if weight >= 0.12 * total or weight == max(left.values()))
    x1 = max(x for x, weight in right.items() if weight >= 0.12 * total or weight == max(right.values()))
    return 2.0 * x0, max(2.0 * x1, max(line.box[2] for line in lines) if len(lines) < 3 else 2.0 * x1)


def _gaps(line: Line) -> int:
    """Count wide gaps inside the line, but not the one behind a number or letter at its head."""
    count, position = 0, 0
    for run in line.runs[:-1]:
        position += len(run.text)
        if run.text.isspace() and run.box[2] - run.box[0] > _WIDE_GAP * line.size and position > 8:
            count += 1
    return count


def _joined(lines: Sequence[Line], edges: tuple[float, ...]) -> list[Line]:
    """Join the fragments that stand on one baseline in one column."""
    groups: list[list[Line]] = []
    # Long fragments first: a raised mark then finds the line that it belongs to.
    open_groups: list[tuple[float, int]] = []
    reach = 0.75 * max((line.size for line in lines), default=0.0)
    for line in sorted(lines, key=lambda line: -len(line.text)):
        column = sum(line.box[0] >= edge - 1 for edge in edges)
        for baseline, number in open_groups:
            # Most lines of a page are far apart: nothing else is asked of them.
            if not -reach <= baseline - line.baseline <= reach:
                continue
            first = groups[number][0]
            if abs(baseline - line.baseline) <= 0.75 * max(first.size, line.size) and _one_row(
                groups[number], line, edges, column
            ):
                groups[number].append(line)
                break
        else:
            open_groups.append((line.baseline, len(groups)))
            groups.append([line])
    return [_merged(group) if len(group) > 1 else group[0] for group in groups]


def _one_row(group: Sequence[Line], line: Line, edges: tuple[float, ...], column: int) -> bool:
    first = group[0]
    if edges and not crosses(first, edges) and sum(first.box[0] >= edge - 1 for edge in edges) != column:
        return False
    if any(min(other.box[2], line.box[2]) - max(other.box[0], line.box[0]) > 2 for other in group):
        return False
    size = min(first.size, line.size)
    if abs(first.baseline - line.baseline) < 0.3 * size:
        return True
    # A raised mark drawn on its own: small, a little higher, right beside its word or at the line's start.
    small = line.size < 0.85 * first.size and len(line.text.strip()) <= 6
    raised = 0.1 * first.size < first.baseline - line.baseline < 0.75 * first.size
    beside = any(
        abs(line.box[0] - other.box[2]) < first.size or 0 <= other.box[0] - line.box[2] < 2.5 * first.size
        for other in group
    )
    return small and raised and beside


def _merged(group: list[Line]) -> Line:
    group.sort(key=lambda line: line.box[0])
    runs: list[Run] = list(group[0].runs)
    for line in group[1:]:
        before = runs[-1]
        gap = line.box[0] - before.box[2]
        spaced = before.text.endswith(" ") or line.text.startswith(" ")
        wide = gap > _WIDE_GAP * line.size
        if wide or (gap > 0.12 * line.size and not spaced):
            box = (before.box[2], before.box[1], line.box[0], before.box[3])
            runs.append(Run(" ", before.font, before.size, False, False, False, before.baseline, box))
        runs.extend(line.runs)
    return make_line(group[0].page, runs)
