"""Rows of passages and their ids, looked up without reading any text."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from index.sqlite.remembering import remembered, tuples

_MOST = 20_000
"""Names remembered: those of the passages that fifty searches weigh."""


def ids_of(connection: sqlite3.Connection, rows: Iterable[int]) -> Mapping[int, str]:
    """The ids of the passages in these rows; rows that no passage has are left out."""
    # SQLite would look into the table, which is the usual way to a row, but the dear one: a row is half a page of text.
    found: dict[int, str] = dict(
        tuples(
            connection,
            "SELECT passages.row, passages.id FROM json_each(?) AS asked "
            "CROSS JOIN passages INDEXED BY passages_named ON passages.row = asked.value",
            json.dumps(sorted(rows)),
        )
    )
    known = _known(connection)
    if len(known) > _MOST:
        known.clear()
    known |= zip(found.values(), found, strict=True)
    return found


def rows_of(connection: sqlite3.Connection, passages: Sequence[str]) -> Mapping[str, int]:
    """The rows of the passages with these ids; ids that no passage has (any more) are left out."""
    known = _known(connection)  # what a search finds it found by rows
    rows = {one: known[one] for one in passages if one in known}
    if len(rows) < len(passages):
        others = json.dumps([one for one in passages if one not in rows])
        sql = "SELECT id, row FROM passages WHERE id IN (SELECT value FROM json_each(?))"
        rows |= tuples(connection, sql, others)
    return rows


def _known(connection: sqlite3.Connection) -> dict[str, int]:
    known: dict[str, int] = remembered(connection).setdefault("names", {})
    return known
