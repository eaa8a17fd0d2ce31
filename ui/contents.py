"""A document's table of contents, from its headings."""

from dataclasses import dataclass

from ingest.model import Document


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of the contents."""

    text: str
    level: int
    """From 0, the outermost of this document."""
    index: int
    """Page index."""
    label: str
    """Of its page."""


def contents(document: Document) -> tuple[Heading, ...]:
    """The headings in reading order; levels that no heading is on are closed up."""
    headings = [block for block in document.blocks if block.kind == "heading" and block.spans]
    depths = sorted({len(block.section) for block in headings})
    return tuple(
        Heading(
            text=block.text,
            level=depths.index(len(block.section)),
            index=block.spans[0].page,
            label=document.pages[block.spans[0].page].label,
        )
        for block in headings
    )
