"""In how many passages each word stands (its document frequency): counted, or estimated if common, and remembered."""

import math
import sqlite3
from collections.abc import Mapping, Sequence
from functools import lru_cache

from index.sqlite.alternatives import quoted
from index.sqlite.remembering import remembered

_COUNTED = 20_000
"""Passages that a word is counted in one by one: half a millisecond's work, like the estimate for a commoner one."""
_STRETCHES, _STRETCH = 20, 500
"""Stretches of the library, and rows of each, by which commoner words are estimated."""


def frequencies(connection: sqlite3.Connection, terms: Sequence[str]) -> tuple[Mapping[str, int], int]:
    """In how many passages each term stands, and how many passages there are."""
    memory, total = remembered(connection), passages_in(connection)
    if "words" not in memory:
        last = connection.execute("SELECT max(row) FROM passages").fetchone()[0] or 0
        file = connection.execute("PRAGMA database_list").fetchone()[2]
        memory["words"] = _stretches(connection, last), _known(file, total, last)
    stretches, known = memory["words"]
    for term in terms:
        if term not in known:
            known[term] = _holding(connection, term, total, stretches)
    return {term: known[term] for term in terms}, total


def passages_in(connection: sqlite3.Connection) -> int:
    """How many passages there are."""
    memory = remembered(connection)
    if "passages" not in memory:
        # Without the last row, for SQLite counts pages; asked for both at once it would go through all rows.
        (memory["passages"],) = connection.execute("SELECT count(*) FROM passages").fetchone()
    total: int = memory["passages"]
    return total


def idf(holding: int, total: int) -> float:
    """BM25's inverse document frequency (Robertson and Zaragoza 2009), never below 0."""
    return math.log1p((total - holding + 0.5) / (holding + 0.5))


def _stretches(connection: sqlite3.Connection, last: int) -> dict[tuple[int, int], int]:
    """First and last rows of the stretches that estimates are made of, with how many passages are there still."""
    firsts = range(1, last + 1, max(_STRETCH, last // _STRETCHES))
    counted = "SELECT count(*) FROM passages WHERE row BETWEEN ? AND ?"
    return {one: connection.execute(counted, one).fetchone()[0] for one in ((at, at + _STRETCH - 1) for at in firsts)}


def _holding(connection: sqlite3.Connection, term: str, total: int, stretches: Mapping[tuple[int, int], int]) -> int:
    """FTS5 walks through all that a word stands in: among a million 27 ms for "of", which weighs almost nothing."""
    (counted,) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM words_split WHERE words_split MATCH ? LIMIT ?)",
        (quoted(term), _COUNTED + 1),
    ).fetchone()
    there = sum(stretches.values())
    if counted <= _COUNTED or not there:
        return int(counted)
    within = "SELECT count(*) FROM words_split WHERE words_split MATCH ? AND rowid BETWEEN ? AND ?"
    held = sum(connection.execute(within, (quoted(term), *one)).fetchone()[0] for one in stretches)
    return max(int(counted), int(total * held / there))


@lru_cache(maxsize=8)
def _known(file: str, total: int, last: int) -> dict[str, int]:  # noqa: ARG001 - which state of which library
    """The counts of words that were asked for, as long as no passage has come (rows are never used again) or gone."""
    return {}
