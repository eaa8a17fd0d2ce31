"""The true answers of a trial: its notes with label, words and page, its text, its page labels."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from layouts.pieces import Block, Note, plain
from layouts.story import Story
from layouts.variant import Variant

_SYMBOLS = {
    "asteriskcentered": "*",
    "dagger": "†",
    "daggerdbl": "‡",
    "section": "§",
    "paragraph": "¶",
    "bardbl": "‖",
}
_COMMAND = re.compile(r"\\text(" + "|".join(sorted(_SYMBOLS, key=len, reverse=True)) + r")\b")


@dataclass(frozen=True, slots=True)
class Placed:
    """What the typesetter says after its last run."""

    labels: tuple[str, ...]
    """Of each page."""
    notes: Mapping[int, tuple[int, str]]
    """Ordinal of a note -> (index of the page that it begins on, label)."""


@dataclass(frozen=True, slots=True)
class TrueNote:
    """A note as it ought to be read."""

    label: str
    text: str
    before: str
    """The block's words before its marker."""
    page: int | None
    """Index of the page that it begins on; None where the typesetter does not tell."""


@dataclass(frozen=True, slots=True)
class Truth:
    """The true answers of a trial."""

    notes: tuple[TrueNote, ...]
    body: tuple[str, ...]
    """The words of each block."""
    labels: tuple[str, ...] | None
    """Of each page; None where none are printed or the typesetter does not tell."""


def truth(variant: Variant, story: Story, placed: Placed) -> Truth:
    """Put together what the source and the typesetter say."""
    notes: list[TrueNote] = []
    counted = 0
    for block in story.blocks:
        if block.kind == "heading" and variant.counted == "chapter":
            counted = 0
        before = ""
        for piece in block.pieces:
            if isinstance(piece, str):
                before += plain(piece)
                continue
            ordinal = len(notes)
            counted += piece.label is None
            page, label = placed.notes.get(ordinal, (None, str(counted)))
            notes.append(TrueNote(_label(piece, label), plain(piece.text), before, page))
            if block.kind == "table":
                before = ""
    body = [words for block in story.blocks for words in _texts(block)]
    if variant.notes == "references":
        body += [note.text for note in notes]
        notes = []
    return Truth(
        tuple(notes),
        tuple(body),
        placed.labels if variant.page_numbers and placed.labels else None,
    )


def _texts(block: Block) -> list[str]:
    """A block's words; each cell of a table is read by itself."""
    return list(map(str, block.pieces)) if block.kind == "cells" else [_words(block)]


def _words(block: Block) -> str:
    return "".join(plain(piece) for piece in block.pieces if isinstance(piece, str))


def _label(note: Note, printed: str) -> str:
    """The bare mark: "5", "*", whatever commands the typesetter sets it with."""
    if note.label is not None:
        return note.label
    symbols = [_SYMBOLS[name] for name in _COMMAND.findall(printed)]
    if symbols:
        return "".join(symbols)
    return printed.strip(" .()[]/")
