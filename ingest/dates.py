"""Years and dates as citations print them."""

import re
from typing import Any

YEAR = r"(?:1[5-9]\d\d|20[0-4]\d)"
YEAR_ALONE = re.compile(rf"(?<![\d/–.-]){YEAR}(?![\d/]|[–-]\d{{1,2}}\b)")
"""A year that is no part of a range of years or pages."""
ANY_YEAR = re.compile(rf"(?<![\d/])({YEAR})(?:[a-z]\b)?")
MONTHS = (
    r"(?:jan|fév|oct|nov|enero|febrero|abril|mayo|junio|julio|agosto|septiembre|noviembre|diciembre|gennaio|febbraio|aprile"
    r"|maggio|giugno|luglio|settembre|ottobre|dicembre|marzo|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|janv|févr|mars|avril|mai|juin|juil|août|sept|déc"
    r"|Januar|Februar|März|Juni|Juli|Okt|Dez"
    r"|Spring|Summer|Autumn|Fall|Winter)[a-zéû]*\.?"
)
DATE = re.compile(
    rf"(?:\d{{1,2}}(?:er|st|nd|rd|th|\.)?\s)?{MONTHS}(?:\s\d{{1,2}})?,?\s({YEAR})|({YEAR}),?\s{MONTHS}(?:\s\d{{1,2}})?"
)


def issued(year: str) -> dict[str, Any]:
    """Return a CSL date of the year that `year` begins with: "2008a" -> 2008."""
    return {"date-parts": [[int(year[:4])]]}
