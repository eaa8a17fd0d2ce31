"""What is kept of how well a document was read."""

from dataclasses import replace

from factories import document, paragraph

from index.record import reading_state
from ingest.model import NOTHING_PRINTED, Problem


def test_pages_on_which_nothing_is_printed_are_not_without_text() -> None:
    read = document([paragraph("Troops came.", id="p")])
    report = replace(read.report, pages_without_text=(Problem(1, None, NOTHING_PRINTED), Problem(2, None, "no text")))
    state = reading_state(replace(read, report=report))
    assert (state.pages_without_text, state.label) == (1, "no notes, 1 page without text")
