"""What did not read as it should, and why, in words: marks and notes without partners, gaps and doubles."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.layout.marks import Mark
from ingest.layout.rows import Row
from ingest.model import NOTHING_PRINTED, Note, Problem, Report
from ingest.notes.align import FORM_WORDS
from ingest.notes.pairing import Reading
from ingest.pdf.raw import RawPage


def report(
    raw: Sequence[RawPage], lines: Sequence[Row], reading: Reading, found: Sequence[Note], labels: Sequence[str]
) -> Report:
    """Say what has no partner, what is missing in a numbering, and which pages have no text.

    Args:
        raw: The raw pages.
        lines: The document's rows.
        reading: What was read of its notes.
        found: The notes.
        labels: The printed label of each page.
    """
    homes = {note.label: note for note in found}
    return Report(
        markers_without_note=tuple(
            Problem(lines[mark.row].line.page, mark.label, _alone(mark, homes, labels)) for mark in reading.loose
        ),
        notes_without_marker=tuple(
            Problem(note.pages[0], note.label, _uncalled(note, lines, reading.spare, labels))
            for note in found
            if note.marker is None
        ),
        numbering_gaps=tuple(_gaps(found, reading.loose, labels)),
        pages_without_text=tuple(Problem(page.index, None, _wordless(page)) for page in raw if page.text == "none"),
    )


def _wordless(page: RawPage) -> str:
    if page.damaged:
        return "the file is damaged, and this page is not in it whole: get another copy"
    return NOTHING_PRINTED if page.blank else "no text could be read on this page"


def _alone(mark: Mark, homes: dict[str, Note], labels: Sequence[str]) -> str:
    """Say why a mark has no note."""
    note = homes.get(mark.label)
    if note is not None:
        why = f"the only note {mark.label} is on p. {labels[note.pages[0]]} and has a marker of its own"
    else:
        why = f"it is {FORM_WORDS[mark.form]}, but no note {mark.label} opens anywhere"
    return f"marker {mark.label} has no note: {why}"


def _uncalled(note: Note, lines: Sequence[Row], spare: Sequence[Mark], labels: Sequence[str]) -> str:
    """Say why a note has no marker: what might have been it, or that nothing might."""
    without = f"note {note.label} has no marker in the text"
    near = [mark for mark in spare if mark.label == note.label and lines[mark.row].line.page in _around(note)]
    if not near:
        return (
            f"note {note.label} has no marker in the text: no {note.label} stands raised, glued or in brackets nearby"
        )
    page = labels[lines[near[0].row].line.page]
    weak = ", perhaps a power or an ordinal" if near[0].doubtful else ""
    seen = f"{near[0].label} on p. {page} ({FORM_WORDS[near[0].form]}{weak})"
    return f"{without}: {seen} does not fit the order of the others"


def _around(note: Note) -> range:
    """The pages that the marker of a footnote may stand on; of an endnote, all before it."""
    return range(note.pages[0] - 1 if note.kind == "footnote" else 0, note.pages[0] + 2)


def _gaps(found: Sequence[Note], loose: Sequence[Mark], labels: Sequence[str]) -> list[Problem]:
    out = []
    numbered = [note for note in found if note.label.isdigit()]
    asked = {mark.label for mark in loose}
    for before, note in pairwise(numbered):
        last, value = int(before.label), int(note.label)
        page = note.pages[0]
        if value > last + 1:
            missing = f"note {last + 1} is" if value == last + 2 else f"notes {last + 1} to {value - 1} are"
            called = sum(str(number) in asked for number in range(last + 1, value))
            why = f"the text has {called} of their markers" if called else "the text has no marker for it either"
            out.append(Problem(page, note.label, f"{missing} missing before note {value}: {why}"))
        elif value == last:
            where = "this page" if page == before.pages[0] else f"p. {labels[before.pages[0]]} and p. {labels[page]}"
            out.append(Problem(page, note.label, f"two notes are numbered {value}, on {where}"))
    return out
