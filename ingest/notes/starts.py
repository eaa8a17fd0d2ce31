"""Where one note ends and the next begins: the labels inside footnote zones and endnote lists as one sequence."""

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from ingest.layout.marks import FIGURES, Mark, Start
from ingest.layout.rows import Row

_WINDOW = 40
"""Candidates looked back at: between two notes no more false labels stand than that."""
_STOPS = (".", "!", "?", "”", '"', "»", "“", "’", ")", "]", ";")
_ALONE = 3
"""Numbers in a row that need no marker."""
_RESTART = -1.5
_NEW_PAGE = 0.8
_SPENT = 3.5
"""What a mark on the page speaks for a label, and its absence against it."""
_UNCALLED = -1.0
"""What speaks against a label that no mark nearby calls."""
_UNHEARD = -2.5
"""The same where nearly all labels are called: the rows of a table count on from 1, too."""
_NEARLY_ALL = 0.9
_BARE = -3.0
"""What speaks against a number alone on its line, the end of "see folder | 12.", where words follow most labels."""
_BARE_SHARE = 0.3
"""Of the labels, the share from which numbers alone on their lines are the document's way to print them."""


def choose(
    rows: Sequence[Row],
    zone: Sequence[int],
    starts: Mapping[int, Start],
    marks: Sequence[Mark],
    inner: Sequence[Mark] = (),
) -> list[Start]:
    """Return the rows of a zone that open a note, in order.

    "12 March 2015" at a line's head is no note 12 where 11 was long ago; "9" is, where 8 came before and the page
    has a marker 9. Each candidate is weighed by itself and against the one before; the best chain wins.

    Args:
        rows: The document's rows.
        zone: Row indexes of the zones, ascending.
        starts: Rows that open with a label.
        marks: Marks of the running text.
        inner: Marks inside the zones that may open a note in mid-line.
    """
    called: dict[tuple[int, str], str] = {}
    times = Counter((rows[mark.row].line.page, mark.label) for mark in marks)
    for mark in marks:
        key = (rows[mark.row].line.page, mark.label)
        if called.get(key) != "sure":
            called[key] = "doubtful" if mark.form in FIGURES or mark.doubtful else "sure"
    candidates = [starts[i] for i in zone if i in starts]
    opened = {(rows[start.row].line.page, start.label) for start in candidates}
    calls = {start: _call(rows, start, called, opened) for start in candidates}
    weights = _weights(rows, zone, candidates, called, calls)
    # The points "1.", "2." inside a note are not what the page's marks call.
    weights = [weight - _SPENT * again for weight, again in zip(weights, _again(rows, candidates, times), strict=True)]
    numbers = [k for k, start in enumerate(candidates) if start.label.isdigit()]
    heard = {k for k, number in enumerate(numbers) if calls[candidates[number]] == "sure"}
    linked = set(_chain(rows, [candidates[k] for k in numbers], [weights[k] for k in numbers], inner, heard))
    if len(linked) < _ALONE and not any(
        (rows[candidates[numbers[k]].row].line.page, candidates[numbers[k]].label) in called for k in linked
    ):
        # "358– | 466." broken over two lines, where the notes go by letters.
        linked = set()
    chosen = [candidates[k] for position, k in enumerate(numbers) if position in linked]
    chosen += [
        start for start, weight in zip(candidates, weights, strict=True) if not start.label.isdigit() and weight >= 2
    ]
    return sorted(chosen, key=lambda start: start.row)


def _weights(
    rows: Sequence[Row],
    zone: Sequence[int],
    candidates: Sequence[Start],
    called: Mapping[tuple[int, str], str],
    calls: Mapping[Start, str | None],
) -> list[float]:
    """What speaks for each candidate by itself: its form and place, as those of its document that marks call have them.

    Args:
        rows: The document's rows.
        zone: Row indexes of the zones, ascending.
        candidates: Rows that open with a label.
        called: How surely the marks of a page call a label, by page and label.
        calls: How surely any mark calls each candidate.
    """
    indents = Counter(
        _indent(rows, start) for start in candidates if (rows[start.row].line.page, start.label) in called
    )
    forms = Counter(
        (start.raised, start.stopped)
        for start in candidates
        if called.get((rows[start.row].line.page, start.label)) == "sure"
    )
    form = forms.most_common(1)[0][0] if forms else None
    common = {indent for indent, count in indents.items() if count >= 0.15 * sum(indents.values())}
    above = {i: j for j, i in pairwise(zone)}
    bare = {start for start in candidates if not rows[start.row].line.text[start.end :].strip()}
    against = _BARE if len(bare) < _BARE_SHARE * len(candidates) else 0.0
    alone = _UNHEARD if _hear(calls) else _UNCALLED
    return [
        _weigh(rows, start, above.get(start.row), common)
        + {"sure": 2.5, "doubtful": 0.7}.get(calls[start] or "", alone)
        # "1 <document>" in a listing is no note where notes begin "4. https://".
        - (1.5 if form and form != (start.raised, start.stopped) and start.label.isdigit() else 0.0)
        + (against if start in bare else 0.0)
        for start in candidates
    ]


def _again(rows: Sequence[Row], candidates: Sequence[Start], times: Mapping[tuple[int, str], int]) -> Iterator[bool]:
    """Yield for each candidate whether those before it on its page have used up the marks of its label.

    What goes on in small letters, as most points of a list do, uses up none.
    """
    seen: Counter[tuple[int, str]] = Counter()
    for start in candidates:
        key = (rows[start.row].line.page, start.label)
        yield 0 < times.get(key, 0) <= seen[key]
        seen[key] += not _goes_on(rows, start)


def _goes_on(rows: Sequence[Row], start: Start) -> bool:
    return not start.raised and rows[start.row].line.text[start.end :].lstrip()[:1].islower()


def _call(
    rows: Sequence[Row], start: Start, called: Mapping[tuple[int, str], str], opened: Collection[tuple[int, str]]
) -> str | None:
    """Return how surely a mark calls a label.

    Typesetters let a note slip to the page behind its marker, and the marker to the page behind its note; but a mark
    that has a label on its own page calls no other.
    """
    page = rows[start.row].line.page
    calls = [called.get((page, start.label))]
    calls += [called.get((on, start.label)) for on in (page - 1, page + 1) if (on, start.label) not in opened]
    return next((kind for kind in calls if kind), None)


def _hear(calls: Mapping[Start, str | None]) -> bool:
    """Tell whether nearly all the numbers that surely open notes are called by marks that are surely marks."""
    sure = [start for start, call in calls.items() if start.label.isdigit() and call == "sure"]
    numbers = {int(start.label) for start in sure}
    return len(sure) >= 2 * _ALONE and len(numbers) >= _NEARLY_ALL * (max(numbers) - min(numbers) + 1)


def _indent(rows: Sequence[Row], start: Start) -> int:
    row = rows[start.row]
    return round((row.line.box[0] - row.left) / 4)


def _weigh(
    rows: Sequence[Row],
    start: Start,
    above: int | None,
    common: set[int],
) -> float:
    line = rows[start.row].line
    weight = (2.5 if start.raised or start.sure else 0.0) + (0.7 if start.stopped else 0.0)
    weight += 0.4 if not common or _indent(rows, start) in common else -0.8
    if above is None or rows[above].line.page != line.page:
        weight += 0.5
    elif not rows[above].line.text.rstrip().endswith(_STOPS):
        # "28 | November 2008" broken over two lines
        weight -= 1.2
    if _goes_on(rows, start):
        weight -= 0.8
    return weight


def _chain(
    rows: Sequence[Row],
    candidates: Sequence[Start],
    weights: Sequence[float],
    inner: Sequence[Mark],
    heard: Collection[int],
) -> list[int]:
    """Return the candidates of the best chain; those `heard` by a mark are looked back at over any listing."""
    best: list[float] = []
    before: list[int] = []
    counted = [_counted(start, inner) for start in candidates]
    called: deque[int] = deque(maxlen=_WINDOW)
    for j, start in enumerate(candidates):
        value = int(start.label)
        top, previous = -0.15 * min(value - 1, 12), -1
        near = max(0, j - _WINDOW)
        for i in chain((k for k in called if k < near), range(near, j)):
            other = candidates[i]
            step = value - int(other.label) - bisect_left(counted[i], start.row)
            new_page = rows[other.row].line.page != rows[start.row].line.page
            total = best[i] + _step(step, value, new_page)
            if total > top:
                top, previous = total, i
        best.append(top + weights[j])
        before.append(previous)
        if j in heard:
            called.append(j)
    if not best:
        return []
    j = max(range(len(best)), key=best.__getitem__)
    out = []
    while j >= 0:
        out.append(j)
        j = before[j]
    return out


def _counted(start: Start, inner: Sequence[Mark]) -> list[int]:
    """Return the rows in which the next note, and the one after that, opens in mid-line behind one that a row opens."""
    last = int(start.label)
    out: list[int] = []
    for mark in inner:
        behind = mark.row > start.row or (mark.row == start.row and mark.start >= start.end)
        if behind and mark.label == str(last + len(out) + 1):
            out.append(mark.row)
    return out


def _step(step: int, value: int, new_page: bool) -> float:
    if step == 1:
        return 1.5
    if 1 < step <= 6:
        return -0.8 * (step - 1)
    if value <= 2 and step <= 0:
        return _RESTART + _NEW_PAGE * new_page - 2.0 * (value - 1)
    return -8.0
