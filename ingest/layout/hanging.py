"""Lists whose entries hang: bibliographies, where the first line of each entry stands out to the left."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.layout.rows import Row
from ingest.layout.setting import ITEM, ends, is_bold, is_table_row, near

_CLOSE = 2.2
"""In ems: the most between the rows of one entry."""
_BLANK = 3.5
"""In ems: the most between entries that a blank line parts."""
_EVEN = 0.25
"""In ems: by how much the distances between such entries differ."""
_SHORT = 15
"""Characters; a row at the left edge that has fewer is no entry's first but a heading or a table's cell."""
_WRAPPED = 0.85
"""Of a list's rows the share whose place the row above explains."""
_GAPPED = 0.2
"""Of the rows of entries that a blank line parts, the share that may look like a table's: justified lines have gaps."""
_TURN = 2
"""Pages: a list's edges hold on the next page and, where left and right pages differ, on the one behind it."""


@dataclass(frozen=True, slots=True)
class _Edges:
    """Where the entries of a list begin, where their other rows do, and the size of their letters, in points."""

    outer: float
    inner: float
    size: float


def hanging(rows: Sequence[Row], body: Sequence[int]) -> dict[int, bool]:
    """Return the rows of lists whose entries hang (a bibliography), each with whether it opens an entry.

    In such a list the rows at the left edge open with a capital, and many rows are indented alike; in running text the
    rows at the left edge mostly go on in mid-sentence.
    """
    chunks: list[tuple[list[int], bool]] = []
    for chunk in _chunks(rows, body):
        pieces = _close(rows, chunk)
        told = [_is_list(rows, piece) for piece in pieces]
        whole = len(pieces) > 1 and _is_list(rows, chunk, _GAPPED) and _wraps(rows, chunk)
        chunks += [(chunk, whole)] if whole or not any(told) else zip(pieces, told, strict=True)
    out: dict[int, bool] = {}
    edges: dict[int, list[_Edges]] = defaultdict(list)
    for chunk, is_list in chunks:
        if is_list:
            found = _edges(rows, chunk)
            out.update(_entries(rows, chunk, found))
            edges[rows[chunk[0]].line.page].append(found)
    for (one, first), (two, second) in pairwise(chunks):
        if first != second and rows[one[-1]].line.page != rows[two[0]].line.page:
            end = two if first else one
            if edge := _edges_near(rows, end, edges):
                out.update(_entries(rows, end, edge))
    return out


def _chunks(rows: Sequence[Row], body: Sequence[int]) -> Iterator[list[int]]:
    """Yield the rows that may be of one list: close to each other, or at the left edge behind an even blank."""
    chunk: list[int] = []
    blank: float | None = None
    for i in body:
        if chunk and not _same_list(rows[chunk[-1]], rows[i]):
            yield chunk
            chunk, blank = [], None
        elif chunk and not near(rows[i], rows[chunk[-1]], _CLOSE):
            distance = rows[i].leading or 0.0
            if blank is not None and abs(distance - blank) > _EVEN * rows[i].line.size:
                yield chunk
                chunk, blank = [], None
            else:
                blank = distance
        chunk.append(i)
    if chunk:
        yield chunk


def _same_list(above: Row, row: Row) -> bool:
    together = row.line.page == above.line.page and row.segment == above.segment
    if not together or abs(row.line.size - above.line.size) >= 0.5 or is_bold(row) or not near(row, above, _BLANK):
        return False
    out = above.line.box[0] - row.line.box[0]
    apart = out > -0.6 * row.line.size and (out > 0.6 * row.line.size or len(above.line.text) >= _SHORT)
    return apart or near(row, above, _CLOSE)


def _close(rows: Sequence[Row], chunk: Sequence[int]) -> list[list[int]]:
    """Return a chunk's pieces between blanks."""
    out = [[chunk[0]]]
    for i in chunk[1:]:
        if near(rows[i], rows[out[-1][-1]], _CLOSE):
            out[-1].append(i)
        else:
            out.append([i])
    return out


def _is_list(rows: Sequence[Row], chunk: Sequence[int], gapped: float = 0.0) -> bool:
    """Tell whether rows are entries that hang; at most a share of `gapped` may have gaps as the rows of a table do."""
    if len(chunk) < 4 or sum(is_table_row(rows[i]) for i in chunk) > gapped * len(chunk):
        return False
    size = rows[chunk[0]].line.size
    left = min(rows[i].line.box[0] for i in chunk)
    outer = [i for i in chunk if rows[i].line.box[0] - left < 0.6 * size]
    indents = {round(rows[i].line.box[0] - left) for i in set(chunk).difference(outer)}
    capital = sum(not _lower(rows[i]) for i in outer)
    if (
        len(outer) < 3
        or len(chunk) - len(outer) < 0.25 * len(chunk)
        or capital < 0.85 * len(outer)
        or max(indents) - min(indents) > 3
    ):
        return False
    return not ITEM.match(rows[outer[0]].line.text) and all(len(rows[i].line.text) >= _SHORT for i in outer[:-1])


def _wraps(rows: Sequence[Row], chunk: Sequence[int]) -> bool:
    """Tell whether a blank parts the entries, and what stands to the right does so for want of room above."""
    left = min(rows[i].line.box[0] for i in chunk)
    fit = 0
    for one, i in pairwise(chunk):
        close = near(rows[i], rows[one], _CLOSE)
        inner = rows[i].line.box[0] - left >= 0.6 * rows[i].line.size
        if inner and not close:
            return False
        fit += _is_long(rows[one]) if inner else not close
    return fit >= _WRAPPED * (len(chunk) - 1)


def _is_long(row: Row) -> bool:
    return row.line.box[2] > row.right - 0.3 * (row.right - row.left)


def _lower(row: Row) -> bool:
    return row.line.text.lstrip()[:1].islower()


def _edges(rows: Sequence[Row], chunk: Sequence[int]) -> _Edges:
    starts = [rows[i].line.box[0] for i in chunk]
    return _Edges(min(starts), max(starts), rows[chunk[0]].line.size)


def _edges_near(rows: Sequence[Row], chunk: Sequence[int], edges: Mapping[int, Sequence[_Edges]]) -> _Edges | None:
    """Return the edges of a list on a near page that rows keep to: the list's last ones, or its first."""
    page = rows[chunk[0]].line.page
    for near_page in range(page - _TURN, page + _TURN + 1):
        for edge in edges.get(near_page, ()):
            if _keep_to(rows, chunk, edge):
                return edge
    return None


def _keep_to(rows: Sequence[Row], chunk: Sequence[int], edge: _Edges) -> bool:
    opens = 0
    for k, i in enumerate(chunk):
        row = rows[i]
        if is_table_row(row) or abs(row.line.size - edge.size) >= 0.5:
            return False
        outer = abs(row.line.box[0] - edge.outer) < 2
        if not outer and abs(row.line.box[0] - edge.inner) >= 2:
            return False
        above = rows[chunk[k - 1]]
        full = k > 0 and not ends(above) and above.line.box[2] > above.right - 2 * above.line.size
        if outer and (_lower(row) or full):
            return False
        if k > 0 and not outer and not (_is_long(above) and near(row, above, _CLOSE)):
            return False
        opens += outer
    return opens < len(chunk)


def _entries(rows: Sequence[Row], chunk: Sequence[int], edge: _Edges) -> Iterator[tuple[int, bool]]:
    for k, i in enumerate(chunk):
        outer = rows[i].line.box[0] - edge.outer < 0.6 * edge.size
        yield i, outer and not (_lower(rows[i]) and k > 0 and not ends(rows[chunk[k - 1]]))
