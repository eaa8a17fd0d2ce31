"""The parts of citations in many house styles, each of which comes out right but for those known to be open."""

import importlib.util
from pathlib import Path

import pytest

_spec = importlib.util.spec_from_file_location("citation_parts", Path(__file__).with_name("citation_parts.py"))
citation_parts = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(citation_parts)


NOTES = list(citation_parts.read())


@pytest.mark.parametrize("note", NOTES, ids=[f"{note.batch} {at}" for at, note in enumerate(NOTES)])
def test_each_part_of_a_note_is_right(note):
    assert len(note.faults) <= note.open, "\n".join([note.text, *note.faults])
