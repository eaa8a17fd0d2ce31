"""Page labels written by a reader's hand, for one page or counted on from there."""

import re
from dataclasses import replace

from index.corrections import PageLabel
from ingest.model import Document


def relabelled(document: Document, change: PageLabel) -> Document | None:
    """The document with other labels; None where it has no such page, or the label does not count on."""
    if not 0 <= change.page < len(document.pages):
        return None
    pages = list(document.pages)
    last = len(pages) if change.on else change.page + 1
    for index in range(change.page, last):
        label = counted_on(change.label, index - change.page)
        if label is None:
            return None
        pages[index] = replace(pages[index], label=label, label_source="hand")
    return replace(document, pages=tuple(pages))


def counted_on(label: str, by: int) -> str | None:
    """The label so many pages later: "xii" is "xiv" two on, "S-9" is "S-10" one on; None for what does not count."""
    if by == 0:
        return label
    if found := re.fullmatch(r"(.*?)(\d+)", label):
        return f"{found[1]}{int(found[2]) + by}"
    value = _roman_value(label)
    if value is None:
        return None
    roman = _roman(value + by)
    return roman.upper() if label.isupper() else roman


_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def _roman(value: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        written += letters * (value // worth)
        value %= worth
    return written


def _roman_value(label: str) -> int | None:
    """The value of a number in Roman letters below 400, None for anything else."""
    return next((value for value in range(1, 400) if _roman(value) == label.lower()), None)
