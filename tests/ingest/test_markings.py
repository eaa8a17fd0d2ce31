"""Notes marked and listed in ways that few typesetters choose, each found by a trial layout (tests/bench/layouts)."""

import pytest

from ingest import read_pdf
from ingest.layout.marks import Mark, parted
from ingest.layout.rows import rows
from ingest.pdf import pages

FULL = "The mission had been asked to protect civilians under imminent threat of violence in the east,"


def article(pen, mark, label):
    """Two marks and two small notes on each page, as `mark` and `label` print a number."""
    for index in range(3):
        sheet = pen.sheet()
        first, second = 2 * index + 1, 2 * index + 2
        for number in (first, second):
            sheet.paragraph([FULL, FULL, f"and the council had agreed to it.{mark.format(number)} Nobody asked.", FULL])
        sheet.rule(690)
        sheet.y = 704
        for number in (first, second):
            sheet.write(f"{label.format(number)} S/RES/{2099 + number} (2013), para. {number}.", size=8)
    return read_pdf(pen.save(), language="en")


def places(document):
    blocks = {block.id: block.text for block in document.blocks}
    return [blocks[note.marker.block][: note.marker.offset] for note in document.notes if note.marker]


@pytest.mark.parametrize(
    ("mark", "label"), [("[{}]", "[{}]"), (" ({})", "({})"), (" [{}]", "{}."), ("^({})^", "{})"), ("{}", "{}.")]
)
def test_notes_by_any_mark(pen, mark, label):
    document = article(pen, mark, label)
    assert [note.label for note in document.notes] == ["1", "2", "3", "4", "5", "6"]
    assert len(places(document)) == 6
    assert all(text.endswith("had agreed to it.") for text in places(document))
    assert not any("[" in block.text or "(" in block.text for block in document.blocks)


def test_letters_in_brackets_open_notes_where_marks_call_them(pen):
    sheet = pen.sheet()
    sheet.paragraph([FULL, FULL, "and the council had agreed to it.^(a)^ Nobody asked.", FULL])
    sheet.write("(b) the second point of a list, which no mark of the text calls at all;")
    sheet.rule(690)
    sheet.y = 704
    sheet.write("(a) S/RES/2100 (2013), para. 16.", size=8)
    assert [(note.label, note.text) for note in read_pdf(pen.save(), language="en").notes] == [
        ("a", "S/RES/2100 (2013), para. 16.")
    ]


def test_a_number_alone_on_a_line_opens_no_note_where_words_follow_the_labels(pen):
    sheet = pen.sheet()
    for number in (11, 12, 13):
        sheet.paragraph([FULL, FULL, f"and the council had agreed to it.^{number}^ Nobody asked.", FULL])
    sheet.rule(690)
    sheet.y = 700
    sheet.write("11 S/RES/2100 (2013), which the registry of the mission keeps, folder", size=8)
    sheet.write("12.", size=8)
    for number in (12, 13):
        sheet.write(f"{number} S/RES/{2100 + number} (2013), para. 16.", size=8)
    notes = read_pdf(pen.save(), language="en").notes
    assert [(note.label, note.text[-4:]) for note in notes] == [("11", " 12."), ("12", " 16."), ("13", " 16.")]


def test_affiliations_below_a_byline_are_no_notes(pen):
    sheet = pen.sheet()
    sheet.write("Convoys and Corridors", size=16, font="tibo")
    sheet.write("Anna Sample^1,*^ and Ben Other^2^")
    for label, words in (("1", "Institute for Roads"), ("2", "School of Gates"), ("*", "Write to anna@example.org")):
        sheet.write(f"^{label}^ {words}", size=8)
    sheet.y += 20
    sheet.paragraph([FULL, FULL, "and the council had agreed to it.^1^ Nobody asked.", FULL])
    sheet.rule(690)
    sheet.y = 704
    sheet.write("^1^ S/RES/2100 (2013), para. 16.", size=8)
    document = read_pdf(pen.save(), language="en")
    assert [note.text for note in document.notes] == ["S/RES/2100 (2013), para. 16."]
    assert places(document)[0].endswith("had agreed to it.")
    assert "Anna Sample and Ben Other" in [block.text for block in document.blocks]


def test_numbered_works_are_no_notes(pen):
    sheet = pen.sheet()
    sheet.write("1 Introduction", size=14, font="tibo")
    for number in (1, 2):
        sheet.paragraph([FULL, FULL, f"and the council had agreed to it [{number}]. Nobody asked.", FULL])
    sheet.write("2 The council", size=14, font="tibo")
    sheet = pen.sheet()
    for number in (3, 4):
        sheet.paragraph([FULL, FULL, f"and the council had agreed to it [{number}]. Nobody asked.", FULL])
    sheet.write("References", size=14, font="tibo")
    for number in range(1, 5):
        sheet.write(f"[{number}] Jane Doe, “The Council,” Journal of Councils {number}, no. 2 (2013): 45.", size=8)
    assert read_pdf(pen.save(), language="en").notes == ()


def mark(label, form="raised"):
    return Mark(0, 10, 10 + len(label), label, form)


@pytest.mark.parametrize(
    ("seen", "last", "labels"),
    [
        (mark("23"), 1, ["2", "3"]),
        (mark("23"), 22, ["23"]),
        (mark("2728"), 0, ["27", "28"]),
        (mark("910"), 8, ["9", "10"]),
        (mark("1415", "plain"), 13, ["14", "15"]),
        (mark("1415", "plain"), 3, ["1415"]),
        (mark("34"), 33, ["34"]),
    ],
)
def test_two_marks_set_without_a_space(seen, last, labels):
    known = {str(number) for number in range(1, 40)}
    assert [part.label for part in parted(seen, known, last)] == labels


def test_a_long_endnote_does_not_end_the_list(pen):
    sheet = pen.sheet()
    for number in range(1, 4):
        sheet.paragraph([FULL, FULL, f"and the council agreed.^{number}^ It had no choice."])
    last = pen.sheet()
    last.write("Notes", size=12, font="tibo")
    last.y += 6
    last.write("1. S/RES/2100 (2013), para. 1.", size=9)
    last.write("2. " + FULL, size=9)
    for _ in range(50):
        last.write(FULL, size=9)
    last.write("and so on.", size=9)
    more = pen.sheet()
    more.write("3. Ibid., para. 3.", size=9)
    assert [note.label for note in read_pdf(pen.save(), language="en").notes] == ["1", "2", "3"]


def test_an_issue_at_the_line_s_head_does_not_end_the_list(pen):
    sheet = pen.sheet()
    for number in range(1, 6):
        sheet.paragraph([FULL, FULL, f"and the council agreed.^{number}^ It had no choice."])
    sheet.write("Notes", size=12, font="tibo")
    sheet.y += 6
    for number in range(1, 6):
        sheet.write(f"[{number}] Jane Doe, “The Council and What It Did,” Journal of Councils 72, no.", size=9)
        sheet.write("1 (2018): 73.", size=9)
    notes = read_pdf(pen.save(), language="en").notes
    assert [note.label for note in notes] == ["1", "2", "3", "4", "5"]
    assert all(note.text.endswith("no. 1 (2018): 73.") for note in notes)


def test_a_list_without_a_heading_at_the_foot_of_the_last_page(pen):
    for index in range(4):
        sheet = pen.sheet()
        for number in (2 * index + 1, 2 * index + 2):
            sheet.paragraph([FULL, FULL, f"and the council agreed.^{number}^ It had no choice."])
    sheet.y += 20
    for number in range(1, 9):
        sheet.write(f"{number}. S/RES/{2099 + number} (2013), para. {number}.", size=8)
    document = read_pdf(pen.save(), language="en")
    assert [(note.label, note.kind) for note in document.notes] == [(str(number), "endnote") for number in range(1, 9)]
    assert len(places(document)) == 8


def test_points_of_a_text_are_no_endnotes_where_a_list_answers_its_marks(pen):
    sheet = pen.sheet()
    for number in range(1, 4):
        sheet.paragraph([FULL, FULL, f"and the council agreed.^{number}^ It had no choice."])
    for number in range(1, 4):
        sheet.write(f"{number}. to hold the road to the port in all three sectors;")
    sheet.paragraph([FULL, FULL, FULL])
    last = pen.sheet()
    last.write("Notes", size=12, font="tibo")
    last.y += 6
    for number in range(1, 4):
        last.write(f"{number}. S/RES/{2099 + number} (2013), para. {number}.", size=9)
    document = read_pdf(pen.save(), language="en")
    assert [note.text[:6] for note in document.notes] == ["S/RES/"] * 3
    assert len(places(document)) == 3


def test_points_inside_a_note_are_no_notes(pen):
    sheet = pen.sheet()
    for number in (1, 2, 3):
        sheet.paragraph([FULL, FULL, f"and the council agreed.^{number}^ It had no choice."])
    sheet.rule(640)
    sheet.y = 652
    for line in (
        "1. S/RES/2100 (2013), para. 1.",
        "2. Three reasons are given in the file:",
        "1. the roads were closed;",
        "2. the fuel was spent;",
        "3. nobody had asked.",
        "3. Ibid., para. 3.",
    ):
        sheet.write(line, size=8)
    notes = read_pdf(pen.save(), language="en").notes
    assert [(note.label, note.text[:5]) for note in notes] == [("1", "S/RES"), ("2", "Three"), ("3", "Ibid.")]
    assert notes[1].text.endswith("nobody had asked.")


def test_notes_that_nothing_but_their_place_tells_from_the_text(pen):
    for index in range(3):
        sheet = pen.sheet()
        for number in (2 * index + 1, 2 * index + 2):
            sheet.paragraph([FULL, FULL, f"and the council agreed.^{number}^ It had no choice."])
        sheet.y += 8
        for number in (2 * index + 1, 2 * index + 2):
            sheet.write(f"{number}. S/RES/{2099 + number} (2013), para. {number}.")
    document = read_pdf(pen.save(), language="en")
    assert [note.label for note in document.notes] == ["1", "2", "3", "4", "5", "6"]
    assert all(text.endswith("council agreed.") for text in places(document))


def test_letters_below_a_table_call_its_notes(pen):
    sheet = pen.sheet()
    sheet.paragraph([FULL] * 4)
    sheet.y += 10
    for name, men in (("Sector north^a^", 12), ("Sector south^b^", 46), ("Sector of the port", 80)):
        sheet.at(300, sheet.y, str(men))
        sheet.write(name, x=160)
    sheet.write("^a^ Without the battalions that left before the winter of that year.", x=160, size=8)
    sheet.write("^b^ Counted at the gate by the registry, this sector only.", x=160, size=8)
    sheet.y += 10
    sheet.paragraph([FULL] * 4)
    document = read_pdf(pen.save(), language="en")
    assert [(note.label, note.marker is not None) for note in document.notes] == [("a", True), ("b", True)]


NARROW = "protect civilians under imminent threat"


def test_a_note_goes_on_in_the_next_column(pen):
    sheet = pen.sheet()
    for number in range(8):
        sheet.write(FULL if number else FULL[:60] + "^1^" + FULL[60:])
    sheet.rule(190)
    for number in range(8):
        begun = "^1^ See generally" if number == 0 else "it was said to"
        sheet.y = 204 + 10 * number
        sheet.write(f"{begun} {NARROW}", size=8)
        sheet.y = 204 + 10 * number
        sheet.write(f"and as it was, {NARROW}", x=320, size=8)
    (note,) = read_pdf(pen.save(), language="en").notes
    assert note.text.count("protect civilians") == 16


def test_a_column_whose_notes_hang_is_one_column(pen):
    sheet = pen.sheet()
    for number in range(12):
        sheet.at(60, 100 + 10 * number, f"L{number} {NARROW} of violence here", 8)
        # One line opens the note; the others hang.
        sheet.at(320 if number == 4 else 334, 100 + 10 * number, f"R{number} {NARROW} of violence", 8)
    read = [row.line.text.split()[0] for row in rows(pages.read(pen.save()).pages[0].lines)]
    assert read == [*(f"L{n}" for n in range(12)), *(f"R{n}" for n in range(12))]
