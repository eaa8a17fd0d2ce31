"""What a note speaks for: a passage, a whole section, the title, the author or a table."""

import re
from collections.abc import Sequence

from ingest.model import Block, NoteScope

_SECTION = re.compile(
    r"this (?:section|chapter|part|subsection) (?:draws|is based|builds|relies|is drawn|summari[sz]es|is adapted)"
    r"|(?:cette section|ce chapitre|cette partie) (?:s[’']appuie|reprend|se fonde)",
    re.IGNORECASE,
)
_FRONT = 12
"""Blocks from the top among which title and authors stand."""


def scope_of(text: str, home: Block | None, blocks: Sequence[Block]) -> NoteScope:
    """Return what a note speaks for.

    Args:
        text: The note's text.
        home: The block that its first marker stands in.
        blocks: All blocks, in reading order.
    """
    if home is None:
        return "passage"
    if home.kind in ("table", "caption"):
        return "table"
    front = _front(blocks)
    if home.kind == "heading":
        return "title" if front and home.id == front[0].id else "section"
    if any(home.id == block.id for block in front[1:]) and len(home.text.split()) <= 25:
        return "author"
    return "section" if _SECTION.search(text) else "passage"


def _front(blocks: Sequence[Block]) -> list[Block]:
    """Return the title and the short lines about it: authors, affiliations."""
    for position, block in enumerate(blocks[:_FRONT]):
        if block.kind == "heading":
            out = [block]
            for other in (*blocks[:position], *blocks[position + 1 : position + 6]):
                if len(other.text.split()) > 25 and other in blocks[position + 1 :]:
                    break
                if other.kind != "heading" or not other.section:
                    out.append(other)
            return out
    return []
