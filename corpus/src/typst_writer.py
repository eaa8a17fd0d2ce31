"""Typesets a sample with Typst: its blocks go to `layouts/LAYOUT.typ` as JSON, and the places come back by query."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import typst
from parse import Block, Sample
from running import Mark, Text
from truth import Places

LAYOUTS = Path(__file__).parent / "layouts"
NOTICE = {
    "en": "Sample text for Bluenote, CC0; the prose is invented for testing, works cited are real.",
    "fr": "Texte d’exemple pour Bluenote, CC0 ; la prose est inventée pour les essais, les ouvrages cités sont réels.",
}


OWN_NOTICE = ("Sample document of the Bluenote corpus", "Document d’exemple du corpus de Bluenote")
"""How a source begins that brings its own notice, in the form of its kin."""


def notice(sample: Sample) -> str:
    """What the layout says on the first page, where the source itself doesn't: that this is a sample."""
    told = any(block.text.plain.startswith(OWN_NOTICE) for block in sample.blocks[:2])
    return "" if told else NOTICE[sample.language]


def typeset(sample: Sample, pdf: Path) -> Places:
    """Writes the PDF.

    Args:
        sample: what to set.
        pdf: where to.

    Raises:
        ValueError: Typst warns, of a font that is missing for example.
    """
    compiler = typst.Compiler(
        LAYOUTS / f"{sample.layout}.typ",
        root=LAYOUTS,
        sys_inputs={"sample": json.dumps(content(sample), ensure_ascii=False)},
    )
    _, warnings = compiler.compile_with_warnings(output=pdf, format="pdf")
    if warnings:
        raise ValueError(f"{sample.id}: {'; '.join(str(warning) for warning in warnings)}")
    spots = json.loads(compiler.query("<spot>", field="value"))
    return places(sample, spots)


def places(sample: Sample, spots: list[dict[str, Any]]) -> Places:
    """Puts the spots that the typesetter reports in order.

    Args:
        sample: what was set.
        spots: {id: what stands there, index: page from 1, label: the page's label}.

    Raises:
        ValueError: something was set twice, so that its place is unknown; or the source names another last roman page.
    """
    twice = [name for name, times in Counter(spot["id"] for spot in spots if spot["id"] != "page").items() if times > 1]
    if twice:
        raise ValueError(f"{sample.id}: set more than once: {twice}")
    labels = {spot["index"]: spot["label"] for spot in spots if spot["id"] == "page"}
    roman = [label for label in labels.values() if not label.isdigit()]
    if roman and roman[-1] != sample.front.get("front_pages", roman[-1]):
        raise ValueError(f"{sample.id}: roman pages end with {roman[-1]}, not with {sample.front['front_pages']}")
    where = {spot["id"]: labels[spot["index"]] for spot in spots if spot["id"] != "page"}
    blocks = [number for number, block in enumerate(sample.blocks) if block.kind != "mainmatter"]
    return Places(
        [labels[index] for index in sorted(labels)],
        [
            (where[f"note-{number}"], where[f"end-{number}"], where[f"mark-{number}"])
            for number in range(len(sample.notes))
        ],
        [where[f"block-{number}"] for number in blocks],
    )


def content(sample: Sample) -> dict[str, Any]:
    """A sample as the layouts read it."""
    blocks: list[dict[str, Any]] = []
    chapter = 0
    for number, block in enumerate(sample.blocks):
        if block.kind == "heading" and block.level == 1:
            if sample.note_place == "chapter-endnotes":
                blocks += _endnotes(sample, {chapter})
            chapter += 1
        blocks.append({"number": number, **_block(block)})
    if sample.note_place != "footnotes":
        blocks += _endnotes(sample, {chapter} if sample.note_place == "chapter-endnotes" else set(range(chapter + 1)))
    return {
        "front": dict(sample.front),
        "notice": notice(sample),
        "title": _pieces(sample.title),
        "plain_title": sample.title.plain,
        "authors": [_pieces(author) for author in sample.authors],
        "plain_authors": [author.plain for author in sample.authors],
        "place": sample.note_place,
        "blocks": blocks,
        "notes": [{"label": note.label, "words": _pieces(note.text)} for note in sample.notes],
    }


def _endnotes(sample: Sample, chapters: set[int]) -> list[dict[str, Any]]:
    """The block of some chapters' endnotes, where they have any."""
    notes = [number for number, note in enumerate(sample.notes) if note.chapter in chapters]
    return [{"kind": "endnotes", "notes": notes}] if notes else []


def _block(block: Block) -> dict[str, Any]:
    """One block."""
    return {
        "kind": block.kind,
        "level": block.level,
        "label": block.label,
        "words": _pieces(block.text),
        "rows": [[_pieces(cell) for cell in row] for row in block.rows],
    }


def _pieces(text: Text) -> list[dict[str, Any]]:
    """Running text as its faces and markers."""
    return [
        {"note": piece.note} if isinstance(piece, Mark) else {"text": piece.text, "italic": piece.italic}
        for piece in text.pieces
    ]
