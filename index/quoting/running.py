"""A document as one running text to look words up in, and the way back from there to blocks, pages and a cite."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from index.found import Cite
from index.places import cite as cite_of
from index.places import has_pages
from index.quoting.matching import Searched
from ingest.model import Block, Document, Note, Passage, PassageKind, Slice

_APART = "\n\n"
"""Between texts that no sentence runs through: body and notes, one note and the next."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One block's or note's text and where it begins in the running text."""

    start: int
    home: Block | Note


class Running:
    """The body's blocks in reading order, a blank between them, then each note."""

    def __init__(self, document: Document) -> None:
        self.document = document
        parts: list[str] = []
        self.pieces: list[Piece] = []
        at = 0
        homes: Sequence[Block | Note] = (*document.blocks, *document.notes)
        for home in homes:
            flows = (
                self.pieces and isinstance(home, Block) and "heading" not in (home.kind, _kind(self.pieces[-1].home))
            )
            gap = (" " if flows else _APART) if self.pieces else ""
            parts += [gap, home.text]
            at += len(gap)
            self.pieces.append(Piece(at, home))
            at += len(home.text)
        self.searched = Searched("".join(parts))
        self._starts = [piece.start for piece in self.pieces]

    @property
    def text(self) -> str:
        """All of it."""
        return self.searched.text

    def offset_on(self, page: int) -> int:
        """Where the text of a page, by index, begins; 0 where nothing stands on it."""
        places = (
            piece.start + line.start
            for piece in self.pieces
            for line in piece.home.spans
            if line.page == page and isinstance(piece.home, Block)
        )
        return min(places, default=0)

    def start_of(self, home: str) -> int:
        """Where the text of a block or note, by id, begins."""
        return next(piece.start for piece in self.pieces if piece.home.id == home)

    def holder(self, passages: Sequence[Passage], offset: int) -> str | None:
        """Id of the passage that holds the character at this offset; None where none does."""
        (first,) = self.slices(offset, offset + 1) or (None,)
        if first is None:
            return None
        return next(
            (
                passage.id
                for passage in passages
                for span in passage.spans
                if (span.block, span.note) == (first.block, first.note) and span.start <= first.start < span.end
            ),
            None,
        )

    def slices(self, start: int, end: int) -> tuple[Slice, ...]:
        """The blocks' or notes' characters under [start, end)."""
        first = max(0, bisect_right(self._starts, start) - 1)
        found = []
        for piece in self.pieces[first:]:
            if piece.start >= end:
                break
            left, right = max(0, start - piece.start), min(len(piece.home.text), end - piece.start)
            if left < right:
                block = piece.home.id if isinstance(piece.home, Block) else None
                note = piece.home.id if isinstance(piece.home, Note) else None
                found.append(Slice(block, note, left, right))
        return tuple(found)

    def cite(self, start: int, end: int, key: str) -> Cite:
        """What to cite for the characters [start, end)."""
        return cite_of(self.passage(start, end), self.document, key)

    def labels(self, start: int, end: int) -> tuple[str, ...]:
        """What is printed on the first and the last page that the characters stand on; () where nothing is."""
        spanned = self.passage(start, end)
        pages = {page.index: page for page in self.document.pages}
        ends = [pages[index] for index in (spanned.first_index, spanned.last_index) if index in pages]
        if not has_pages(self.document) or any(page.label_source == "index" for page in ends):
            return ()
        return tuple(dict.fromkeys(page.label for page in ends))

    def passage(self, start: int, end: int) -> Passage:
        """The characters [start, end) as a passage of their own, without an id."""
        spans = self.slices(start, end)
        homes = {piece.home.id: piece.home for piece in self.pieces}
        touched = [
            line.page
            for span in spans
            for line in homes[span.block or span.note or ""].spans
            if line.start < span.end and span.start < line.end
        ]
        first, last = (min(touched), max(touched)) if touched else (0, 0)
        labels = {page.index: page.label for page in self.document.pages}
        kind: PassageKind = "note" if spans and spans[0].note else "body"
        return Passage(
            id="",
            kind=kind,
            text=" ".join(homes[span.block or span.note or ""].text[span.start : span.end] for span in spans),
            heading="",
            paragraphs=(),
            first_page=labels.get(first, ""),
            last_page=labels.get(last, ""),
            first_index=first,
            last_index=last,
            spans=spans,
            markers=(),
            notes=tuple(span.note for span in spans if span.note),
        )


def _kind(home: Block | Note) -> str:
    return home.kind
