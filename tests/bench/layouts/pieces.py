"""What a story is made of: blocks of words and notes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

RAISED = re.compile(r"\^\{([^}]*)\}|_\{([^}]*)\}")


@dataclass(frozen=True, slots=True)
class Note:
    """A note's words; `\\n` parts its paragraphs."""

    text: str
    label: str | None = None
    """A symbol or letter that the source sets by itself; None where the layout counts."""
    run: int = 0
    """How many notes the mark "3–5" at this one calls; -1 where the mark before it calls it, too."""


Piece = str | Note
"""Words, in which `^{st}` is raised and `_{2}` lowered; or a note at its place."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, quote, item, caption, equation or table of the story."""

    kind: str
    pieces: tuple[Piece, ...]
    label: str | None = None
    """The printed number of a paragraph or list item."""


def put_behind(every: int, at: int, made: Callable[[int], Sequence[Block]]) -> Callable[[Sequence[Block]], list[Block]]:
    """An oddity that puts blocks behind each paragraph whose number, counting all blocks, is `at` modulo `every`.

    Args:
        every: How many blocks go from one to the next.
        at: The first one's number.
        made: The blocks, by the number of the paragraph.
    """

    def put(blocks: Sequence[Block]) -> list[Block]:
        out: list[Block] = []
        for number, block in enumerate(blocks):
            out.append(block)
            if block.kind == "paragraph" and number % every == at:
                out += made(number)
        return out

    return put


def plain(words: str) -> str:
    """Words as a reader of the page takes them down."""
    return RAISED.sub(lambda found: found[1] or found[2] or "", words)
