"""Where a passage stands: pages and boxes to open, and for each sentence the exact page or paragraph to cite."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.found import Cite, Place, Sentence
from index.locators import pandoc_cite
from index.stretches import boxes_of
from ingest.model import Block, Box, Document, Locator, Note, Passage, Slice, Span
from ingest.words.sentences import sentences as sentence_bounds


def places(passage: Passage, document: Document) -> tuple[Place, ...]:
    """The passage's lines, or its own parts of them, page by page in the file's order."""
    boxes: dict[int, list[Box]] = defaultdict(list)
    for piece in passage.spans:
        home = _home(piece, document)
        markers = home.markers if isinstance(home, Block) else ()
        for index, box in boxes_of(home.text, home.spans, piece.start, piece.end, markers) if home else ():
            boxes[index].append(box)
    pages = {page.index: page for page in document.pages}
    return tuple(
        Place(index, pages[index].label, pages[index].label_source, tuple(boxes[index])) for index in sorted(boxes)
    )


def cite(passage: Passage, document: Document, key: str, start: int = 0, end: int | None = None) -> Cite:
    """What to cite for the characters [start, end) of a passage, by default for all of it.

    By the numbered paragraphs of UN documents and the like where each of its blocks has or continues one; for a note
    by page and note ("67n12"); a text that has no pages by its section; else by the printed pages of the lines that it
    touches.
    """
    last = len(passage.text) if end is None else end
    if passage.kind == "note":
        return _note_cite(passage, document, key)
    paragraphs = _paragraphs(passage, document, start, last)
    if paragraphs:
        return _cite(key, "paragraph", paragraphs[0], paragraphs[-1])
    if not has_pages(document):
        section = _section(passage, document, start, last)
        return _cite(key, "section", section, section)
    return _page_cite([line.page for line in lines(passage, document, start, last)], document, key, passage)


def sentences(passage: Passage, document: Document, key: str) -> tuple[Sentence, ...]:
    """The passage's sentences, each with its own cite."""
    found = []
    same = cite(passage, document, key) if _in_one_place(passage, document) else None
    base = 0
    for piece in passage.spans:  # no sentence runs from one block into the next, however little its end looks like one
        length = piece.end - piece.start
        markers = [marker.offset - base for marker in passage.markers if base <= marker.offset <= base + length]
        for start, end in sentence_bounds(passage.text[base : base + length], markers, document.language):
            place = same or cite(passage, document, key, base + start, base + end)
            found.append(Sentence(base + start, base + end, place))
        base += length + 1
    return tuple(found)


def _in_one_place(passage: Passage, document: Document) -> bool:
    """Whether each part of it is cited as the whole is: a note, or words on one page without numbered paragraphs."""
    if passage.kind == "note":
        return True
    numbered = any(block.paragraph for block in document.blocks)
    return passage.first_index == passage.last_index and not numbered and has_pages(document)


def has_pages(document: Document) -> bool:
    """Whether anything of it was ever a page; a plain text has none, and its whole stands on one without a size."""
    return any(page.width > 0 for page in document.pages)


def _section(passage: Passage, document: Document, start: int, end: int) -> str:
    """The nearest heading above, "" where there is none but the title."""
    home = next((_home(piece, document) for piece, _, _ in _touched(passage, start, end)), None)
    above = [heading for heading in home.section if heading != document.title] if isinstance(home, Block) else []
    return above[-1] if above else ""


def _touched(passage: Passage, start: int, end: int) -> Iterator[tuple[Slice, int, int]]:
    """The slices under [start, end) of the passage's text, with the range in their block's or note's own text."""
    at = 0
    for piece in passage.spans:
        length = piece.end - piece.start
        left, right = max(start, at), min(end, at + length)
        if left < right:
            yield piece, piece.start + left - at, piece.start + right - at
        at += length + 1  # one space joins the slices


def _home(piece: Slice, document: Document) -> Block | Note | None:
    if piece.block is not None:
        return next((block for block in document.blocks if block.id == piece.block), None)
    return next((note for note in document.notes if note.id == piece.note), None)


def lines(passage: Passage, document: Document, start: int, end: int) -> list[Span]:
    """The printed lines under the characters [start, end) of a passage."""
    found = []
    for piece, left, right in _touched(passage, start, end):
        home = _home(piece, document)
        found += [line for line in home.spans if line.start < right and left < line.end] if home else []
    return found


def _paragraphs(passage: Passage, document: Document, start: int, end: int) -> list[str]:
    """Labels of the numbered paragraphs touched; none where a block among them stands outside any.

    Nor where a number is printed a second time: "paragraph 8" leads to that of the report, not of its annex.
    """
    labels: list[str] = []
    running: str | None = None
    touched = {id(piece) for piece, _, _ in _touched(passage, start, end)}
    for piece in passage.spans:
        block = _home(piece, document)
        if not isinstance(block, Block):
            return []
        # A list or quotation inside paragraph 35 belongs to it; a paragraph without a number does not.
        running = block.paragraph or (running if block.kind in ("list", "quote") else None)
        if id(piece) not in touched:
            continue
        if running is None:
            return []
        labels.append(running)
        if block.paragraph and next(one for one in document.blocks if one.paragraph == running) is not block:
            return []
    return list(dict.fromkeys(labels))


def _note_cite(passage: Passage, document: Document, key: str) -> Cite:
    note = next((note for note in document.notes if note.id in {piece.note for piece in passage.spans}), None)
    pages = {page.index: page for page in document.pages}
    index = note.pages[0] if note and note.pages else passage.first_index
    if note is None or index not in pages or pages[index].label_source == "index" or not note.label.isalnum():
        return _page_cite([index], document, key, passage)
    place = f"{pages[index].label}n{note.label}"
    return _cite(key, "page", place, place)


def _page_cite(indexes: Sequence[int], document: Document, key: str, passage: Passage) -> Cite:
    pages = {page.index: page for page in document.pages}
    touched = [pages[index] for index in sorted(set(indexes)) if index in pages]
    if not touched:
        touched = [pages[index] for index in (passage.first_index, passage.last_index) if index in pages]
    if any(page.label_source == "index" for page in touched):
        # Nothing is printed there, so nobody else's copy can be cited by it: say that the file's pages are counted.
        numbers = list(dict.fromkeys(str(page.index + 1) for page in (touched[0], touched[-1])))
        words = f"PDF p. {numbers[0]}" if len(numbers) == 1 else f"PDF pp. {numbers[0]}–{numbers[1]}"
        return _cite(key, "page", words, words)
    labels = [page.label for page in touched] or [passage.first_page]
    return _cite(key, "page", labels[0], labels[-1])


@lru_cache(maxsize=4096)
def _cite(key: str, label: str, first: str, last: str) -> Cite:
    """Most sentences of a passage stand where the one before them does."""
    locator = Locator(label, first if first == last else f"{first}–{last}")
    return Cite(key, locator, pandoc_cite(key, locator))
