"""Why marks and notes stand alone, in words."""

from dataclasses import replace

import pytest

from ingest.layout.marks import Mark
from ingest.layout.rows import rows
from ingest.model import Anchor, Note
from ingest.notes.pairing import Reading
from ingest.notes.reporting import report
from ingest.pdf.raw import Run, make_line

(ROW,) = rows([make_line(0, [Run("the gate.", "Times", 10.0, False, False, False, 100.0, (60.0, 90.0, 120.0, 102.0))])])
LABELS = ("65", "66")
NOTHING = Reading((), (), (), (), (0,), ())
MARK = Mark(0, 9, 10, "4", "raised")


def note(label: str, page: int = 0, called: bool = True) -> Note:
    anchor = Anchor("b1", 0) if called else None
    return Note(f"n{label}-{page}", label, "footnote", "Ibid.", (page,), (), anchor)


def test_a_mark_without_a_note_says_what_it_is():
    found = report((), (ROW,), replace(NOTHING, loose=(MARK,)), (note("1"),), LABELS)
    (problem,) = found.markers_without_note
    assert (problem.page, problem.label) == (0, "4")
    assert problem.message == "marker 4 has no note: it is raised and small, but no note 4 opens anywhere"


def test_a_mark_whose_label_is_taken_says_where():
    found = report((), (ROW,), replace(NOTHING, loose=(MARK,)), (note("4", page=1),), LABELS)
    assert found.markers_without_note[0].message.endswith("the only note 4 is on p. 66 and has a marker of its own")


@pytest.mark.parametrize(
    ("spare", "why"),
    [
        ((), "no 4 stands raised, glued or in brackets nearby"),
        ((MARK,), "4 on p. 65 (raised and small) does not fit the order of the others"),
        (
            (replace(MARK, doubtful=True),),
            "4 on p. 65 (raised and small, perhaps a power or an ordinal) does not fit the order of the others",
        ),
    ],
)
def test_a_note_without_a_mark_says_what_might_have_been_it(spare, why):
    found = report((), (ROW,), replace(NOTHING, spare=spare), (note("4", called=False),), LABELS)
    assert found.notes_without_marker[0].message == f"note 4 has no marker in the text: {why}"


@pytest.mark.parametrize(
    ("notes", "loose", "message"),
    [
        ((note("1"), note("3")), (), "note 2 is missing before note 3: the text has no marker for it either"),
        (
            (note("2"), note("6")),
            (MARK,),
            "notes 3 to 5 are missing before note 6: the text has 1 of their markers",
        ),
        ((note("2"), note("2")), (), "two notes are numbered 2, on this page"),
        ((note("2"), note("2", page=1)), (), "two notes are numbered 2, on p. 65 and p. 66"),
        ((note("5"), note("1")), (), None),
    ],
)
def test_gaps_and_doubles(notes, loose, message):
    found = report((), (ROW,), replace(NOTHING, loose=loose), notes, LABELS)
    assert [problem.message for problem in found.numbering_gaps] == ([message] if message else [])
