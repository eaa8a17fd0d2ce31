"""A checksum of all that is stored of a document: SQLite notices damage to its structure, not to a word in a text."""

import hashlib
import sqlite3

_PARTS = (
    ("documents", "row = ?", "row"),
    ("readings", "document = ?", "part"),
    ("authors", "document = ?", "folded"),
    ("identities", "document = ?", "identity"),
    ("blocks", "document = ?", "id"),
    ("notes", "document = ?", "id"),
    ("citations", "document = ?", "id"),
    ("sources", "document = ?", "id"),
    ("passages", "document = ?", "row"),
    ("cites", "passage IN (SELECT row FROM passages WHERE document = ?)", "passage, key"),
    ("vectors", "row IN (SELECT row FROM passages WHERE document = ?)", "row"),
)
"""Each table, which of its rows are a document's, and in which order they count."""


def seal(connection: sqlite3.Connection, row: int) -> None:
    """Write down the checksum of a document, in the transaction that wrote the document."""
    connection.execute("INSERT OR REPLACE INTO sums VALUES (?, ?)", (row, _sum(connection, row)))


def intact(connection: sqlite3.Connection, row: int) -> bool:
    """Whether a document is as it was written."""
    written = connection.execute("SELECT sha256 FROM sums WHERE document = ?", (row,)).fetchone()
    return written is not None and written["sha256"] == _sum(connection, row)


def _sum(connection: sqlite3.Connection, row: int) -> str:
    digest = hashlib.sha256()
    for table, own, order in _PARTS:
        columns = [column["name"] for column in connection.execute(f"PRAGMA table_info({table})")]
        # As bytes: damaged text need be no text any more. With its length, so that no two rows run together.
        values = ", ".join(f"CAST({column} AS BLOB)" for column in columns)
        for item in connection.execute(f"SELECT {values} FROM {table} WHERE {own} ORDER BY {order}", (row,)):  # noqa: S608
            for value in item:
                digest.update(b"-" if value is None else b"%d:" % len(value))
                digest.update(value or b"")
    return digest.hexdigest()
