"""Where a note ends: at the next label, at a table's source, and before what is set as the text is."""

from rawpages import line
from rawpages import page as raw_page

from ingest.layout.marks import find, start
from ingest.layout.rows import Row
from ingest.notes.drafts import cut
from ingest.notes.signs import signs_of

TEXT = "The mission was told to withdraw by the end of the year, and so it did."


def rows_of(*printed):
    """Rows of (page, text, size), one below the other."""
    out, y = [], 60.0
    for number, text, size in printed:
        y += 14.0
        out.append(Row(line(text, size, index=number, y=y), 0, True, 72.0, 500.0, 14.0, 0))
    return out


def notes(rows, zone, inner=None):
    """Label and rows of the notes in a zone, and the rows that stay text."""
    heads = {i: head for i in zone if (head := start(i, rows[i])) is not None}
    drafts, left = cut(rows, zone, list(heads.values()), heads, "footnote", inner)
    return [(draft.label, draft.rows) for draft in drafts], left


def test_what_is_set_as_the_text_is_goes_on_no_note():
    rows = rows_of((0, TEXT, 10.0), (0, "^1 http://www.torch.ch", 8.0), (1, TEXT, 10.0), (2, TEXT, 10.0))
    assert notes(rows, [1, 2]) == ([("1", (1,))], [2])


def test_a_note_in_its_own_letters_goes_on_overleaf():
    rows = rows_of((0, TEXT, 10.0), (0, "^1 As the council had", 8.0), (1, TEXT, 10.0), (1, "agreed to.", 8.0))
    assert notes(rows, [1, 3]) == ([("1", (1, 3))], [])


def test_a_note_with_text_below_it_does_not_go_on_overleaf():
    rows = rows_of((0, "^1 Institute, Vienna", 10.0), *[(0, TEXT, 10.0)] * 4, (1, TEXT, 10.0))
    assert notes(rows, [0, 5]) == ([("1", (0,))], [5])
    rows = rows_of((0, TEXT, 10.0), (0, "^1 The motive of", 8.0), (0, f"Fig. 4: {TEXT}", 10.0), (1, "an ally.", 8.0))
    assert notes(rows, [1, 3]) == ([("1", (1, 3))], [])


def test_the_notes_of_a_table_on_one_row_are_two_and_its_source_is_none():
    rows = rows_of((0, TEXT, 10.0), (0, "^a By night. ^b From March.", 8.0), (0, "Source: the UN.", 8.0))
    inner = {1: [mark for mark in find(1, rows[1], ()) if mark.label == "b"]}
    assert notes(rows, [1, 2], inner) == ([("a", (1,)), ("b", (1,))], [2])


def test_signs_of_notes_on_one_row_follow_each_other():
    rows = rows_of((0, TEXT, 10.0), (0, "^* Ibid., 5. ^† Ibid., 6. ^§ Ibid., 7.", 8.0))
    inner = {1: [mark for mark in find(1, rows[1], ()) if mark.label in "†§"]}
    assert notes(rows, [1], inner)[0] == [("*", (1,)), ("†", (1,))]


def test_headings_and_formulas_open_no_note():
    rows = rows_of(*[(0, TEXT, 10.0)] * 20, (0, "1. Introduction", 14.0), (0, "2 See the report.", 8.0))
    middle = Row(line("1 p(y)", 10.0, y=400.0, x=260.0), 0, True, 72.0, 500.0, 14.0, 0)
    heads = signs_of([raw_page((TEXT, 10.0))], [*rows, middle]).heads
    assert [head.label for head in heads.values()] == ["2"]


def test_the_works_of_a_list_of_references_open_no_note():
    works = [(0, f"{number}. Shigemura J. Mental health. 2002;56:483.", 9.0) for number in (1, 2, 3)]
    rows = rows_of(*[(0, TEXT, 10.0)] * 9, (0, "References", 12.0), *works, (0, "^1 Consent was obtained.", 8.0))
    heads = signs_of([raw_page((TEXT, 10.0))], rows).heads
    assert [rows[i].line.text[:9] for i in heads] == ["1 Consent"]
