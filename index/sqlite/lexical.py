"""Words in SQLite: a query compiled for FTS5, BM25 scores, and phrases that a passage's end may cut in two."""

import math
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from contextlib import closing
from functools import lru_cache, partial
from itertools import islice

from index.query import Query
from index.sqlite import alternatives
from index.sqlite.alternatives import has, quoted
from ingest.words.folding import fold

_MANY = 2000
"""Passages that FTS5 reads and scores in a millisecond or two."""
HEADING_WEIGHT, TEXT_WEIGHT, NOTE_WEIGHT = 0.5, 1.0, 0.5
"""A heading speaks for all the passages under it, so its words tell less of any one of them; and what a passage's note
cites it relies on, but need not speak of."""


def scores(connection: sqlite3.Connection, query: Query, depth: int, allowed: Set[int] | None) -> Mapping[int, float]:
    """The `depth` best rows by BM25 (Robertson and Zaragoza 2009, as FTS5 computes it), greater is better.

    Terms are looked up split and stemmed; symbols whole, among the works that a passage's notes cite, and as the name
    of the passage's own document. In a library of many passages, terms that stand in more than half of them are left
    out where others are found: they weigh nothing in the formula but all would be read. Other words for the terms
    add what `index.sqlite.alternatives` says.
    """
    counts, total = _counts(connection, query.telling)
    telling_terms = [term for term in query.telling if 0 < counts[term] * 2 <= total]
    terms = telling_terms if telling_terms and total > _MANY else query.telling
    found: defaultdict[int, float] = defaultdict(float)
    for table, sought in (("words_split", terms), ("words_whole", query.symbols)):
        for row, score in _best(connection, table, sought, depth, allowed):
            found[row] += score
    for symbol in query.symbols:
        for rows, weight in ((_citing(connection, symbol), NOTE_WEIGHT), (_of(connection, symbol), TEXT_WEIGHT)):
            for row in rows if allowed is None else rows & allowed:
                found[row] += weight * _idf(len(rows), total)
    rarities = {term: _idf(holding, total) for term, holding in counts.items()}
    idf, columns = partial(_idf, total=total), (HEADING_WEIGHT, TEXT_WEIGHT)
    for row, score in alternatives.scores(connection, query, rarities, idf, columns, allowed).items():
        found[row] += score
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:depth])


def rarities(connection: sqlite3.Connection, terms: Sequence[str]) -> Mapping[str, float]:
    """BM25's idf of each term."""
    counts, total = _counts(connection, terms)
    return {term: _idf(holding, total) for term, holding in counts.items()}


def telling(connection: sqlite3.Connection, query: Query, row: int) -> float:
    """The share of the query's words, weighed by rarity (BM25's idf), that one passage has; less for other words."""
    counts, total = _counts(connection, query.telling)
    weights = {term: _idf(n, total) for term, n in counts.items()} | dict.fromkeys(query.symbols, _idf(0, total))
    held = [term for term in query.telling if has(connection, "words_split", term, row)]
    held += [
        symbol
        for symbol in query.symbols
        if has(connection, "words_whole", symbol, row) or row in _citing(connection, symbol) | _of(connection, symbol)
    ]
    otherwise = {
        term: weight
        for term, weight in alternatives.held(connection, query, row).items()
        if term in weights and term not in held
    }
    shares = dict.fromkeys(held, 1.0) | otherwise
    return sum(share * weights[one] for one, share in shares.items()) / (sum(weights.values()) or 1.0)


def with_phrase(connection: sqlite3.Connection, phrase: str) -> set[int]:
    """Rows of the passages with these words side by side, whatever signs stand between them.

    Where the words run from one passage into the next of the same section, the one with the greater part of them.
    """
    whole = connection.execute(
        "SELECT rowid FROM words_whole WHERE words_whole MATCH ?", (f"text : {quoted(phrase)}",)
    ).fetchall()
    return {row for (row,) in whole} | _straddling(connection, fold(phrase).split())


def _straddling(connection: sqlite3.Connection, phrase: Sequence[str]) -> set[int]:
    if len(phrase) < 2:
        return set()
    endings = " OR ".join(f"^ {quoted(' '.join(phrase[cut:]))}" for cut in range(1, len(phrase)))
    tail = 2 * sum(map(len, phrase)) + 20  # characters: room for the signs between the words
    found = set()
    for row, before, text in connection.execute(
        """
        SELECT passages.row, substr(before.text, -?), substr(passages.text, 1, ?)
        FROM words_whole JOIN passages ON passages.row = words_whole.rowid
        JOIN passages AS before ON before.row = passages.row - 1 AND before.document = passages.document
            AND before.kind = passages.kind AND before.heading = passages.heading
        WHERE words_whole MATCH ?
        """,
        (tail, tail, f"text : ({endings})"),
    ):
        left, right = fold(before).split(), fold(text).split()
        for cut in range(1, len(phrase)):
            if left[-cut:] == list(phrase[:cut]) and right[: len(phrase) - cut] == list(phrase[cut:]):
                found.add(row if 2 * cut < len(phrase) else row - 1)
    return found


def _best(
    connection: sqlite3.Connection, table: str, sought: Sequence[str], depth: int, allowed: Set[int] | None
) -> list[tuple[int, float]]:
    if not sought or (allowed is not None and not allowed):
        return []
    # FTS5 would seek each allowed row by itself; reading on down the order until there are enough is far quicker.
    rows = connection.execute(
        f"SELECT rowid, -bm25({table}, {HEADING_WEIGHT}, {TEXT_WEIGHT}) AS score FROM {table} "  # noqa: S608 - own names
        f"WHERE {table} MATCH ? ORDER BY score DESC, rowid",
        (" OR ".join(map(quoted, sought)),),
    )
    inside = ((row, score) for row, score in rows if allowed is None or row in allowed)
    return list(islice(inside, depth))


def _citing(connection: sqlite3.Connection, symbol: str) -> set[int]:
    """Rows of the passages that cite this UN document, "Ibid." included."""
    return {row for (row,) in connection.execute("SELECT passage FROM cites WHERE key = ?", (symbol,))}


def _of(connection: sqlite3.Connection, symbol: str) -> set[int]:
    """Rows of the passages of this UN document itself, where it is in the library."""
    found = connection.execute(
        "SELECT row FROM passages WHERE document IN (SELECT document FROM identities WHERE identity = ?)",
        (f"un:{symbol.upper()}",),
    )
    return {row for (row,) in found}


def _idf(holding: int, total: int) -> float:
    return math.log1p((total - holding + 0.5) / (holding + 0.5))


def _counts(connection: sqlite3.Connection, terms: Sequence[str]) -> tuple[Mapping[str, int], int]:
    """In how many passages each term stands, and how many passages there are."""
    total, last = connection.execute("SELECT count(*), max(row) FROM passages").fetchone()
    file = connection.execute("PRAGMA database_list").fetchone()[2]
    known = _known(file, total, last or 0)
    stems_of = dict(zip(terms, _stems(tuple(terms)), strict=True))
    for stem in {stem for stems in stems_of.values() for stem in stems} - known.keys():
        row = connection.execute("SELECT doc FROM words_split_counts WHERE term = ?", (stem,)).fetchone()
        known[stem] = row[0] if row else 0
    return {term: min((known[stem] for stem in stems), default=0) for term, stems in stems_of.items()}, total


@lru_cache(maxsize=8)
def _known(file: str, total: int, last: int) -> dict[str, int]:  # noqa: ARG001 - which state of which library
    """The counts of stems that were asked for, as long as no passage has come (rows are never used again) or gone.

    FTS5 walks through all passages that a word stands in: 14 ms for "the" where there are a hundred thousand.
    """
    return {}


@lru_cache(maxsize=256)
def _stems(terms: tuple[str, ...]) -> list[list[str]]:
    """Each term as the index holds it, by the index's own tokenizer."""
    with closing(sqlite3.connect(":memory:")) as scratch:
        scratch.execute(
            'CREATE VIRTUAL TABLE words USING fts5 (text, tokenize="porter unicode61 remove_diacritics 2", content="")'
        )
        scratch.execute("CREATE VIRTUAL TABLE stems USING fts5vocab (words, instance)")
        scratch.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", enumerate(terms))
        stems: list[list[str]] = [[] for _ in terms]
        for stem, number in scratch.execute("SELECT term, doc FROM stems ORDER BY doc, offset"):
            stems[number].append(stem)
    return stems
