"""The true answers of a sample, from its source and the typesetter's own places; no reader has a part in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import works
from parse import Block, Sample
from running import Cited, Text

Work = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Places:
    """Where the typesetter put things, as printed page labels (None where it does not tell)."""

    pages: Sequence[str]
    """One label for each page of the file."""
    notes: Sequence[tuple[str | None, str | None, str | None]]
    """(first page, last page, page of the marker) of each note."""
    blocks: Sequence[str | None]
    """First page of each block."""

    @classmethod
    def of(cls, truth: Mapping[str, Any]) -> "Places":
        """The places that written answers hold, to compare the rest with the source without typesetting."""
        return cls(
            truth["pages"],
            [(note["page"], note["to_page"], note["marker_page"]) for note in truth["notes"]],
            [block["page"] for block in truth["blocks"]],
        )


def answers(sample: Sample, bibliography: Mapping[str, Work], places: Places) -> dict[str, Any]:
    """The content of `NAME.truth.json`.

    Raises:
        KeyError: a cited key is unknown.
    """
    blocks = [block for block in sample.blocks if block.kind != "mainmatter"]
    cited = [cite for text in _texts(sample) for cite in text.citations]
    keys = sorted({key for cite in cited for key in (cite.key, *cite.candidates) if key})
    return {
        "id": sample.id,
        "title": sample.title.plain,
        "language": sample.language,
        "csl": _csl(sample, places),
        "note_style": _note_style(sample),
        "pages": list(places.pages),
        "headings": [
            {"level": block.level, "text": block.text.plain, "page": page}
            for block, page in zip(blocks, places.blocks, strict=True)
            if block.kind == "heading"
        ],
        "paragraphs": [
            {"label": block.label, "starts_with": block.text.plain[:40], "page": page}
            for block, page in zip(blocks, places.blocks, strict=True)
            if block.kind == "paragraph"
        ],
        "blocks": [
            {"kind": block.kind, "label": block.label, "text": _block_text(block), "page": page}
            for block, page in zip(blocks, places.blocks, strict=True)
        ],
        "notes": _notes(sample, bibliography, places),
        "body_citations": [
            {"block": number, **_citation(cite, block.text, bibliography)}
            for number, block in enumerate(blocks)
            if block.kind != "reference"
            for cite in block.text.citations
        ],
        "references": [
            {"key": cite.key, "text": block.text.plain}
            for block in blocks
            if block.kind == "reference"
            for cite in block.text.citations
        ],
        "works": {key: works.describe(key, bibliography) for key in keys},
    }


def _csl(sample: Sample, places: Places) -> Work:
    """The sample's own bibliographic data."""
    authors = [
        {"literal": author["literal"]}
        if "literal" in author
        else {"family": author["family"], "given": author.get("given", "")}
        for author in sample.front.get("authors", ())
    ]
    title = sample.title.plain
    if subtitle := sample.front.get("subtitle"):
        title += f": {subtitle}"
    issued = {"date-parts": [[int(str(sample.front["csl"]["issued"])[:4])]]}
    csl = {
        "id": sample.id,
        "title": title,
        "author": authors,
        "language": sample.language,
        **sample.front["csl"],
        "issued": issued,
    }
    if csl["type"] == "article-journal":
        csl["page"] = f"{places.pages[0]}-{places.pages[-1]}"
    return csl


def _note_style(sample: Sample) -> str:
    """The contract's `document.note_style`."""
    notes = sample.note_place.removeprefix("chapter-") if sample.notes else None
    author_date = any(cite.form == "author-date" for block in sample.blocks for cite in block.text.citations)
    if author_date:
        return "mixed" if notes else "author-date"
    return notes or "none"


def _texts(sample: Sample) -> list[Text]:
    """Every text of the sample: title, authors, blocks, cells, notes."""
    cells = [cell for block in sample.blocks for row in block.rows for cell in row]
    bodies = [block.text for block in sample.blocks]
    return [sample.title, *sample.authors, *bodies, *cells, *(note.text for note in sample.notes)]


def _block_text(block: Block) -> str:
    """A block's words as printed: a table's cells row by row, a list item after its bullet or number."""
    if block.rows:
        return " ".join(cell.plain for row in block.rows for cell in row)
    if block.kind == "list":
        return f"{'•' if block.label == '-' else block.label} {block.text.plain}"
    return block.text.plain


def _notes(sample: Sample, bibliography: Mapping[str, Work], places: Places) -> list[Work]:
    """The notes with what stands before their markers."""
    before = {note: text.plain[:offset][-40:] for text in _texts(sample) for offset, note in text.marks()}
    kind = "footnote" if sample.note_place == "footnotes" else "endnote"
    return [
        {
            "label": note.label,
            "kind": kind,
            "scope": note.scope,
            "text": note.text.plain,
            "before": before[number],
            "page": page,
            "to_page": to_page,
            "marker_page": marker_page,
            "citations": [_citation(cite, note.text, bibliography) for cite in note.text.citations],
        }
        for number, (note, (page, to_page, marker_page)) in enumerate(zip(sample.notes, places.notes, strict=True))
    ]


def _citation(cite: Cited, text: Text, bibliography: Mapping[str, Work]) -> Work:
    """One citation as the true answers give it."""
    known = cite.key or (cite.candidates[0] if cite.candidates else None)
    return {
        "form": cite.form,
        "key": cite.key,
        "kind": works.kind(known, bibliography) if known else None,
        "text": text.plain[cite.start : cite.end],
        "locator": None if cite.locator is None else {"label": cite.locator[0], "value": cite.locator[1]},
        "signal": cite.signal,
        "candidates": list(cite.candidates),
    }
