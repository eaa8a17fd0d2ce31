import sqlite3

import pytest

from index.model import Filters


def changed(library, statement):
    connection = sqlite3.connect(library.path / "library.sqlite")
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.fixture
def cut(embedder, monkeypatch):
    """The texts that are embedded while the library is brought up to date."""
    embedder.encoded.clear()
    return embedder.encoded


def test_what_came_in_just_now_is_up_to_date(two, cut):
    assert two._store.to_read() == two._store.to_cut() == ()
    assert two.reindex() == 0
    assert not [text for text in cut if "helicopters" in text]


def test_only_what_was_cut_otherwise_is_cut_again(two, cut):
    before = [hit.passage for hit in two.search("helicopters").hits]
    changed(two, "UPDATE versions SET cutting = 0 WHERE document = 1")
    cut.clear()
    assert two.reindex() == 1
    assert any("helicopters" in text for text in cut)
    assert not any("Kinshasa" in text for text in cut)
    assert two._store.to_cut() == ()
    assert [hit.passage for hit in two.search("helicopters").hits] == before


def test_a_library_of_the_first_bluenotes(two):
    changed(two, "DELETE FROM versions")
    assert len(two._store.to_cut()) == len(two._store.to_read()) == 2
    assert two.reindex() == 2
    assert two._store.to_cut() == ()
    assert len(two._store.to_read()) == 2, "cutting opens no PDF"
    said = [finding.message for finding in two.doctor() if finding.level == "warning"]
    assert any("2 documents" in message and "reindex --read" in message for message in said)


def test_a_passage_without_its_vector_is_cut_again(two):
    changed(two, "DELETE FROM vectors WHERE row = (SELECT max(row) FROM vectors)")
    assert two.reindex() == 1
    assert [finding for finding in two.doctor() if finding.level == "damage"] == []


def test_pdfs_of_an_older_reader_are_read_again(two, pdf):
    changed(two, "UPDATE versions SET reading = 0 WHERE document = 1")
    (old,) = two._store.to_read()
    before = two.entry(old)
    copy = pdf("again.pdf", two.pdf(old).read_text())
    two.add([copy])
    changed(
        two, "UPDATE documents SET added = '2001-01-01T00:00:00+00:00' WHERE id = (SELECT id FROM documents LIMIT 1)"
    )
    (read,) = two.reread()
    assert (read.status, read.id, read.key) == ("added", old, before.key)
    assert two._store.to_read() == ()
    assert two.reread() == []
    again = two.entry(str(copy))
    assert again.id == old, "all its paths still name it"
    assert (again.file, again.added) == (before.file, "2001-01-01T00:00:00+00:00")
    assert two.search("helicopters", filters=Filters(documents=(old,))).hits


def test_a_pdf_that_is_gone_is_not_read_again(two):
    changed(two, "UPDATE versions SET reading = 0 WHERE document = 1")
    (old,) = two._store.to_read()
    two.pdf(old).unlink()
    (read,) = two.reread()
    assert read.status == "failed"
    assert two.entry(old), "what was read is still there"
