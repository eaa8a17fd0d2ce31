import pytest

from ingest.words.datelines import date_in


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("12 March 2025", [2025, 3, 12]),
        ("March 12, 2025", [2025, 3, 12]),
        ("le 1er août 2019", [2019, 8, 1]),
        ("5 de mayo de 2020", [2020, 5, 5]),
        ("September 2022", [2022, 9]),
        ("Online: 2013-09-26", [2013, 9, 26]),
    ],
)
def test_a_date(text, parts):
    assert date_in(text) == {"date-parts": [parts]}


@pytest.mark.parametrize("text", ["2019", "the march of 2,000 men", "12 Foo 2020", ""])
def test_no_date(text):
    assert date_in(text) is None
