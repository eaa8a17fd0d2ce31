"""Notes that go by roman numerals: told by their marks, and read as the figures for which these stand."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from ingest.layout.marks import Mark, Start
from ingest.layout.romans import PATTERN, value

Labelled = TypeVar("Labelled", Mark, Start)

_NUMERAL = re.compile(PATTERN)


def count(marks: Sequence[Mark]) -> bool:
    """Tell whether a document's notes go by roman numerals: it raises i and ii, and more such than figures."""
    raised = [mark.label for mark in marks if mark.form == "raised" and not mark.doubtful]
    romans = [label for label in raised if _NUMERAL.fullmatch(label)]
    return {"i", "ii"} <= set(romans) and 2 * len(romans) > len(raised)


def as_figures(found: Sequence[Labelled]) -> list[Labelled]:
    """Return marks or starts with the figures for which their roman numerals stand."""
    return [replace(each, label=str(value(each.label))) if _NUMERAL.fullmatch(each.label) else each for each in found]
