"""Connections that remember what was worked out of one state of the database."""

import sqlite3
from collections.abc import Hashable
from typing import Any

_MOST = 64
"""Things remembered: a filter of a library of a million passages is a megabyte."""


class Connection(sqlite3.Connection):
    """A connection with a memory that lasts until this or another connection writes."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._memory: dict[Hashable, Any] = {}
        self._state: tuple[int, int] | None = None
        self._version = 0

    def begin(self, how: str = "") -> None:
        """Begin a transaction, "IMMEDIATE" one that writes: from now on no other connection's commits are seen."""
        self.execute(f"BEGIN {how}")
        (self._version,) = self.execute("PRAGMA data_version").fetchone()

    def memory(self) -> dict[Hashable, Any]:
        """What was worked out of the state that is seen now, within a transaction."""
        # The first counts other connections' commits, the second our own changes.
        state = (self._version, self.total_changes)
        if state != self._state or len(self._memory) >= _MOST:
            self.forget()
            self._state = state
        return self._memory

    def forget(self) -> None:
        """After a transaction: what was undone counted as changes too."""
        self._memory, self._state = {}, None


def tuples(connection: sqlite3.Connection, sql: str, *values: Any) -> sqlite3.Cursor:
    """What a statement finds, each row a plain tuple: with names for its columns a thousand take twice as long."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor.execute(sql, values)


def remembered(connection: sqlite3.Connection) -> dict[Hashable, Any]:
    """The memory of a connection; an empty one of such as have none."""
    return connection.memory() if isinstance(connection, Connection) else {}
