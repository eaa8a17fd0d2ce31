"""What stands beside a page: the notes marked or printed on it, what its text cites, and its words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from index import Library
from index.found import HitCitation, HitNote
from index.stretches import boxes_of
from ingest.model import Block, Box, Document, Note
from ui.cards.marks import Marks, Snap, as_told, gathered, snapped
from ui.correcting.spotting import before, page_at

_MARK, _AROUND = 4.0, 3.0
"""Points: the width of a raised figure, and how far round it a pointer still means it."""


@dataclass(frozen=True, slots=True)
class PageNote:
    """One note beside a page."""

    note: HitNote
    marks: Marks
    """The note's own lines, and the words at its marker."""
    marked_on: int | None
    """Page index of its marker; None where it has none."""
    printed_on: int
    """Page index of its first line."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation in the page's text itself."""

    home: str
    """Id of its block."""
    citation: HitCitation
    marks: Marks


@dataclass(frozen=True, slots=True)
class PageMark:
    """One note's mark in the page's text."""

    block: str
    """Id of its block."""
    offset: int
    label: str
    note: str | None
    """Id of the note that it means; None where none answers to it."""
    before: str
    """The words that it stands behind."""
    box: Box


@dataclass(frozen=True, slots=True)
class PagePart:
    """All that is told beside one page."""

    notes: tuple[PageNote, ...]
    mentions: tuple[Mention, ...]
    marks: tuple[PageMark, ...]
    words: tuple[str, ...]
    """Its text, a paragraph each, for those who cannot see the picture."""


@dataclass(frozen=True, slots=True)
class _Anchored:
    """Where a note's marker stands."""

    block: Block
    page: int
    """Page index."""
    place: tuple[int, int]
    """The block's number and the offset in it: reading order."""


def page_part(library: Library, document: Document, index: int, snap: Snap = as_told) -> PagePart:
    """What stands beside a page.

    Args:
        library: finds the works that are documents of its own.
        document: the document, whole.
        index: page index.
        snap: puts the ends of what is marked where the file's words begin and end.
    """
    anchored = _anchored(document)
    chosen = notes_of_page(document, index)
    resolved = library.notes(document, chosen)
    notes = [_page_note(note, said, anchored) for note, said in zip(chosen, resolved, strict=True)]
    mentions = list(_mentions(library, document, index))
    marks = iter(snapped([*(note.marks for note in notes), *(mention.marks for mention in mentions)], snap))
    return PagePart(
        notes=tuple(replace(note, marks=next(marks)) for note in notes),
        mentions=tuple(replace(mention, marks=next(marks)) for mention in mentions),
        marks=tuple(marks_of_page(document, index)),
        words=tuple(_words(document, index)),
    )


def notes_of_page(document: Document, index: int) -> list[Note]:
    """The notes to be read beside a page.

    First the footnotes carried over from the page before, then those whose marks stand on it, then the endnotes
    printed on it: an endnote is read beside the text that it belongs to, and at the end of the book too.
    """
    anchored = _anchored(document)
    here = [note for note in document.notes if note.id in anchored and anchored[note.id].page == index]
    named = {note.id for note in here}
    printed = [note for note in document.notes if index in note.pages and note.id not in named]
    return [
        *(note for note in printed if note.kind == "footnote"),
        *sorted(here, key=lambda note: anchored[note.id].place),
        *(note for note in printed if note.kind == "endnote"),
    ]


def marks_of_page(document: Document, index: int) -> Iterator[PageMark]:
    """The marks of notes that stand on a page."""
    for block in document.blocks:
        for marker in block.markers:
            if page_at(block, marker.offset) != index:
                continue
            letter = max(0, marker.offset - 1)
            places = boxes_of(block.text, block.spans, letter, letter + 1, block.markers)
            if (box := next((box for _, box in places), None)) is not None:
                _, y0, x1, y1 = box
                wide = len(marker.label) * _MARK + 2 * _AROUND
                target = (x1 - wide / 2, y0 - _AROUND, x1 + wide / 2, y1)
                yield PageMark(block.id, marker.offset, marker.label, marker.note, before(block, marker.offset), target)


def _anchored(document: Document) -> dict[str, _Anchored]:
    """Where the marker of each note stands that has one."""
    blocks = {block.id: (number, block) for number, block in enumerate(document.blocks)}
    found = {}
    for note in document.notes:
        if note.marker is None or note.marker.block not in blocks:
            continue
        number, block = blocks[note.marker.block]
        if block.spans:
            offset = note.marker.offset
            found[note.id] = _Anchored(block, page_at(block, offset), (number, offset))
    return found


def _page_note(note: Note, said: HitNote, anchored: Mapping[str, _Anchored]) -> PageNote:
    boxes = [(line.page, line.bbox) for line in note.spans]
    at = anchored.get(note.id)
    if at is not None:
        start, end = _before(at.block.text, at.place[1]), at.place[1]
        boxes += boxes_of(at.block.text, at.block.spans, start, end, at.block.markers)
    return PageNote(
        note=said,
        marks=gathered(boxes),
        marked_on=at.page if at else None,
        printed_on=note.spans[0].page if note.spans else note.pages[0],
    )


def _before(text: str, offset: int) -> int:
    """Where the last few words before a marker begin: so much is marked of the line, to find it by."""
    start = offset
    for _ in range(3):
        start = max(text.rfind(" ", 0, max(start - 1, 0)), 0)
    return start


def _mentions(library: Library, document: Document, index: int) -> Iterator[Mention]:
    citing = {citation.block for citation in document.citations if citation.block}
    for block in document.blocks:
        if block.id not in citing or block.kind == "reference" or all(line.page != index for line in block.spans):
            continue
        for citation in library.mentions(document, block):
            boxes = list(boxes_of(block.text, block.spans, citation.start, citation.end, block.markers))
            if boxes and boxes[0][0] == index:
                yield Mention(block.id, citation, gathered(boxes))


def _words(document: Document, index: int) -> Iterator[str]:
    for block in document.blocks:
        lines = [line for line in block.spans if line.page == index]
        if lines:
            yield block.text[lines[0].start : lines[-1].end]
