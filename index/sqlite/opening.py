"""Opening a library's SQLite file: to write where that is possible, else to read it as it lies."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import Busy
from index.sqlite.remembering import Connection

_WAIT_SECONDS = 10.0
"""How long SQLite waits for another process's commit; commits take milliseconds."""
_PAGE = 16384
"""Bytes of a page of a new file: a block of a document, or the vectors of a passage's tokens, is read in one or two
pieces instead of five. On a disk each piece takes a third of a millisecond, and a hit has many."""
_REFUSED = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


def error_kind(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 for an error of Python's own."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the kind, the rest the occasion


def writable(path: Path) -> Connection | None:
    """A connection that reads and writes; None where the file is there but cannot be written.

    In WAL mode SQLite writes even to read: beside the file it makes two others. A share of someone else's or a
    read-only disk refuses them.
    """
    # Autocommit: transactions stand in the code. One thread after another may use it.
    connection = sqlite3.connect(
        path, isolation_level=None, timeout=_WAIT_SECONDS, check_same_thread=False, factory=Connection
    )
    connection.row_factory = sqlite3.Row
    try:
        # FULL: a document that was said to be in is in, also after a power cut.
        connection.executescript(
            f"PRAGMA page_size = {_PAGE}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
            "PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536;"
        )
    except sqlite3.DatabaseError as error:
        connection.close()
        if error_kind(error) in _REFUSED and path.is_file():
            return None
        raise
    return connection


@contextmanager
def read_only(path: Path) -> Iterator[Connection]:
    """A connection to a file that cannot be written here, for a short while.

    Where no other process has commits waiting beside the file, SQLite is told that nobody changes it, for it could not
    watch anyway. So we look ourselves whether someone did.

    Raises:
        Busy: The library was written to by another machine or user meanwhile; what was read may be half old, half new.
    """
    still, before = not _pending(path), _state(path)
    address = f"{path.absolute().as_uri()}?mode=ro" + ("&immutable=1" if still else "")
    connection = sqlite3.connect(
        address, uri=True, isolation_level=None, timeout=_WAIT_SECONDS, check_same_thread=False, factory=Connection
    )
    connection.row_factory = sqlite3.Row
    try:
        yield connection
    finally:
        connection.close()
    if still and (_pending(path) or _state(path) != before):
        raise Busy(f"{path} was written to while it was read: try again")


def _pending(path: Path) -> bool:
    """Whether commits wait in the log beside the file."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _state(path: Path) -> tuple[int, int]:
    """Size and time of last change."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns
