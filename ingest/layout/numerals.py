"""Notes that go by roman numerals: told by their marks, and read as the figures for which these stand."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, TypeVar

from ingest.layout.marks import Mark, Start
from ingest.layout.romans import PATTERN, roman, value

Labelled = TypeVar("Labelled", Mark, Start)
Romans = Literal["small", "capital"]

_NUMERALS: dict[Romans, re.Pattern[str]] = {"small": re.compile(PATTERN), "capital": re.compile(PATTERN.swapcase())}


def romans_of(marks: Sequence[Mark]) -> Romans | None:
    """Return the kind of roman numerals that a document's notes go by: it raises I and II, and more such than figures.

    Args:
        marks: All places that may be markers.
    """
    raised = [mark.label for mark in marks if mark.form == "raised" and not mark.doubtful]
    for kind, pattern in _NUMERALS.items():
        found = [label for label in raised if pattern.fullmatch(label)]
        if {1, 2} <= {value(label.lower()) for label in found} and 2 * len(found) > len(raised):
            return kind
    return None


def as_figures(found: Sequence[Labelled], kind: Romans) -> list[Labelled]:
    """Return marks or starts with the figures for which their roman numerals stand."""
    pattern = _NUMERALS[kind]
    return [
        replace(each, label=str(value(each.label.lower()))) if pattern.fullmatch(each.label) else each for each in found
    ]


def as_printed(label: str, kind: Romans) -> str:
    """Return the roman numeral for a label's figures."""
    if not label.isdigit():
        return label
    return roman(int(label)).upper() if kind == "capital" else roman(int(label))
