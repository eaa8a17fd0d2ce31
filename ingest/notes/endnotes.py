"""Endnotes: lists of notes at the end of a chapter, an essay or the whole document."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.layout.marks import Mark, Start
from ingest.layout.rows import Row
from ingest.words.listheads import NOTES

_HEADING = re.compile(
    rf"\W*(?:\d+\.?\s*)?{NOTES}"
    r"(?:\W+(?:to|of|for|du|de|des|zum|zur|zu|del|al|della|dell)\b(?:\W+the)?\W*"
    r"(?:text|pages?|chapters?|chapitre|partie|introduction|conclusion|kapitel|einleitung|capítulo|capitolo).*)?\W*",
    re.IGNORECASE,
)
_LONGEST = 120
"""Characters of a heading."""
_SHARE = 0.6
"""Of a list's labels, the share that must have a mark in the text before it."""
_COVER = 0.7
"""Of the marks since the list before, the share that a list without a heading must answer."""
_FAR = 120
"""Rows that one note may run over: two and a half pages of an essay kept for the back of the book."""
_LEAST = 2
_HEAD = 4
"""Rows that may stand between a heading, or a list, and the list below: "Chapter 2", "Notes to pages 31 to 48"."""


@dataclass(frozen=True, slots=True)
class EndnoteList:
    """Consecutive endnotes."""

    rows: tuple[int, ...]
    starts: tuple[Start, ...]


def titled(rows: Sequence[Row], marks: Sequence[Mark], starts: Mapping[int, Start]) -> list[EndnoteList]:
    """Return the lists under a heading that says "Notes", and those that follow such a list.

    Args:
        rows: The document's rows.
        marks: All marks of the document.
        starts: Rows that open with a label.
    """
    printed = _printed(marks)
    everything = range(len(rows))
    out: list[EndnoteList] = []
    i = 0
    while i < len(rows):
        heading = _is_heading(rows[i])
        after_list = bool(out) and out[-1].rows[-1] == i
        if not heading and not after_list:
            i += 1
            continue
        run = _below(rows, i, starts)
        if len(run) >= _LEAST and _mostly_called(run, printed, run[0].row):
            found = EndnoteList(tuple(_members(rows, everything, run)), tuple(run))
            out.append(found)
            i = found.rows[-1]
        else:
            i += 1
    return out


def headed(rows: Sequence[Row], starts: Mapping[int, Start]) -> Iterator[tuple[int, Sequence[Start]]]:
    """Yield each row that says "Notes" with the labels that count on from 1 below it, whatever calls them."""
    for i, row in enumerate(rows):
        if _is_heading(row) and len(run := _below(rows, i, starts)) >= _LEAST:
            yield i, run


def _is_heading(row: Row) -> bool:
    return len(row.line.text) <= _LONGEST and _HEADING.fullmatch(row.line.text.strip()) is not None


def _below(rows: Sequence[Row], i: int, starts: Mapping[int, Start]) -> list[Start]:
    """Return the labels that count on from 1 right below a heading or a list."""
    first = next((j for j in range(i + 1, min(i + 1 + _HEAD, len(rows))) if _is_first(starts.get(j))), None)
    if first is not None and _is_first(starts.get(first + 1)):
        # "1. A SMALL MISSION" above the first note of that chapter.
        first += 1
    return _run(range(len(rows)), first, starts, 2) if first is not None else []


def untitled(
    rows: Sequence[Row], outside: Sequence[int], marks: Sequence[Mark], starts: Mapping[int, Start], behind: int = 0
) -> list[EndnoteList]:
    """Return lists without a heading: they answer most of the marks that nothing else answers.

    A numbered list of points answers a few at best.

    Args:
        rows: The document's rows.
        outside: Rows that are in no note yet, ascending.
        marks: Marks that call no note yet.
        starts: Rows that open with a label.
        behind: How many pages before the list the marks of a third of it must stand. From 2, no footnote's does.
    """
    open_marks = [mark for mark in marks if mark.form == "raised" and not mark.doubtful]
    boxed = [mark for mark in open_marks if rows[mark.row].line.text[: mark.start].endswith("[")]
    out: list[EndnoteList] = []
    position = {i: k for k, i in enumerate(outside)}
    last = -1
    for i in outside:
        if i <= last or not _is_first(starts.get(i)):
            continue
        run = _run(outside[position[i] :], i, starts, 2)
        # Works are numbered "[1]" and called so; what is raised without brackets calls none of them.
        asking = boxed if rows[i].line.text.lstrip().startswith("[") else open_marks
        printed = _printed(asking)
        labels = {mark.label for mark in asking if last < mark.row < i and mark.label.isdigit()}
        covered = len(labels & {start.label for start in run})
        enough = max(_LEAST, _COVER * len(labels))
        if covered >= enough and _mostly_called(run, printed, i) and _is_behind(rows, run, printed, behind):
            found = EndnoteList(tuple(_members(rows, outside, run)), tuple(run))
            out.append(found)
            last = found.rows[-1]
    return out


def _printed(marks: Sequence[Mark]) -> dict[str, list[int]]:
    printed: dict[str, list[int]] = {}
    for mark in marks:
        printed.setdefault(mark.label, []).append(mark.row)
    return printed


def _is_first(start: Start | None) -> bool:
    return start is not None and start.label == "1"


def _run(places: Sequence[int], first: int, starts: Mapping[int, Start], step: int) -> list[Start]:
    """Return the starts that count on from the row `first`."""
    run = [starts[first]]
    since = 0
    again = False
    for j in places:
        if j <= first:
            continue
        since += 1
        if since > _FAR:
            break
        start = starts.get(j)
        # "1 (2018): 73." goes on with the note above, where notes begin "[21]".
        if start is None or not start.label.isdigit() or _form(start) != _form(run[0]):
            continue
        if 1 <= int(start.label) - int(run[-1].label) <= step:
            run.append(start)
            since = 0
            again = False
        elif again and start.label == "2":
            break
        elif start.label == "1" and len(run) > _LEAST:
            # The next list, or "24, no. | 1 (2018): 73." broken over two lines: what counts on first will tell.
            again = True
    return run


def _form(start: Start) -> tuple[bool, bool]:
    return start.raised, start.stopped


def _mostly_called(run: Sequence[Start], printed: Mapping[str, Sequence[int]], first: int) -> bool:
    called = sum(any(row < first for row in printed.get(start.label, ())) for start in run)
    return called >= max(_LEAST, _SHARE * len(run))


def _is_behind(rows: Sequence[Row], run: Sequence[Start], printed: Mapping[str, Sequence[int]], pages: int) -> bool:
    """Tell whether a list is set apart from its marks: pages behind a third of them, and with hardly a mark inside.

    The footnotes of a chapter count on over its pages, too, but there is text between them.
    """
    if not pages:
        return True
    first, last = run[0].row, run[-1].row
    if 4 * sum(first < row < last for places in printed.values() for row in places) > len(run):
        return False
    marked = [max((row for row in printed.get(start.label, ()) if row < first), default=first) for start in run]
    return 3 * sum(rows[first].line.page - rows[row].line.page >= pages for row in marked) >= len(run)


def _members(rows: Sequence[Row], places: Sequence[int], run: Sequence[Start]) -> list[int]:
    """Return the list's rows: to the end of its last note, told by its size, its weight and the space below."""
    last = run[-1].row
    members = [i for i in places if run[0].row <= i <= last]
    model = rows[last].line
    widest = max((rows[start.row].leading or 0.0 for start in run[1:]), default=1.3 * model.size)
    within = max((rows[i].leading or 0.0 for i in members[1:]), default=1.3 * model.size)
    widest = min(max(widest, 1.3 * model.size), within + 1)
    for i in places:
        if i <= last:
            continue
        row = rows[i]
        apart = row.leading is not None and row.leading > widest + 1 and row.line.page == rows[members[-1]].line.page
        heavier = row.line.main.bold and not model.main.bold
        # "About the authors: …" below notes in three columns.
        across = row.full and not rows[last].full and row.line.page == model.page
        if abs(row.line.size - model.size) > 0.6 or apart or heavier or across or i - last > _FAR:
            break
        members.append(i)
    return members
