"""Ends of boxes put where the file's own words begin and end."""

import pymupdf
import pytest

from ingest.pdf.printed import at_words


@pytest.fixture
def line(tmp_path):
    """A file of one line, and the boxes of its words."""
    with pymupdf.open() as made:
        page = made.new_page(width=300, height=100)
        page.insert_text((20, 50), "Consent wears thin where nobody asked.", fontsize=11)
        words = [word[:4] for word in page.get_text("words")]
        made.save(tmp_path / "line.pdf")
    return tmp_path / "line.pdf", words


def test_ends_go_to_the_nearest_words(line):
    path, words = line
    (_, top, _, bottom), third, last = words[0], words[2], words[-1]
    told = (third[0] + 4, top, last[2] - 3, bottom)
    assert at_words(path, {0: [told]}) == {0: ((third[0], top, last[2], bottom),)}


def test_where_no_word_is_near_they_stay(line):
    path, words = line
    beside = (words[-1][2] + 40, words[0][1], words[-1][2] + 80, words[0][3])
    below = (20.0, 80.0, 60.0, 90.0)
    assert at_words(path, {0: [beside, below]}) == {0: (beside, below)}


def test_a_page_that_is_not_there(line):
    with pytest.raises(IndexError, match="no page of index 1"):
        at_words(line[0], {1: []})
