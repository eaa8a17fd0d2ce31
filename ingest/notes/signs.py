"""What may be a note's marker or label: the signs of a document's rows, without its code, formulas and headings."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from ingest.layout import marks, numerals
from ingest.layout.marks import Mark, Start
from ingest.layout.rows import Row
from ingest.layout.setting import is_bold, is_typed
from ingest.notes import scans
from ingest.notes.affiliations import affiliations
from ingest.notes.ordered import ordered
from ingest.pdf.raw import RawPage, letters_by_size
from ingest.words.listheads import HEADS

_STOPS = '.,;:!?)”’"»'
_ADDRESS = re.compile(r"https?:|www\.|@")
_LARGEST = 1.1
"""Of the text's size, the largest that notes are set in."""
_PART = 0.08
"""Of a document's letters, the share of those in a size of the text; headings have less."""
_INDENT = 6.0
"""Sizes of its type by which a note's first line is indented at most."""
_LONGEST = 12
"""Rows of an entry in a list of references."""
_CALLED = 0.5
"""Of a list's numbers, the share of those that raised marks call where its entries are endnotes."""
_REFERENCES = re.compile(rf"\W*(?:\d+\.?\s*)?(?:{HEADS})\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signs:
    """What may be a marker or a note's label."""

    rows: Sequence[Row]
    marks: list[Mark]
    heads: Mapping[int, Start]
    """Rows that open with a label."""
    scanned: frozenset[int]
    """Pages whose text OCR has read."""
    romans: numerals.Romans | None
    """The roman numerals that the document prints for the figures that are its labels here."""
    byline: tuple[Mark, ...]
    """Marks that call affiliations, not notes."""


def signs_of(pages: Sequence[RawPage], rows: Sequence[Row]) -> Signs:
    """Find the places that may be markers, and the rows that may open a note.

    Args:
        pages: The raw pages, for their links and what of them is scanned.
        rows: All printed lines without furniture, in reading order.
    """
    links = {page.index: [link for link in page.links if link.page is not None] for page in pages}
    code = _code(rows)
    printed = [mark for i, row in enumerate(rows) for mark in marks.find(i, row, links[row.line.page])]
    printed = [mark for mark in printed if mark.row not in code or mark.form not in marks.FIGURES]
    raised = {mark.label for mark in printed if mark.linked or (mark.form == "raised" and not mark.doubtful)}
    starting = [head for i, row in enumerate(rows) if (head := marks.start(i, row, raised)) is not None]
    text = _largest_text(rows)
    largest = _LARGEST * text
    starting = [
        head for head in starting if (head.row not in code or head.raised) and _may_open(rows[head.row], head, largest)
    ]
    works = _works(rows, {head.row: head for head in starting}, raised)
    starting = [head for head in starting if head.row not in works]
    if romans := numerals.romans_of(printed):
        printed, starting = numerals.as_figures(printed, romans), numerals.as_figures(starting, romans)
    scanned = frozenset(page.index for page in pages if page.scanned)
    found = [
        mark
        for mark in _parted(printed, {head.label for head in starting})
        if rows[mark.row].line.page not in scanned
        or mark.form != "plain"
        or rows[mark.row].line.text[mark.start - 1] in _STOPS
    ]
    heads = scans.counted(rows, {head.row: head for head in starting}, scanned)
    told, byline = affiliations(rows, found, heads)
    if told:
        heads = {i: head for i, head in heads.items() if i not in told}
        found = [mark for mark in found if mark not in byline]
    if by_order := ordered(pages, rows, found, heads, text):
        taken = {(mark.row, at) for mark in by_order for at in range(mark.start, mark.end)}
        others = [mark for mark in found if (mark.row, mark.start) not in taken]
        found = sorted([*by_order, *others], key=lambda mark: (mark.row, mark.start))
        opening = {mark.row for mark in by_order if mark.start == 0}
        heads = {i: head for i, head in heads.items() if i not in opening}
    return Signs(rows, found, heads, scanned, romans, tuple(byline))


def _largest_text(rows: Sequence[Row]) -> float:
    """The largest size, in points, that a good part of a document is set in."""
    sizes = letters_by_size(row.line for row in rows)
    return max((size for size, letters in sizes.items() if letters >= _PART * sizes.total()), default=inf)


def _may_open(row: Row, head: Start, largest: float) -> bool:
    """Tell whether a number at a row's head may be a note's: not a heading's, nor a fraction's in a formula."""
    if head.raised or not head.label.isdigit():
        return True
    indented = row.line.box[0] - row.left > _INDENT * row.line.size
    return row.line.size <= largest and not indented and not is_bold(row)


def _works(rows: Sequence[Row], heads: Mapping[int, Start], raised: Collection[str]) -> set[int]:
    """Return the rows of a list of references that open with its numbers, where no raised marks call most of them."""
    out: set[int] = set()
    for title in [i for i, row in enumerate(rows) if _REFERENCES.fullmatch(row.line.text.strip())]:
        found: list[int] = []
        for i in range(title + 1, len(rows)):
            head = heads.get(i)
            if head is not None and head.stopped and not head.raised and head.label == str(len(found) + 1):
                found.append(i)
            elif i - (found[-1] if found else title) > _LONGEST:
                break
        if sum(heads[i].label in raised for i in found) < _CALLED * len(found):
            out.update(found)
    return out


def _code(rows: Sequence[Row]) -> set[int]:
    """Return the rows of code and of what a program prints, where the document's text is not from a typewriter.

    "4 begin" is a line's number, "x[1]" a subscript; an address is set so, too, and may open a note.
    """
    out = {i for i, row in enumerate(rows) if is_typed(row)}
    if 2 * len(out) >= len(rows):
        return set()
    return {i for i in out if not _ADDRESS.search(rows[i].line.text)}


def _parted(printed: Sequence[Mark], known: Collection[str]) -> Iterator[Mark]:
    """Yield the places that may be markers, two that are set without a space parted."""
    last = 0
    for raw in printed:
        for mark in marks.parted(raw, known, last):
            yield mark
            if not mark.label.isdigit():
                continue
            if (mark.form == "raised" and not mark.doubtful) or int(mark.label) == last + 1:
                last = int(mark.label)
