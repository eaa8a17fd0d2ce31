"""Notes before their text is joined: zones and lists cut where labels open."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from math import inf

from ingest.layout.marks import Mark, Start
from ingest.layout.rows import Row
from ingest.layout.setting import is_typed
from ingest.model import NoteKind
from ingest.notes.align import Target
from ingest.pdf.raw import usual_size

_ENDS = (".", "!", "?", "”", '"', "»")
_LARGER = 1.08
"""Of a note's size, what sets the text apart from it at least."""
_WORDED = 25
"""Letters of a line of text."""
_CAPTION = 3
"""Such lines that a figure has below it."""
_SIGNS = "*†‡§¶‖"
"""In the order in which notes are marked with them; then they are doubled."""
# Below a table's notes "a" and "b"
_SOURCE = re.compile(r"\s*(?:sources?|quellen?|fuentes?|fonti|fonte|notes?|nota|anmerkung(?:en)?)\s?:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Draft:
    """A note before its text is joined."""

    label: str
    kind: NoteKind
    begin: int
    """Where its words begin in its first row."""
    rows: tuple[int, ...]
    until: int | None = None
    """Where its words end in its last row; None at the row's end."""


def cut(
    rows: Sequence[Row],
    zone: Sequence[int],
    chosen: Sequence[Start],
    heads: Mapping[int, Start],
    kind: NoteKind,
    inner: Mapping[int, Sequence[Mark]] | None = None,
) -> tuple[list[Draft], list[int]]:
    """Cut a zone's rows into notes; rows before the first label, or left over on a page far behind, stay text.

    Args:
        rows: The document's rows.
        zone: The zone's rows, ascending.
        chosen: Labels that open its notes.
        heads: All rows that open with a label.
        kind: What the notes are.
        inner: For each row the marks that may open a note in mid-line, where notes run on in one paragraph.

    Returns:
        The notes, and the rows that stay text.
    """
    opening = {start.row: start for start in chosen}
    inside = set(zone)
    outside = (row.line for i, row in enumerate(rows) if i not in inside)
    text = usual_size(outside, inf) if kind == "footnote" else inf
    out: list[Draft] = []
    orphans: list[int] = []
    going: int | None = None
    for before, i in zip([None, *zone], zone, strict=False):
        if i in opening:
            out.extend(_parted(Draft(opening[i].label, kind, opening[i].end, (i,)), inner))
            going = len(out) - 1
            continue
        if before is None or rows[before].line.page != rows[i].line.page:
            if going is not None and not (
                _at_foot(rows, out[going], inside, text) and _runs_on(rows, out[going], i, heads)
            ):
                going = None
        elif i != before + 1 and rows[before].segment == rows[i].segment:
            # Notes below a table, and others at the page's foot.
            going = _interrupted(rows, out, i)
        if going is not None and (_ends_notes(rows, out[going], i) or _is_text(rows, out[going], i, text)):
            going = None
        if going is None:
            orphans.append(i)
            continue
        last = out[going]
        parts = _parted(Draft(last.label, kind, last.begin, (*last.rows, i)), inner)
        out[going : going + 1] = parts
        going += len(parts) - 1
    return out, orphans


def _is_text(rows: Sequence[Row], draft: Draft, i: int, text: float) -> bool:
    """Tell whether a row behind a note is set as the text is, larger than the note."""
    size = rows[i].line.size
    return size > _LARGER * max(rows[k].line.size for k in draft.rows) and size > text / _LARGER


def _ends_notes(rows: Sequence[Row], draft: Draft, i: int) -> bool:
    """Tell whether a row names the source of a table below its notes."""
    return not draft.label.isdigit() and _SOURCE.match(rows[i].line.text) is not None


def _at_foot(rows: Sequence[Row], draft: Draft, inside: Collection[int], text: float) -> bool:
    """Tell whether nothing but a figure with its caption stands below a note, if anything: it may go on overleaf."""
    last = draft.rows[-1]
    here = (rows[last].line.page, rows[last].segment)
    below = takewhile(lambda row: (row.line.page, row.segment) == here, islice(rows, last + 1, None))
    worded = [
        row
        for i, row in enumerate(below, last + 1)
        if i not in inside and row.line.size > text / _LARGER and sum(map(str.isalpha, row.line.text)) >= _WORDED
    ]
    return len(worded) <= _CAPTION


def _interrupted(rows: Sequence[Row], drafts: Sequence[Draft], i: int) -> int | None:
    """Return the note that row `i` goes on with below those of a table: the last one of the column before, if open."""
    for number in range(len(drafts) - 1, -1, -1):
        last = rows[drafts[number].rows[-1]]
        if (last.line.page, last.segment) != (rows[i].line.page, rows[i].segment):
            near = rows[i].line.page - last.line.page <= 1
            return number if near and not last.line.text.rstrip().endswith(_ENDS) else None
    return None


def _parted(draft: Draft, inner: Mapping[int, Sequence[Mark]] | None) -> list[Draft]:
    """Part a note where the next one, and the one after that, opens inside its last row."""
    out = [draft]
    for mark in (inner or {}).get(draft.rows[-1], ()):
        last = out[-1]
        behind = mark.start > last.begin or last.rows[0] != mark.row
        if behind and _follows(last.label, mark.label):
            out[-1] = replace(last, until=mark.start)
            out.append(Draft(mark.label, draft.kind, mark.end, (mark.row,)))
    return out


def _follows(last: str, label: str) -> bool:
    """Tell whether a number, a letter or a sign is the one behind another."""
    if last.isdigit():
        return label == str(int(last) + 1)
    if last[0] in _SIGNS:
        place, again = _SIGNS.index(last[0]) + 1, len(last)
        return label in (_SIGNS[place : place + 1] * again, last[0] * (again + 1), _SIGNS[0] * (again + 1))
    return len(last) == 1 and label == chr(ord(last) + 1)


def target(rows: Sequence[Row], draft: Draft) -> Target:
    """Return a note as alignment sees it."""
    return Target(draft.label, rows[draft.rows[0]].line.page, draft.rows[0], draft.kind == "footnote")


def _runs_on(rows: Sequence[Row], draft: Draft, i: int, heads: Mapping[int, Start]) -> bool:
    """Tell whether a zone's first row without a note's label goes on with the note of the page before."""
    last = rows[draft.rows[-1]].line
    if rows[i].line.page - last.page > 1 or (is_typed(rows[i]) and not is_typed(rows[draft.rows[-1]])):
        return False
    if i not in heads or not last.text.rstrip().endswith(_ENDS):
        return True
    # "51 Harv. Int'l L.J. | 113 (2010)" runs on. A listing was taken for notes by its line numbers, which begin at 1.
    label, before = heads[i].label, draft.label
    return label.isdigit() and before.isdigit() and not (int(label) <= 2 or 0 <= int(label) - int(before) <= 6)
