"""Words that a page draws twice at one place are read once."""

import pytest

from ingest.pdf.twice import once


def content(*spans):
    """MuPDF's "dict" of one line: spans of (text, x0, x1, flags of its letters, baseline)."""
    found = [
        {"text": text, "bbox": (x0, y - 9, x1, y + 2), "origin": (x0, y), "size": 10.0, "char_flags": flags}
        for text, x0, x1, flags, y in spans
    ]
    return {"blocks": [{"type": 0, "lines": [{"spans": found}]}]}


def texts(page):
    return [span["text"] for block in page["blocks"] for line in block["lines"] for span in line["spans"]]


@pytest.mark.parametrize(("aside", "flags"), [(0.4, 16), (0.0, 0)])
def test_a_shadow_and_a_layer_of_ocr_over_words_are_left_out(aside, flags):
    drawn = (("A mandate", 85.0, 129.0, 16, 210.0), ("mandate", 95.0 + aside, 129.0 + aside, flags, 210.0 + aside))
    drawn += ((" is", 129.0, 140.0, 16, 210.0), ("is", 132.0 + aside, 140.0 + aside, flags, 210.0 + aside))
    assert texts(once(content(*drawn))) == ["A mandate", " is"]


def test_an_invisible_layer_over_words_is_left_out_though_it_was_misread():
    drawn = (("A mandate", 85.0, 129.0, 16, 210.0), ("rnandale", 95.0, 129.0, 0, 210.0))
    assert texts(once(content(*drawn))) == ["A mandate"]


def test_what_stands_beside_or_above_is_kept():
    drawn = (("had", 85.0, 100.0, 16, 210.0), ("had", 102.0, 117.0, 16, 210.0), ("had", 85.0, 100.0, 16, 222.0))
    page = content(*drawn)
    assert once(page) is page


def test_letters_of_arabic_stand_in_each_others_boxes():
    drawn = (("شاكرا", 85.0, 110.0, 16, 210.0), ("ا", 90.0, 93.0, 16, 210.0))
    assert len(texts(once(content(*drawn)))) == 2
