"""Pages whose printed number breaks the sequence: a scan lacks a page, holds one twice, or one of another work."""

from collections.abc import Mapping, Sequence

from ingest.layout.folios import Printed, label_of
from ingest.model import LabelSource, Problem

_WHOLE = 0.9
"""What a number that stands by itself weighs at least."""

Label = tuple[str, LabelSource]
Sequenced = tuple[str, int]
"""A sequence of labels: its style, and its value on the page of index 0."""


def hits(found: Sequence[Printed], page: int, sequence: Sequenced | None) -> list[Printed]:
    """Return the numbers of a page that belong to a sequence."""
    return [each for each in found if sequence is not None and (each.style, each.value - page) == sequence]


def settle(
    labels: list[Label | None], path: Sequence[Sequenced | None], by_page: Mapping[int, Sequence[Printed]]
) -> tuple[list[Problem], set[tuple[int, int]]]:
    """Give each page the number that it prints where the pages of the sequences print theirs, and in their type.

    Only a number that both pages around it contradict is a misprint. A page that prints none, between two that count on
    from each other, is a plate, and gets no label that the page beside it bears.

    Args:
        labels: Each page's label by its sequence; set right here.
        path: The sequence that runs over each page.
        by_page: The numbers in heads and feet.

    Returns:
        What contradicts a sequence, and which fragments print it.
    """
    fitting = [hits(by_page.get(page, ()), page, sequence) for page, sequence in enumerate(path)]
    looks = {hit.look for found in fitting for hit in found if hit.weight >= _WHOLE}
    problems: list[Problem] = []
    used: set[tuple[int, int]] = set()
    for page, label in enumerate(labels):
        stray = next((each for each in by_page.get(page, ()) if each.weight >= _WHOLE and each.look in looks), None)
        if fitting[page] or stray is None:
            continue
        used.add((page, stray.key))
        said = label_of(stray.style, stray.value)
        around = [0 <= at < len(path) and path[at] == path[page] and fitting[at] for at in (page - 1, page + 1)]
        if label and all(around):
            problems.append(Problem(page, label[0], f"the page says {said}, the pages around it {label[0]}"))
            continue
        labels[page] = (said, "printed")
        if label:
            problems.append(Problem(page, said, f"the page says {said}, by the pages around it it would be {label[0]}"))
    for page, label in enumerate(labels):
        beside = [labels[at] for at in (page - 1, page + 1) if 0 <= at < len(labels)]
        if label and label[1] == "sequence" and (label[0], "printed") in beside:
            labels[page] = None
    return problems, used
