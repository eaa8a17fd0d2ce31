"""Words that a page draws twice at one place are read once."""

import pymupdf
import pytest

from ingest import read_pdf

FULL = "The mission had been asked to protect civilians under imminent threat of violence in the east,"


@pytest.mark.parametrize(("aside", "mode"), [(0.4, 0), (0.0, 3)])
def test_a_shadow_and_a_layer_of_ocr_over_words_are_read_once(pen, aside, mode):
    sheet = pen.sheet()
    for line in range(6):
        x, y = 60.0, 100.0 + 14 * line
        sheet.at(x, y, f"{FULL} {line}")
        for word in f"{FULL} {line}".split():
            sheet.page.insert_text((x + aside, y + aside), word, fontsize=10, fontname="tiro", render_mode=mode)
            x += pymupdf.get_text_length(f"{word} ", fontname="tiro", fontsize=10)
    text = " ".join(block.text for block in read_pdf(pen.save(), language="en").blocks)
    assert text == " ".join(f"{FULL} {line}" for line in range(6))


def test_a_word_that_stands_twice_in_a_line_is_read_twice(pen):
    sheet = pen.sheet()
    for line in range(6):
        sheet.write(f"{line} and {line} and had had what had been had in the mission of the mission")
    text = " ".join(block.text for block in read_pdf(pen.save(), language="en").blocks)
    assert text.count("had had what had been had in the mission of the mission") == 6
