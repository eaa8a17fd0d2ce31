"""Words of notes that only cite, found by the passage that bears their marker."""

from dataclasses import replace

import pytest
from shelves import article

import ingest.child
from index.model import Filters
from ingest.model import Citation

TEXT = """Peace and its keepers
Consent is asked for once, and then it is taken for granted.
Nobody counted the patrols."""
NOTE = "White, Keeping the Peace (1997), 221; Bellamy, Understanding Peacekeeping, 45."


@pytest.fixture
def noted(shelf, pdf, monkeypatch):
    """A library of an article, the first note of which does nothing but cite."""

    def read(path):
        read = article(path)
        note = replace(read.notes[0], text=NOTE)
        cited = Citation("c1", note.id, None, 0, len(NOTE) - 1, "full", "work", None, None, None)
        return replace(read, notes=(note, *read.notes[1:]), citations=(cited, *read.citations[1:]), sources=())

    monkeypatch.setattr(ingest.child, "read", read)
    assert [one.status for one in shelf.add([pdf("peace.pdf", TEXT)])] == ["added"]
    return shelf


@pytest.mark.parametrize("question", ["Bellamy understanding", '"keeping the peace"', '"Keeping the Peace" White'])
@pytest.mark.parametrize("part", ["both", "notes"])
def test_they_find_the_passage_that_bears_the_note(noted, question, part):
    (hit,) = noted.search(question, filters=Filters(part=part)).hits
    assert "taken for granted" in hit.passage.text
    assert NOTE in [note.text for note in hit.notes]


def test_passages_come_first_whose_notes_alone_have_all_the_words(noted, pdf):
    text = "The white paper\nThe white paper says little of peace.\nKeeping the peace is dear, it says."
    noted.add([pdf("paper.pdf", text)])
    first = noted.search("White Keeping the Peace 1997").hits[0]
    assert (first.passage.text.split(".")[0], first.score) == (
        "Consent is asked for once, and then it is taken for granted",
        1.0,
    )
    assert noted.search("white peace").hits[0].document.title != first.document.title


def test_the_text_alone_does_not_have_them(noted):
    assert noted.search('"keeping the peace"', filters=Filters(part="body")).hits == ()
    assert noted.search("Bellamy understanding", filters=Filters(part="body"), mode="words").hits == ()


def test_words_of_the_text_are_not_those_of_its_notes(noted):
    assert noted.search("granted", filters=Filters(part="notes"), mode="words").hits == ()
    assert noted.search('"taken for granted"', filters=Filters(part="notes")).hits == ()


def test_words_of_two_notes_are_no_phrase(noted):
    assert noted.search('"45 Ibid"', filters=Filters(part="notes")).hits == ()


def test_they_go_with_their_document(noted):
    noted.remove(noted.entries()[0].id)
    assert noted.search("Bellamy understanding", mode="words").hits == ()
