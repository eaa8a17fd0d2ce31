import sqlite3

import pytest
from shelves import WordEmbedder

from index.errors import Beyond
from index.library import Library


def levels(shelf):
    return [finding.level for finding in shelf.doctor() if finding.level != "ok"]


def test_a_sound_library(two):
    assert levels(two) == []
    assert any("2 documents" in finding.message for finding in two.doctor())


def test_left_over_files_are_cleared_away(two):
    (two.path / "files" / f"{'0' * 64}.pdf").write_text("orphan")
    (two.path / "files" / "half.part").write_text("half")
    (two.path / "vectors-9-abc.faiss").write_text("old")
    assert levels(two) == ["repaired"] * 2
    assert list(two.path.glob("vectors-*")) == []
    assert len(list((two.path / "files").iterdir())) == 2
    assert levels(two) == []


def test_a_changed_copy_is_damage(two):
    two.pdf(two.entries()[0].id).write_text("changed")
    assert levels(two) == ["damage"]


def test_words_that_do_not_fit_the_texts_are_written_again(two):
    connection = sqlite3.connect(two.path / "library.sqlite")
    connection.execute(
        "INSERT INTO words_whole (words_whole, rowid, heading, text) "
        "SELECT 'delete', row, heading, text FROM passages LIMIT 1"
    )
    connection.commit()
    connection.close()
    assert levels(two) == ["repaired"]
    assert levels(two) == []


def test_a_linked_file_is_looked_for_where_it_was_ever_given(shelf, pdf):
    path = pdf("a.pdf", "Title one\nText.")
    shelf.add([path], link=True)
    moved = path.rename(path.with_name("moved.pdf"))
    assert levels(shelf) == ["warning"]
    shelf.add([moved])
    assert levels(shelf) == []


def altered(shelf, statement):
    """Change what is stored behind the library's back, as a failing disk does: no part of it notices."""
    connection = sqlite3.connect(shelf.path / "library.sqlite")
    assert connection.execute(statement).rowcount == 1
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE blocks SET data = replace(data, 'helicopters', 'helicapters') WHERE data LIKE '%helicopters%'",
        "UPDATE notes SET data = replace(data, 'para. 17', 'para. 77') WHERE data LIKE '%para. 17%' AND document = 1",
        "UPDATE blocks SET data = CAST(x'FFFE' AS TEXT) WHERE document = 1 AND id = 'b1'",
        "UPDATE documents SET data = replace(data, '{', '[') WHERE row = 1",
        "UPDATE documents SET title = 'Karlsrud on the law in Mali' WHERE row = 1",
        "DELETE FROM sources WHERE document = 1",
    ],
)
def test_what_is_not_as_it_was_stored_is_named_and_adding_its_file_again_mends_it(two, statement):
    mali = two.entries()[0]
    read = two.document(mali.id)
    altered(two, statement)
    [finding] = [finding for finding in two.doctor() if finding.level != "ok"]
    assert finding.level == "damage"
    assert mali.id in finding.message
    copy = two.path / "files"
    assert f"{copy}/{mali.id}" in finding.message.partition("`bluenote add ")[2]
    [outcome] = two.add([next(copy.glob(f"{mali.id}*"))])
    assert (outcome.status, outcome.key) == ("added", mali.key)
    assert two.document(mali.id) == read
    assert levels(two) == []


def test_damaged_texts_are_never_shown(two):
    mali = two.entries()[0]
    altered(two, "UPDATE blocks SET data = CAST(x'FFFE' AS TEXT) WHERE document = 1 AND id = 'b1'")
    with pytest.raises(Beyond, match="doctor"):
        two.document(mali.id)
    altered(two, "UPDATE documents SET data = replace(data, '{', '[') WHERE row = 1")
    with pytest.raises(Beyond, match="doctor"):
        two.entries()


def test_a_library_of_another_model_is_whole_too(two, pdf):
    with Library.open(two.path, embedder=WordEmbedder("words-2")) as other:
        other.reindex()
        assert levels(other) == []
