"""The title page in the outline: no section but the title's own."""

from ingest.description.outline import outlined
from ingest.model import Block, Span

SPAN = Span(0, (0.0, 0.0, 1.0, 1.0), 0, 1)


def block(name, kind, text, *section, page=0):
    return Block(name, kind, text, section, None, (Span(page, SPAN.bbox, 0, len(text)),), ())


def test_a_letterhead_above_the_title_is_no_section():
    found = outlined(
        [
            block("b1", "heading", "Security Council"),
            block("b2", "heading", "The situation in Mali", "Security Council"),
            block("b3", "heading", "I. Introduction", "Security Council", "The situation in Mali", page=1),
            block(
                "b4", "paragraph", "It held.", "Security Council", "The situation in Mali", "I. Introduction", page=1
            ),
        ],
        "The situation in Mali",
        (),
    )
    assert found[-1].section == ("The situation in Mali", "I. Introduction")


def test_a_subtitle_is_no_prose_and_an_author_no_section():
    found = outlined(
        [
            block("b1", "heading", "Leaving Well"),
            block("b2", "paragraph", "How missions end", "Leaving Well"),
            block("b3", "heading", "Jane Doe", "Leaving Well"),
            block("b4", "paragraph", "How missions end is known.", "Leaving Well", "Jane Doe"),
        ],
        "Leaving Well: How Missions End",
        ["Doe"],
    )
    assert [each.kind for each in found] == ["heading", "heading", "paragraph", "paragraph"]
    assert found[-1].section == ("Leaving Well",)


def test_an_author_above_the_title_is_no_heading():
    found = outlined(
        [
            block("b1", "heading", "Libraries"),
            block("b2", "heading", "Prof. Dr. Jane Doe", "Libraries"),
            block("b3", "heading", "Leaving Well", "Libraries"),
            block("b4", "paragraph", "How missions end is known.", "Libraries", "Leaving Well"),
        ],
        "Leaving Well",
        ["Doe"],
    )
    assert [each.kind for each in found] == ["heading", "paragraph", "heading", "paragraph"]
    assert found[-1].section == ("Leaving Well",)


def test_without_its_title_a_document_stays_as_it_is():
    blocks = (block("b1", "heading", "Security Council"), block("b2", "paragraph", "It held.", "Security Council"))
    assert outlined(blocks, "The situation in Mali", ()) == blocks
