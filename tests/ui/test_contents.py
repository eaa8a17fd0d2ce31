"""The contents of a document, and the heading that a place on a page stands under."""

from dataclasses import replace

import pytest
from factories import document, heading, paragraph

from ingest.model import Block, Document
from ui.cards.contents import contents, section_at


def at(block: Block, page: int, top: float) -> Block:
    """A block of one line at a height of a page."""
    return replace(block, spans=(replace(block.spans[0], page=page, bbox=(72.0, top, 400.0, top + 12)),))


@pytest.fixture
def study() -> Document:
    return document(
        [
            at(paragraph("Before all headings.", id="b0"), 0, 60),
            at(heading("The claim", id="b1"), 0, 100),
            at(paragraph("Consent wears thin.", id="b2"), 0, 130),
            at(heading("What has happened since", id="b3"), 0, 300),
            at(paragraph("Nobody asked.", id="b4"), 1, 60),
        ],
        pages=2,
    )


@pytest.mark.parametrize(
    ("page", "top", "expected"),
    [(0, 60, None), (0, 130, "The claim"), (0, 300, "What has happened since"), (1, 60, "What has happened since")],
)
def test_a_place_stands_under_the_heading_before_it(
    study: Document, page: int, top: float, expected: str | None
) -> None:
    number = section_at(study, page, (80.0, top + 1, 200.0, top + 11))
    assert (None if number is None else contents(study)[number].text) == expected


def test_where_no_block_stands_is_under_no_heading(study: Document) -> None:
    assert section_at(study, 1, (80.0, 700.0, 200.0, 712.0)) is None
