"""Notes that go by roman numerals."""

import pytest

from ingest.layout import numerals
from ingest.layout.marks import Mark


def raised(*labels: str) -> list[Mark]:
    return [Mark(row, 0, len(label), label, "raised") for row, label in enumerate(labels)]


@pytest.mark.parametrize(
    ("labels", "by_romans"),
    [
        (("i", "ii", "iii"), True),
        (("i", "ii", "4"), True),
        (("1", "2", "3", "i", "ii"), False),
        (("a", "b", "c"), False),
        (("c", "i", "x"), False),
    ],
)
def test_notes_go_by_romans_where_i_and_ii_are_raised(labels, by_romans):
    assert numerals.count(raised(*labels)) is by_romans


def test_symbols_stay_as_they_are():
    assert [mark.label for mark in numerals.as_figures(raised("iii", "*", "a"))] == ["3", "*", "a"]
