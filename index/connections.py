"""Connections to one SQLite file: snapshots for readers, transactions for writers, and the pen."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import Beyond, Busy, LibraryError
from index.schema import migrate, outdated

_WAIT_SECONDS = 10.0
"""How long SQLite waits for another process's commit; commits take milliseconds."""


class Connections:
    """The way to `library.sqlite` of one library folder; threads share it.

    A thread borrows a connection for as long as it reads or writes. So there are no more of them than threads at work
    at the same time, however many threads come and go: the desk answers every click in a new one.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / "library.sqlite"
        self._lock_path = folder / "library.lock"
        self._borrowed = threading.local()
        self._idle: list[sqlite3.Connection] = []
        self._guard = threading.Lock()

    def prepare(self) -> None:
        """Make the tables, or bring them to this version, where that is needed.

        Raises:
            LibraryError: The file is another program's, or a newer Bluenote's.
        """
        with self._connection() as connection:
            if outdated(connection, self.path):
                with FileLock(self._lock_path):  # two processes may meet over a new folder: the second finds it done
                    migrate(connection, self.path)

    def close(self) -> None:
        """Close the connections."""
        with self._guard:
            for connection in self._idle:
                connection.close()
            self._idle.clear()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One state of the database for this thread for as long as the outermost `reading` lasts."""
        borrowed: sqlite3.Connection | None = getattr(self._borrowed, "connection", None)
        if borrowed is not None:
            yield borrowed
            return
        with self._connection() as connection:
            connection.execute("BEGIN")
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """`reading` for those who need not see the connection."""
        with self.reading():
            yield

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A writing transaction: all of it is committed, or on an exception none of it."""
        if getattr(self._borrowed, "connection", None) is not None:
            raise RuntimeError("a writing transaction must not stand inside another or inside a snapshot")
        with self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")

    @contextmanager
    def pen(self) -> Iterator[None]:
        """Hold the lock that lets one process at a time add or remove documents.

        The operating system frees it when the process ends, however it ends.

        Raises:
            Busy: Another process holds it.
        """
        lock = FileLock(self._lock_path, timeout=0)
        try:
            lock.acquire()
        except Timeout:
            raise Busy(
                f"another process is adding to or removing from {self.path.parent}: try again when it is done"
            ) from None
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """SQLite's own errors in words that tell the reader what to do."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the kind, the rest the occasion
            if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                raise Beyond(f"{self.path} is damaged ({error}): bring the folder back from a copy") from error
            if code == sqlite3.SQLITE_BUSY:
                raise Busy(f"another process keeps writing to {self.path}: try again when it is done") from error
            if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
                raise LibraryError(
                    f"{self.path}: {error}: check the disk's space and the folder's permissions"
                ) from error
            raise

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """A connection for this thread; what is not committed at the end is undone."""
        with self._explained():
            with self._guard:
                connection = self._idle.pop() if self._idle else None
            if connection is None:
                connection = self._opened()
            self._borrowed.connection = connection
            try:
                yield connection
            finally:
                self._borrowed.connection = None
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                with self._guard:
                    self._idle.append(connection)

    def _opened(self) -> sqlite3.Connection:
        # Autocommit: transactions stand in the code. One thread after another may use it.
        connection = sqlite3.connect(self.path, isolation_level=None, timeout=_WAIT_SECONDS, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        try:
            # FULL: a document that was said to be in is in, also after a power cut.
            connection.executescript(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; "
                "PRAGMA cache_size = -65536;"
            )
        except sqlite3.DatabaseError:
            connection.close()
            raise
        return connection
