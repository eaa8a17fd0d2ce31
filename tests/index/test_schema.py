import sqlite3
import threading

import pytest
from shelves import WordEmbedder

from index.errors import Beyond, LibraryError
from index.library import Library
from index.sqlite.schema import MIGRATIONS


def changed(path, *statements):
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_newer_library_is_not_touched(two):
    changed(two.path / "library.sqlite", f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(LibraryError, match="update Bluenote"):
        Library.open(two.path)


def test_another_programs_file_is_not_touched(tmp_path):
    changed(tmp_path / "library.sqlite", "CREATE TABLE theirs (x)")
    with pytest.raises(LibraryError, match="another program"):
        Library.open(tmp_path, create=True)


def test_other_tables_than_a_version_has_are_left_as_they_are(two):
    step = next(step for step in MIGRATIONS[3:] if "CREATE TABLE" in step)
    changed(two.path / "library.sqlite", f"PRAGMA user_version = {MIGRATIONS.index(step)}")
    with pytest.raises(LibraryError, match="stays as it is: name another folder"):
        Library.open(two.path)


@pytest.mark.parametrize(
    "content", [b"not a database, but long enough to be read as one" * 50, b"SQLite format 3\0" + b"\xff" * 4000]
)
def test_what_is_no_database(tmp_path, content):
    (tmp_path / "library.sqlite").write_bytes(content)
    with pytest.raises(Beyond, match="copy"):
        Library.open(tmp_path)


def test_a_damaged_database_is_beyond_repair(two):
    two.close()
    path = two.path / "library.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    data = bytearray(path.read_bytes())
    for page in range(4, len(data) // 4096):
        data[page * 4096 : page * 4096 + 200] = b"\xa5" * 200
    path.write_bytes(data)
    with pytest.raises(Beyond, match="damaged"), Library.open(two.path, embedder=WordEmbedder()) as library:
        library.doctor()


def test_two_may_make_the_same_library(tmp_path):
    failures = []

    def make():
        try:
            Library.open(tmp_path / "library", create=True).close()
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_what_goes_with_a_document_is_found_by_an_index(two):
    """SQLite looks through a whole table for each row that is deleted, where the table that refers to it has none."""
    with two._store._connections.reading() as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in tables:
            for key in connection.execute(f"PRAGMA foreign_key_list({table})").fetchall():
                plan = connection.execute(
                    f"EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE {key['from']} = 1"
                ).fetchone()
                assert "SEARCH" in plan["detail"], f"{table}.{key['from']}"
