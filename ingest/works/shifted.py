"""By how much the note numbers that a document points to are off: notes put in by an edit shift all that follow."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ingest.citations.mention import Mention
from ingest.works.outcomes import Place

_NEXT = frozenset({-1, 1})
"""What one note more or less makes of a single number."""
_AUTHORS = 2
"""Whose pointers must be off by the same number, if by more than one."""


def shifts(notes: Iterable[tuple[Place, Sequence[Mention]]]) -> frozenset[int]:
    """Return by how much a number may be off: "Belur (n 4)", "Freire (n 16)", cited in full in notes 6 and 18.

    Args:
        notes: Each with what is cited in it.
    """
    cited: dict[tuple[int, str], set[int]] = defaultdict(set)
    pointing: list[tuple[int, str, int]] = []
    for place, mentions in notes:
        for mention in mentions:
            who = mention.surnames[0].rpartition(" ")[2] if mention.surnames else ""
            if who and mention.form == "full" and place.note.label.isdigit():
                cited[place.run, who].add(int(place.note.label))
            elif who and mention.note and mention.note.isdigit() and not mention.part:
                pointing.append((place.run, who, int(mention.note)))
    off: dict[int, set[str]] = defaultdict(set)
    for run, who, number in pointing:
        there = cited[run, who]
        if len(there) == 1 and number not in there:
            off[next(iter(there)) - number].add(who)
    return _NEXT | {shift for shift, people in off.items() if len(people) >= _AUTHORS}
