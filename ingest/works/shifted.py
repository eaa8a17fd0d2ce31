"""By how much the note numbers that a document points to are off: notes put in by an edit shift all that follow."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ingest.citations.mention import Mention
from ingest.works.outcomes import Place

_NEXT = frozenset({-1, 1})
"""What one note more or less makes of a single number."""


def shifts(notes: Iterable[tuple[Place, Sequence[Mention]]]) -> frozenset[int]:
    """Return by how much a number may be off: "Belur (n 4)", "Freire (n 16)", cited in full in notes 6 and 18.

    If by more than one, a pointer to another author must be off by about as much: notes put in one by one shift the
    later numbers further.

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
    off = [
        (run, who, number, next(iter(there)))
        for run, who, number in pointing
        if len(there := cited[run, who]) == 1 and number not in there
    ]
    if len({there > number for _, _, number, there in off}) > 1:
        return _NEXT  # some forward, some back: slips, and no edit
    return _NEXT | {one[3] - one[2] for one in off for other in off if one[1] != other[1] and _alike(one, other)}


def _alike(one: tuple[int, str, int, int], other: tuple[int, str, int, int]) -> bool:
    """Whether two pointers are off by one more at most, and in the order of the notes meant."""
    (run, _, number, there), (run2, _, number2, there2) = one, other
    by, by2 = there - number, there2 - number2
    ordered = (number < number2) == (there < there2)
    return run == run2 and abs(by - by2) <= 1 and ordered
