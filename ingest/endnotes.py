"""Endnotes: lists of notes at the end of a chapter, an essay or the whole document."""

import re
from collections.abc import Mapping, Sequence

from ingest.marks import Mark, Start
from ingest.rows import Row

_HEADING = re.compile(
    r"\W*(?:\d+\.?\s*)?(?:end\s?notes?|notes?(?: and references)?|references and notes|notes de fin|anmerkungen|endnoten|fußnoten"
    r"|notas?|note)\W*(?:to (?:the )?(?:text|pages?|chapters?).*)?",
    re.IGNORECASE,
)
_SHARE = 0.6
"""Of a list's labels, the share that must have a mark in the text before it."""
_FAR = 45
"""Rows that one note may run over."""
_LEAST = 2


def find(
    rows: Sequence[Row], outside: Sequence[int], marks: Sequence[Mark], starts: Mapping[int, Start]
) -> list[tuple[list[int], list[Start]]]:
    """Return the endnote lists: the rows of each with the starts of its notes.

    A list counts 1, 2, 3, ... at the head of rows, and the text before it has marks with these numbers that no
    footnote answers. Numbered headings and lists of points have no such marks.

    Args:
        rows: The document's rows.
        outside: Rows that are in no footnote zone, ascending.
        marks: Marks that call no footnote.
        starts: Rows that open with a label.
    """
    printed: dict[str, list[int]] = {}
    for mark in marks:
        if mark.form != "plain" or mark.linked is not None:
            printed.setdefault(mark.label, []).append(mark.row)
    weak = not any(label.isdigit() for label in printed)
    if weak:
        for mark in marks:
            printed.setdefault(mark.label, []).append(mark.row)
    out: list[tuple[list[int], list[Start]]] = []
    position = {i: k for k, i in enumerate(outside)}
    last = -1
    while True:
        run = _next_list(rows, outside, position, printed, starts, last, weak)
        if run is None:
            return out
        members = _members(rows, outside, position, run)
        out.append((members, run))
        last = members[-1]


def _next_list(
    rows: Sequence[Row],
    outside: Sequence[int],
    position: Mapping[int, int],
    printed: Mapping[str, Sequence[int]],
    starts: Mapping[int, Start],
    after: int,
    weak: bool,
) -> list[Start] | None:
    """Return the starts of the first list behind row `after`."""
    for i in outside:
        if i <= after or i not in starts or starts[i].label != "1":
            continue
        run = [starts[i]]
        for j in outside[position[i] + 1 :]:
            if position[j] - position[run[-1].row] > _FAR:
                break
            label = starts[j].label if j in starts else ""
            if label.isdigit() and 1 <= int(label) - int(run[-1].label) <= (1 if weak else 2):
                run.append(starts[j])
            elif label == "1" and len(run) > 2 and not starts[j].raised and _mostly_called(run, printed, i):
                break
        if len(run) >= _LEAST and _mostly_called(run, printed, i):
            titled = position[i] > 0 and _HEADING.fullmatch(rows[outside[position[i] - 1]].line.text.strip())
            if titled or not weak or len(run) >= 8:
                return run
    return None


def _mostly_called(run: Sequence[Start], printed: Mapping[str, Sequence[int]], first: int) -> bool:
    called = sum(any(row < first for row in printed.get(start.label, ())) for start in run)
    return called >= max(_LEAST, _SHARE * len(run))


def _members(
    rows: Sequence[Row], outside: Sequence[int], position: Mapping[int, int], run: Sequence[Start]
) -> list[int]:
    """Return the list's rows: to the end of its last note, told by its size, its edge and the space below."""
    begin, last = position[run[0].row], position[run[-1].row]
    members = list(outside[begin : last + 1])
    model = rows[run[-1].row]
    for k in range(last + 1, len(outside)):
        row = rows[outside[k]]
        apart = row.leading is not None and row.leading > 1.6 * row.line.size and row.segment == model.segment
        if abs(row.line.size - model.line.size) > 0.6 or apart or k - last > _FAR:
            break
        if row.line.main.bold and not model.line.main.bold:
            break
        members.append(outside[k])
    return members
