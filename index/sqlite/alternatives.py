"""Passages that say a question's words otherwise: scores for what `index.search.widening` found.

The question's own words come first. What else they are called counts with its weight; of several names for the same
words only the one that scores best; and a rare name no more than the words that it stands for, though a single passage
has it. A work that is named is also found by the notes that cite it, "Ibid." included.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping, Set

from index.query import Query
from index.sqlite.whatcites import citing

CITED = 0.5
"""Weight of a work that a passage's note cites: it relies on it, but need not speak of it."""
Idf = Callable[[int], float]
"""BM25's idf of words that stand in so many passages."""


def scores(
    connection: sqlite3.Connection,
    query: Query,
    rarities: Mapping[str, float],
    idf: Idf,
    columns: tuple[float, float],
    allowed: Set[int] | None,
) -> Mapping[int, float]:
    """What rows get for other words than the question's own.

    Args:
        connection: the library's.
        query: the question, widened.
        rarities: idf of its terms.
        idf: of any number of passages.
        columns: weights of heading and text.
        allowed: rows that may answer; None for all.
    """
    best: defaultdict[tuple[str, ...], dict[int, float]] = defaultdict(dict)
    for one in query.also:
        found = connection.execute(
            "SELECT rowid, -bm25(words_split, ?, ?) FROM words_split WHERE words_split MATCH ?",
            (*columns, quoted(one.words)),
        ).fetchall()
        own = sum(rarities.get(term, 0.0) for term in one.instead)
        weight = one.weight * min(1.0, own / idf(len(found)))
        group = best[one.instead]
        cited = citing(connection, one.words) if "/" in one.words else set()
        for row, score in [*found, *((row, CITED * idf(len(cited))) for row in cited)]:
            if allowed is None or row in allowed:
                group[row] = max(group.get(row, 0.0), weight * score)
    added: defaultdict[int, float] = defaultdict(float)
    for group in best.values():
        for row, score in group.items():
            added[row] += score
    return added


def held(connection: sqlite3.Connection, query: Query, row: int) -> Mapping[str, float]:
    """The terms of which one passage has another name, with the weight of the surest."""
    terms: dict[str, float] = {}
    for one in query.also:
        if has(connection, "words_split", one.words, row):
            terms |= {term: max(one.weight, terms.get(term, 0.0)) for term in one.instead}
    return terms


def has(connection: sqlite3.Connection, table: str, words: str, row: int) -> bool:
    """Whether a passage has these words side by side."""
    sql = f"SELECT 1 FROM {table} WHERE {table} MATCH ? AND rowid = ?"  # noqa: S608 - own names
    return connection.execute(sql, (quoted(words), row)).fetchone() is not None


def quoted(words: str) -> str:
    """An FTS5 string: its tokens side by side, whatever signs stand in it."""
    return '"' + words.replace('"', " ") + '"'
