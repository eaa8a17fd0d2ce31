"""Figures as large as the text that are marks by their order."""

import pytest

from ingest import read_pdf

FULL = "The mission had been asked to protect civilians under imminent threat of violence in the east,"
SHORT = "while the force of 3 companies stayed in the camp that the second convoy had left to them."


def pages(pen, mark, label, texts=2, rule=False, size=8.0):
    """Two notes on each page; the second mark begins a row."""
    for index in range(texts):
        first, second = 2 * index + 1, 2 * index + 2
        sheet = pen.sheet()
        lines = [
            FULL,
            f"and the council had agreed to it.{mark.format(first)} Nobody asked with what means they",
            SHORT,
        ]
        sheet.paragraph([*lines, f"{mark.format(second).lstrip()} The inquiry came later and said so, at length and"])
        sheet.write("in as many words as it could find.")
        sheet.y = 640
        if rule:
            sheet.rule(630)
        sheet.write(f"{label.format(first)} Karlsrud and Osland, Between Self-interest, {index}.", size=size)
        sheet.write(f"{label.format(second)} S/RES/{2100 + index} (2013), para. {index + 1}.", size=size)
    return read_pdf(pen.save())


@pytest.mark.parametrize("mark", [" {}", " {})", "({})"])
@pytest.mark.parametrize(("label", "rule", "size"), [("{}.", False, 8.0), ("{})", False, 8.0), ("({})", True, 10.0)])
def test_figures_that_a_blank_parts_from_their_word_call_the_notes_of_their_page(pen, mark, label, rule, size):
    document = pages(pen, mark, label, rule=rule, size=size)
    assert [note.label for note in document.notes] == ["1", "2", "3", "4"]
    assert [(mark.label, block.text[: mark.offset][-3:]) for block in document.blocks for mark in block.markers] == [
        *[("1", "it."), ("2", "em.")],
        *[("3", "it."), ("4", "em.")],
    ]
    assert all("3 companies" in block.text and "em. The" in block.text for block in document.blocks)


def test_pages_and_issues_are_no_marks_where_figures_without_a_blank_call_the_notes(pen):
    sheet = pen.sheet()
    for number in (1, 2, 3):
        sheet.paragraph([FULL, f"as the inquiry said.{number} It had no choice (Mac Ginty 2008; Richmond 2014: 3)."])
    sheet.write("Notes", font="tibo")
    for number in (1, 2, 3):
        sheet.write(f"{number}. Pugh, Peacekeeping and Critical Theory, International Peacekeeping, 11(1), {number}.")
    document = read_pdf(pen.save())
    assert [(mark.label, block.text[: mark.offset][-5:]) for block in document.blocks for mark in block.markers] == [
        (label, "said.") for label in ("1", "2", "3")
    ]
    assert " ".join(block.text for block in document.blocks).count("Richmond 2014: 3)") == 3


def test_the_rows_of_a_table_are_not_called_by_a_list_of_their_numbers(pen):
    sheet = pen.sheet()
    sheet.paragraph([FULL, "the register takes the values 1, 2 and 3, and none behind them, and it keeps", FULL])
    sheet.y = 640
    sheet.rule(630)
    for number in (1, 2, 3):
        sheet.write(f"{number} yes and no", size=8)
    document = read_pdf(pen.save())
    assert document.notes == ()
    assert "values 1, 2 and 3, and" in document.blocks[0].text
