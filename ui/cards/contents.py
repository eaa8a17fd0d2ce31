"""A document's table of contents, from its headings."""

from dataclasses import dataclass

from ingest.model import Box, Document


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


def section_at(document: Document, page: int, box: Box) -> int | None:
    """Number in `contents` of the heading that a place stands under; None before the first.

    Args:
        document: the document, whole.
        page: index of the place's page.
        box: the place, in points of the page.
    """
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    before = None
    for block in document.blocks:
        if block.kind == "heading" and block.spans:
            before = 0 if before is None else before + 1
        for span in block.spans:
            if span.page == page and span.bbox[0] <= x <= span.bbox[2] and span.bbox[1] <= y <= span.bbox[3]:
                return before
    return None


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
