"""Markers that OCR misread: told by the notes of their page, and given only where one alignment stands out."""

import pytest
from rawpages import line

from ingest.layout.rows import Row
from ingest.notes.misread import calling


def told(*text, notes):
    """Numbers and printed signs of the markers that are sure in these lines above notes with these numbers."""
    rows = [Row(line(words, 10.0, y=60 + 14 * at), 0, True, 72.0, 500.0, None, 0) for at, words in enumerate(text)]
    found = calling(rows, range(len(rows)), notes.split())
    return [(mark.label, rows[mark.row].line.text[mark.start : mark.end]) for mark in found]


@pytest.mark.parametrize(
    ("text", "notes", "signs"),
    [
        ("leaves the base.! Local leaders decided,* on detailed terms.’ It has a history.° The", "1 2 3 4", "! * ’ °"),
        ("was “unacceptable.”!3 It was “illegal.”!4 The “elections.”!©", "13 14 15", "!3 !4 !©"),
        ("so he said.\"* They stayed.’°The mission left.!© It", "14 15 16", "\"* ’° !©"),
        ("reopen “the ‘crossing points’.”28 They met the “rights ....”2° It", "28 29", "28 2°"),
        ("in the Rules15 and in the Guardian®, as", "15 16", "15 ®"),
        ("to teach. 7! North Carolina asks for it. © Maine requires,72 ", "71 72", "7! 72"),
    ],
)  # fmt: skip
def test_signs_in_the_order_of_the_notes_are_their_markers(text, notes, signs):
    assert told(text, notes=notes) == list(zip(notes.split(), signs.split(), strict=False))


def test_a_marker_that_is_lost_leaves_the_others_theirs():
    text = "The base.! They left.14 It was renewed. The capitals,16 the report.!7 Nobody"
    assert told(text, notes="13 14 15 16 17") == [("13", "!"), ("14", "14"), ("16", "16"), ("17", "!7")]


def test_the_markers_of_notes_that_were_not_found_are_left_to_them():
    text = "the Principles Act,”1° a model. Of markets.”'° North"
    assert told(text, notes="98 103 104") == []


def test_where_two_alignments_are_as_good_no_marker_is_given():
    assert told("Of the base.* It was renewed.* The report.* And", notes="5 6") == []


@pytest.mark.parametrize("text", ["He said “we stay.” The", "What a surprise! And why? So", "the soldiers’ base. It"])
def test_what_prose_has_calls_no_note(text):
    assert told(text, notes="7") == []
