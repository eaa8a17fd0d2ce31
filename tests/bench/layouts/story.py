"""What the trial layouts typeset: prose of the sample corpus, its notes, and oddities a layout asks for."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from layouts.noteoddities import NOTE_ODDITIES
from layouts.pieces import Block, Note, Piece
from layouts.textoddities import TEXT_ODDITIES
from parse import Sample, parse
from running import Mark, Run, Text

CORPUS = Path(__file__).parents[3] / "corpus" / "src"


@dataclass(frozen=True, slots=True)
class Story:
    """What one layout typesets."""

    title: str
    blocks: tuple[Block, ...]

    def notes(self) -> Iterator[Note]:
        """The notes in reading order."""
        return (piece for block in self.blocks for piece in block.pieces if isinstance(piece, Note))


@cache
def story(source: str, words: int, oddities: tuple[str, ...]) -> Story:
    """Make a story.

    Args:
        source: Name of the sample that lends its prose.
        words: About how many words of it.
        oddities: Names from `NOTE_ODDITIES` and `TEXT_ODDITIES`, applied in order.
    """
    sample = _sample(source)
    blocks: list[Block] = []
    left = words
    for block in sample.blocks:
        if block.kind not in ("heading", "paragraph", "quote"):
            continue
        pieces = tuple(_pieces(sample, block.text))
        if block.kind == "heading" and not pieces:
            continue
        kind = "heading" if block.kind == "heading" and block.level <= 1 else block.kind
        blocks.append(Block("subheading" if kind == "heading" and block.level > 1 else kind, pieces))
        left -= len(block.text.plain.split())
        if left < 0:
            break
    while blocks[-1].kind == "heading":
        blocks.pop()
    for name in oddities:
        blocks = (NOTE_ODDITIES | TEXT_ODDITIES)[name](blocks)
    return Story(sample.title.plain, tuple(blocks))


@cache
def _sample(source: str) -> Sample:
    return parse(CORPUS / f"{source}.md")


def _pieces(sample: Sample, text: Text) -> Iterator[Piece]:
    for is_mark, group in itertools.groupby(text.pieces, key=lambda piece: isinstance(piece, Mark)):
        if is_mark:
            yield from (Note(sample.notes[piece.note].text.plain) for piece in group if isinstance(piece, Mark))
        else:
            yield "".join(piece.text for piece in group if isinstance(piece, Run))
