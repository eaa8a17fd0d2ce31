"""What is made of the stored rows of a document, when it comes in and when an older library is opened."""

import sqlite3

import pytest

from index.kept.corrections import Field
from index.library import Library
from index.sqlite import derived, refreshing

TABLES = ("missions", "abbreviations", "joints", "cited", "titles", "work_names", "may_cite", "cards")
TEXT = """Karlsrud on MINUSMA
The All Sources Information Fusion Unit (ASIFU) served the mission. Nobody read what it wrote.
UNMISS had no such unit. Its patrols asked in the villages."""


def rows(path, table):
    connection = sqlite3.connect(path / "library.sqlite")
    found = connection.execute(f"SELECT * FROM {table}").fetchall()
    connection.close()
    return sorted(found)


def all_rows(library):
    return {table: rows(library.path, table) for table in TABLES}


def run(library, *statements):
    connection = sqlite3.connect(library.path / "library.sqlite")
    connection.execute("PRAGMA foreign_keys = ON")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_document_on_a_mission_is_about_it_in_every_passage(shelf, pdf):
    shelf.add([pdf("mali.pdf", TEXT)])
    named = {(mission, passage) for mission, _, passage in rows(shelf.path, "missions")}
    passages = {row[0] for row in rows(shelf.path, "passages")}
    assert {passage for mission, passage in named if mission == "MINUSMA"} == passages
    assert 0 < len([passage for mission, passage in named if mission == "UNMISS"]) < len(passages)


def test_it_stays_about_its_mission_under_another_title(shelf, pdf):
    shelf.add([pdf("mali.pdf", TEXT)])
    (entry,) = shelf.entries()
    before = rows(shelf.path, "missions")
    for title in ("On other things", "On UNMISS"):
        shelf.corrections.make(entry.id, Field("title", title))
        assert set(before) <= set(rows(shelf.path, "missions"))
    passages = {row[0] for row in rows(shelf.path, "passages")}
    assert {passage for name, _, passage in rows(shelf.path, "missions") if name == "UNMISS"} == passages


def test_abbreviations_are_found_both_ways(shelf, pdf):
    shelf.add([pdf("mali.pdf", TEXT)])
    assert [(folded, written) for folded, written, _ in rows(shelf.path, "abbreviations")] == [
        ("all sources information fusion unit", "ASIFU"),
        ("asifu", "All Sources Information Fusion Unit"),
    ]


def test_nothing_is_left_of_a_document_that_went(two):
    for entry in two.entries():
        two.remove(entry.id)
    left = all_rows(two)
    # The names of works stay: what was found to be one work remains so.
    assert {table: found for table, found in left.items() if table != "work_names"} == {
        table: [] for table in TABLES if table != "work_names"
    }
    assert [finding for finding in two.doctor() if finding.level != "ok"] == []


def test_an_older_library_gets_all_of_it_when_it_is_opened(two, embedder):
    before = all_rows(two)
    two.close()
    run(two, *(f"DELETE FROM {table}" for table in TABLES), "DELETE FROM facts WHERE name GLOB 'derived*'")
    with Library.open(two.path, embedder=embedder) as again:
        assert all_rows(again) == before
        assert derived.current().items() <= dict(rows(again.path, "facts")).items()


def test_what_was_made_before_a_process_was_killed_is_not_made_again(two, embedder, monkeypatch):
    before = all_rows(two)
    two.close()
    run(two, *(f"DELETE FROM {table}" for table in TABLES), "DELETE FROM facts WHERE name GLOB 'derived*'")
    made = []

    def killed_at_the_second(connection, document, steps):
        made.append(document)
        if len(made) == 2:
            raise KeyboardInterrupt
        derived.derive(connection, document, steps)

    monkeypatch.setattr(refreshing, "_HELD", -1.0)  # a transaction for each document
    monkeypatch.setattr(refreshing, "derive", killed_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        Library.open(two.path, embedder=embedder)
    with Library.open(two.path, embedder=embedder) as again:
        assert all_rows(again) == before
    assert made == [1, 2, 2], "the first document is done, and the second one anew"


def test_what_takes_long_is_said(two, embedder, monkeypatch, caplog):
    two.close()
    run(two, "DELETE FROM facts WHERE name GLOB 'derived*'")
    monkeypatch.setattr(refreshing, "_HELD", -1.0)
    Library.open(two.path, embedder=embedder).close()
    assert "1 of 2 documents" in caplog.text


def test_only_what_other_facts_made_is_made_anew(two, embedder):
    before = all_rows(two)
    two.close()
    run(
        two,
        "DELETE FROM missions",
        "DELETE FROM titles",
        "UPDATE facts SET value = '0' WHERE name = 'derived missions'",
    )
    with Library.open(two.path, embedder=embedder) as again:
        assert all_rows(again) == {**before, "titles": []}


def test_it_is_made_once(two, embedder):
    two.close()
    run(two, "DELETE FROM titles")
    with Library.open(two.path, embedder=embedder) as again:
        assert rows(again.path, "titles") == []


def test_what_is_derived_does_not_count_in_a_documents_checksum(two):
    run(two, "DELETE FROM missions", "DELETE FROM cited", "DELETE FROM titles")
    assert two.doctor()[0].level == "ok"
    assert not [finding for finding in two.doctor() if finding.level == "damage"]
