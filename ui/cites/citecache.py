"""Cites once set by pandoc, kept on disk: one after another program's start, a page of hits waits for it no more.

Each is kept under a digest of all that pandoc was given for it, so what is found there is what it would say again. A
cache that cannot be read is an empty one.
"""

import json
import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

import platformdirs

MOST = 50_000
"""Cites that are kept, about 30 MB; the oldest go first."""
_PATIENCE = 0.5
"""Seconds that another process is waited for; then pandoc is as quick."""

Kept = tuple[str, str]
"""The cite, and the work's entry in the list of references."""

_T = TypeVar("_T")


class CiteCache:
    """Cites by digest, in one file that threads and processes share; in memory where no file can be written."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._lock = threading.Lock()
        self._connection = self._opened()

    def get(self, digests: Iterable[str]) -> dict[str, Kept]:
        """Those of the cites that are here."""
        asked = json.dumps(list(digests))
        found = self._tried(
            lambda connection: connection.execute(
                "SELECT digest, cite, entry FROM cites WHERE digest IN (SELECT value FROM json_each(?))", (asked,)
            ).fetchall()
        )
        return {digest: (cite, entry) for digest, cite, entry in found or ()}

    def put(self, cites: Mapping[str, Kept]) -> None:
        """Keep these, and let the oldest go where there are too many."""

        def write(connection: sqlite3.Connection) -> None:
            with connection:
                rows = [(digest, *kept) for digest, kept in cites.items()]
                connection.executemany("INSERT OR IGNORE INTO cites (digest, cite, entry) VALUES (?, ?, ?)", rows)
                connection.execute("DELETE FROM cites WHERE number <= (SELECT max(number) FROM cites) - ?", (MOST,))

        self._tried(write)

    def _tried(self, act: Callable[[sqlite3.Connection], _T]) -> _T | None:
        """What an act gives; None where another process is in its way, or where the file was damaged and is new now."""
        with self._lock:
            try:
                return act(self._connection)
            except sqlite3.OperationalError:  # locked, or the disk is full: the cache is a help and no more
                return None
            except sqlite3.DatabaseError:
                self._connection.close()
                self._connection = self._opened()
                return None

    def _opened(self) -> sqlite3.Connection:
        try:
            self._place.parent.mkdir(parents=True, exist_ok=True)
            try:
                return _table(str(self._place))
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                self._place.unlink()
                self._place.with_name(f"{self._place.name}-journal").unlink(missing_ok=True)
                return _table(str(self._place))
        except (OSError, sqlite3.DatabaseError):
            return _table(":memory:")


@cache
def cite_cache() -> CiteCache:
    """The cache of this user's machine."""
    return CiteCache(platformdirs.user_cache_path("bluenote", appauthor=False) / "cites.sqlite")


def _table(file: str) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_PATIENCE, check_same_thread=False)
    try:
        connection.execute(
            "CREATE TABLE IF NOT EXISTS cites"
            " (number INTEGER PRIMARY KEY, digest TEXT UNIQUE NOT NULL, cite TEXT NOT NULL, entry TEXT NOT NULL)"
        )
        connection.execute("SELECT digest, cite, entry FROM cites LIMIT 1").fetchall()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
