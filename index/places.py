"""Where a passage stands: pages and boxes to open, and for each sentence the exact page or paragraph to cite."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.found import Cite, Place, Sentence
from index.locators import pandoc_cite
from index.stretches import boxes_of
from ingest.model import Block, Box, Document, Locator, Note, Page, Passage, Span
from ingest.words.sentences import sentences as sentence_bounds


@dataclass(frozen=True, slots=True)
class _Part:
    """What a passage has of one block or note."""

    home: Block | Note | None
    """None where the document, or the excerpt of it, lacks it."""
    start: int
    end: int
    """Characters of the home's text."""
    at: int
    """Where it begins in the passage's text."""
    paragraph: str | None
    """The number of the paragraph that it belongs to."""
    printed_before: bool
    """Whether that number is another paragraph's: "paragraph 8" leads to that of the report, not of its annex."""


_Touched = tuple[_Part, int, int]
"""A part, and which characters of its home's text are touched."""


def places(passage: Passage, document: Document) -> tuple[Place, ...]:
    """The passage's lines, or its own parts of them, page by page in the file's order."""
    boxes: dict[int, list[Box]] = defaultdict(list)
    for part in _parts(passage, document):
        home = part.home
        markers = home.markers if isinstance(home, Block) else ()
        for index, box in boxes_of(home.text, home.spans, part.start, part.end, markers) if home else ():
            boxes[index].append(box)
    pages = _pages(document)
    return tuple(
        Place(index, pages[index].label, pages[index].label_source, tuple(boxes[index])) for index in sorted(boxes)
    )


def cite(passage: Passage, document: Document, key: str, start: int = 0, end: int | None = None) -> Cite:
    """What to cite for the characters [start, end) of a passage, by default for all of it.

    By the numbered paragraphs of UN documents and the like where each of its blocks has or continues one; for a note
    by page and note ("67n12"); a text that has no pages by its section; else by the printed pages of the lines that it
    touches.
    """
    return _Citing(passage, document, key).cite(start, len(passage.text) if end is None else end)


def sentences(passage: Passage, document: Document, key: str) -> tuple[Sentence, ...]:
    """The passage's sentences, each with its own cite."""
    found = []
    citing = _Citing(passage, document, key)
    same = citing.cite(0, len(passage.text)) if citing.in_one_place() else None
    base = 0
    for piece in passage.spans:  # no sentence runs from one block into the next, however little its end looks like one
        length = piece.end - piece.start
        markers = [marker.offset - base for marker in passage.markers if base <= marker.offset <= base + length]
        for start, end in sentence_bounds(passage.text[base : base + length], markers, document.language):
            found.append(Sentence(base + start, base + end, same or citing.cite(base + start, base + end)))
        base += length + 1
    return tuple(found)


def lines(passage: Passage, document: Document, start: int, end: int) -> list[Span]:
    """The printed lines under the characters [start, end) of a passage."""
    return list(_lines(_touched(_parts(passage, document), start, end)))


def has_pages(document: Document) -> bool:
    """Whether anything of it was ever a page; a plain text has none, and its whole stands on one without a size."""
    return any(page.width > 0 for page in document.pages)


class _Citing:
    """How the words of a passage are cited: what does not differ from sentence to sentence is looked up once."""

    def __init__(self, passage: Passage, document: Document, key: str) -> None:
        self._passage = passage
        self._document = document
        self._key = key
        self._parts = _parts(passage, document)
        self._of_blocks = all(isinstance(part.home, Block) for part in self._parts)
        self._paged = has_pages(document)
        self._pages = _pages(document)

    def in_one_place(self) -> bool:
        """Whether each part is cited as the whole is: a note, or words on one page without numbered paragraphs."""
        passage = self._passage
        if passage.kind == "note":
            return True
        numbered = any(block.paragraph for block in self._document.blocks)
        return passage.first_index == passage.last_index and not numbered and self._paged

    def cite(self, start: int, end: int) -> Cite:
        """What to cite for the characters [start, end)."""
        if self._passage.kind == "note":
            return self._by_note()
        touched = _touched(self._parts, start, end)
        paragraphs = self._paragraphs(touched)
        if paragraphs:
            return _cite(self._key, "paragraph", paragraphs[0], paragraphs[-1])
        if not self._paged:
            section = self._section(touched)
            return _cite(self._key, "section", section, section)
        return self._by_pages({line.page for line in _lines(touched)})

    def _paragraphs(self, touched: Sequence[_Touched]) -> list[str]:
        """Labels of the numbered paragraphs touched; none where a block among them stands outside any.

        Nor where one has a number that is printed before.
        """
        labels = [part.paragraph for part, _, _ in touched if part.paragraph is not None and not part.printed_before]
        return list(dict.fromkeys(labels)) if self._of_blocks and len(labels) == len(touched) else []

    def _section(self, touched: Sequence[_Touched]) -> str:
        """The nearest heading above, "" where there is none but the title."""
        home = touched[0][0].home if touched else None
        above = (
            [heading for heading in home.section if heading != self._document.title] if isinstance(home, Block) else []
        )
        return above[-1] if above else ""

    def _by_note(self) -> Cite:
        note = next((part.home for part in self._parts if isinstance(part.home, Note)), None)
        index = note.pages[0] if note and note.pages else self._passage.first_index
        page = self._pages.get(index)
        if note is None or page is None or page.label_source == "index" or not note.label.isalnum():
            return self._by_pages({index})
        place = f"{page.label}n{note.label}"
        return _cite(self._key, "page", place, place)

    def _by_pages(self, indexes: set[int]) -> Cite:
        passage, pages = self._passage, self._pages
        touched = [pages[index] for index in sorted(indexes) if index in pages]
        if not touched:
            touched = [pages[index] for index in (passage.first_index, passage.last_index) if index in pages]
        if any(page.label_source == "index" for page in touched):
            # Nothing is printed there, so nobody else's copy can be cited by it: say that the file's pages are counted.
            numbers = list(dict.fromkeys(str(page.index + 1) for page in (touched[0], touched[-1])))
            words = f"PDF p. {numbers[0]}" if len(numbers) == 1 else f"PDF pp. {numbers[0]}–{numbers[1]}"
            return _cite(self._key, "page", words, words)
        labels = [page.label for page in touched] or [passage.first_page]
        return _cite(self._key, "page", labels[0], labels[-1])


def _parts(passage: Passage, document: Document) -> list[_Part]:
    wanted = {piece.block or piece.note for piece in passage.spans}
    homes: dict[str, Block | Note] = {}
    numbered: dict[str, Block] = {}
    for block in document.blocks:
        if block.paragraph:
            numbered.setdefault(block.paragraph, block)
        if block.id in wanted:
            homes[block.id] = block
    homes |= {note.id: note for note in document.notes if note.id in wanted}
    found, at = [], 0
    running: str | None = None
    for piece in passage.spans:
        home = homes.get(piece.block or piece.note or "")
        again = False
        if isinstance(home, Block):
            # A list or quotation inside paragraph 35 belongs to it; a paragraph without a number does not.
            running = home.paragraph or (running if home.kind in ("list", "quote") else None)
            again = home.paragraph is not None and numbered.get(home.paragraph, home) is not home
        found.append(_Part(home, piece.start, piece.end, at, running, again))
        at += piece.end - piece.start + 1  # one space joins the slices
    return found


def _touched(parts: Sequence[_Part], start: int, end: int) -> list[_Touched]:
    """The parts under [start, end) of the passage's text."""
    found = []
    for part in parts:
        left, right = max(start - part.at, 0) + part.start, min(end - part.at + part.start, part.end)
        if left < right:
            found.append((part, left, right))
    return found


def _lines(touched: Sequence[_Touched]) -> Iterator[Span]:
    for part, left, right in touched:
        if part.home is not None:
            yield from [line for line in part.home.spans if line.start < right and left < line.end]


def _pages(document: Document) -> dict[int, Page]:
    return {page.index: page for page in document.pages}


@lru_cache(maxsize=4096)
def _cite(key: str, label: str, first: str, last: str) -> Cite:
    """Most sentences of a passage stand where the one before them does."""
    locator = Locator(label, first if first == last else f"{first}–{last}")
    return Cite(key, locator, pandoc_cite(key, locator))
