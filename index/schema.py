"""The tables of a library in SQLite, and the numbered steps by which an older library becomes a newer one."""

import sqlite3
from pathlib import Path

from index.errors import LibraryError

APPLICATION_ID = 0x426C756E
"""The file format's own mark in SQLite's header: "Blun"."""

_FIRST = r"""
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- `data` is the contract's object for the document without the lists that have tables of their own.
CREATE TABLE documents (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    kind TEXT NOT NULL,
    year INTEGER,
    notes INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    file TEXT NOT NULL,
    added TEXT NOT NULL,
    sha256 TEXT UNIQUE,
    kept INTEGER NOT NULL,
    state TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;
-- Of all of a document's rows, as they were written (see `index.sums`).
CREATE TABLE sums (
    document INTEGER PRIMARY KEY REFERENCES documents (row) ON DELETE CASCADE,
    sha256 TEXT NOT NULL
) STRICT;
CREATE TABLE paths (
    path TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    PRIMARY KEY (path, document)
) STRICT, WITHOUT ROWID;
CREATE TABLE authors (
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    folded TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (document, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX authors_by_name ON authors (folded);
CREATE TABLE identities (
    identity TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    PRIMARY KEY (identity, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE blocks (
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE notes (
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE citations (
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    source TEXT,
    data TEXT NOT NULL,
    PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE sources (
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sources_by_key ON sources (key);

-- Vectors, words and FAISS name a passage by `row`. AUTOINCREMENT never gives a number twice, so that a vector left
-- over in a derived file can name no passage, never another one.
CREATE TABLE passages (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    heading TEXT NOT NULL,
    text TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;
CREATE INDEX passages_by_document ON passages (document);
-- Which passages cite which work (`sources.key`): in a note that they name, through "Ibid." too, or in their own text.
CREATE TABLE cites (
    key TEXT NOT NULL COLLATE NOCASE,
    passage INTEGER NOT NULL REFERENCES passages (row) ON DELETE CASCADE,
    PRIMARY KEY (key, passage)
) STRICT, WITHOUT ROWID;
CREATE INDEX cites_by_passage ON cites (passage);
CREATE TABLE vectors (
    row INTEGER PRIMARY KEY REFERENCES passages (row) ON DELETE CASCADE,
    vector BLOB NOT NULL -- float16, little-endian
) STRICT;

-- The derived FAISS file: at most one row; `high` is the last passage row that it holds.
CREATE TABLE bases (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, high INTEGER NOT NULL, count INTEGER NOT NULL) STRICT;

-- Words whole (S/RES/2100, and/or), and the same words split at every sign and stemmed.
CREATE VIRTUAL TABLE words_whole USING fts5 (
    heading, text, content='passages', content_rowid='row', tokenize="unicode61 remove_diacritics 2 tokenchars '/'"
);
CREATE VIRTUAL TABLE words_split USING fts5 (
    heading, text, content='passages', content_rowid='row', tokenize="porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE words_split_counts USING fts5vocab (words_split, row);
CREATE TRIGGER passages_in AFTER INSERT ON passages BEGIN
    INSERT INTO words_whole (rowid, heading, text) VALUES (new.row, new.heading, new.text);
    INSERT INTO words_split (rowid, heading, text) VALUES (new.row, new.heading, new.text);
END;
CREATE TRIGGER passages_out AFTER DELETE ON passages BEGIN
    INSERT INTO words_whole (words_whole, rowid, heading, text) VALUES ('delete', old.row, old.heading, old.text);
    INSERT INTO words_split (words_split, rowid, heading, text) VALUES ('delete', old.row, old.heading, old.text);
END;
"""

MIGRATIONS: tuple[str, ...] = (_FIRST,)
"""Step n (from 1) makes version n out of version n - 1. A step that has been released is never changed."""


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
    """Bring a library's tables to this program's version, each step in a transaction of its own."""
    if not outdated(connection, path):
        return
    for number in range(_version(connection) + 1, len(MIGRATIONS) + 1):
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{MIGRATIONS[number - 1]}\n"
                f"PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {number};\nCOMMIT;"
            )
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
