"""Spaces narrower than MuPDF sees, which TeX leaves in a justified line of Garamond."""

import pymupdf
import pytest

from ingest.pdf import pages

LINES = (
    "the army went ahead alone and cooperation was suspended for most of a year",
    "and the brigade that had been created to act did what it was told to do",
    "so that most of the members of the council were left without an answer",
)


def drawn(pen, gap, parts):
    """The lines, their parts (words or letters) set `gap` ems apart, without spaces."""
    sheet = pen.sheet()
    for number, line in enumerate(LINES):
        x = 60.0
        for part in parts(line):
            sheet.at(x, 100 + 13 * number, part)
            x += pymupdf.get_text_length(part, fontname="tiro", fontsize=10) + 10 * gap
    return tuple(line.text for line in pages.read(pen.save()).pages[0].lines)


def unspaced(line):
    return line.replace(" ", "")


@pytest.mark.parametrize("gap", [0.12, 0.147, 0.25])
def test_narrow_spaces_are_spaces(pen, gap):
    assert drawn(pen, gap, str.split) == LINES


def test_kerning_is_none(pen):
    assert drawn(pen, 0.05, str.split) == tuple(map(unspaced, LINES))


def test_letters_set_apart_are_words(pen):
    assert drawn(pen, 0.12, unspaced) == tuple(map(unspaced, LINES))


def test_a_comma_between_names_shows_that_spaces_are_missing(pen):
    sheet = pen.sheet()
    for text in ("Black,Steven", "and others"):
        x = 60.0
        for word in text.replace(",", ", ").split():
            sheet.page.insert_text((x, sheet.y), word, fontsize=10, fontname="tiro")
            x += pymupdf.get_text_length(word, fontname="tiro", fontsize=10) + 1.2
        sheet.y += 14
    lines = [line.text for line in pages.read(pen.save()).pages[0].lines]
    assert " ".join(lines).split() == ["Black,", "Steven", "and", "others"]
