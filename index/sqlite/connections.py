"""Connections to one SQLite file: snapshots for readers, transactions for writers, and the pen."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import Beyond, Busy, NoRoom, Unwritable
from index.sqlite.opening import error_kind, read_only, writable
from index.sqlite.remembering import Connection
from index.sqlite.schema import migrate, outdated


class Connections:
    """The way to `library.sqlite` of one library folder; threads share it.

    A thread borrows a connection for as long as it reads or writes. So there are no more of them than threads at work
    at the same time, however many threads come and go: the desk answers every click in a new one. A library that
    cannot be written is read all the same, by a connection for each time.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / "library.sqlite"
        self._lock_path = folder / "library.lock"
        self._borrowed = threading.local()
        self._idle: list[Connection] = []
        self._guard = threading.Lock()

    def prepare(self) -> None:
        """Make the tables, or bring them to this version, where that is needed.

        Raises:
            LibraryError: The file is another program's, or a newer Bluenote's, or an older one's and cannot be written.
        """
        with self._connection() as connection:
            if outdated(connection, self.path):
                with self._locked(None):  # two processes may meet over a new folder: the second finds it done
                    migrate(connection, self.path)

    def close(self) -> None:
        """Close the connections."""
        with self._guard:
            for connection in self._idle:
                connection.close()
            self._idle.clear()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the database for this thread for as long as the outermost `reading` lasts."""
        borrowed: Connection | None = getattr(self._borrowed, "connection", None)
        if borrowed is not None:
            yield borrowed
            return
        with self._connection() as connection:
            connection.begin()
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """`reading` for those who need not see the connection."""
        with self.reading():
            yield

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A writing transaction: all of it is committed, or on an exception none of it."""
        if getattr(self._borrowed, "connection", None) is not None:
            raise RuntimeError("a writing transaction must not stand inside another or inside a snapshot")
        with self._connection() as connection:
            connection.begin("IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                connection.forget()

    @contextmanager
    def pen(self) -> Iterator[None]:
        """Hold the lock that lets one process at a time add or remove documents.

        The operating system frees it when the process ends, however it ends.

        Raises:
            Busy: Another process holds it.
            Unwritable: The library cannot be written.
        """
        with self._locked(0):
            yield

    @contextmanager
    def _locked(self, seconds: float | None) -> Iterator[None]:
        """The lock file, waited for so long, or without end."""
        lock = FileLock(self._lock_path, timeout=-1 if seconds is None else seconds)
        try:
            lock.acquire()
        except Timeout:
            raise Busy(
                f"another process is adding to or removing from {self.path.parent}: try again when it is done"
            ) from None
        except OSError as error:
            raise self._unwritable() from error
        try:
            yield
        finally:
            lock.release()

    def _unwritable(self) -> Unwritable:
        return Unwritable(
            f"the library {self.path.parent} cannot be written, only listed and searched: its disk is read-only, or "
            "its files are another user's"
        )

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """SQLite's own errors in words that tell the reader what to do."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            code = error_kind(error)
            if "Could not decode" in str(error):  # Python's own error: SQLite does not look into texts
                raise Beyond(f"a text in {self.path} is damaged: `bluenote doctor` tells which document's") from error
            if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                raise Beyond(f"{self.path} is damaged ({error}): bring the folder back from a copy") from error
            if code == sqlite3.SQLITE_BUSY:
                raise Busy(f"another process keeps writing to {self.path}: try again when it is done") from error
            if code == sqlite3.SQLITE_READONLY:
                raise self._unwritable() from error
            if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
                raise NoRoom(f"{self.path}: {error}: check the disk's space and the folder's permissions") from error
            raise

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        """A connection for this thread; what is not committed at the end is undone."""
        with self._explained(), self._lent() as connection:
            self._borrowed.connection = connection
            try:
                yield connection
            finally:
                self._borrowed.connection = None
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def _lent(self) -> Iterator[Connection]:
        with self._guard:
            idle = self._idle.pop() if self._idle else None
        connection = idle or writable(self.path)
        if connection is None:
            with read_only(self.path) as connection:
                yield connection
            return
        try:
            yield connection
        finally:
            with self._guard:
                self._idle.append(connection)
