"""What a note speaks for: a passage, a whole section, the title, the author or a table."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Block, Note, NoteScope
from ingest.words.rare import Rare

_SECTION = Rare(
    r"this (?:section|chapter|part|subsection) (?:draws|is based|builds|relies|is drawn|summari[sz]es|is adapted)"
    r"|(?:cette section|ce chapitre|cette partie) (?:s[’']appuie|reprend|se fonde)",
    *("this ", "cette ", "ce chapitre"),
    flags=re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;:?!][”’\"»)\]]*$")
_FRONT = 12
"""Blocks from the top among which title and authors stand."""


def scoped(notes: Sequence[Note], blocks: Sequence[Block], by_people: bool) -> tuple[Note, ...]:
    """Return the notes with what each speaks for.

    Args:
        notes: With their anchors.
        blocks: All blocks, in reading order, the title page set right (see `ingest.description.outline`).
        by_people: Whether persons wrote the document: no line of a paper of the UN names its author.
    """
    homes = {block.id: block for block in blocks}
    front = _front(blocks)
    scopes = [_scope(note.text, homes[note.marker.block] if note.marker else None, front, by_people) for note in notes]
    return tuple(
        note if note.scope == scope else replace(note, scope=scope) for note, scope in zip(notes, scopes, strict=True)
    )


def _scope(text: str, home: Block | None, front: Sequence[Block], by_people: bool) -> NoteScope:
    if home is None:
        return "passage"
    if home.kind in ("table", "caption"):
        return "table"
    if home.kind == "heading":
        return "title" if front and home.id == front[0].id else "section"
    if by_people and any(home.id == block.id for block in front[1:]) and _is_byline(home):
        return "author"
    return "section" if _SECTION.search(text) else "passage"


def _is_byline(block: Block) -> bool:
    """Tell whether a block may be the names below a title: short, and neither a sentence nor an item of a list."""
    return block.kind != "list" and len(block.text.split()) <= 25 and not _SENTENCE.search(block.text)


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
