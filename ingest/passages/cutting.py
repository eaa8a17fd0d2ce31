"""Document -> passages: whole sentences of one section, never longer than the model reads.

Pure: the tokenizer's count is handed in, and the same blocks give the same passages again without the PDF.

What is prose (paragraphs, quotations, lists) flows on within its section, also past a table set in its midst; tables
and captions are passages of their own. Headings go before each passage instead of being one. Entries of a reference
list are none: titles of other people's works would answer every question before the prose does, and they are found as
sources instead. So are notes that only cite; a note that says something is a passage of kind note.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from ingest.model import Block, Document, Marker, Note, Passage, PassageKind, Slice
from ingest.passages.flows import Unit, body_flows, cut, halves, note_flows
from ingest.passages.ids import passage_id
from ingest.passages.packing import Count, pack

TARGET = 250
"""Word pieces of a passage with its headings: models of this family are trained on up to 256, and a longer passage
blurs what it is about, however wide the window."""

_HEADING_SHARE = 3
"""Headings may fill a third of the window; beyond that the outermost are left out."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Units that follow each other in one block or note: one slice."""

    holder: Block | Note
    start: int
    end: int
    markers: tuple[Marker, ...]

    @property
    def text(self) -> str:
        return self.holder.text[self.start : self.end]

    @property
    def slice(self) -> Slice:
        block, note = (self.holder.id, None) if isinstance(self.holder, Block) else (None, self.holder.id)
        return Slice(block, note, self.start, self.end)

    def place(self, offset: int) -> int:
        """Where a mark at this offset of the holder stands in the run's text."""
        return min(max(offset, self.start), self.end) - self.start


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far a note speaks that speaks for a section."""

    note: str
    since: tuple[int, int]
    """Place of its marker: order of the block, offset."""
    until: int
    """Order of the section's last block."""


def passages(document: Document, count: Count, window: int) -> tuple[Passage, ...]:
    """Cut a document into passages, those of the body first, each kind in reading order.

    Args:
        document: Read by `ingest.read_pdf` or `ingest.read_text`.
        count: Tokens of a text without the model's special ones; called about twice for each sentence.
        window: The most tokens that `count` may give for `embedded_text` of a passage.
    """
    counted = cache(count)
    labels = {page.index: page.label for page in document.pages}
    reach = _section_notes(document)
    found: dict[PassageKind, list[tuple[tuple[int, int], Passage]]] = {"body": [], "note": []}
    for flow in (*body_flows(document), *note_flows(document)):
        heading = _heading(flow.section, counted, window // _HEADING_SHARE)
        room = max(1, min(window, TARGET) - (counted(heading) if heading else 0))
        units = list(cut(flow, room, counted, document.language))
        for group in pack([unit.size for unit in units], [unit.seam for unit in units], room):
            for part in _fitting(units[group.start : group.stop], heading, count, window):
                place = (part[0].order, part[0].start)
                found[flow.kind].append((place, _passage(flow.kind, heading, part, labels, reach)))
    return tuple(
        replace(passage, id=passage_id(document.id, kind, ordinal))
        for kind, drafts in found.items()
        for ordinal, (_, passage) in enumerate(sorted(drafts, key=lambda draft: draft[0]), start=1)
    )


def remarked(document: Document, cut: Sequence[Passage]) -> tuple[Passage, ...]:
    """Passages with the page labels, markers and notes of a document whose texts are as when they were cut.

    Args:
        document: With other labels, or other notes for its markers.
        cut: Its passages.
    """
    labels = {page.index: page.label for page in document.pages}
    reach = _section_notes(document)
    orders = {block.id: order for order, block in enumerate(document.blocks)}
    meant = {(block.id, mark.offset, mark.label): mark for block in document.blocks for mark in block.markers}
    return tuple(_remarked(passage, labels, reach, orders, meant) for passage in cut)


def _remarked(
    passage: Passage,
    labels: Mapping[int, str],
    reach: Sequence[_Reach],
    orders: Mapping[str, int],
    meant: Mapping[tuple[str, int, str], Marker],
) -> Passage:
    markers = tuple(_as_meant(marker, passage, meant) for marker in passage.markers)
    notes = passage.notes
    first = passage.spans[0]
    if first.block is not None:
        opening = (orders[first.block], first.start)
        notes = tuple(
            dict.fromkeys(
                (*(marker.note for marker in markers if marker.note), *_above(reach, opening)),
            )
        )
    return replace(
        passage,
        first_page=labels.get(passage.first_index, passage.first_page),
        last_page=labels.get(passage.last_index, passage.last_page),
        markers=markers,
        notes=notes,
    )


def _as_meant(marker: Marker, passage: Passage, meant: Mapping[tuple[str, int, str], Marker]) -> Marker:
    base = 0
    for piece in passage.spans:
        length = piece.end - piece.start
        if piece.block is not None and base <= marker.offset <= base + length:
            now = meant.get((piece.block, piece.start + marker.offset - base, marker.label))
            if now is not None:
                return replace(now, offset=marker.offset)
        base += length + 1
    return marker


def _above(reach: Sequence[_Reach], opening: tuple[int, int]) -> list[str]:
    """The notes that speak for the section in which a passage opens at this block and offset."""
    return [above.note for above in reach if above.since <= opening and opening[0] <= above.until]


def embedded_text(passage: Passage) -> str:
    """What the model reads: the passage with its headings before it. Never shown or quoted."""
    return _under_heading(passage.heading, passage.text)


def _under_heading(heading: str, text: str) -> str:
    return f"{heading}\n{text}" if heading else text


def _heading(section: Sequence[str], count: Count, most: int) -> str:
    parts = list(section)
    while len(parts) > 1 and count(" > ".join(parts)) > most:
        parts.pop(0)
    words = " > ".join(parts).split()
    while words and count(" ".join(words)) > most:
        words.pop()
    return " ".join(words)


def _fitting(units: Sequence[Unit], heading: str, count: Count, window: int) -> Iterator[Sequence[Unit]]:
    """Hold what packing promised, for tokenizers that count more for a whole than for its parts.

    WordPiece counts add up over words; byte-pair tokenizers may take a piece more where two texts meet.
    """
    text = " ".join(run.text for run in _runs(units))
    if count(_under_heading(heading, text)) <= window or len(text) < 2:
        yield units
        return
    parts = (units[: len(units) // 2], units[len(units) // 2 :]) if len(units) > 1 else halves(units[0])
    for part in parts:
        yield from _fitting(part, heading, count, window)


def _runs(units: Sequence[Unit]) -> list[_Run]:
    runs = []
    for _, group in groupby(units, key=lambda unit: unit.order):
        run = list(group)
        markers = tuple(marker for unit in run for marker in unit.markers)
        runs.append(_Run(run[0].holder, run[0].start, run[-1].end, markers))
    return runs


def _passage(
    kind: PassageKind, heading: str, units: Sequence[Unit], labels: Mapping[int, str], reach: Sequence[_Reach]
) -> Passage:
    """The passage that these units make; its id waits until all are in order."""
    runs = _runs(units)
    markers: list[Marker] = []
    base = 0
    for run in runs:
        markers += [replace(marker, offset=base + run.place(marker.offset)) for marker in run.markers]
        base += len(run.text) + 1
    touched = [
        span.page for run in runs for span in run.holder.spans if span.start < run.end and run.start < span.end
    ] or [0]
    first, last = min(touched), max(touched)
    if kind == "note":
        notes = [runs[0].holder.id]
    else:
        opening = (units[0].order, units[0].start)
        notes = [marker.note for marker in markers if marker.note]
        notes += _above(reach, opening)
    return Passage(
        id="",
        kind=kind,
        text=" ".join(run.text for run in runs),
        heading=heading,
        paragraphs=tuple(dict.fromkeys(unit.paragraph for unit in units if unit.paragraph)),
        first_page=labels.get(first, str(first + 1)),
        last_page=labels.get(last, str(last + 1)),
        first_index=first,
        last_index=last,
        spans=tuple(run.slice for run in runs),
        markers=tuple(markers),
        notes=tuple(dict.fromkeys(notes)),
    )


def _section_notes(document: Document) -> list[_Reach]:
    orders = {block.id: order for order, block in enumerate(document.blocks)}
    reach = []
    for note in document.notes:
        if note.scope != "section" or note.marker is None or note.marker.block not in orders:
            continue
        order = orders[note.marker.block]
        anchor = document.blocks[order]
        section = (*anchor.section, anchor.text) if anchor.kind == "heading" else anchor.section
        inside = [block.section[: len(section)] == section for block in document.blocks[order + 1 :]]
        length = inside.index(False) if False in inside else len(inside)
        reach.append(_Reach(note.id, (order, note.marker.offset), order + length))
    return reach
