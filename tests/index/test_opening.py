"""Libraries that cannot be written: another user's, or on a read-only disk."""

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from shelves import WordEmbedder

import index.adding
import index.doctor
import index.reindexing  # noqa: F401  (a library imports them late: see `lent`)
from index.errors import Busy, LibraryError
from index.library import Library
from index.sqlite.opening import read_only

NOBODY = 65534
QUESTION = "authorised the mission to protect civilians"


@pytest.fixture
def lent(two, monkeypatch):
    """A copy of the library where other users may look but not write; pytest's own folders are closed to them."""
    two.search(QUESTION)  # what a search reads late is read now: this checkout may be closed to other users too
    two.close()
    place = Path(tempfile.mkdtemp())
    monkeypatch.setenv("BLUENOTE_SETTINGS", str(place / "none.toml"))  # those of root are closed to others as well
    shutil.copytree(two.path, place / "library")
    for path in (place, *place.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o444)
    yield place / "library"
    shutil.rmtree(place)


@contextmanager
def another_user(folder):
    """Someone who may read the folder only; root may write everywhere, and stops being root."""
    if os.geteuid() == 0:
        os.seteuid(NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)
    else:
        folder.chmod(0o555)
        try:
            yield
        finally:
            folder.chmod(0o755)


def test_it_is_listed_searched_and_read(lent):
    with another_user(lent), Library.open(lent, embedder=WordEmbedder()) as library:
        assert len(library.entries()) == 2
        hit = library.search(QUESTION).hits[0]
        assert hit.document.title == "Karlsrud on the war in Mali"
        assert library.hit(hit.passage.id).passage == hit.passage
        assert library.pdf(hit.document.id).read_text().startswith("Karlsrud")
    assert not list(lent.glob("library.sqlite-*"))


def test_it_is_checked_and_said_not_to_be_repaired(lent):
    with another_user(lent), Library.open(lent, embedder=WordEmbedder()) as library:
        findings = library.doctor()
    assert {finding.level for finding in findings} == {"ok", "warning"}
    assert any(finding.message == "database: sound" for finding in findings)
    assert any("nothing was repaired" in finding.message for finding in findings)


@pytest.mark.parametrize(
    "write",
    [
        lambda library, path: library.add([path]),
        lambda library, path: library.remove("autesserreAutesserrePeaceCongo"),
        lambda library, path: library.reindex(),
        lambda library, path: library._store.note({"sample": "yes"}),
    ],
    ids=["add", "remove", "reindex", "note"],
)
def test_who_wants_to_write_is_told(lent, pdf, write):
    path = pdf("new.pdf", "New one\nText.")
    with (
        another_user(lent),
        Library.open(lent, embedder=WordEmbedder()) as library,
        pytest.raises(LibraryError, match="cannot be written, only listed and searched"),
    ):
        write(library, path)


def test_what_its_owner_has_just_committed_is_seen(lent, pdf):
    (lent / "library.sqlite").chmod(0o644)
    with Library.open(lent, embedder=WordEmbedder()) as owner:
        owner.add([pdf("new.pdf", "New one\nText.")])
        assert (lent / "library.sqlite-wal").stat().st_size
        with another_user(lent), Library.open(lent, embedder=WordEmbedder()) as library:
            assert len(library.entries()) == 3


def test_a_change_under_the_readers_eyes_is_told(lent):
    database = lent / "library.sqlite"

    def read():
        with read_only(database) as connection:
            connection.execute("SELECT count(*) FROM documents").fetchone()
            os.utime(database, (0, 0))

    with pytest.raises(Busy, match="while it was read"):
        read()
