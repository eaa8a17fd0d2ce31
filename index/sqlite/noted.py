"""The words of notes that only cite ("White, Keeping the Peace, 45."): they belong to the passages with their markers.

A note that says something is a passage of its own. These are not: by meaning they would be near to all that their
works are about, and say nothing of it. Whoever looks for their words finds them beside the text that relies on them.
"""

import json
import sqlite3
from collections.abc import Sequence, Set
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from index.sqlite.alternatives import quoted
from index.sqlite.remembering import tuples
from ingest.words.folding import fold

_SEVERAL = 2
"""Words, as of an author and a title."""


def write_noted(connection: sqlite3.Connection, document: int) -> None:
    """Give each passage of the document in this row the words of those of its notes that are no passages."""
    notes = dict(connection.execute("SELECT id, data ->> 'text' FROM notes WHERE document = ?", (document,)))
    passages = connection.execute(
        "SELECT row, kind, data FROM passages WHERE document = ? ORDER BY row", (document,)
    ).fetchall()
    for row in passages:
        if row["kind"] == "note":
            for span in json.loads(row["data"])["spans"]:
                notes.pop(span["note"], None)
    for row in passages:
        text = "\n".join(notes[note] for note in json.loads(row["data"])["notes"] if note in notes)
        if text and row["kind"] == "body":
            connection.execute("INSERT INTO noted VALUES (?, ?)", (row["row"], text))


def scores(
    connection: sqlite3.Connection, terms: Sequence[str], depth: int, allowed: Set[int] | None
) -> Sequence[tuple[int, float]]:
    """The `depth` best rows by BM25 of the words of their notes."""
    if not terms or (allowed is not None and not allowed):
        return []
    found = tuples(
        connection,
        "SELECT rowid, -bm25(noted_words) AS score FROM noted_words WHERE noted_words MATCH ? "
        "ORDER BY score DESC, rowid LIMIT ?",
        " OR ".join(map(quoted, terms)),
        depth if allowed is None else -1,
    )
    return list(islice(((row, score) for row, score in found if allowed is None or row in allowed), depth))


def alone(connection: sqlite3.Connection, terms: Sequence[str], depth: int, allowed: Set[int] | None) -> Sequence[int]:
    """The first `depth` rows that have all of several words in their notes, the best first, if no text has them all."""
    if len(terms) < _SEVERAL:
        return []
    together = " AND ".join(map(quoted, terms))
    found = tuples(connection, "SELECT rowid FROM noted_words WHERE noted_words MATCH ? ORDER BY rank, rowid", together)
    rows = list(islice((row for (row,) in found if allowed is None or row in allowed), depth))
    in_a_text = "SELECT 1 FROM words_split WHERE words_split MATCH ? LIMIT 1"
    return [] if rows and connection.execute(in_a_text, (together,)).fetchone() else rows


def with_phrase(connection: sqlite3.Connection, phrase: str, most: int | None = None) -> NDArray[np.int64]:
    """Rows of the passages one of whose notes has these words side by side; the first so many of them, or all."""
    words = f" {fold(phrase)} "
    found = connection.execute(
        "SELECT passage, text FROM noted WHERE passage IN (SELECT rowid FROM noted_words WHERE noted_words MATCH ?) "
        "ORDER BY passage",
        (quoted(phrase),),
    )
    rows = (row for row, text in found if any(words in f" {fold(note)} " for note in text.split("\n")))
    return np.fromiter(islice(rows, most), np.int64)
