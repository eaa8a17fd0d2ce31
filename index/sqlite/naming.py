"""Rows of passages and their ids, looked up without reading any text."""

import json
import sqlite3
from collections.abc import Iterable, Mapping


def ids_of(connection: sqlite3.Connection, rows: Iterable[int]) -> Mapping[int, str]:
    """The ids of the passages in these rows; rows that no passage has are left out."""
    # SQLite would look into the table, which is the usual way to a row, but the dear one: a row is half a page of text.
    found = connection.execute(
        "SELECT passages.row, passages.id FROM json_each(?) AS asked "
        "CROSS JOIN passages INDEXED BY passages_named ON passages.row = asked.value",
        (json.dumps(list(rows)),),
    )
    return dict(found.fetchall())


def row_of(connection: sqlite3.Connection, passage: str) -> int | None:
    """The row of the passage with this id; None where there is none (any more)."""
    found = connection.execute("SELECT row FROM passages WHERE id = ?", (passage,)).fetchone()
    return found["row"] if found else None
