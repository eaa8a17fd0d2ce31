"""Lists whose entries hang: bibliographies, where the first line of each entry stands out to the left."""

from collections.abc import Sequence

from ingest.layout.rows import Row
from ingest.layout.setting import ITEM, ends, is_bold, is_table_row, near


def hanging(rows: Sequence[Row], body: Sequence[int]) -> dict[int, bool]:
    """Return the rows of lists whose entries hang (a bibliography), each with whether it opens an entry.

    In such a list the rows at the left edge open with a capital, and many rows are indented alike; in running text the
    rows at the left edge mostly go on in mid-sentence.
    """
    out: dict[int, bool] = {}
    chunk: list[int] = []
    for i in body:
        if chunk and _same_list(rows[chunk[-1]], rows[i]):
            chunk.append(i)
            continue
        out.update(_entries(rows, chunk))
        chunk = [i]
    return out | _entries(rows, chunk)


def _same_list(above: Row, row: Row) -> bool:
    together = row.line.page == above.line.page and row.segment == above.segment
    return together and abs(row.line.size - above.line.size) < 0.5 and near(row, above, 2.2) and not is_bold(row)


def _entries(rows: Sequence[Row], chunk: Sequence[int]) -> dict[int, bool]:
    if len(chunk) < 4 or any(is_table_row(rows[i]) for i in chunk):
        return {}
    size = rows[chunk[0]].line.size
    left = min(rows[i].line.box[0] for i in chunk)
    outer = [i for i in chunk if rows[i].line.box[0] - left < 0.6 * size]
    inner = [i for i in chunk if i not in outer]
    capital = sum(not rows[i].line.text.lstrip()[:1].islower() for i in outer)
    indents = {round(rows[i].line.box[0] - left) for i in inner}
    if (
        len(outer) < 3
        or len(inner) < 0.25 * len(chunk)
        or capital < 0.85 * len(outer)
        or max(indents) - min(indents) > 3
    ):
        return {}
    if ITEM.match(rows[outer[0]].line.text) or any(len(rows[i].line.text) < 15 for i in outer[:-1]):
        return {}
    opening = set(outer)
    return {
        i: i in opening and not (rows[i].line.text.lstrip()[:1].islower() and k > 0 and not ends(rows[chunk[k - 1]]))
        for k, i in enumerate(chunk)
    }
