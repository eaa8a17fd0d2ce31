"""Numbers of lines in the margin are no text; labels of notes that hang there stay."""

import pytest

from ingest import read_pdf

FULL = "The mission had been asked to protect civilians under imminent threat of violence in the east,"


def numbered(pen, x, step=1, pages=2):
    for index in range(pages):
        sheet = pen.sheet()
        for number in range(1, 31):
            if number % step == 0:
                sheet.at(x, sheet.y, str(30 * index + number), 6)
            sheet.write(FULL)
    return " ".join(block.text for block in read_pdf(pen.save(), language="en").blocks)


@pytest.mark.parametrize(("x", "step"), [(40, 1), (40, 5), (520, 1)])
def test_numbers_of_lines_go(pen, x, step):
    assert not any(map(str.isdigit, numbered(pen, x, step)))


def test_labels_that_hang_in_the_margin_stay(pen):
    for index in range(2):
        sheet = pen.sheet()
        for number in range(3 * index + 1, 3 * index + 4):
            for line in (FULL, FULL, f"and the council agreed.^{number}^ It had no choice."):
                sheet.write(line)
        sheet.rule(690)
        sheet.y = 702
        for number in range(3 * index + 1, 3 * index + 4):
            sheet.at(48, sheet.y, str(number), 8)
            sheet.write(f"S/RES/{2099 + number} (2013), para. {number}, and more of it.", size=8)
    assert [note.label for note in read_pdf(pen.save(), language="en").notes] == ["1", "2", "3", "4", "5", "6"]


def test_notes_below_numbered_lines_need_no_numbers(pen):
    for index in range(2):
        sheet = pen.sheet()
        for number in range(1, 19):
            sheet.at(40, sheet.y, str(18 * index + number), 6)
            sheet.write(FULL)
        sheet.rule(640)
        sheet.y = 652
        for _ in range(9):
            sheet.write("and the council had agreed to it after some weeks in which little else was spoken of", size=8)
    text = " ".join(block.text for block in read_pdf(pen.save(), language="en").blocks)
    assert not any(map(str.isdigit, text))


def test_the_title_has_no_number_of_its_line(pen):
    for index in range(2):
        sheet = pen.sheet()
        for number in range(1, 31):
            sheet.at(40, sheet.y, str(30 * index + number), 6)
            title = index == 0 and number == 2
            sheet.write("Counting Calm in the Field" if title else FULL, size=20 if title else 10)
    assert read_pdf(pen.save(), language="en").title == "Counting Calm in the Field"
