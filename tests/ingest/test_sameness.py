"""Notes of scans as large as the text: as many rows open one below a gap as signs stand above it."""

from rawpages import line

from ingest.layout.rows import Row
from ingest.notes.sameness import openings

TEXT = ("Local leaders had learned what it could not do.", "The mission left the base when it was told to")


def page(*printed, index=0):
    """Rows of (text, distance from the row above, indent), all of one size."""
    out, y = [], 60.0
    for text, step, indent in printed:
        y += step
        out.append(Row(line(text, 10.0, index=index, y=y, x=72.0 + indent), 0, True, 72.0, 500.0, step, 0))
    return out


def opened(rows):
    found = openings(rows, {0})
    return [rows[each.row].line.text for each in found.get(0, ())]


def test_first_lines_that_are_indented():
    notes = ["See A/68/787.", "* Resolution 2098 (2013).", "3S/2013/689, annex.", "“Ibid.", "5See A/HRC/24/33."]
    text = [("1. It left the base.! The", 20, 0), ("Council,* in its terms.° It", 13, 0), ("stayed.” And so", 13, 0)]
    text += [("2. The seventh report.’ And", 20, 0), (TEXT[0], 13, 0)]
    rows = page(*text, *((note, 20 if not at else 11, 12) for at, note in enumerate(notes)), ("141.", 11, 0))
    assert opened(rows) == notes


def test_notes_a_little_apart_from_each_other():
    text = [("It left the base.! The", 16, 0), ("Council,* in its terms.° It", 16, 0), (TEXT[1], 16, 0)]
    notes = [("‘Interview, Goma.", 60, 0), ("* Author's interview, New York;", 26, 0), ("a book, 68.", 16, 0)]
    rows = page(*text, *[(TEXT[0], 16, 0)] * 3, *notes, ("° Conversation, Goma.", 26, 0))
    assert opened(rows) == ["‘Interview, Goma.", "* Author's interview, New York;", "° Conversation, Goma."]


def test_numbered_paragraphs_that_no_sign_calls_are_text():
    rows = page(*[(f"{number}. {TEXT[at]}", 20 if not at else 13, 0) for number in range(1, 9) for at in (0, 1)])
    assert opened(rows) == []
