"""Small print below the text that has columns of its own."""

import pytest

from ingest import read_pdf
from ingest.layout.columns import crosses
from ingest.pdf.raw import Run, make_line

TEXT = "The mission had to protect"
NOTE = "Karlsrud, UN at War, and what the force"
REST = "and the council said of it in the year, 10."


def columns(sheet, lefts, top, lines, size, font="tiro"):
    """Write the same number of lines in each column; `lines` gives those of one."""
    for number, left in enumerate(lefts):
        for at, line in enumerate(lines(number)):
            sheet.at(left, top + 1.25 * size * at, line, size, font)


def text(number):
    marks = {0: ((2, 1), (4, 2), (6, 3)), 1: ((2, 4), (4, 5), (6, 6))}[number]
    lines = [f"{TEXT} the people of zone {number}{at}" for at in range(9 - 2 * number)]
    for at, label in marks:
        lines[at] = f"so the council agreed to it.[{label}] Zone {number}{at} was"
    return lines


@pytest.mark.parametrize("lefts", [(60,), (60, 310)])
@pytest.mark.parametrize("heading", ["Notes", "Endnotes"])
def test_notes_in_three_columns_below_a_text_in_one_or_two(pen, lefts, heading):
    sheet = pen.sheet()
    columns(sheet, lefts, 80, text if len(lefts) > 1 else lambda _: [*text(0), *text(1)], 10)
    sheet.at(60, 300, heading, 12, "tibo")

    def notes(number):
        first = 2 * number + 1
        return [f"{first}. {NOTE} {first}", REST, f"{first + 1}. {NOTE} {first + 1}", REST]

    columns(sheet, (60, 222, 385), 322, notes, 7)
    sheet.at(60, 370, "About the authors: Hanneke Osei is a fellow, and Pablo Restrepo an assistant at the centre.", 7)
    document = read_pdf(pen.save())
    said = {note.label: note.text for note in document.notes}
    assert said["1"] == f"{NOTE} 1 {REST}"
    assert said["6"] == f"{NOTE} 6 {REST}"
    assert [mark.label for block in document.blocks for mark in block.markers] == list("123456")
    words = " ".join(block.text for block in document.blocks)
    assert "zone 08" in words.partition(heading)[0]
    assert words.endswith("an assistant at the centre.")


def test_the_rest_of_notes_in_columns_stands_in_them_on_the_next_page(pen):
    sheet = pen.sheet()
    columns(sheet, (60, 310), 80, text, 10)
    sheet.at(60, 240, "Notes", 12, "tibo")
    columns(sheet, (60, 222, 385), 262, lambda n: [f"{n + 1}. {NOTE} {n + 1}", *[REST] * 3], 7)
    over = pen.sheet()
    columns(over, (60, 222, 385), 80, lambda n: [f"{n + 4}. {NOTE} {n + 4}", REST], 7)
    said = {note.label: note.text for note in read_pdf(pen.save()).notes}
    assert said["4"] == f"{NOTE} 4 {REST}"
    assert len(said) == 6


@pytest.mark.parametrize(
    ("words", "across"),
    [
        ("https://www.un.example/monograph_reports/MR1753.html", False),
        ("War, https://un.example/monograph_reports/MR1753.html", False),
        ("The council met again and again over the following year", True),
        ("The council met again and again over the end of and/or", True),
    ],
)
def test_an_address_that_runs_out_of_its_column_does_not_stand_in_the_next(words, across):
    run = Run(words, "Times", 8.0, False, False, False, 100.0, (60.0, 92.0, 60.0 + 4.5 * len(words), 102.0))
    assert crosses(make_line(0, [run]), (240.0,)) is across


def test_a_heading_at_the_end_of_a_page_stands_behind_both_columns_of_notes(pen):
    sheet = pen.sheet()
    columns(sheet, (60, 310), 80, lambda n: [f"{TEXT} the people of zone {n}{at}" for at in range(7)], 10)
    sheet.at(60, 167.5, "so the council agreed to it.[1] And then it was", 10)
    sheet.at(310, 167.5, "so the council agreed to it.[2] And so it was", 10)
    sheet.at(60, 200, "Notes", 13, "tibo")
    columns(sheet, (60, 310), 220, lambda n: [f"{n + 1}. {NOTE} {n + 1}", REST], 8)
    sheet.at(60, 250, "References", 13, "tibo")
    over = pen.sheet()
    over.at(60, 80, "Karlsrud, John. 2013. UN at War. London: Palgrave.", 8)
    document = read_pdf(pen.save())
    assert [note.text for note in document.notes] == [f"{NOTE} 1 {REST}", f"{NOTE} 2 {REST}"]
    assert [block.text for block in document.blocks if block.kind == "heading"] == ["Notes", "References"]
