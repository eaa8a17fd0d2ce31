"""Page labels written by a reader's hand, for one page or counted on from there."""

import re
from dataclasses import replace

from index.kept.corrections import PageLabel
from ingest.layout.romans import PATTERN, roman, value
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
    if not re.fullmatch(PATTERN, label.lower()):
        return None
    numeral = roman(value(label.lower()) + by)
    return numeral.upper() if label.isupper() else numeral
