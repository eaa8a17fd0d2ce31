"""Markers and notes as two sequences: which mark calls which note, over the whole document."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.layout.marks import FIGURES, Mark, leads_to
from ingest.layout.rows import Row

_FORMS = {"raised": 3.0, "slash": 3.0, "symbol": 2.0, "plain": 0.8, "bracketed": 0.8, "misread": 3.0, "ordered": 3.0}
FORM_WORDS = {
    "raised": "raised and small",
    "slash": "figure with a slash",
    "symbol": "symbol after a word",
    "plain": "figure glued to a word",
    "bracketed": "figure in brackets",
    "misread": "misread sign where the page's notes want this number",
    "ordered": "figure where the order of the notes wants this number",
}
_DECIMAL = re.compile(r"(?:\d[.,](?<!\b1[5-9]\d\d.)(?<!\b20\d\d.)|(?<![.\w])[A-Z]\.)$")
"""What stands before the last figures of "version 1.1", "(3.17)" and "A.2"; a sentence may end in a year."""
_STOPS = (".", ",", ";", ":", "!", "?", ")", "”", '"', "’", "»", "]", "“", "'")


@dataclass(frozen=True, slots=True)
class Call:
    """A mark with the note that it calls."""

    mark: Mark
    note: int
    """Index of the note."""
    evidence: str
    """Which witnesses decided, in words."""


@dataclass(frozen=True, slots=True)
class Target:
    """A note as alignment sees it."""

    label: str
    page: int
    """Page index that it begins on."""
    row: int
    """Row that it begins with."""
    foot: bool
    """It stands at the foot of a page: its marker is on that page, or on the one before or after."""


def align(rows: Sequence[Row], marks: Sequence[Mark], notes: Sequence[Target]) -> list[Call]:
    """Pair marks with notes.

    Labels must agree; the order of the marks is the order of the notes; of all such pairings the one with the most
    evidence wins (the heaviest increasing subsequence). What remains is then paired where one page leaves no choice,
    and marks that repeat a paired label on the note's own page call the same note again.

    Args:
        rows: The document's rows.
        marks: Marks of the running text, in reading order.
        notes: The notes, in reading order.
    """
    by_label: dict[str, list[int]] = {}
    for number, note in enumerate(notes):
        by_label.setdefault(note.label, []).append(number)
    pairs = [
        (index, number, weight, words)
        for index, mark in enumerate(marks)
        for number in by_label.get(mark.label, ())
        for weight, words in [_weigh(rows, mark, notes[number], notes[number - 1] if number else None)]
        if weight > 0
    ]
    chosen = _heaviest(pairs, len(notes))
    calls = {pairs[k][0]: Call(marks[pairs[k][0]], pairs[k][1], pairs[k][3] + "; in sequence") for k in chosen}
    taken = {call.note for call in calls.values()}
    for index, number, weight, words in sorted(pairs, key=lambda pair: -pair[2]):
        if index in calls or weight < 2:
            continue
        page = rows[marks[index].row].line.page
        if number not in taken and notes[number].page == page:
            calls[index] = Call(marks[index], number, words + "; out of sequence")
            taken.add(number)
    _repeat(rows, marks, notes, calls)
    return [calls[index] for index in sorted(calls)]


def _weigh(rows: Sequence[Row], mark: Mark, note: Target, earlier: Target | None) -> tuple[float, str]:
    """Weigh the evidence that this mark calls this note, behind the earlier one; 0 or less where it cannot."""
    line = rows[mark.row].line
    weight = _FORMS[mark.form] - (2.0 if mark.doubtful and mark.form not in FIGURES else 0.0)
    words = [FORM_WORDS[mark.form]]
    if note.foot:
        behind = _behind(line.page, note, earlier)
        if not -1 <= behind <= 1:
            return 0.0, ""
        weight += 2.0 if behind == 0 else -0.5
        words.append(f"note on the {('same', 'next', 'previous')[behind]} page")
    elif note.row < mark.row:
        return 0.0, ""
    if mark.linked is not None:
        if leads_to(mark.linked, rows[note.row].line):
            weight += 3.0
            words.append("internal link")
        elif mark.linked.page != note.page:
            weight -= 1.5
    if mark.form == "plain":
        before = line.text[: mark.start].rstrip()
        if before.endswith(_STOPS):
            weight += 0.5
        elif before[-2:].isupper():
            # COVID19, G20, UN2
            weight -= 0.6
        if _DECIMAL.search(before):
            if not note.foot:
                return 0.0, ""
            weight -= 1.0
    return weight, "; ".join(words)


def _behind(page: int, note: Target, earlier: Target | None) -> int:
    """Return how many pages a footnote slipped, those not counted that the note before it fills."""
    behind = note.page - page
    filled = earlier is not None and earlier.foot and earlier.page <= page
    return min(behind, 1) if filled else behind


def _heaviest(pairs: Sequence[tuple[int, int, float, str]], notes: int) -> list[int]:
    """Return the pairs of the heaviest chain in which marks and notes both increase (a Fenwick tree of maxima)."""
    order = sorted(range(len(pairs)), key=lambda k: (pairs[k][0], -pairs[k][1]))
    # Each entry is (weight of the chain, minus the pair that ends it): of equal chains the earlier marks win.
    tree: list[tuple[float, int]] = [(0.0, 1)] * (notes + 1)
    before = [-1] * len(pairs)
    best = (0.0, 1)
    for k in order:
        _, number, weight, _ = pairs[k]
        top, i = (0.0, 1), number
        while i > 0:
            top = max(top, tree[i])
            i -= i & -i
        before[k] = -top[1]
        entry = (top[0] + weight, -k)
        best = max(best, entry)
        i = number + 1
        while i <= notes:
            tree[i] = max(tree[i], entry)
            i += i & -i
    chain, k = [], -best[1]
    while k >= 0:
        chain.append(k)
        k = before[k]
    return chain


def _repeat(rows: Sequence[Row], marks: Sequence[Mark], notes: Sequence[Target], calls: dict[int, Call]) -> None:
    """Let a mark that is printed again on its note's page call it again ("1/" thrice in one UN paper)."""
    called: Mapping[str, list[int]] = {}
    by_label: dict[str, list[int]] = {}
    for index in sorted(calls):
        by_label.setdefault(calls[index].mark.label, []).append(index)
    called = by_label
    for index, mark in enumerate(marks):
        if index in calls or mark.form in FIGURES or mark.doubtful:
            continue
        earlier = called.get(mark.label, [])
        at = bisect_left(earlier, index)
        if not at:
            continue
        call = calls[earlier[at - 1]]
        note = notes[call.note]
        if note.foot and rows[mark.row].line.page == note.page:
            calls[index] = Call(
                mark, call.note, f"{FORM_WORDS[mark.form]}; repeats the mark of a note on the same page"
            )
