"""The whole way from a PDF file to a `Document` with its report."""

import gc
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from ingest.description.metadata import describe
from ingest.description.outline import outlined
from ingest.layout import furniture, linenumbers
from ingest.layout.blocks import blocks as make_blocks
from ingest.layout.initials import lowered
from ingest.layout.joining import Cut, Piece, Words, join
from ingest.layout.marks import Mark
from ingest.layout.pullquotes import repeated
from ingest.layout.rows import Row, rows_of
from ingest.layout.setting import style_of
from ingest.model import Anchor, Block, Citation, Document, Marker, Note, NoteStyle, Page, Span
from ingest.notes import pairing
from ingest.notes.drafts import Draft
from ingest.notes.pairing import Reading
from ingest.notes.reporting import report
from ingest.notes.scopes import scoped
from ingest.pdf import pages
from ingest.pdf.ocr import recogniser
from ingest.pdf.raw import RawFile, RawPage
from ingest.pdf.turning import shown
from ingest.works.resolve import cite

_MANY = 4
"""Citations in the text that make a style; fewer are asides."""
_ALLOCATIONS = 100_000
"""Objects between two searches for cycles. Reading makes hundreds of thousands, all small and hardly one in a cycle."""


@contextmanager
def _few_collections() -> Iterator[None]:
    """Have Python look for garbage less often: it took a twelfth of the reading's time, and found none."""
    usual = gc.get_threshold()
    gc.set_threshold(_ALLOCATIONS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@_few_collections()
def read_pdf(
    path: str | Path, *, language: str | None = None, before_page: Callable[[], None] = lambda: None
) -> Document:
    """Read a PDF: pages, blocks, notes, citations, sources and what did not read as it should.

    Args:
        path: The file.
        language: ISO 639-1 code of its text; told from the text where None.
        before_page: Called before each page is read, for whoever watches the time.

    Raises:
        NotAPdf: The file is missing, empty or something else.
        Encrypted: It opens with a password only.
        Damaged: Most of its pages cannot be read.
    """
    started = time.perf_counter()
    raw = pages.read(Path(path), recogniser(language), before_page)
    raw = replace(raw, pages=linenumbers.without(raw.pages))
    texts, labels = furniture.strip(raw.pages)
    texts = lowered(texts)
    lines = rows_of(raw.pages, texts)
    reading = pairing.read(raw.pages, lines)
    blocks, found = _as_shown(*_texts(raw, lines, reading), raw.pages)
    described = describe(raw, blocks, found, language, labels.labels)
    families = [person["family"] for person in described.csl.get("author", ()) if "family" in person]
    blocks = outlined(blocks, described.title, families)
    found = scoped(found, blocks, by_people=bool(families) or not described.csl.get("author"))
    uris = [link.uri for page in raw.pages for link in page.links if link.uri]
    citations, sources = cite(blocks, found, described.language, uris=uris, doi=described.csl.get("DOI", ""))
    found = _with_citations(found, citations)
    return Document(
        id=raw.id,
        title=described.title,
        csl=described.csl,
        language=described.language,
        note_style=_note_style(found, citations),
        pages=tuple(
            Page(page.index, label, source, page.text, page.width, page.height)
            for page, (label, source) in zip(raw.pages, labels.labels, strict=True)
        ),
        blocks=blocks,
        notes=found,
        citations=citations,
        sources=sources,
        report=replace(
            report(raw.pages, lines, reading, found, [label for label, _ in labels.labels]),
            page_label_conflicts=labels.conflicts,
            seconds=time.perf_counter() - started,
        ),
    )


def _texts(raw: RawFile, lines: Sequence[Row], reading: Reading) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """Join the rows to blocks and notes, each marker at its place in the text."""
    words = Words.of(row.line for row in lines)
    style = style_of([lines[i] for i in reading.body])
    again = repeated(lines, reading.body, style.size)
    body = [i for i in reading.body if i not in again]
    ruled = _ruled(raw.pages, lines, body)
    blocks, _ = make_blocks(lines, body, _cuts(lines, reading), style, words, ruled, raw.outline)
    anchors: dict[str, Anchor] = {}
    for block in blocks:
        for marker in block.markers:
            if marker.note is not None:
                anchors.setdefault(marker.note, Anchor(block.id, marker.offset))
    out = []
    for number, draft in enumerate(reading.drafts):
        joined = join(_pieces(lines, draft), words)
        anchor = anchors.get(_note_id(number))
        on = tuple(sorted({span.page for span in joined.spans})) or (lines[draft.rows[0]].line.page,)
        out.append(
            Note(
                id=_note_id(number),
                label=draft.label,
                kind=draft.kind,
                text=joined.text,
                pages=on,
                spans=joined.spans,
                marker=anchor,
            )
        )
    return blocks, tuple(out)


def _pieces(lines: Sequence[Row], draft: Draft) -> list[Piece]:
    """The printed lines of a note, without its label and without the next note on its last line."""
    pieces = [Piece(lines[i].line, draft.begin if i == draft.rows[0] else 0) for i in draft.rows]
    if draft.until is not None:
        last = pieces[-1]
        pieces[-1] = replace(last, cuts=(Cut(draft.until, len(last.line.text), ()),))
    return pieces


def _as_shown(
    blocks: tuple[Block, ...], found: tuple[Note, ...], raw: Sequence[RawPage]
) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """Turn the boxes of pages that were read sideways back to where they stand on the page."""
    if not any(page.turn for page in raw):
        return blocks, found

    def back(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        on = [raw[span.page] for span in spans]
        return tuple(
            replace(span, bbox=shown(span.bbox, page.turn, page.width, page.height))
            for span, page in zip(spans, on, strict=True)
        )

    return (
        tuple(replace(block, spans=back(block.spans)) for block in blocks),
        tuple(replace(note, spans=back(note.spans)) for note in found),
    )


def _ruled(raw: Sequence[RawPage], lines: Sequence[Row], body: Sequence[int]) -> frozenset[int]:
    """Return the rows of text that a rule parts from the row above: a table's head, a box, a letterhead."""
    rules = {page.index: page.rules for page in raw}
    out = set()
    for i in body:
        row = lines[i]
        if row.leading is None:
            continue
        above = row.line.baseline - row.leading
        top = row.line.baseline - row.line.size
        for rule in rules[row.line.page]:
            # Close below the letters above it, a rule underlines them.
            if (
                above + 0.28 * row.line.size < rule.y < top + 1
                and rule.x0 < row.line.box[2]
                and rule.x1 > row.line.box[0]
            ):
                out.add(i)
                break
    return frozenset(out)


def _note_id(number: int) -> str:
    return f"n{number + 1}"


def _cuts(lines: Sequence[Row], reading: Reading) -> dict[int, list[Cut]]:
    """Return for each row the marks to take out of its text; marks in a row go out with what parts them."""
    found: dict[int, list[Cut]] = {}
    places: list[tuple[Mark, tuple[Marker, ...]]] = [
        (c.mark, (Marker(0, c.mark.label, _note_id(c.note), c.evidence),)) for c in reading.calls
    ]
    places += [(mark, (Marker(0, mark.label, None, "raised and small; no note answers"),)) for mark in reading.loose]
    places += [(mark, ()) for mark in reading.byline]
    for mark, markers in sorted(places, key=lambda place: (place[0].row, place[0].start)):
        cuts = found.setdefault(mark.row, [])
        text = lines[mark.row].line.text
        if cuts and not text[cuts[-1].end : mark.start].strip(" ,;–-"):
            cuts[-1] = Cut(cuts[-1].start, mark.end, (*cuts[-1].markers, *markers))
        else:
            cuts.append(Cut(mark.start, mark.end, markers))
    return {row: [_with_brackets(lines[row].line.text, cut) for cut in cuts] for row, cuts in found.items()}


def _with_brackets(text: str, cut: Cut) -> Cut:
    pair = text[cut.start - 1 : cut.start] + text[cut.end : cut.end + 1]
    return Cut(cut.start - 1, cut.end + 1, cut.markers) if pair in ("[]", "()") else cut


def _with_citations(found: Sequence[Note], citations: Sequence[Citation]) -> tuple[Note, ...]:
    ids: dict[str, list[str]] = {}
    for citation in citations:
        if citation.note is not None:
            ids.setdefault(citation.note, []).append(citation.id)
    return tuple(replace(note, citations=tuple(ids[note.id])) if note.id in ids else note for note in found)


def _note_style(found: Sequence[Note], citations: Sequence[Citation]) -> NoteStyle:
    """Name the way the document cites: where its notes stand, or how its text refers to its list."""
    kinds: list[NoteStyle] = []
    if any(note.kind == "footnote" for note in found):
        kinds.append("footnotes")
    if any(note.kind == "endnote" for note in found):
        kinds.append("endnotes")
    in_text = Counter(citation.form for citation in citations if citation.block is not None)
    if in_text["author-date"] >= _MANY:
        kinds.append("author-date")
    elif in_text["numbered"] >= _MANY:
        kinds.append("numbered")
    return "none" if not kinds else kinds[0] if len(kinds) == 1 else "mixed"
