"""Resolutions in OSCOLA's form."""

import pytest

from ui.cites.resolutions import as_oscola


@pytest.mark.parametrize(
    ("symbol", "date", "title"),
    [
        ("S/RES/1373", [2001, 9, 28], "UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373"),
        ("A/RES/60/1", [2005, 10], "UNGA Res 60/1 (October 2005) UN Doc A/RES/60/1"),
        ("A/HRC/RES/7/1", [2008], "UNHRC Res 7/1 (2008) UN Doc A/HRC/RES/7/1"),
        ("S/RES/2100", None, "UNSC Res 2100 UN Doc S/RES/2100"),
        ("S/2015/446", [2015], None),
        ("S/PRST/2015/3", [2015], None),
    ],
)
def test_body_number_date_and_symbol(symbol: str, date: list[int] | None, title: str | None) -> None:
    csl = {"type": "legislation", "number": symbol} | ({"issued": {"date-parts": [date]}} if date else {})
    made = as_oscola(csl, symbol)
    assert (made and made["title"]) == title
