"""How a document sets its text: sizes, line distances, indents; and what one row looks like beside another."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.layout.rows import Row

ITEM = re.compile(
    r"\s*(?:[•▪●○◦‣⁃■□►➢✓·\ue000-\uf8ff]|[–—-](?=\s)|\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)(?=\s)|(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)](?=\s))\s*"
)
_TERMINAL = re.compile(r"[.!?…:;][\"”’»“)\]]*$")
_ENOUGH = 8
"""Lines of a size that show its usual distance."""
_WIDER = 1.45
"""Double spacing is so much wider than single at least; what parts paragraphs is less."""
_SAME_SIZE = 0.45
"""Points: micro-typography stretches letters by less."""


@dataclass(frozen=True, slots=True)
class Style:
    """How the document sets its text."""

    size: float
    """Size of most text, in points."""
    leading: dict[float, float]
    """The usual baseline distance of each size."""
    double: dict[float, float]
    """The greater distance of sizes that have two: in a manuscript the text's, the lesser one its list of works'."""
    spaced: frozenset[tuple[int, float]]
    """Rows that are set at it, by page index and baseline."""
    indents: bool
    """New paragraphs are told by an indented first line."""
    justified: bool
    """Lines end at the right edge."""

    @property
    def large(self) -> float:
        """What only headings are larger than, in points."""
        return 1.15 * self.size

    def usual(self, row: Row) -> float:
        """The usual baseline distance of rows like this one, in points."""
        size = _half(row.line.size)
        spread = self.leading.get(self.size, 1.2 * self.size) / self.size
        if (row.line.page, row.line.baseline) in self.spaced:
            return self.double[size]
        return self.leading.get(size, spread * row.line.size)

    def greatest(self, size: float) -> float:
        """The greatest usual baseline distance of letters of this size, in points; 0 where only one is usual."""
        return self.double.get(_half(size), 0.0)


def style_of(rows: Sequence[Row]) -> Style:
    """Learn how the text is set: its size, its line distances, whether paragraphs are indented."""
    sizes: Counter[float] = Counter()
    leadings: dict[float, Counter[float]] = defaultdict(Counter)
    indented = apart = 0
    for above, row in pairwise(rows):
        size = _half(row.line.size)
        sizes[size] += len(row.line.text)
        if row.leading is None or above.line.page != row.line.page or abs(above.line.size - row.line.size) >= 0.6:
            continue
        if 0.8 * size < row.leading < 3.2 * size and len(row.line.text) > 20:
            leadings[size][_half(row.leading)] += 1
    if rows and not sizes:
        sizes[_half(rows[0].line.size)] += 1
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    common = {
        key: _common(counts) for key, counts in leadings.items() if sum(counts.values()) >= _ENOUGH or key == size
    }
    leading = {key: min(distances) for key, distances in common.items()}
    double = {key: max(distances) for key, distances in common.items() if max(distances) > _WIDER * leading[key]}
    usual = leading.get(size, 1.2 * size)
    for above, row in pairwise(rows):
        if row.leading is None or abs(row.line.size - size) > 0.5 or not ends(above):
            continue
        indented += row.line.box[0] - row.left > 0.7 * size and row.leading < 1.2 * usual
        apart += row.leading > 1.2 * usual and row.line.box[0] - row.left < 0.7 * size
    full = sum(abs(row.line.box[2] - row.right) < 4 for row in rows)
    return Style(size, leading, double, _spaced(rows, double), indented > apart, full > 0.5 * len(rows))


def _half(points: float) -> float:
    return round(points * 2) / 2


def _spaced(rows: Sequence[Row], double: Mapping[float, float]) -> frozenset[tuple[int, float]]:
    """Return what follows a full row by the greater distance, as a row beside it does, by page index and baseline."""
    if not double:
        return frozenset()
    apart = [row.leading is not None and _half(row.leading) == double.get(_half(row.line.size)) for row in rows]
    return frozenset(
        (row.line.page, row.line.baseline)
        for i, (above, row) in enumerate(pairwise(rows), start=1)
        if apart[i] and (apart[i - 1] or apart[i + 1 : i + 2] == [True]) and is_full(above)
    )


def _common(counts: Counter[float]) -> list[float]:
    """Return the most common distance, and others that are about as common."""
    top = counts.most_common(1)[0][1]
    return [distance for distance, count in counts.items() if count >= 0.5 * top]


def is_full(row: Row) -> bool:
    """Tell whether the row reaches the right edge, as all rows of running text but a paragraph's last do."""
    return row.line.box[2] > row.right - 2 * row.line.size


def is_bold(row: Row) -> bool:
    """Tell whether all the row's words are bold."""
    if not any(run.bold for run in row.line.runs):
        return False
    words = [run for run in row.line.runs if any(map(str.isalnum, run.text))]
    return bool(words) and all(run.bold for run in words)


def is_typed(row: Row) -> bool:
    """Tell whether all of a row is from a typewriter, but for a number at its head."""
    if not any(run.typed for run in row.line.runs):
        return False
    runs = [run for run in row.line.runs if run.text.strip()]
    return runs[-1].typed and all(run.typed or (run is runs[0] and run.text.strip().isdecimal()) for run in runs)


def is_table_row(row: Row) -> bool:
    """Tell whether the row falls into cells."""
    return row.gaps >= 1


def near(row: Row, above: Row, ems: float) -> bool:
    """Tell whether a row follows within so many ems of the one above in its segment."""
    return row.leading is not None and row.leading < ems * max(row.line.size, above.line.size)


def ends(row: Row) -> bool:
    """Tell whether a row ends a sentence; a note's mark may stand behind the stop."""
    return _TERMINAL.search(row.line.text.rstrip(" 0123456789*†")) is not None


def same_size(row: Row, above: Row) -> bool:
    """Tell whether two rows share a size: run-in capitals are set smaller than the words behind them."""
    if abs(row.line.size - above.line.size) <= _SAME_SIZE:
        return True
    sizes = [{round(run.size * 2) for run in each.line.runs if len(run.text.strip()) > 1} for each in (row, above)]
    return bool(sizes[0] & sizes[1])
