"""Footnote zones: which rows at the foot of each column belong to notes.

Each document teaches its own note style: where a marker and a row that opens with the same label stand on one page,
the rows below that label are notes and the rows above it are text. Sizes that tell the two apart are learned from
those places; then every column is cut where size, rule, gap, labels and markers together speak loudest.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.look import Look, leading_of, log_odds, size_of
from ingest.marks import FIGURES, Mark, Start
from ingest.pages import RawPage, Rule
from ingest.rows import Row

_LEAST = 3.0
"""Evidence that a zone needs."""
_ENDS = (".", "!", "?", "”", '"', "»")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the zones of a document are judged by."""

    rows: Sequence[Row]
    marks: Mapping[int, Sequence[Mark]]
    """Marks of each row."""
    starts: Mapping[int, Start]
    """Rows that open with a label."""
    rules: Mapping[int, Sequence[Rule]]
    """Rules of each page."""


def find(
    pages: Sequence[RawPage],
    rows: Sequence[Row],
    marks: Sequence[Mark],
    starts: Mapping[int, Start],
    listed: Collection[int] = (),
) -> set[int]:
    """Return the indexes of the rows that belong to footnotes.

    Args:
        pages: The raw pages, for their rules.
        rows: The document's rows.
        marks: All marks.
        starts: Rows that open with a label.
        listed: Rows of endnote lists, which are not looked at.
    """
    by_row: dict[int, list[Mark]] = {}
    for mark in marks:
        by_row.setdefault(mark.row, []).append(mark)
    evidence = Evidence(rows, by_row, starts, {page.index: page.rules for page in pages})
    looked_at = [i for i in range(len(rows)) if i not in listed]
    spread = [list(members) for _, members in groupby(looked_at, key=lambda i: rows[i].line.page)]
    seeds = {rows[page[0]].line.page: _seeds(evidence, page) for page in spread}
    if not any(seeds.values()):
        return set()
    look = _learn(evidence, spread, seeds)
    zones: set[int] = set()
    last = ""
    running = unfinished = False
    for page in spread:
        found = _page_zone(evidence, page, look, last, running, unfinished)
        islands = _islands(evidence, page, look, set(found), seeds[rows[page[0]].line.page])
        if islands:
            zones.update(islands)
        zones.update(found)
        for i in found:
            if i in starts and _follows(starts[i].label, last, starts[i].raised):
                last = starts[i].label
        running = bool(found)
        unfinished = running and not rows[found[-1]].line.text.rstrip().endswith(_ENDS)
    return zones


def _follows(label: str, last: str, raised: bool) -> bool:
    if not label.isdigit():
        return False
    if not last:
        return True
    return 0 < int(label) - int(last) <= 5 or (raised and (int(label) == 1 or 0 < int(label) - int(last) <= 30))


def _seeds(evidence: Evidence, page: Sequence[int]) -> list[int]:
    """Return the rows of a page that open a note for which the page has a marker above."""
    marks: dict[str, list[Mark]] = {}
    for i in page:
        for mark in evidence.marks.get(i, ()):
            start = evidence.starts.get(i)
            if start is None or mark.start >= start.end:
                marks.setdefault(mark.label, []).append(mark)
    out = []
    for i in page:
        start = evidence.starts.get(i)
        if start is None:
            continue
        # In a scan the marks are misread more often than not, the labels seldom.
        if start.slash or any(_answers(evidence, start, mark) for mark in marks.get(start.label, ())):
            out.append(i)
    return out


def _answers(evidence: Evidence, start: Start, mark: Mark) -> bool:
    """Tell whether a label at a row's head surely answers to a mark on the same page."""
    if mark.row == start.row:
        return False
    note, text = evidence.rows[start.row], evidence.rows[mark.row]
    beside = note.segment != text.segment
    if (not beside and mark.row > start.row) or (
        beside and note.line.baseline < text.line.baseline - 60 and not start.raised
    ):
        return False
    smaller = size_of(note) < size_of(text) - 0.3
    if mark.linked is not None and mark.linked.page == note.line.page:
        return True
    if mark.form in FIGURES or mark.doubtful:
        return smaller and not text.line.text[mark.end :].lstrip()[:1].isdigit()
    if mark.form == "slash":
        return start.stopped
    return smaller or start.raised or _ruled(evidence, start.row) > 0


def _learn(evidence: Evidence, spread: Sequence[Sequence[int]], seeds: Mapping[int, Sequence[int]]) -> Look:
    """Learn the look of notes from the rows at and below the labels that are sure, that of text from the others."""
    sizes: tuple[Counter[float], Counter[float]] = (Counter(), Counter())
    leadings: tuple[Counter[float], Counter[float]] = (Counter(), Counter())
    for page in spread:
        found = seeds[evidence.rows[page[0]].line.page]
        first = {evidence.rows[i].segment: i for i in reversed(found)}
        for i in page:
            row = evidence.rows[i]
            text = not (row.segment in first and i >= first[row.segment])
            sizes[text][size_of(row)] += len(row.line.text)
            if leading_of(row):
                leadings[text][leading_of(row)] += len(row.line.text)
    return Look(log_odds(*sizes), log_odds(*leadings))


def _page_zone(
    evidence: Evidence, page: Sequence[int], look: Look, last: str, running: bool, unfinished: bool
) -> list[int]:
    """Return the rows of one page that are notes, in reading order.

    `running` says that the page before ends with a note, `unfinished` that its last sentence is open.
    """
    rows = evidence.rows
    segments = [list(members) for _, members in groupby(page, key=lambda i: rows[i].segment)]
    marks = {mark.label: mark for i in page for mark in evidence.marks.get(i, ()) if _inside(evidence, mark)}
    expected = str(int(last) + 1) if last.isdigit() else "1"
    out: set[int] = set()
    full: set[int] = set()
    for segment in sorted(segments, key=lambda members: -rows[members[-1]].line.baseline):
        below = [other for other in segments if other is not segment and _is_below(rows, other, segment)]
        if any(not full.issuperset(other) for other in below):
            continue
        cut = _cut(evidence, segment, look, marks, expected, running or bool(out), unfinished)
        if cut is not None:
            out.update(segment[cut:])
            if cut == 0:
                full.update(segment)
    return [i for i in page if i in out]


def _islands(evidence: Evidence, page: Sequence[int], look: Look, found: set[int], seeds: Sequence[int]) -> set[int]:
    """Return notes that do not stand at the column's foot: above a figure that floats there, below a table."""
    rows = evidence.rows
    out: set[int] = set()
    for seed in seeds:
        if seed in found or seed in out or look.odds(rows[seed]) < 0.7:
            continue
        for i in page[page.index(seed) :]:
            row = rows[i]
            near = row.leading is not None and row.leading < 1.6 * row.line.size and row.segment == rows[seed].segment
            if i != seed and not (near and abs(size_of(row) - size_of(rows[seed])) < 0.5 and row.gaps == 0):
                break
            out.add(i)
    return out


def _inside(evidence: Evidence, mark: Mark) -> bool:
    start = evidence.starts.get(mark.row)
    return start is None or mark.start >= start.end


def _is_below(rows: Sequence[Row], other: Sequence[int], segment: Sequence[int]) -> bool:
    one, two = rows[segment[-1]].line, rows[other[-1]].line
    overlap = min(rows[segment[0]].right, rows[other[0]].right) - max(rows[segment[0]].left, rows[other[0]].left)
    return two.baseline > one.baseline + 2 and overlap > 5


def _cut(
    evidence: Evidence,
    segment: Sequence[int],
    look: Look,
    marks: Mapping[str, Mark],
    expected: str,
    running: bool,
    unfinished: bool,
) -> int | None:
    """Choose the row of a column that its notes begin with; None where it has none."""
    best, best_score = None, _LEAST
    below = 0.0
    for k in range(len(segment) - 1, -1, -1):
        i = segment[k]
        below += _row_weight(evidence, i, look, marks, expected)
        bonus = _boundary(evidence, look, i, k, marks, expected, running, unfinished)
        if bonus is not None and below + bonus > best_score:
            best, best_score = k, below + bonus
    return best


def _row_weight(evidence: Evidence, i: int, look: Look, marks: Mapping[str, Mark], expected: str) -> float:
    """Weigh how much a row looks like part of a note."""
    row = evidence.rows[i]
    weight = look.odds(row)
    letters = sum(map(str.isalpha, row.line.text))
    if letters < 8:
        # Years, figures and axis labels of a chart are set as small as notes are.
        weight = min(weight, 0.3 if letters > 2 else -0.5)
    weight -= 0.8 * row.gaps
    start = evidence.starts.get(i)
    if start is not None and start.label in marks and marks[start.label].row != i:
        mark = marks[start.label]
        weight += 0.5 if mark.form in FIGURES or mark.doubtful else 2.5
    for mark in evidence.marks.get(i, ()):
        # Markers stand in text. A raised edition number in a note has no row that opens with it.
        if mark.form == "raised" and not mark.doubtful and mark.label.isdigit() and _inside(evidence, mark):
            weight -= 3.0 if int(mark.label) >= int(expected) and int(mark.label) - int(expected) < 40 else 0.5
    return weight


def _boundary(
    evidence: Evidence,
    look: Look,
    i: int,
    k: int,
    marks: Mapping[str, Mark],
    expected: str,
    running: bool,
    unfinished: bool,
) -> float | None:
    """Weigh how much a zone seems to begin with this row; None where it cannot."""
    row = evidence.rows[i]
    ruled = _ruled(evidence, i)
    apart = row.leading is None or row.leading > 1.45 * row.line.size or k == 0
    bonus = 3.0 * ruled + 0.7 * apart
    start = evidence.starts.get(i)
    if start is not None:
        if start.label in marks and marks[start.label].row != i:
            bonus += 2.0
        if start.label == expected:
            bonus += 2.0
        if start.raised or start.slash or start.label in marks or start.label == expected or ruled:
            # Where a sentence is open from the page before, its rest comes first.
            return bonus + 2.0 * start.slash - 2.0 * unfinished
    # The rest of a note from the page or column before, or rows that a rule sets off above the first label.
    words = sum(map(str.isalpha, row.line.text)) >= 15 and row.gaps == 0
    wide = row.leading is not None and row.leading > 2 * row.line.size and look.odds(row) >= 0
    if words and ((unfinished and (ruled or apart)) or (running and (ruled >= 1 or wide))):
        opens_low = row.line.text.lstrip()[:1].islower()
        return bonus + (3.0 + opens_low if unfinished else -1.0)
    return None


def _ruled(evidence: Evidence, i: int) -> float:
    """Tell whether a short rule stands between this row and the one above: 1 if so, 0.4 for a long rule."""
    row = evidence.rows[i]
    line = row.line
    top = line.baseline - 1.1 * line.size
    reach = max(45.0, 2.5 * line.size)
    above = line.baseline - row.leading if row.leading is not None else 0.0
    best = 0.0
    for rule in evidence.rules.get(line.page, ()):
        if not max(above + 1, top - reach) < rule.y < line.baseline - 0.5 * line.size:
            continue
        if rule.x0 > row.left + 0.35 * (row.right - row.left) or rule.x1 < row.left:
            continue
        # An underlined word is ruled too, close below its letters.
        if rule.y - above < 0.3 * line.size and not rule.typed:
            continue
        short = rule.x1 - rule.x0 < 0.6 * (row.right - row.left)
        best = max(best, 1.0 if short or rule.typed else 0.4)
    return best
