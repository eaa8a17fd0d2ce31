"""Where in a document a reader lands: the page to open, the lines to mark, and what to say where it isn't there.

A work is cited by what is printed: a page whose number is only the file's own count is never taken for one, since
another copy of the same work would be paged otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.model import Block, Document, Page
from ui.addresses.read import Reading
from ui.cards.marks import Marks, of_lines
from ui.wording import extent


@dataclass(frozen=True, slots=True)
class Landing:
    """The page to open and what to mark."""

    index: int = 0
    marks: Marks = field(default_factory=dict)
    missing: str = ""
    """What cannot be found there, in a sentence; "" where nothing is missing."""
    several: str = ""
    """That the place is printed more than once, in a sentence; "" where it is not."""


def landing(document: Document, reading: Reading, passage: Marks | None = None) -> Landing:
    """Where an address leads in a document.

    Args:
        document: the document, whole.
        reading: the address.
        passage: where its passage stands; None where it names none or the passage is gone.
    """
    if passage:
        return Landing(min(passage), passage)
    if reading.note:
        return _at_note(document, reading.note)
    if reading.page:
        return at_page(document, reading.page)
    if reading.paragraph:
        return at_paragraph(document, reading.paragraph)
    if reading.pdf is not None:
        if 1 <= reading.pdf <= len(document.pages):
            return Landing(reading.pdf - 1)
        return Landing(missing=f"The file has {len(document.pages)} pages; there is no page {reading.pdf}.")
    if reading.passage:
        return Landing(missing="The passage of this address is not in the library any more.")
    return Landing()


def at_page(document: Document, label: str) -> Landing:
    """The page that bears a printed label; of a range ("41–43") its first."""
    pages = printed(document)
    found = _labelled(pages, label)
    if not found:
        return Landing(missing=f"No page here bears the number {label}{_extent(pages)}.")
    several = f"{len(found)} pages here bear the number {found[0].label}; this is the first." if found[1:] else ""
    return Landing(found[0].index, several=several)


def at_paragraph(document: Document, label: str) -> Landing:
    """The paragraph of a printed number, with the lists and quotations that continue it; of a range its first."""
    first = _ends(label)[0]
    starts = [number for number, block in enumerate(document.blocks) if block.paragraph in (label, first)]
    if not starts:
        numbered = any(block.paragraph for block in document.blocks)
        return Landing(missing=f"No paragraph here is numbered {label}{'' if numbered else ': none is numbered'}.")
    lines = [line for block in _paragraph(document.blocks, starts[0]) for line in block.spans]
    several = f"{len(starts)} paragraphs here are numbered {first}; this is the first." if starts[1:] else ""
    return Landing(lines[0].page if lines else 0, of_lines(lines), several=several)


def printed(document: Document) -> list[Page]:
    """The pages whose label is printed or follows from those that are."""
    return [page for page in document.pages if page.label_source != "index"]


def _at_note(document: Document, name: str) -> Landing:
    note = next((one for one in document.notes if one.id == name), None)
    if note is None or not note.spans:
        return Landing(missing="The note of this address is not in the document any more.")
    return Landing(note.spans[0].page, of_lines(note.spans))


def _labelled(pages: Sequence[Page], label: str) -> list[Page]:
    """The pages of a label as it stands ("S-12"), else of the first end of a range of labels ("41–43")."""
    for wanted in dict.fromkeys((label.strip(), _ends(label)[0])):
        if found := [page for page in pages if page.label.casefold() == wanted.casefold()]:
            return found
    return []


def _ends(label: str) -> list[str]:
    """Both ends of a range and the members of a list: "16–18", "16-18" and "16, 18" begin with 16."""
    plain = label.replace("–", ",").replace("—", ",").replace("-", ",")
    return [part.strip() for part in plain.split(",") if part.strip()] or [label]


def _extent(pages: Sequence[Page]) -> str:
    return f": its pages {extent([page.label for page in pages])}" if pages else ": none is printed on them"


def _paragraph(blocks: Sequence[Block], start: int) -> list[Block]:
    whole = [blocks[start]]
    for block in blocks[start + 1 :]:
        if block.paragraph is not None or block.kind not in ("list", "quote"):
            break
        whole.append(block)
    return whole
