"""Years and dates as citations print them."""

import re
from typing import Any

YEAR = r"(?:1[5-9]\d\d|20[0-4]\d)"
YEAR_ALONE = re.compile(rf"(?<![\d/–.-]){YEAR}(?![\d/]|[–-]\d{{1,2}}\b|\sff?\b)")
"""A year that is no part of a range of years or pages."""
ANY_YEAR = re.compile(rf"(?<![\d/])({YEAR})(?:[a-z]\b)?")
MONTHS = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov|déc"
    r"|Januar|Februar|März|Mai|Juni|Juli|Okt|Dez"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|noviembre|diciembre"
    r"|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre"
    r"|Spring|Summer|Autumn|Fall|Winter)[a-zéû]*\.?"
)
DATE = re.compile(
    rf"\b\d{{1,2}}[./]\s?\d{{1,2}}[./]\s?({YEAR})\b|(?:\d{{1,2}}(?:er|st|nd|rd|th|\.)?\s)?{MONTHS}(?:\s\d{{1,2}})?,?\s({YEAR})|({YEAR}),?\s{MONTHS}(?:\s\d{{1,2}})?"
)


def issued(year: str) -> dict[str, Any]:
    """Return a CSL date of the year that `year` begins with: "2008a" -> 2008."""
    return {"date-parts": [[int(year[:4])]]}
