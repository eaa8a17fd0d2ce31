"""Roman numerals as values, and back."""

import pytest

from ingest.layout import romans


@pytest.mark.parametrize(("text", "number"), [("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("xl", 40), ("xcix", 99)])
def test_a_numeral_and_back(text, number):
    assert romans.value(text) == number
    assert romans.roman(number) == text
