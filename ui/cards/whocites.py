"""A picture of who cites what: the works that most documents cite against those documents, a dot for the notes."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from index.citations import Cited, CitedWork
from index.model import Entry
from ingest.words.unsymbols import symbol_of
from ui.wording import brief_source, short_document, title_of

MOST_WORKS = 12
MOST_DOCUMENTS = 16
"""More would not be read at a glance; the list says the rest."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One document citing one work."""

    row: int
    column: int
    notes: int
    """Notes and places in the text that surely cite it."""
    words: str
    """"Karlsrud, 2015: cited 7 times by Dulac, 2019"."""

    @property
    def radius(self) -> float:
        """Its area grows with the notes; a single one is still seen."""
        return round(min(2.6 * math.sqrt(self.notes), 9.0), 1)


@dataclass(frozen=True, slots=True)
class WhoCites:
    """The picture's rows, columns and dots."""

    works: tuple[str, ...]
    """The works in a few words, those that most documents cite first."""
    keys: tuple[str, ...]
    documents: tuple[str, ...]
    """The documents in a few words, those that cite most of these works first."""
    dots: tuple[Dot, ...]

    def notes(self, row: int, column: int) -> int:
        """How often a document cites a work."""
        return next((dot.notes for dot in self.dots if (dot.row, dot.column) == (row, column)), 0)


def pictured(works: Sequence[CitedWork]) -> list[CitedWork]:
    """Those of some works that are worth a picture: a work that one book cites fifty times has but one dot."""
    return sorted(works, key=lambda work: -work.documents)[:MOST_WORKS]


def who_cites(rows: Sequence[Cited]) -> WhoCites:
    """The picture of some works.

    Args:
        rows: the works with the places that cite them.
    """
    counts = [Counter(place.document.id for place in row.certain) for row in rows]
    entries = {place.document.id: place.document for row in rows for place in row.certain}
    most = sorted(entries, key=lambda one: (-sum(one in count for count in counts), _name(entries[one])))
    columns = most[:MOST_DOCUMENTS]
    works = tuple(brief_source(row.work) for row in rows)
    dots = tuple(
        Dot(row, column, count[one], f"{works[row]}: cited {_times(count[one])} by {_name(entries[one])}")
        for row, count in enumerate(counts)
        for column, one in enumerate(columns)
        if count[one]
    )
    return WhoCites(works, tuple(row.work.key for row in rows), tuple(_name(entries[one]) for one in columns), dots)


def _name(entry: Entry) -> str:
    """By its symbol, where it has one: every second report is the Secretary-General's of one year."""
    return symbol_of(entry.csl) or short_document(entry.csl).split(" · ")[0] or title_of(entry)


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
