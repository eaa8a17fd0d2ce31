"""What a reader keeps beside the documents, in drawers by kind: clippings, corrections, collections and the like.

Writing here needs no pen: a few rows at a time go in beside whoever adds documents.
"""

import json
import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from index.sqlite.connections import Connections
from index.store import Kept


class SqliteDrawer:
    """`index.store.Drawer` over table kept."""

    def __init__(self, connections: Connections, name: str) -> None:
        self._connections = connections
        self._name = name

    def all(self, document: str | None = None) -> list[Kept]:
        """All of it, or what is about one document, in the order in which it was put in."""
        with self._connections.reading() as connection:
            found = connection.execute(
                "SELECT * FROM kept WHERE drawer = :drawer AND (:about IS NULL OR document = :about) ORDER BY row",
                {"drawer": self._name, "about": document},
            )
            return [_kept(row) for row in found]

    def get(self, name: str) -> Kept | None:
        """What has this id; None where nothing has."""
        with self._connections.reading() as connection:
            row = connection.execute("SELECT * FROM kept WHERE drawer = ? AND id = ?", (self._name, name)).fetchone()
            return _kept(row) if row else None

    def put(self, name: str, data: Mapping[str, Any], document: str | None = None) -> Kept:
        """Put in, or in the place of what had this id, which then keeps its rank and the time when it was made."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._connections.transaction() as connection:
            row = connection.execute(
                "INSERT INTO kept (drawer, id, document, made, changed, data) VALUES (?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (drawer, id) DO UPDATE SET document = excluded.document, changed = excluded.changed, "
                "data = excluded.data RETURNING *",
                (self._name, name, document, now, now, json.dumps(dict(data), ensure_ascii=False)),
            ).fetchone()
            return _kept(row)

    def drop(self, name: str) -> bool:
        """Take out; whether it was there."""
        with self._connections.transaction() as connection:
            done = connection.execute("DELETE FROM kept WHERE drawer = ? AND id = ?", (self._name, name))
            return done.rowcount > 0


def _kept(row: sqlite3.Row) -> Kept:
    return Kept(row["id"], row["document"], row["made"], row["changed"], json.loads(row["data"]))
