"""Looking for damage in a library's database, and mending what is derived from it."""

import sqlite3

from index.errors import Beyond, Unwritable
from index.model import Finding
from index.sqlite.connections import Connections
from index.sqlite.vectors import VectorIndex

_DERIVED = ("words_whole", "words_split", "noted_words", "cited_words")


def check(connections: Connections, vectors: VectorIndex, *, repair: bool) -> list[Finding]:
    """Test database, words and vectors; with `repair`, write derived parts again (the caller holds the pen).

    Raises:
        Beyond: The database itself is damaged.
    """
    with connections.reading() as connection:
        findings = [_database(connection)]
        passages, bare = connection.execute(
            "SELECT count(*), sum(NOT EXISTS (SELECT 1 FROM vectors WHERE vectors.row = passages.row)) FROM passages"
        ).fetchone()
        sound = vectors.sound(connection)
    if bare:
        findings.append(Finding("damage", f"{bare} passages have no vector: `bluenote reindex` makes them"))
    else:
        findings.append(Finding("ok", f"vectors: one for each of {passages} passages"))
    findings += [_words(connections, table, repair=repair) for table in _DERIVED]
    if not sound and repair:
        with connections.transaction() as connection:
            vectors.write(connection)
        vectors.forget()
    if not sound:
        findings.append(
            Finding("repaired", "derived vectors: the file was missing or damaged, written again")
            if repair
            else Finding(
                "warning", "derived vectors: the file is missing or damaged: `bluenote doctor` writes it again"
            )
        )
    if repair:
        with connections.reading() as connection:
            vectors.sweep(connection)  # a former base is no fault
    return findings


def _database(connection: sqlite3.Connection) -> Finding:
    said = [row[0] for row in connection.execute("PRAGMA integrity_check(3)")]
    loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    if said != ["ok"] or loose:
        why = "; ".join(said) if said != ["ok"] else f"{len(loose)} rows belong to no document"
        raise Beyond(f"the database is damaged ({why}): bring the library's folder back from a copy")
    return Finding("ok", "database: sound")


def _words(connections: Connections, table: str, *, repair: bool) -> Finding:
    """FTS5's own test of an index against its texts."""
    try:
        with connections.transaction() as connection:
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    except Unwritable:  # FTS5 is asked by writing
        return Finding("warning", f"{table}: not compared with the texts, since the library cannot be written")
    except Beyond:
        if not repair:
            return Finding("warning", f"{table}: the index does not fit the texts: `bluenote doctor` writes it again")
        with connections.transaction() as connection:
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")  # noqa: S608
        return Finding("repaired", f"{table}: the index did not fit the texts, written again")
    return Finding("ok", f"{table}: fits the texts")
