"""What a page's button says is wrong, there and back; and what a reader is offered to choose from."""

import json
from dataclasses import replace

import pytest
from factories import document, note, paragraph

from index.kept.corrections import MarkerMeans
from ingest.model import Anchor, Citation, Document, Source
from ui.cards.choices import (
    Gone,
    cited,
    marker_means,
    markers_to_choose,
    notes_to_choose,
    tells_its_own,
    unread_marker,
    works_to_choose,
)
from ui.correcting.faults import (
    CitationFault,
    DataFault,
    Fault,
    MarkerFault,
    NoteFault,
    PageFault,
    WorkFault,
    fault_from,
    fault_json,
)
from ui.correcting.spotting import NotThere

SOURCES = tuple(
    Source(name, key, {"title": title}, title, None, None)
    for name, key, title in [("s1", "war", "The UN at War"), ("s2", "consent", "Consent"), ("s3", "other", "Consent")]
)


@pytest.fixture
def read() -> Document:
    """Mark 1 means note 1; mark 2 means nothing; note 2 has no mark."""
    body = paragraph("Consent wears thin.^1 Nobody asked.", id="b1")
    far = paragraph("Nobody knew whom to ask.^2 It ended.", id="b2", page=1)
    far = replace(far, markers=(replace(far.markers[0], note=None),))
    notes = [
        note("See Karlsrud, 5.", "1", marker=Anchor("b1", body.markers[0].offset), citations=("c1",)),
        note("The archive.", "2", page=1),
    ]
    open_one = Citation("c1", "n1", None, 4, 15, "short", "work", "See", None, None, candidates=("s2", "s1"))
    return document([body, far], notes, pages=2, first=65, citations=(open_one,), sources=SOURCES)


@pytest.mark.parametrize(
    "fault",
    [
        CitationFault("d", "n1", 4, 15),
        MarkerFault("d", "b1", 9, "12"),
        NoteFault("d", "n1"),
        PageFault("d", 3),
        DataFault("d"),
        WorkFault("10.1/x"),
    ],
)
def test_a_fault_is_told_and_understood(fault: Fault) -> None:
    assert fault_from(json.loads(fault_json(fault))) == fault


@pytest.mark.parametrize("said", [None, "", 3, [], {}, {"kind": "none"}, {"kind": "page"}, {"kind": "data", "x": 1}])
def test_what_is_no_fault_asks_nothing(said: object) -> None:
    assert fault_from(said) is None


def test_works_that_it_may_mean_come_first_and_no_two_read_alike(read: Document) -> None:
    fault = cited(read, CitationFault(read.id, "n1", 4, 15))
    assert (fault.words, fault.led_to) == ("Karlsrud, 5", "left open")
    assert works_to_choose(read, (), fault.citation) == {
        "consent": "Consent",
        "war": "The UN at War",
        "other": "Consent [other]",
    }


def test_what_is_gone_is_said(read: Document) -> None:
    with pytest.raises(Gone):
        cited(read, CitationFault(read.id, "n9", 0, 4))


def test_notes_of_the_marks_own_label_come_first(read: Document) -> None:
    mark = MarkerFault(read.id, "b2", read.blocks[1].markers[0].offset, "2")
    assert list(notes_to_choose(read, mark)) == ["n2", "n1", ""]
    change = marker_means(read, mark, "n2")
    assert isinstance(change, MarkerMeans)
    assert change.note is not None
    assert change.note.words.startswith("The archive")
    assert marker_means(read, mark, "") == replace(change, note=None)


def test_marks_without_a_note_come_first(read: Document) -> None:
    words = [words for _, words in markers_to_choose(read, read.notes[1]).values()]
    assert words == [
        "2 after “Nobody knew whom to ask.” (p. 66 (PDF p. 2))",
        "1 after “Consent wears thin.” (p. 65 (PDF p. 1))",
    ]


def test_a_mark_that_was_not_read_stands_behind_its_words(read: Document) -> None:
    change = unread_marker(read, read.notes[1], "whom to ask")
    assert isinstance(change, MarkerMeans)
    assert (change.unread, change.label, change.at.words, change.at.before[-3:]) == (True, "2", "", "ask")
    with pytest.raises(NotThere, match="is not in this document on p"):
        unread_marker(read, read.notes[1], "wears thin")


def test_only_words_that_name_a_work_are_a_work_of_their_own() -> None:
    assert tells_its_own("John Karlsrud, The UN at War (London: Hurst, 2015), 5")
    assert not tells_its_own("Karlsrud, op. cit., 5")
