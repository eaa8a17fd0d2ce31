"""A record's rows into SQLite's tables, within a transaction that the caller has begun."""

import sqlite3
from collections.abc import Mapping, Sequence

from index import rows
from index.store import Record, Vectors
from index.sums import seal
from index.vectors import packed
from ingest.model import Document, Passage


def write_document(connection: sqlite3.Connection, record: Record) -> None:
    """All of a document that is not there yet, and its checksum."""
    number = _insert(connection, "documents", rows.document_row(record))
    connection.execute("INSERT INTO paths VALUES (?, ?)", (record.entry.file, number))
    connection.executemany(
        "INSERT INTO authors VALUES (?, ?, ?)",
        [(number, folded, name) for folded, name in rows.author_rows(record)],
    )
    connection.executemany(
        "INSERT INTO identities VALUES (?, ?)", [(identity, number) for identity in record.identities]
    )
    for table, items in rows.list_rows(record):
        for item in items:
            _insert(connection, table, {"document": number, **item})
    _write_passages(connection, number, record.document, record.passages, record.vectors)
    seal(connection, number)


def rewrite_passages(
    connection: sqlite3.Connection, number: int, document: Document, passages: Sequence[Passage], vectors: Vectors
) -> None:
    """Other passages in the place of those of the document in this row, and its new checksum."""
    connection.execute("DELETE FROM passages WHERE document = ?", (number,))
    _write_passages(connection, number, document, passages, vectors)
    seal(connection, number)


def _write_passages(
    connection: sqlite3.Connection, number: int, document: Document, passages: Sequence[Passage], vectors: Vectors
) -> None:
    numbers = [
        _insert(connection, "passages", {"document": number, **item}) for item in rows.passage_rows(document, passages)
    ]
    connection.executemany("INSERT INTO vectors VALUES (?, ?)", zip(numbers, packed(vectors), strict=True))
    connection.executemany(
        "INSERT OR IGNORE INTO cites VALUES (?, ?)",
        [
            (key, row)
            for row, passage in zip(numbers, passages, strict=True)
            for key in rows.cited_keys(document, passage)
        ],
    )


def _insert(connection: sqlite3.Connection, table: str, columns: Mapping[str, object]) -> int:
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    done = connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(columns.values()))  # noqa: S608
    assert done.lastrowid is not None
    return done.lastrowid
