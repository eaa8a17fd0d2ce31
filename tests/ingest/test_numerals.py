"""Notes that go by roman numerals."""

import pytest

from ingest.layout import numerals
from ingest.layout.marks import Mark


def raised(*labels: str) -> list[Mark]:
    return [Mark(row, 0, len(label), label, "raised") for row, label in enumerate(labels)]


@pytest.mark.parametrize(
    ("labels", "romans"),
    [
        (("i", "ii", "iii"), "small"),
        (("i", "ii", "4"), "small"),
        (("I", "II", "III"), "capital"),
        (("1", "2", "3", "i", "ii"), None),
        (("a", "b", "c"), None),
        (("A", "B", "C", "I"), None),
        (("c", "i", "x"), None),
    ],
)
def test_notes_go_by_romans_where_the_first_two_are_raised(labels, romans):
    assert numerals.romans_of(raised(*labels)) == romans


def test_symbols_stay_as_they_are():
    assert [mark.label for mark in numerals.as_figures(raised("iii", "*", "a"), "small")] == ["3", "*", "a"]


def test_numerals_are_printed_as_they_were():
    assert [numerals.as_printed(label, "capital") for label in ("4", "*")] == ["IV", "*"]
