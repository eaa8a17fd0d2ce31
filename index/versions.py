"""By which reader and which cutting each document came in, so that a newer Bluenote redoes only what it must.

What is made of stored rows alone has a version of its own (see `index.sqlite.derived`).
"""

import sqlite3

READING = 7
"""Of `ingest.read_pdf`: counted up when it reads PDFs so much better that they are worth reading again."""
CUTTING = 1
"""Of passages and of what is kept of them: counted up when `ingest.passages.cutting` cuts otherwise, or when more
is kept of what the model makes of a passage."""


def stamp_read(connection: sqlite3.Connection, document: int) -> None:
    """Write down that the document in this row was read and cut just now."""
    connection.execute("INSERT OR REPLACE INTO versions VALUES (?, ?, ?)", (document, READING, CUTTING))


def stamp_cut(connection: sqlite3.Connection, document: int) -> None:
    """Write down that the document in this row was cut just now."""
    connection.execute(
        "INSERT INTO versions VALUES (?, 0, ?) ON CONFLICT (document) DO UPDATE SET cutting = excluded.cutting",
        (document, CUTTING),
    )


def to_read(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Ids of the PDFs that an older reader read."""
    return _ids(connection, "sha256 IS NOT NULL AND coalesce(reading, 0) < :now", READING)


def to_cut(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Ids of the documents that were cut otherwise, and of those with a passage that has no vector."""
    bare = (
        "SELECT passages.document FROM passages WHERE NOT EXISTS "
        "(SELECT 1 FROM vectors WHERE vectors.row = passages.row)"
    )
    return _ids(connection, f"coalesce(cutting, 0) < :now OR documents.row IN ({bare})", CUTTING)


def _ids(connection: sqlite3.Connection, condition: str, now: int) -> tuple[str, ...]:
    found = connection.execute(
        f"SELECT id FROM documents LEFT JOIN versions ON versions.document = documents.row "  # noqa: S608 - own words
        f"WHERE {condition} ORDER BY documents.row",
        {"now": now},
    )
    return tuple(row["id"] for row in found)
