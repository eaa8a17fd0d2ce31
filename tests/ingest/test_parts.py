"""The parts of citations in many house styles: how many of them come out right."""

import importlib.util
from pathlib import Path

import pytest

_spec = importlib.util.spec_from_file_location("citation_parts", Path(__file__).with_name("citation_parts.py"))
citation_parts = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(citation_parts)

FIELDS, WORKS = 0.95, 0.95
"""Micro-F1 of single fields, and of works known by author, title and year."""


@pytest.mark.parametrize("batch", sorted(path.stem for path in citation_parts.PARTS.glob("*.toml")))
def test_most_parts_of_a_batch_are_right(batch):
    read = list(citation_parts.read(batch))
    faults = "\n".join(f"{r.text}\n   {fault}" for r in read for fault in r.faults)
    assert citation_parts.f1(r.counts for r in read) >= FIELDS, faults
    assert citation_parts.f1(r.works for r in read) >= WORKS, faults


def test_no_note_of_them_is_read_as_something_else_altogether():
    lost = [r.text for r in citation_parts.read() if not r.counts[2]]
    assert lost == []
