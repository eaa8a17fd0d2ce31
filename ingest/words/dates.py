"""Years and dates as citations print them."""

import re
from typing import Any

from ingest.words.rare import Rare

YEAR = r"(?:1[5-9]\d\d|20[0-4]\d)"
CENTURIES = ("15", "16", "17", "18", "19", "20")
"""One of these begins a year."""
YEAR_ALONE = re.compile(rf"(?<![\d/–.-]){YEAR}(?![\d/]|[–-]\d{{1,2}}\b|\sff?\b)")
"""A year that is no part of a range of years or pages."""
ANY_YEAR = re.compile(rf"(?<![\d/])({YEAR})(?:[a-z]\b)?")
MONTH_NAMES = (
    ("january", "janvier", "enero", "januar", "gennaio", "janeiro"),
    ("february", "février", "febrero", "februar", "febbraio", "fevereiro"),
    ("march", "mars", "marzo", "märz", "março"),
    ("april", "avril", "abril", "aprile"),
    ("may", "mai", "mayo", "maggio", "maio"),
    ("june", "juin", "junio", "juni", "giugno", "junho"),
    ("july", "juillet", "julio", "juli", "luglio", "julho"),
    ("august", "août", "agosto"),
    ("september", "septembre", "septiembre", "settembre", "setembro"),
    ("october", "octobre", "octubre", "oktober", "ottobre", "outubro"),
    ("november", "novembre", "noviembre", "novembro"),
    ("december", "décembre", "diciembre", "dezember", "dicembre", "dezembro"),
)
"""The months in English, French, Spanish, German, Italian and Portuguese, in their order."""
_SHORT_MONTHS = (
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec janv févr avr juil sept oct nov déc Jän Jänner Mär Okt Dez"
    " gen mar apr mag giu lug ago set ott dic ene abr jun jul"
)
_MONTH = (
    rf"(?:{'|'.join(f'[{name[0].upper()}{name[0]}]{name[1:]}' for names in MONTH_NAMES for name in names)}"
    rf"|{'|'.join(_SHORT_MONTHS.split())}|Spring|Summer|Autumn|Fall|Winter)\b\.?"
)
MONTHS = rf"(?:{_MONTH}(?:\s?[/–-]\s?{_MONTH})?)"
"""Also two: "November/December 2015", "juillet-août 2012"."""
DATE = Rare(
    rf"\b\d{{1,2}}[./]\s?\d{{1,2}}[./]\s?({YEAR})\b"
    rf"|(?:\d{{1,2}}(?:er|st|nd|rd|th|[.º])?\s(?:de\s)?)?{MONTHS}(?:\s\d{{1,2}})?,?\s(?:del?\s)?({YEAR})"
    rf"|({YEAR}),?\s{MONTHS}(?:\s\d{{1,2}})?",
    *CENTURIES,
)


def issued(year: str) -> dict[str, Any]:
    """Return a CSL date of the year that `year` begins with: "2008a" -> 2008."""
    return {"date-parts": [[int(year[:4])]]}
