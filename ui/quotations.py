"""A quotation held against its page before it is copied: the words of the file's own text layer, as they stand there.

What Bluenote shows has been put together from lines; here it is compared with the lines themselves.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from index.places import has_pages, lines
from index.quoting.matching import LIKENESSES, Searched, find
from ingest.model import Box, Document, Passage, Span

if TYPE_CHECKING:
    from index import Library

State = Literal["exact", "joined", "signs", "missing", "unread"]
"""As `index.quoting.matching.Likeness`; "missing": the page has other words; "unread": it has no text layer."""

_WORDS = {
    "exact": "Checked: these words stand on the page.",
    "joined": "Checked: these words stand on the page, once words broken over a line's end are joined.",
    "signs": "The page has these words with other signs (capitals, accents, punctuation): compare them.",
    "missing": "These words are not found on the page: compare them before you quote.",
    "unread": "The page was read by OCR: compare the words before you quote.",
}
_DOUBT = "The page's text layer is damaged: compare the words before you quote."
_PAGELESS = "A text without pages: there is nothing to compare it with."
_MARGIN = 8.0
"""Points around a quotation's lines in its picture."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a page and the lines to mark in it."""

    index: int
    part: Box
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the comparison says."""

    state: State
    sure: bool
    """Whether a reader may quote without a look at the page."""
    message: str
    pieces: tuple[Piece, ...]
    """Where to look, where it is not sure."""


def check_quotation(library: "Library", passage: str, start: int = 0, end: int | None = None) -> Verdict:
    """Hold the characters [start, end) of a passage against the page.

    Args:
        library: where the passage is.
        passage: its id.
        start: first character of the passage's text.
        end: the character after the last one, by default all to the end.

    Raises:
        LibraryError: there is no such passage, or its PDF is gone.
        IngestError: the PDF cannot be read any more.
    """
    from ingest.pdf.printed import printed_lines

    hit = library.hit(passage)
    document = library.document(hit.document.id)
    last = len(hit.passage.text) if end is None else end
    touched = lines(hit.passage, document, start, last)
    if not has_pages(document):
        return Verdict("unread", sure=False, message=_PAGELESS, pieces=())
    if _any_without_layer(document, touched):
        return Verdict("unread", sure=False, message=_WORDS["unread"], pieces=_pieces(touched))
    printed = printed_lines(library.pdf(document.id), [(line.page, line.bbox) for line in touched])
    return judge(list(_between_marks(hit.passage, start, last)), "\n".join(printed), touched)


def judge(parts: Sequence[str], printed: str, touched: Sequence[Span] = ()) -> Verdict:
    """Compare words with a page's own.

    Args:
        parts: the quotation, cut where marks of notes stand on the page.
        printed: the text layer's lines.
        touched: where these lines are.
    """
    searched = Searched(printed)
    found = [find(part, searched) for part in parts]
    whole = [match for match in found if match is not None]
    state: State = "missing"
    if len(whole) == len(found):
        likeness = max((match.likeness for match in whole), key=LIKENESSES.index, default="exact")
        state = "exact" if likeness == "exact" else "joined" if likeness == "joined" else "signs"
    damaged = _is_damaged(printed)
    sure = state in ("exact", "joined") and not damaged
    return Verdict(state, sure, _DOUBT if damaged else _WORDS[state], () if sure else _pieces(touched))


def _between_marks(passage: Passage, start: int, end: int) -> Iterator[str]:
    """The words between the marks of notes, which the page has and the passage has not."""
    marks = {mark.offset: mark.label for mark in reversed(passage.markers) if start < mark.offset <= end}
    for left, right in pairwise(sorted({start, end, *marks})):
        part = passage.text[left:right].strip()
        mark = marks.get(right, "")
        if any(sign.isalnum() for sign in part):
            # "in 2016" with note 61 stands on the page as "in 201661": a number ends where the mark ends.
            yield part + mark if part[-1].isdigit() and mark.isdigit() else part


def _any_without_layer(document: Document, touched: Sequence[Span]) -> bool:
    layers = {page.index: page.text for page in document.pages}
    return any(layers.get(line.page) != "layer" for line in touched)


def _is_damaged(text: str) -> bool:
    """Whether a sign stands for no letter that anybody knows: private use, replacement, unassigned."""
    return any(sign == "\ufffd" or unicodedata.category(sign) in ("Co", "Cn") for sign in text)


def _pieces(touched: Sequence[Span]) -> tuple[Piece, ...]:
    made = []
    for index in dict.fromkeys(line.page for line in touched):
        boxes = tuple(dict.fromkeys(line.bbox for line in touched if line.page == index))
        x0, y0 = (min(box[at] for box in boxes) - _MARGIN for at in (0, 1))
        x1, y1 = (max(box[at] for box in boxes) + _MARGIN for at in (2, 3))
        made.append(Piece(index, (x0, y0, x1, y1), boxes))
    return tuple(made)
