"""Marks that their order tells: figures as large as the text, which a blank may part from their word.

"leurs réserves. 2 Les bases" calls note 2 where the rows at the page's foot open with "1.", "2." and "3.", and the text
above has these figures in that order. They are looked for where no other marks call the notes, not even figures
without a blank.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ingest.layout.marks import FIGURES, Mark, Start
from ingest.layout.rows import Row
from ingest.layout.setting import is_bold
from ingest.notes import endnotes
from ingest.notes.align import Target, align
from ingest.notes.seeds import Evidence, under_rule
from ingest.pdf.raw import RawPage

_LEAST = 3
"""Notes that an order needs."""
_CALLED = 0.5
"""Of the notes, the share that other marks may call; where they call more, they are the document's way."""
_FOUND, _PLACED = 0.8, 0.6
"""Of the notes, the share that figures must call, and that figures must call which stand as marks do."""
_SMALLER = 0.3
"""Points by which notes are set smaller than the text."""
_SMALL = 0.92
"""Of a row's letters, the size of a figure that is a mark though nothing raises it."""
_ROOM = 3.0
"""Sizes of the type that a row has left at its end at most, where its mark went to the next row."""
_FIGURE = re.compile(r"(?:^[\[(]?|(?<=\s))(\d{1,3})[\])]?(?=[\s.,;:!?»”’]|$)(?!\s?[\d%°])")
_AMONG = re.compile(r"\s*[,;]?\s*(?:[^\W\d_A-Z]{1,3}\s)?\d")
"""What goes on with another figure: "the values 0, 1, 2 and 3"."""
_STOPS = (".", "!", "?", ",", ";", ":", "”", "»", "’", '"', ")")
_SHORTENED = re.compile(r"(?:^|[\s(])[^\W\d_]{1,5}\.$")
"""What may be a word cut short: "p. 3", "Fig. 3"."""
_COUNTED = re.compile(
    r"\b(?:[A-Z]\w*|pages?|paragraph[es]*|articles?|sections?|chapters?|chapitres?|notes?|figures?|tables?|nos?|nr)$"
)
"""What a figure before a stop numbers: "see chapter 3.", "in Part 2, …"."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """Notes that count on from each other at the foot of a column, or in a list."""

    starts: Sequence[Start]
    foot: bool
    text: range
    """Rows among which their marks stand."""
    last: int
    """Their last row, as far as it is known."""


def ordered(
    pages: Sequence[RawPage], rows: Sequence[Row], found: Sequence[Mark], heads: Mapping[int, Start], size: float
) -> list[Mark]:
    """Return the figures that are marks by their order; none where other marks call the notes.

    Args:
        pages: The raw pages, for their rules.
        rows: The document's rows.
        found: All other marks.
        heads: Rows that open with a label.
        size: Of the text, in points.
    """
    if _answer_each_other(rows, found, heads):
        return []
    lists = list(_lists(rows, heads))
    listed = {start.row for each in lists for start in each.starts}
    feet = _feet(pages, rows, {i: head for i, head in heads.items() if i not in listed}, size)
    asked = [*feet, *lists]
    notes = [
        Target(start.label, rows[start.row].line.page, start.row, each.foot) for each in asked for start in each.starts
    ]
    if len(notes) < _LEAST:
        return []
    labels: dict[int, set[str]] = {}
    for each in asked:
        for i in each.text:
            labels.setdefault(i, set()).update(start.label for start in each.starts)
    for each in asked:
        for i in range(each.starts[0].row, each.last + 1):
            labels.pop(i, None)
    others = [mark for mark in found if mark.label in labels.get(mark.row, ())]
    if _called(rows, others, notes) > _CALLED * len(notes):
        return []
    figures = [mark for mark in others if mark.form in FIGURES and not _counts_an_issue(rows[mark.row], mark)]
    if len(align(rows, figures, notes)) >= _FOUND * len(notes):
        return []
    places = [*_parted(rows, labels), *(replace(mark, form="ordered", doubtful=False) for mark in figures)]
    calls = [call.mark for call in align(rows, sorted(places, key=lambda mark: (mark.row, mark.start)), notes)]
    if len(calls) < _FOUND * len(notes) or sum(not mark.doubtful for mark in calls) < _PLACED * len(notes):
        return []
    times = Counter((rows[mark.row].line.page, mark.label) for mark in places)
    alone = [mark for mark in calls if not mark.doubtful or times[rows[mark.row].line.page, mark.label] == 1]
    return [replace(mark, doubtful=False) for mark in alone]


def _answer_each_other(rows: Sequence[Row], found: Sequence[Mark], heads: Mapping[int, Start]) -> bool:
    """Tell at a glance whether most labels that open rows stand on their pages as marks that are more than figures."""
    marked = {(rows[mark.row].line.page, mark.label) for mark in found if not mark.doubtful}
    opened = {(rows[i].line.page, head.label) for i, head in heads.items() if head.label.isdigit()}
    return len(marked & opened) > _CALLED * len(opened)


def _feet(pages: Sequence[RawPage], rows: Sequence[Row], heads: Mapping[int, Start], size: float) -> Iterator[_Asked]:
    """Yield the notes at the foot of each column: in smaller letters than the text, or below a short rule."""
    evidence = Evidence(rows, {}, heads, {page.index: page.rules for page in pages})
    for _, page in groupby(range(len(rows)), key=lambda i: rows[i].line.page):
        on_page = list(page)
        for _, group in groupby(on_page, key=lambda i: rows[i].segment):
            column = list(group)
            numbered = [i for i in column if i in heads and heads[i].label.isdigit() and heads[i].label != "0"]
            opened = [heads[i] for i in numbered if not is_bold(rows[i])]
            if not opened:
                continue
            above = next((i for i in reversed(column) if rows[i].line.size >= size - _SMALLER), -1)
            ruled = next((start.row for start in reversed(opened) if under_rule(evidence, start.row) == 1), above + 1)
            run = _longest([start for start in opened if start.row >= min(ruled, above + 1)])
            if run:
                yield _Asked(run, True, range(on_page[0], on_page[-1] + 1), column[-1])


def _longest(starts: Sequence[Start]) -> list[Start]:
    """Return the longest run of labels that count on by one, each the next of its number."""
    nearest: dict[int, int] = {}
    length, behind = [1] * len(starts), [-1] * len(starts)
    for at in range(len(starts) - 1, -1, -1):
        number = int(starts[at].label)
        if (following := nearest.get(number + 1, -1)) >= 0:
            length[at], behind[at] = length[following] + 1, following
        nearest[number] = at
    run = []
    at = max(range(len(starts)), key=length.__getitem__, default=-1)
    while at >= 0:
        run.append(starts[at])
        at = behind[at]
    return run


def _lists(rows: Sequence[Row], heads: Mapping[int, Start]) -> Iterator[_Asked]:
    """Yield the notes below each heading that says so; their marks stand behind the list before."""
    behind = 0
    for heading, run in endnotes.headed(rows, heads):
        yield _Asked(run, False, range(behind, heading), run[-1].row)
        behind = run[-1].row + 1


def _called(rows: Sequence[Row], others: Iterable[Mark], notes: Sequence[Target]) -> int:
    """Count the notes that marks call which are more than figures."""
    sure = {(page, mark.label) for mark in others if not mark.doubtful for page in (rows[mark.row].line.page, None)}
    return sum((note.page if note.foot else None, note.label) in sure for note in notes)


def _parted(rows: Sequence[Row], labels: Mapping[int, set[str]]) -> Iterator[Mark]:
    """Yield the figures that a blank parts from the word before, with the blank; doubtful where they may be numbers."""
    for i, asked in labels.items():
        text = rows[i].line.text
        for place in _FIGURE.finditer(text):
            if place[1] not in asked:
                continue
            before = text[: place.start()].rstrip()
            if before.count("(") > before.count(")"):
                # "(Mac Ginty 2008; Richmond 2014: 3)"
                continue
            if not before:
                if not _went_on(rows, i):
                    continue
                before = rows[i - 1].line.text.rstrip()
            stands = _is_small(rows[i], place.start(1)) or _stands(before, text[place.end() :])
            yield Mark(i, len(text[: place.start()].rstrip()), place.end(), place[1], "ordered", doubtful=not stands)


def _counts_an_issue(row: Row, mark: Mark) -> bool:
    """Tell whether a number in brackets is a volume's issue: "11(1)"."""
    return row.line.text[: mark.start][-1:].isdigit()


def _went_on(rows: Sequence[Row], i: int) -> bool:
    """Tell whether what opens a row may belong to the one above, which is full."""
    row, above = rows[i], rows[i - 1] if i else rows[i]
    together = above.line.page == row.line.page and above.segment == row.segment
    full = above.right - above.line.box[2] < _ROOM * row.line.size
    return i > 0 and together and full and row.line.box[0] - row.left < 0.5 * row.line.size


def _is_small(row: Row, offset: int) -> bool:
    """Tell whether a character is set smaller than the letters of its row."""
    position = 0
    for run in row.line.runs:
        position += len(run.text)
        if offset < position:
            return run.size < _SMALL * row.line.size
    return False


def _stands(before: str, behind: str) -> bool:
    """Tell whether a figure stands between these words as a mark does: behind a stop, or before the next one."""
    if _AMONG.match(behind) or before.rstrip(",; ")[-1:].isdigit():
        return False
    if before.endswith(_STOPS):
        goes_on = behind.lstrip()[:1]
        return not goes_on.islower() if _SHORTENED.search(before) else True
    return behind.startswith(_STOPS) and before[-1:].isalpha() and not _COUNTED.search(before)
