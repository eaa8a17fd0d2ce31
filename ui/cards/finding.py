"""Words found in a document's text and notes, with where they stand on the page.

Case, accents and the shape of quotation marks and dashes make no difference. Folding keeps the length of a text, so
that a match needs no map back to the words as printed.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from index.stretches import boxes_of
from ingest.model import Document, Span
from ui.cards.marks import Marks, gathered

MOST = 500
"""Matches told of; a reader who gets more has asked for "the"."""
AROUND = 60
"""Characters shown on either side of a match."""
_SIGNS = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "}


@dataclass(frozen=True, slots=True)
class Match:
    """One place where the words stand."""

    index: int
    """Page index of where it begins."""
    note: str | None
    """Label of the note that it stands in; None in the text."""
    before: str
    words: str
    """As printed."""
    after: str
    marks: Marks


def find(document: Document, words: str) -> list[Match]:
    """Every place where the words stand, page by page, on each page its text before its notes; at most `MOST`."""
    wanted = folded(" ".join(words.split()))
    if not wanted:
        return []
    homes: list[tuple[str, tuple[Span, ...], str | None]] = [(one.text, one.spans, None) for one in document.blocks]
    homes += [(note.text, note.spans, note.label) for note in document.notes]
    found = [match for text, spans, note in homes for match in _matches(text, spans, note, wanted)]
    return sorted(found, key=lambda match: (match.index, match.note is not None))[:MOST]


def folded(text: str) -> str:
    """The text without case, accents and typographic signs, each character in its place."""
    return text.translate(_table())


def _matches(text: str, spans: tuple[Span, ...], note: str | None, wanted: str) -> Iterator[Match]:
    plain = folded(text)
    start = plain.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        boxes = tuple(boxes_of(text, spans, start, end))
        if boxes:
            yield Match(
                index=boxes[0][0],
                note=note,
                before=("…" if start > AROUND else "") + text[max(start - AROUND, 0) : start],
                words=text[start:end],
                after=text[end : end + AROUND] + ("…" if end + AROUND < len(text) else ""),
                marks=gathered(boxes),
            )
        start = plain.find(wanted, end)


@cache
def _table() -> dict[int, str]:
    """What each character of the Latin, Greek and Cyrillic blocks is folded to: one character, always."""
    table = {ord(sign): plain for sign, plain in _SIGNS.items()}
    for code in (*range(0x530), *range(0x1E00, 0x2000)):
        base = unicodedata.normalize("NFKD", chr(code))[:1].casefold()
        if len(base) == 1 and base.isalpha() and chr(code).isalpha():
            table[code] = base
    return table
