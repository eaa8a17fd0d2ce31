"""Notes of scans: told by the distances between their lines, labelled by their sequence."""

import pytest
from rawpages import line

from ingest.layout.marks import start
from ingest.layout.rows import Row
from ingest.notes.scans import counted
from ingest.pdf.evened import steadied

BODY = "The mission was told to withdraw by the end of the year, and so it did, said the report"


def rows_of(*printed):
    """Rows of (text, size) or (text, size, indent) on one page, one below the other."""
    out, y = [], 60.0
    for text, size, *indent in printed:
        y += 1.4 * size
        out.append(Row(line(text, size, y=y, x=72.0 + sum(indent)), 0, True, 72.0, 500.0, None, 0))
    return out


def labels(rows, scanned=(0,)):
    heads = {i: head for i, row in enumerate(rows) if (head := start(i, row)) is not None}
    return {i: head.label for i, head in sorted(counted(rows, heads, scanned).items()) if head.sure}


def test_a_misread_label_is_the_number_that_its_neighbours_leave():
    rows = rows_of(
        *[(BODY, 10.0)] * 12,
        ("9 Ibid., p. 20.", 8.0),
        ("10 The council, 12 May.", 8.0),
        ("41 See footnote 8.", 8.0),
        ("® See footnote 9.", 8.0),
        ("13 Statement of the Union.", 8.0),
    )
    assert labels(rows) == {12: "9", 13: "10", 14: "11", 15: "12", 16: "13"}


def test_where_a_label_may_be_lost_none_is_made_up():
    rows = rows_of(
        *[(BODY, 10.0)] * 12,
        ("9 Ibid., p. 20.", 8.0),
        ("10 The council, 12 May.", 8.0),
        ("11 The council, 13 May.", 8.0),
        ("® See footnote 9.", 8.0),
        ("14 Statement of the Union.", 8.0),
    )
    assert labels(rows) == {12: "9", 13: "10", 14: "11"}


def test_numbers_in_letters_of_the_text_are_paragraphs():
    rows = rows_of(*[(f"{number} {BODY}", 10.0) for number in range(1, 9)])
    assert labels(rows) == {}


def test_what_the_file_says_in_letters_is_not_corrected():
    rows = rows_of(*[(BODY, 10.0)] * 12, *[(f"{number} Ibid.", 8.0) for number in (9, 10, 11)])
    assert labels(rows, scanned=()) == {}


@pytest.mark.parametrize("many", [5, 18])
def test_closer_lines_at_the_foot_of_a_scan_are_small_print(many):
    text = [line(BODY, 8.6, y=60 + 13 * at) for at in range(12)]
    notes = [line(BODY, 7.6, y=230 + 9.5 * at) for at in range(many)]
    sizes = [each.size for each in steadied((*text, *notes))]
    assert len(set(sizes[:12])) == 1
    assert all(size < 0.9 * sizes[0] for size in sizes[12:])


def test_closer_lines_as_high_as_the_text_are_a_quotation():
    text = [line(BODY, 8.6, y=60 + 13 * at) for at in range(12)]
    quote = [line(BODY, 8.6, y=230 + 9.5 * at) for at in range(5)]
    assert {each.size for each in steadied((*text, *quote))} == {8.6}


def test_lines_as_far_apart_as_the_text_are_text():
    text = [line(BODY, 8.6, y=60 + 13 * at) for at in range(12)]
    more = [line(BODY, 8.6, y=250 + 12.4 * at) for at in range(5)]
    assert {each.size for each in steadied((*text, *more))} == {8.6}


GLUED = (
    *[(BODY, 10.0)] * 8,
    ("'Hoskyns, The Congo Since Independence, 114, and others who wrote on", 8.0, 12),
    ("the same years.", 8.0),
    ("“Ibid.", 8.0, 12),
    ("3Bunche to the secretariat, 16 July 1960.", 8.0, 12),
    ("“The Diary of a Mission”, 31.", 8.0, 12),
    ("5Minutes of a meeting, as they were", 8.0, 12),
    ("1960-63, RG 59.", 8.0),
    ("6Memorandum, 27 July 1960.", 8.0, 12),
    ("MSimma, Charta, 7.", 9.7, 12),
    ("41d., 8.", 8.0, 12),
    ("9Belgium Out of Step, 12 August 1960.", 8.0, 12),
)


def test_labels_glued_to_their_notes_are_known_by_the_indents_of_these():
    rows = rows_of(*GLUED)
    assert [int(label) for label in labels(rows).values()] == [*range(1, 10)]
    opened = counted(rows, {}, {0})
    begin = {head.label: rows[i].line.text[head.end :][:9] for i, head in opened.items()}
    assert begin["1"] == "Hoskyns, "
    assert begin["2"] == "Ibid."
    assert begin["4"] == "“The Diar", "a quotation that is closed is the note's own"
    assert begin["7"] == "Simma, Ch"


def test_of_two_figures_the_last_may_be_all_that_is_read():
    rows = rows_of(*GLUED, ("!°Williams, 11.", 8.0, 12), ("1Urquhart, 318.", 8.0, 12), ("12Autesserre, 9.", 8.0, 12))
    assert list(labels(rows).values())[-3:] == ["10", "11", "12"]


def test_more_figures_than_the_number_has_are_the_first_letters_of_the_note():
    rows = rows_of(*GLUED[:-2], ("85.C. Res. 2098, 12.", 8.0, 12), GLUED[-1])
    opened = counted(rows, {}, {0})
    eighth = next(head for head in opened.values() if head.label == "8")
    assert rows[eighth.row].line.text[eighth.end :].startswith("5.C. Res.")


def test_where_indents_do_not_tell_no_note_is_made():
    flush = [(text, size) for text, size, *_ in GLUED]
    assert labels(rows_of(*flush)) == {}


def test_words_that_seem_wider_than_they_are_stand_on_their_line():
    wide, beside = line("Dayal, Mission,", y=60.0), line("and the rest of the line", y=60.0, x=110.0)
    lines = steadied((wide, beside, line("®Thid., p. 4", y=140.0), line("41d. at 54", y=154.0)))
    assert lines[0].box[2] == 110.0
    assert [each.text for each in lines[2:]] == ["®Ibid., p. 4", "4Id. at 54"]
