"""What runs on within a section, and the sentences it is cut into: the material that passages are packed from."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ingest.model import Block, Document, Marker, Note, PassageKind
from ingest.passages.packing import Count, pieces
from ingest.words.sentences import sentences

_MID_PARAGRAPH = 0.02
_AFTER_LEAD_IN = 0.5
"""A list or quotation stays with "The mandate is as follows:" where the room allows."""
_COMMENT = 12
"""Words beside its citations that make a note worth finding: "See also" and "quoted in" are fewer."""
_COMMENT_WORD = re.compile(r"\b[a-zß-öø-ÿ][\w’'-]+")
_LABEL = 3
"""Words without a full stop that are a mere label: "Figure II", "Review essay", an author's name."""
_ENDS = re.compile(r"[.!?…][\"”’»)\]]*$")
_ASIDE = frozenset({"table", "caption"})
_FOLLOWING = frozenset({"list", "quote"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or a part of an overlong one."""

    holder: Block | Note
    order: int
    """Place of its block in the document."""
    start: int
    end: int
    markers: tuple[Marker, ...]
    paragraph: str | None
    size: int
    """Word pieces."""
    seam: float
    """Cost of breaking after it."""


@dataclass(frozen=True, slots=True)
class Flow:
    """What runs on within one section."""

    kind: PassageKind
    section: tuple[str, ...]
    holders: tuple[tuple[int, Block | Note], ...]


def body_flows(document: Document) -> Sequence[Flow]:
    """Flows of every section: its prose, and each cluster of tables and captions. No headings, no references.

    What is a mere label is none, unless the document has nothing else.
    """
    flows = list(_flows(document))
    return [flow for flow in flows if any(_says(holder) for _, holder in flow.holders)] or flows


def _says(holder: Block | Note) -> bool:
    text = holder.text.rstrip()
    sentence = _ENDS.search(text) is not None and not (isinstance(holder, Block) and holder.kind == "caption")
    table = isinstance(holder, Block) and holder.kind == "table"
    return table or sentence or len(text.split()) > _LABEL


def _flows(document: Document) -> Iterator[Flow]:
    headings = 0
    keyed: list[tuple[tuple[int, tuple[str, ...]], tuple[int, Block]]] = []
    for order, block in enumerate(document.blocks):
        if block.kind == "heading":
            headings += 1
        elif block.kind != "reference":
            keyed.append(((headings, block.section), (order, block)))
    for (_, section), group in groupby(keyed, key=lambda each: each[0]):
        blocks = [each[1] for each in group]
        prose = tuple(each for each in blocks if each[1].kind not in _ASIDE)
        if prose:
            yield Flow("body", section, prose)
        for aside, cluster in groupby(blocks, key=lambda each: each[1].kind in _ASIDE):
            if aside:
                yield Flow("body", section, tuple(cluster))


def note_flows(document: Document) -> Iterator[Flow]:
    """A flow for each note that says something beside what it cites."""
    sections = {block.id: block.section for block in document.blocks}
    cited: dict[str, list[tuple[int, int]]] = {}
    for citation in document.citations:
        if citation.note:
            cited.setdefault(citation.note, []).append((citation.start, citation.end))
    for order, note in enumerate(document.notes):
        # "The author thanks..." speaks of nothing that a reader searches for.
        if note.scope != "author" and _comments(note.text, cited.get(note.id, ())):
            section = sections.get(note.marker.block, ()) if note.marker else ()
            yield Flow("note", section, ((order, note),))


def _comments(text: str, cited: Iterable[tuple[int, int]]) -> bool:
    """True where enough is said beside the citations."""
    for start, end in cited:
        text = text[:start] + " " * (end - start) + text[end:]
    return len(_COMMENT_WORD.findall(text)) >= _COMMENT


def cut(flow: Flow, room: int, count: Count, language: str) -> Iterator[Unit]:
    """Cut a flow into sentences; what is longer than `room` word pieces, into parts of sentences."""
    paragraph = None
    last = len(flow.holders) - 1
    for at, (order, holder) in enumerate(flow.holders):
        markers: tuple[Marker, ...] = ()
        if isinstance(holder, Block):
            markers = holder.markers
            # The items (a), (b) under paragraph 35 are cited by its number.
            paragraph = holder.paragraph or (paragraph if holder.kind in _FOLLOWING else None)
        bounds = list(_bounds(holder.text, markers, room, count, language))
        for place, (start, end, size) in enumerate(bounds):
            first, final = place == 0, place == len(bounds) - 1
            lead_in = final and at < last and holder.text.rstrip().endswith(":")
            # A mark in the space between two sentences stands after the first of them.
            since = -1 if first else start
            until = len(holder.text) if final else bounds[place + 1][0]
            yield Unit(
                holder,
                order,
                start,
                end,
                tuple(marker for marker in markers if since < marker.offset <= until),
                paragraph,
                size,
                seam=_AFTER_LEAD_IN if lead_in else 0.0 if final else _MID_PARAGRAPH,
            )


def _bounds(
    text: str, markers: Sequence[Marker], room: int, count: Count, language: str
) -> Iterator[tuple[int, int, int]]:
    """Sentences, and parts of overlong ones, as (start, end, word pieces)."""
    for start, end in sentences(text, [marker.offset for marker in markers], language):
        size = count(text[start:end])
        if size <= room:
            yield start, end, size
            continue
        for a, b in pieces(text[start:end], room, count):
            yield start + a, start + b, count(text[start + a : start + b])


def halves(unit: Unit) -> tuple[tuple[Unit], tuple[Unit]]:
    """Cut a unit of two characters or more at the space before its middle, else in the middle of a word."""
    middle = (unit.start + unit.end) // 2
    space = unit.holder.text.rfind(" ", unit.start + 1, middle)
    end, onward = (space, space + 1) if space > 0 else (middle, middle)
    before = tuple(marker for marker in unit.markers if marker.offset <= end)
    after = tuple(marker for marker in unit.markers if marker.offset > end)
    return (replace(unit, end=end, markers=before),), (replace(unit, start=onward, markers=after),)
