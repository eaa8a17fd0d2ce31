"""The words that stand in a library's passages, and those among them that are spelt nearly alike.

FTS5 has them too, but counts the passages of each word that it tells of: 20 ms for those in "p" among a hundred
thousand passages.
"""

import json
import re
import sqlite3
from collections.abc import Mapping, Sequence

from index.sqlite.alternatives import quoted
from index.sqlite.frequencies import frequencies
from ingest.words.folding import fold

_WORD = re.compile(r"[^\W\d_]{4,}")
"""Shorter words are too near to too many others."""
_THERE = (
    "SELECT 1 FROM noted_words WHERE noted_words MATCH :quoted LIMIT 1",
    "SELECT 1 FROM cited_words WHERE cited_words MATCH :quoted LIMIT 1",
    "SELECT 1 FROM authors WHERE instr(' ' || folded || ' ', :apart) LIMIT 1",
    "SELECT 1 FROM titles WHERE instr(' ' || title || ' ', :apart) LIMIT 1",
)
"""Where a word may stand that no passage has; what has no index of words is short, and rarely asked."""


def write_vocabulary(connection: sqlite3.Connection, document: int) -> None:
    """Add the words of the document in this row."""
    found = connection.execute("SELECT DISTINCT heading || ' ' || text FROM passages WHERE document = ?", (document,))
    written = {word.lower() for (text,) in found for word in _WORD.findall(text)}
    connection.executemany(
        "INSERT OR IGNORE INTO vocabulary VALUES (?, ?, ?)",
        [(len(word), word, one) for one, word in ((one, fold(one)) for one in sorted(written)) if word.isalpha()],
    )


def unheard(connection: sqlite3.Connection, words: Sequence[str]) -> tuple[str, ...]:
    """Those of the words that no passage has in any form, no cited work, and no document's title or author."""
    counts, _ = frequencies(connection, words)  # which most searches ask for next
    absent = {word: {"quoted": quoted(word), "apart": f" {fold(word)} "} for word in words if not counts[word]}
    return tuple(one for one in absent if not any(connection.execute(sql, absent[one]).fetchone() for sql in _THERE))


def spelt_like(connection: sqlite3.Connection, beginning: str, letters: range) -> Mapping[str, str]:
    """Words that begin so and have so many letters, folded, and how they are written."""
    found = connection.execute(
        # A join by value: SQLite seeks each length by itself.
        "SELECT word, written FROM vocabulary WHERE letters IN (SELECT value FROM json_each(?)) "
        "AND word BETWEEN ? AND ? || char(0x10FFFF)",
        (json.dumps(list(letters)), beginning, beginning),
    )
    return dict(map(tuple, found))
