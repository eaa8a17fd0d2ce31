"""Dropped initials."""

import pytest

from ingest import read_pdf

ROWS = (
    "the council had asked the mission to protect civilians under threat in the east,",
    "while the force stayed in its camps after dark, as its contingents had been told to do.",
    "The inquiry came later and said so in so many words, though nobody had expected it.",
)


@pytest.mark.parametrize(
    ("letter", "first", "begins"),
    [
        ("W", "hen the council had asked the mission to protect civilians", "When the council had"),
        ("W", "HEN THE COUNCIL had asked the mission to protect civilians", "WHEN THE COUNCIL had"),
        ("A", "mission of the council had been asked to protect civilians", "A mission of the"),
        ("A", "s the council had asked the mission to protect civilians", "As the council had"),
        ("D", "'abord the council had asked the mission to protect civilians", "D'abord the council"),
    ],
)
def test_a_dropped_initial_begins_the_first_row_beside_it(pen, letter, first, begins):
    sheet = pen.sheet()
    sheet.at(60, 124, letter, 33)
    sheet.at(90, 112, first)
    sheet.at(90, 124, ROWS[1][:60])
    for row, y in ((ROWS[2], 136), (ROWS[0], 148)):
        sheet.at(60, y, row)
    (block,) = read_pdf(pen.save(), language="en").blocks
    assert block.text.startswith(begins)
    assert f"{first.split()[-1]} {ROWS[1][:60]} {ROWS[2]} {ROWS[0]}" in block.text


def test_an_initial_that_floats_stands_on_no_rows_baseline(pen):
    sheet = pen.sheet()
    sheet.at(60, 129, "W", 36)
    sheet.at(97, 112, "hen the council had asked the mission to protect civilians")
    for row, x, y in ((ROWS[1][:60], 97, 124), (ROWS[2][:66], 97, 136), (ROWS[0], 60, 148)):
        sheet.at(x, y, row)
    (block,) = read_pdf(pen.save(), language="en").blocks
    assert block.text.startswith("When the council had asked the mission to protect civilians while the force")
    assert block.text.endswith(f"{ROWS[2][:66]} {ROWS[0]}")


@pytest.mark.parametrize(
    "beside", [("World Bank", "Washington"), ("World Bank and its members", "at Washington in May")]
)
def test_a_logos_letter_is_no_initial(pen, beside):
    sheet = pen.sheet()
    sheet.at(60, 124, "W", 33)
    sheet.at(94, 112, beside[0])
    sheet.at(94, 124, beside[1])
    assert f"W{beside[0]}" not in " ".join(block.text for block in read_pdf(pen.save(), language="en").blocks)
