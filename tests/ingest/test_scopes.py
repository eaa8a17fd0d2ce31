"""What a note speaks for, by the block that its marker stands in."""

import pytest

from ingest.model import Anchor, Block, Note
from ingest.notes.scopes import scoped


def block(name, kind, text, *section):
    return Block(name, kind, text, section, None, ())


PROSE = block("b9", "paragraph", "Missions end for many reasons, and not always well. " * 4, "Leaving Well")


@pytest.mark.parametrize(
    ("home", "by_people", "scope"),
    [
        (block("b1", "heading", "Leaving Well"), True, "title"),
        (block("b2", "paragraph", "JANE M. DOE", "Leaving Well"), True, "author"),
        (block("b2", "paragraph", "Item 73 (b) of the agenda", "Leaving Well"), False, "passage"),
        (block("b2", "paragraph", "Missions end.", "Leaving Well"), True, "passage"),
        (block("b2", "list", "1. Missions", "Leaving Well"), True, "passage"),
        (block("b2", "caption", "Table 1. Missions", "Leaving Well"), True, "table"),
    ],
)
def test_what_a_note_on_the_first_page_speaks_for(home, by_people, scope):
    title = block("b1", "heading", "Leaving Well")
    blocks = [home, PROSE] if home.id == "b1" else [title, home, PROSE]
    note = Note("n1", "*", "footnote", "Professor of law.", (0,), (), Anchor(home.id, 0))
    assert scoped([note], blocks, by_people)[0].scope == scope
