import sqlite3


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
