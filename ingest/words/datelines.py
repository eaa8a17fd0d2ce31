"""Dates as they are printed on title pages."""

import re
from collections.abc import Mapping
from typing import Any

from ingest.words.dates import MONTH_NAMES

YEAR = r"(?:19[0-9]{2}|20[0-4][0-9])"

_NUMBERS = {
    name: number for number, names in enumerate(MONTH_NAMES, start=1) for name in (*names, f"{names[0][:3]}.")
} | {"sept.": 9}
"""Months by name, and as the Bluebook cuts the English ones: "Aug. 31, 2016"."""
_MONTH = "|".join(map(re.escape, sorted(_NUMBERS, key=len, reverse=True)))
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:er|st|nd|rd|th|\.)?\s+(?:de\s+)?)?(?P<month>{_MONTH})(?:\s+(?P<after>\d{{1,2}}),)?,?\s+(?:de\s+)?(?P<year>{YEAR})\b"
    rf"|\b(?P<iso>{YEAR})-(?P<m>\d\d)-(?P<d>\d\d)\b",
    re.IGNORECASE,
)


def date_in(text: str) -> Mapping[str, Any] | None:
    """The first date of a text as CSL-JSON: {"date-parts": [[2025, 3, 12]]}, the day or both left out where absent."""
    found = _DATE.search(text)
    if not found:
        return None
    if found["iso"]:
        return {"date-parts": [[int(found["iso"]), int(found["m"]), int(found["d"])]]}
    day = found["day"] or found["after"]
    parts = [int(found["year"]), _NUMBERS[found["month"].lower()], *([int(day)] if day else [])]
    return {"date-parts": [parts]}
