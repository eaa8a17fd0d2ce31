"""Footnote zones: which rows at the foot of each column belong to notes.

Each document teaches its own note style: where a marker and a row that opens with the same label stand on one page,
the rows below that label are notes and the rows above it are text. Sizes that tell the two apart are learned from
those places; then every column is cut where size, rule, gap, labels and markers together speak loudest.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from ingest.layout.marks import FIGURES, Mark, Start
from ingest.layout.rows import Row
from ingest.layout.setting import is_bold
from ingest.notes.look import WORDED, Look, leading_of, letters_of, log_odds, size_of
from ingest.notes.seeds import Evidence, in_text, seeds, under_rule
from ingest.pdf.raw import RawPage

_LEAST = 3.0
"""Evidence that a zone needs."""
_SURE = 2.5
"""What a label speaks for a note that nothing but a note has, or that a mark of the text calls."""
_RULED = 0.7
"""Of the pages that surely have notes, the share whose rule makes rules the document's way."""
_LARGER = 1.08
"""Of a note's size, what sets the text apart from it at least."""
_GAP = 2.6
"""In ems: a distance between lines that no note has inside."""
_MOST_PAGES = 3
"""Pages that one note goes on over after its own; what seems to go on longer is text that is set as small."""
_ENDS = (".", "!", "?", "”", '"', "»")


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
    sure = seeds(evidence, spread)
    if not any(sure.values()):
        return set()
    look = _learn(evidence, spread, sure)
    zones: set[int] = set()
    last = ""
    running = unfinished = False
    going_on: list[list[int]] = []
    for page in spread:
        found = _without_asides(evidence, page, _page_zone(evidence, page, look, last, running, unfinished))
        zones.update(_islands(evidence, page, look, set(found), sure[rows[page[0]].line.page]))
        zones.update(found)
        here = {mark.label for i in page for mark in by_row.get(i, ())}
        opened = any(i in starts and starts[i].label in here for i in found)
        for i in found:
            if i in starts and _follows(starts[i].label, last, starts[i].raised):
                last, opened = starts[i].label, True
        going_on = [*going_on, found] if found and not opened else []
        if len(going_on) > _MOST_PAGES:
            zones.difference_update(*going_on)
            found, going_on = [], []
        running, unfinished = bool(found), bool(found) and not _ends(rows[found[-1]])
    return zones


def _follows(label: str, last: str, raised: bool) -> bool:
    if not label.isdigit() or not last:
        return label.isdigit()
    return 0 < int(label) - int(last) <= 5 or (raised and (int(label) == 1 or 0 < int(label) - int(last) <= 30))


def _learn(evidence: Evidence, spread: Sequence[Sequence[int]], sure: Mapping[int, Sequence[int]]) -> Look:
    """Learn the look of notes from the rows at and below the labels that are sure, that of text from the others.

    What is larger than all these labels' rows, below the notes of a table, shows neither.
    """
    sizes: tuple[Counter[float], Counter[float]] = (Counter(), Counter())
    leadings: tuple[Counter[float], Counter[float]] = (Counter(), Counter())
    for page in spread:
        found = sure[evidence.rows[page[0]].line.page]
        first = {evidence.rows[i].segment: i for i in reversed(found)}
        largest = _LARGER * max((evidence.rows[i].line.size for i in found), default=0.0)
        for i in page:
            row = evidence.rows[i]
            text = not (row.segment in first and i >= first[row.segment])
            if not text and row.line.size > largest:
                continue
            sizes[text][size_of(row)] += len(row.line.text)
            if leading_of(row):
                leadings[text][leading_of(row)] += len(row.line.text)
    return Look(log_odds(*sizes), log_odds(*leadings), _mostly_ruled(evidence, spread, sure))


def _mostly_ruled(evidence: Evidence, spread: Sequence[Sequence[int]], sure: Mapping[int, Sequence[int]]) -> bool:
    """Tell whether a short rule stands above the notes of nearly every page."""
    rows = evidence.rows
    noted = [(page, found[0]) for page in spread for found in [sure[rows[page[0]].line.page]] if found]
    ruled = sum(
        any(i <= first and rows[i].segment == rows[first].segment and under_rule(evidence, i) == 1 for i in page)
        for page, first in noted
    )
    return ruled >= _RULED * len(noted)


def _page_zone(
    evidence: Evidence, page: Sequence[int], look: Look, last: str, running: bool, unfinished: bool
) -> list[int]:
    """Return the rows of one page that are notes, in reading order.

    `running` says that the page before ends with a note, `unfinished` that its last sentence is open.
    """
    rows = evidence.rows
    segments = [list(members) for _, members in groupby(page, key=lambda i: rows[i].segment)]
    marks: dict[str, Mark] = {}
    for i in page:
        for mark in evidence.marks.get(i, ()):
            if in_text(evidence, mark):
                marks.setdefault(mark.label, mark)
    expected = str(int(last) + 1) if last.isdigit() else "1"
    out: set[int] = set()
    full: set[int] = set()
    for number in _upwards(rows, segments):
        segment = segments[number]
        below = [other for other in segments if other is not segment and _is_below(rows, other, segment)]
        if any(not full.issuperset(other) for other in below):
            continue
        # A note may go on in the next column as it does on the next page.
        beside = segments[number - 1][-1] if number and segments[number - 1][-1] in out else None
        open_note = unfinished if beside is None else not _ends(rows[beside])
        cut = _cut(evidence, segment, look, marks, expected, running or bool(out), open_note)
        if cut is not None:
            out.update(segment[cut:])
            if cut == 0:
                full.update(segment)
    return [i for i in page if i in out]


def _without_asides(evidence: Evidence, page: Sequence[int], found: Sequence[int]) -> list[int]:
    """Leave out what stands apart below a page's notes, a figure or a table, up to the next label that a mark calls."""
    rows = evidence.rows
    open_labels = {mark.label for i in page for mark in evidence.marks.get(i, ())}
    out: list[int] = []
    aside = False
    for before, i in zip([None, *found], found, strict=False):
        if before is None or rows[before].segment != rows[i].segment:
            aside = False
        else:
            size = max(rows[i].line.size, rows[before].line.size)
            aside = aside or (rows[i].leading or 0.0) > _GAP * size
        start = evidence.starts.get(i)
        if start is not None and (start.raised or start.sure or start.label in open_labels):
            open_labels.discard(start.label)
            aside = False
        if not aside:
            out.append(i)
    return out


def _upwards(rows: Sequence[Row], segments: Sequence[Sequence[int]]) -> Iterator[int]:
    """Yield the segments from the page's foot upwards, those beside each other in reading order."""
    left = list(range(len(segments)))
    while left:
        lowest = [
            one
            for one in left
            if not any(_is_below(rows, segments[other], segments[one]) for other in left if other != one)
        ]
        one = min(lowest or left)
        left.remove(one)
        yield one


def _ends(row: Row) -> bool:
    return row.line.text.rstrip().endswith(_ENDS)


def _islands(evidence: Evidence, page: Sequence[int], look: Look, found: set[int], sure: Sequence[int]) -> set[int]:
    """Return notes that do not stand at the column's foot: above a figure that floats there, below a table."""
    rows = evidence.rows
    out: set[int] = set()
    for seed in sure:
        # "2. A Word without a Definition" in bold is a heading, as small as it may be.
        if seed in found or seed in out or look.odds(rows[seed]) < 0.7 or is_bold(rows[seed]):
            continue
        for i in page[page.index(seed) :]:
            row = rows[i]
            near = row.leading is not None and row.leading < 1.6 * row.line.size and row.segment == rows[seed].segment
            if i != seed and not (near and abs(size_of(row) - size_of(rows[seed])) < 0.5 and row.gaps == 0):
                break
            out.add(i)
    return out


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
    met: set[str] = set()
    for k in range(len(segment) - 1, -1, -1):
        i = segment[k]
        label = evidence.starts[i].label if i in evidence.starts else ""
        # A mark calls one note, the lowest of its label: "[7]" in a list of works above note 7 is something else.
        called = label not in met and label in marks and marks[label].row != i
        below += _row_weight(evidence, i, look, marks, expected, called)
        bonus = _boundary(evidence, look, i, k, expected, called, running, unfinished)
        if bonus is not None and below + bonus > best_score:
            best, best_score = k, below + bonus
        met.add(label)
    return best


def _row_weight(
    evidence: Evidence, i: int, look: Look, marks: Mapping[str, Mark], expected: str, called: bool
) -> float:
    """Weigh how much a row looks like part of a note; `called` says that a mark of the text calls its label."""
    row = evidence.rows[i]
    weight = look.odds(row)
    letters = letters_of(row)
    if letters < 8:
        # Years, figures and axis labels of a chart are set as small as notes are.
        weight = min(weight, 0.3 if letters > 2 else -0.5)
    weight -= 0.8 * row.gaps
    start = evidence.starts.get(i)
    if start is not None and start.sure:
        weight += _SURE
    elif start is not None and called:
        mark = marks[start.label]
        weight += 0.5 if mark.form in FIGURES or mark.doubtful else _SURE
    for mark in evidence.marks.get(i, ()):
        # Markers stand in text. A raised edition number in a note has no row that opens with it.
        if mark.form == "raised" and not mark.doubtful and mark.label.isdigit() and in_text(evidence, mark):
            if marks[mark.label].row < i and look.odds(row) > 0:
                # The second of its number, in small letters, opens a note in mid-line.
                continue
            weight -= 3.0 if int(mark.label) >= int(expected) and int(mark.label) - int(expected) < 40 else 0.5
    return weight


def _boundary(
    evidence: Evidence,
    look: Look,
    i: int,
    k: int,
    expected: str,
    called: bool,
    running: bool,
    unfinished: bool,
) -> float | None:
    """Weigh how much a zone seems to begin with this row; None where it cannot."""
    row = evidence.rows[i]
    ruled = under_rule(evidence, i)
    apart = row.leading is None or row.leading > 1.45 * row.line.size or k == 0
    bonus = 3.0 * ruled + 0.7 * apart
    start = evidence.starts.get(i)
    if start is not None:
        bonus += 2.0 * called
        if start.label == expected:
            bonus += 2.0
        if start.raised or start.sure or called or start.label == expected or ruled:
            # Where a sentence is open from the page before, its rest comes first.
            return bonus + 2.0 * start.sure - 2.0 * unfinished
    # The rest of a note from the page or column before, or rows that a rule sets off above the first label.
    letters = letters_of(row)
    words = row.gaps == 0 and letters >= (4 if unfinished and (ruled >= 1 or look.odds(row) > 1) else WORDED)
    bare = ruled < 1 and look.ruled
    wide = row.leading is not None and row.leading > 2 * row.line.size and look.odds(row) >= 0
    if words and ((unfinished and (ruled or apart)) or (running and (ruled >= 1 or (wide and not bare)))):
        opens_low = row.line.text.lstrip()[:1].islower()
        return bonus + (3.0 + opens_low - 1.5 * bare if unfinished else -1.0)
    return None
