"""Words in SQLite: a query compiled for FTS5, BM25 scores, and phrases that a passage's end may cut in two."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import islice
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from index.query import Query
from index.sqlite import alternatives, noted
from index.sqlite.alternatives import CITED, has, quoted
from index.sqlite.frequencies import frequencies, idf
from index.sqlite.remembering import tuples
from index.sqlite.whatcites import citing, citing_at, of_work, with_paragraph
from ingest.words.folding import fold

_MANY = 2000
"""Passages of a library in which all words of a question are read: it takes a few milliseconds."""
_READ = 1000
"""Passages with its rare words that are read for a question in a larger one. On the documents of tests/bench words
alone answer as well by 1000 as by all, and by 500 hardly worse."""
HEADING_WEIGHT, TEXT_WEIGHT = 0.5, 1.0
"""A heading speaks for all the passages under it, so its words tell less of any one of them."""
NOTED = 0.5
"""Weight of the words of a passage's notes: it relies on the works that they cite, but need not speak of them."""


def scores(
    connection: sqlite3.Connection,
    query: Query,
    depth: int,
    allowed: Set[int] | None,
    by_notes: Set[int] | None,
) -> Mapping[int, float]:
    """The `depth` best rows by BM25 (Robertson and Zaragoza 2009, as FTS5 computes it), greater is better.

    Terms are looked up split and stemmed; symbols whole, among the works that a passage's notes cite, and as the name
    of the passage's own document; the paragraph that is asked for comes first. In a library of many passages the rare
    terms find them, and the common ones only add to the scores of what was found (see `_parted`). Other words for the
    terms add what `index.sqlite.alternatives` says.

    Args:
        connection: the library's.
        query: the question.
        depth: how many rows.
        allowed: those that may answer; None for all.
        by_notes: those that may answer by the words of their notes; None for all.
    """
    counts, total = frequencies(connection, query.telling)
    found = defaultdict(float, _worded(connection, query.telling, counts, total, depth, allowed))
    for row, score in noted.scores(connection, _rarest(query.telling, counts, total), depth, by_notes):
        found[row] += NOTED * score
    for row, score in _best(connection, "words_whole", query.symbols, depth, allowed):
        found[row] += score
    for symbol in query.symbols:
        for rows, weight in _named(connection, symbol, query.place):
            for row in rows if allowed is None else rows & allowed:
                found[row] += weight * idf(len(rows), total)
    rarities = {term: idf(holding, total) for term, holding in counts.items()}
    rarity, columns = partial(idf, total=total), (HEADING_WEIGHT, TEXT_WEIGHT)
    for row, score in alternatives.scores(connection, query, rarities, rarity, columns, allowed).items():
        found[row] += score
    # First by numbers alone, which are sorted in a fifth of the time that pairs take.
    least = sorted(found.values(), reverse=True)[:depth][-1:]
    best = [(row, score) for row, score in found.items() if score >= least[0]]
    return dict(sorted(sorted(best), key=itemgetter(1), reverse=True)[:depth])


def rarities(connection: sqlite3.Connection, terms: Sequence[str]) -> Mapping[str, float]:
    """BM25's idf of each term."""
    counts, total = frequencies(connection, terms)
    return {term: idf(holding, total) for term, holding in counts.items()}


def telling(connection: sqlite3.Connection, query: Query, row: int) -> float:
    """The share of the query's words, weighed by rarity (BM25's idf), that one passage has; less for other words."""
    counts, total = frequencies(connection, query.telling)
    weights = {term: idf(n, total) for term, n in counts.items()} | dict.fromkeys(query.symbols, idf(0, total))
    otherwise = {term: weight for term, weight in alternatives.held(connection, query, row).items() if term in weights}
    shares = otherwise | dict.fromkeys(held(connection, query, row), 1.0)
    return sum(share * weights[one] for one, share in shares.items()) / (sum(weights.values()) or 1.0)


def held(connection: sqlite3.Connection, query: Query, row: int) -> tuple[str, ...]:
    """The query's telling words and symbols that one passage has."""
    words = [
        term
        for term in query.telling
        if has(connection, "words_split", term, row) or has(connection, "noted_words", term, row)
    ]
    symbols = [
        symbol
        for symbol in query.symbols
        if has(connection, "words_whole", symbol, row)
        or row in citing(connection, symbol) | of_work(connection, symbol)
    ]
    return (*words, *symbols)


def with_phrase(connection: sqlite3.Connection, phrase: str, most: int | None = None) -> NDArray[np.int64]:
    """Rows of the passages with these words side by side, whatever signs stand between them.

    Where the words run from one passage into the next of the same section, the one with the greater part of them.

    Args:
        connection: the library's.
        phrase: the words.
        most: so many of the first rows will do, of a library where half of them have "of the"; None for all.
    """
    whole = "SELECT rowid AS row FROM words_whole WHERE words_whole MATCH :phrase LIMIT :most"
    values = {"phrase": f"text : {quoted(phrase)}", "most": -1 if most is None else most}
    over_an_end = np.fromiter(islice(_straddling(connection, fold(phrase).split()), most), np.int64)
    return np.concatenate([numbers(connection, whole, values), over_an_end])


def numbers(connection: sqlite3.Connection, found: str, values: Mapping[str, object]) -> NDArray[np.int64]:
    """The column "row" of what a statement finds.

    In one piece, for Python and SQLite would take turns for each row: a third of a second for a million with "the".
    """
    (text,) = connection.execute(f"SELECT group_concat(row) FROM ({found})", values).fetchone()  # noqa: S608 - own words
    return np.fromstring(text, np.int64, sep=",") if text else np.empty(0, np.int64)


def _straddling(connection: sqlite3.Connection, phrase: Sequence[str]) -> Iterator[int]:
    """In order, each once."""
    cuts = range(1, len(phrase))
    tail = 2 * sum(map(len, phrase)) + 20  # characters: room for the signs between the words
    last = 0
    for row, before, text in connection.execute(
        """
        SELECT passages.row, substr(before.text, -?), substr(passages.text, 1, ?)
        FROM (SELECT DISTINCT passage FROM joints WHERE words IN (SELECT value FROM json_each(?)) ORDER BY passage)
            CROSS JOIN passages ON passages.row = passage JOIN passages AS before ON before.row = passage - 1
        """,
        (tail, tail, json.dumps([" ".join(phrase[cut - 1 : cut + 1]) for cut in cuts])),
    ):
        left, right = fold(before).split(), fold(text).split()
        found = {
            row if 2 * cut < len(phrase) else row - 1
            for cut in cuts
            if left[-cut:] == list(phrase[:cut]) and right[: len(phrase) - cut] == list(phrase[cut:])
        }
        for one in sorted(found - {last}):
            yield (last := one)


def _worded(
    connection: sqlite3.Connection,
    terms: Sequence[str],
    counts: Mapping[str, int],
    total: int,
    depth: int,
    allowed: Set[int] | None,
) -> dict[int, float]:
    """Rows with their scores by the terms: at least `depth` of them, where so many have any."""
    finding, adding = _parted(terms, counts, total, 2 * depth)
    found = dict(_best(connection, "words_split", finding, max(_READ, depth) if adding else depth, allowed))
    if adding and len(found) < depth:  # of what a filter admits, say one book, few passages may have the rare terms
        return dict(_best(connection, "words_split", [*finding, *adding], depth, allowed))
    for term in adding:
        told = TEXT_WEIGHT * idf(counts[term], total)  # what BM25 gives a passage of average length for one occurrence
        for row in found.keys() & _having(connection, finding, term):
            found[row] += told
    return found


def _parted(
    terms: Sequence[str], counts: Mapping[str, int], total: int, enough: int
) -> tuple[Sequence[str], Sequence[str]]:
    """The terms by which passages are found, and those that only add to the scores of what was found.

    FTS5 takes two microseconds to score a passage, so a word that stands in ten thousand of them is dear, and it tells
    little. Terms find, the rarest first, until they stand in `enough` passages, and on to _READ; those that stand in
    more than half of all weigh nothing in the formula and are left out where there are others.
    """
    if total <= _MANY:
        return terms, ()
    there = [term for term in terms if counts[term]]
    rare = [term for term in there if counts[term] * 2 <= total] or there
    finding: set[str] = set()
    read = 0
    for term in sorted(rare, key=lambda term: counts[term]):
        read += counts[term]
        if finding and read > _READ and read - counts[term] >= enough:
            break
        finding.add(term)
    return [term for term in rare if term in finding], [term for term in rare if term not in finding]


def _rarest(terms: Sequence[str], counts: Mapping[str, int], total: int) -> Sequence[str]:
    """The terms by which notes are found: those that fewer than half of the passages have."""
    return [term for term in terms if counts[term] * 2 <= total] or terms


def _having(connection: sqlite3.Connection, finding: Sequence[str], term: str) -> list[int]:
    """Rows of the passages with one of some terms and with this one: FTS5 skips most of the many that have it."""
    either = " OR ".join(map(quoted, finding))
    # In one piece: for each of many rows Python and SQLite would take turns.
    sql = "SELECT json_group_array(rowid) FROM words_split WHERE words_split MATCH ?"
    rows: list[int] = json.loads(connection.execute(sql, (f"({either}) AND {quoted(term)}",)).fetchone()[0])
    return rows


def _best(
    connection: sqlite3.Connection, table: str, sought: Sequence[str], depth: int, allowed: Set[int] | None
) -> list[tuple[int, float]]:
    if not sought or (allowed is not None and not allowed):
        return []
    # FTS5 would seek each allowed row by itself; reading on down the order until there are enough is far quicker.
    rows = tuples(
        connection,
        f"SELECT rowid, -bm25({table}, {HEADING_WEIGHT}, {TEXT_WEIGHT}) AS score FROM {table} "  # noqa: S608 - own names
        f"WHERE {table} MATCH ? ORDER BY score DESC, rowid LIMIT ?",
        " OR ".join(map(quoted, sought)),
        depth if allowed is None else -1,
    )
    if allowed is None:
        return rows.fetchall()
    return list(islice(((row, score) for row, score in rows if row in allowed), depth))


def _named(connection: sqlite3.Connection, symbol: str, place: str) -> Iterator[tuple[set[int], float]]:
    """Rows that cite the work of a symbol or DOI, and those of the work itself; again those at the paragraph."""
    those, own = citing(connection, symbol), of_work(connection, symbol)
    yield those, CITED
    yield own, TEXT_WEIGHT
    if place:
        yield citing_at(connection, those, symbol, place) | with_paragraph(connection, own, place), TEXT_WEIGHT
