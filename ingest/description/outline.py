"""What stands around a title is no section: the letterhead above it, its second half, its authors below it."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.description.people import people_of
from ingest.model import Block
from ingest.words.folding import fold

_LEAST = 2
"""Words that a part of a title has; one alone may stand anywhere."""


def outlined(blocks: Sequence[Block], title: str, families: Collection[str]) -> tuple[Block, ...]:
    """Return the blocks with the title page set right: what is heading there, and what the sections below name.

    UN papers print "Security Council" large above the title, working papers their author large below it, journals their
    author above it; every section would stand under these. A subtitle in smaller letters is no prose.

    Args:
        blocks: In reading order.
        title: The document's, with its subtitle.
        families: Family names of its authors.
    """
    whole = fold(title)
    start = next(
        (at for at, block in enumerate(blocks) if _is_part(block, whole) and whole.startswith(_text(block))), None
    )
    if start is None:
        return tuple(blocks)
    page = blocks[start].spans[0].page
    above = {block.text for block in blocks[:start] if block.kind == "heading"}
    names = {fold(family) for family in families}
    authors: set[str] = set()
    out: list[Block] = []
    below = True
    for at, block in enumerate(blocks):
        if at < start and block.kind == "heading" and _names(block.text, names):
            block = replace(block, kind="paragraph")
        elif at > start and block.spans[0].page == page and below:
            if _is_part(block, whole) and block.kind == "paragraph":
                block = replace(block, kind="heading")
            elif block.kind == "heading" and _names(block.text, names):
                authors.add(block.text)
                block = replace(block, kind="paragraph")
            below = block.kind != "heading" or _is_part(block, whole)
        section = tuple(text for text in block.section if text not in authors)
        while section and section[0] in above and at > start:
            section = section[1:]
        out.append(replace(block, section=section))
    return tuple(out)


def _text(block: Block) -> str:
    return fold(block.text)


def _is_part(block: Block, whole: str) -> bool:
    """Tell whether a block is words of the title and nothing else."""
    text = _text(block)
    return len(text.split()) >= _LEAST and f" {text} " in f" {whole} " and bool(block.spans)


def _names(text: str, families: Collection[str]) -> bool:
    """Tell whether a line is the names of the authors and nothing else."""
    people = people_of(text)
    return bool(people) and all(fold(person.get("family", person.get("literal", ""))) in families for person in people)
