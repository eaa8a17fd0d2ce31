"""The tables of a library in SQLite, and the numbered steps by which an older library becomes a newer one."""

import sqlite3
from importlib.resources import files
from pathlib import Path

from index.errors import LibraryError
from index.sqlite.opening import error_kind

APPLICATION_ID = 0x426C756E
"""The file format's own mark in SQLite's header: "Blun"."""


def _steps() -> tuple[str, ...]:
    folder = files("index").joinpath("data", "migrations")
    return tuple(file.read_text("utf-8") for file in sorted(folder.iterdir(), key=lambda file: file.name))


MIGRATIONS: tuple[str, ...] = _steps()
"""The files of `data/migrations` in order: step n (from 1) makes version n out of version n - 1. A step that has been
released is never changed."""


def outdated(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the tables are of an older version, or not there yet.

    Raises:
        LibraryError: The file is another program's, or a newer Bluenote's.
    """
    # Tables first: whoever makes the library just now gives it tables, mark and version in one commit.
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    version, mark = _version(connection), connection.execute("PRAGMA application_id").fetchone()[0]
    if tables and mark != APPLICATION_ID:
        raise LibraryError(f"{path} is an SQLite file of another program: name another folder for the library")
    if version > len(MIGRATIONS):
        raise LibraryError(
            f"{path} was made by a newer Bluenote (version {version} of its tables; this one knows {len(MIGRATIONS)}): "
            "update Bluenote"
        )
    return version < len(MIGRATIONS)


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring a library's tables to this program's version, each step in a transaction of its own.

    Raises:
        LibraryError: The tables are not those that a released Bluenote of their version made.
    """
    if not outdated(connection, path):
        return
    for number in range(_version(connection) + 1, len(MIGRATIONS) + 1):
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{MIGRATIONS[number - 1]}\n"
                f"PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {number};\nCOMMIT;"
            )
        except sqlite3.OperationalError as error:
            if error_kind(error) != sqlite3.SQLITE_ERROR:
                raise
            raise LibraryError(
                f"{path} has other tables than a Bluenote of its version makes ({error}), and stays as it is: "
                "name another folder for the library and add the PDFs to it"
            ) from error
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
