"""A record's rows into SQLite's tables, within a transaction that the caller has begun."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from index.sqlite import rows
from index.sqlite.derived import derive
from index.sqlite.sums import seal
from index.sqlite.vectors import packed
from index.store import Codes, Record, Vectors
from index.versions import stamp_cut, stamp_read
from ingest.contract import plain
from ingest.model import Document, Passage


def write_document(connection: sqlite3.Connection, record: Record) -> None:
    """All of a document that is not there yet, and its checksum."""
    whole = rows.contents(record)
    number = _insert(connection, "documents", rows.document_row(record, whole))
    connection.execute("INSERT INTO paths VALUES (?, ?)", (record.entry.file, number))
    _write_lists(connection, number, record, whole)
    _write_passages(connection, number, whole["passages"], record.vectors, record.tokens)
    _write_cites(connection, number, record.document, record.passages)
    seal(connection, number)
    derive(connection, number)
    stamp_read(connection, number)


def revise_document(connection: sqlite3.Connection, number: int, record: Record) -> None:
    """Other data, labels and citations for the document in this row, and its new checksum.

    Its passages keep their rows, so that words and vectors go on naming them.
    """
    whole = rows.contents(record)
    columns = rows.document_row(record, whole)
    changes = ", ".join(f"{name} = :{name}" for name in columns)
    connection.execute(f"UPDATE documents SET {changes} WHERE row = :row", {**columns, "row": number})  # noqa: S608
    for table in ("authors", "identities", "readings", *rows.LISTS):
        connection.execute(f"DELETE FROM {table} WHERE document = ?", (number,))  # noqa: S608 - own names
    _write_lists(connection, number, record, whole)
    connection.executemany(
        "UPDATE passages SET data = ? WHERE id = ?",
        [(item["data"], item["id"]) for item in rows.passage_rows(whole["passages"])],
    )
    connection.execute(
        "DELETE FROM cites WHERE passage IN (SELECT row FROM passages WHERE document = ?)",
        (number,),
    )
    _write_cites(connection, number, record.document, record.passages)
    seal(connection, number)
    derive(connection, number)


def rewrite_passages(
    connection: sqlite3.Connection,
    number: int,
    document: Document,
    passages: Sequence[Passage],
    vectors: Vectors,
    tokens: Sequence[Codes],
) -> None:
    """Other passages in the place of those of the document in this row, and its new checksum."""
    connection.execute("DELETE FROM passages WHERE document = ?", (number,))
    _write_passages(connection, number, plain(passages), vectors, tokens)
    _write_cites(connection, number, document, passages)
    seal(connection, number)
    derive(connection, number)
    stamp_cut(connection, number)


def _write_lists(connection: sqlite3.Connection, number: int, record: Record, whole: Mapping[str, Any]) -> None:
    """What is known of a document beside its own row and its passages; `whole` is the record's `rows.contents`."""
    connection.executemany(
        "INSERT INTO authors VALUES (?, ?, ?)",
        [(number, folded, name) for folded, name in rows.author_rows(record)],
    )
    connection.executemany(
        "INSERT INTO identities VALUES (?, ?)", [(identity, number) for identity in record.identities]
    )
    connection.executemany(
        "INSERT INTO readings VALUES (?, ?, ?)",
        [(number, part, data) for part, data in rows.reading_rows(record, whole)],
    )
    for table, items in rows.list_rows(whole):
        for item in items:
            _insert(connection, table, {"document": number, **item})


def _write_passages(
    connection: sqlite3.Connection,
    number: int,
    passages: Iterable[Mapping[str, Any]],
    vectors: Vectors,
    tokens: Sequence[Codes],
) -> None:
    numbers = [_insert(connection, "passages", {"document": number, **item}) for item in rows.passage_rows(passages)]
    connection.executemany("INSERT INTO vectors VALUES (?, ?)", zip(numbers, packed(vectors), strict=True))
    if tokens:
        connection.executemany(
            "INSERT INTO tokens VALUES (?, ?, ?)",
            [(row, codes.tobytes(), len(codes)) for row, codes in zip(numbers, tokens, strict=True)],
        )


def _write_cites(connection: sqlite3.Connection, number: int, document: Document, passages: Sequence[Passage]) -> None:
    numbers = dict(connection.execute("SELECT id, row FROM passages WHERE document = ?", (number,)).fetchall())
    connection.executemany(
        "INSERT OR IGNORE INTO cites VALUES (?, ?)",
        [(key, numbers[passage]) for passage, key in rows.cited_keys(document, passages)],
    )


def _insert(connection: sqlite3.Connection, table: str, columns: Mapping[str, object]) -> int:
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    done = connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(columns.values()))  # noqa: S608
    assert done.lastrowid is not None
    return done.lastrowid
