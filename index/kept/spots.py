"""Places in a document told by their words, so that they are found again after the document has been read anew.

Ids and offsets change when a better reader finds one more note. The words around a place do not, nor does the page of
the file that they stand on: a document is its file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from ingest.model import Block, Document, Note

_AROUND = 60
"""Characters kept on each side: enough to tell two notes "Ibid." in one block's neighbourhood apart."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Words in a block or a note, with those around them."""

    within: Literal["block", "note"]
    page: int
    """Page index on which the words begin."""
    label: str
    """The note's mark; "" in a block."""
    before: str
    words: str
    """May be empty: the spot is then between `before` and `after`."""
    after: str


@dataclass(frozen=True, slots=True)
class Place:
    """Characters [start, end) of a block's or a note's text as it is now."""

    holder: Block | Note
    start: int
    end: int


def spot(holder: Block | Note, start: int, end: int) -> Spot:
    """Characters [start, end) of a text, by their words."""
    text = holder.text
    return Spot(
        within="note" if isinstance(holder, Note) else "block",
        page=_page(holder, start),
        label=holder.label if isinstance(holder, Note) else "",
        before=text[max(0, start - _AROUND) : start],
        words=text[start:end],
        after=text[end : end + _AROUND],
    )


def spot_of_note(note: Note) -> Spot:
    """A note as a whole, by how it begins."""
    return spot(note, 0, min(len(note.text), _AROUND))


def find(document: Document, sought: Spot) -> Place | None:
    """Where the words stand now; None where they stand nowhere, or in more than one place.

    Letters and digits are compared alone, without their case: another reading may join a hyphenated word, or read
    another quotation mark.
    """
    found = [place for holder in _holders(document, sought) for place in _inside(holder, sought)]
    on_page = [place for place in found if _page(place.holder, place.start) == sought.page]
    best = on_page if on_page else found
    return best[0] if len(best) == 1 else None


def _holders(document: Document, sought: Spot) -> Iterator[Block | Note]:
    holders = document.notes if sought.within == "note" else document.blocks
    for holder in holders:
        if isinstance(holder, Note) and holder.label != sought.label:
            continue
        if any(span.page == sought.page for span in holder.spans):
            yield holder


def _inside(holder: Block | Note, sought: Spot) -> Iterator[Place]:
    letters = [(char, at) for at, char in enumerate(holder.text) if char.isalnum()]
    text = "".join(char for char, _ in letters).casefold()
    if len(text) != len(letters):  # case-folding "ß" makes two letters of one
        letters = [(fold, at) for char, at in letters for fold in char.casefold()]
    before, words, after = (_bare(part) for part in (sought.before, sought.words, sought.after))
    whole = before + words + after
    if not whole:
        if not text:
            yield Place(holder, 0, len(holder.text))
        return
    at = text.find(whole)
    while at >= 0:
        first = at + len(before)
        last = first + len(words)
        start = letters[first][1] if words else (letters[first - 1][1] + 1 if first else 0)
        end = letters[last - 1][1] + 1 if words else start
        # The words' own signs at the edges, as the closing bracket or full stop of a citation.
        head, tail = _signs(sought.words), _signs(sought.words[::-1])
        yield Place(holder, max(0, start - head), min(len(holder.text), end + tail))
        at = text.find(whole, at + 1)


def _signs(text: str) -> int:
    """How many signs that are neither letter nor digit it begins with."""
    return sum(1 for _ in takewhile(lambda char: not char.isalnum(), text))


def _bare(text: str) -> str:
    return "".join(char for char in text if char.isalnum()).casefold()


def _page(holder: Block | Note, offset: int) -> int:
    """Page index of the line that a character stands on."""
    on = [span.page for span in holder.spans if span.start <= offset]
    return on[-1] if on else holder.spans[0].page if holder.spans else 0
