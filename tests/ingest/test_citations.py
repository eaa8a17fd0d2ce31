"""The tables of notes: each note's citations, their forms, works, locators and signals."""

import importlib.util
from pathlib import Path

import pytest

_spec = importlib.util.spec_from_file_location("citation_tables", Path(__file__).with_name("citation_tables.py"))
citation_tables = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(citation_tables)

ROWS = citation_tables.rows()


@pytest.mark.parametrize("row", ROWS, ids=[f"{r.table} {r.label}" for r in ROWS])
def test_note_is_cut_and_resolved(row):
    seen = [f"{c.form} {row.work(c)}" for c in row.found]
    assert len(row.found) == len(row.wanted), f"{row.text}\n{seen}"
    for wanted, citation in zip(row.wanted, row.found, strict=True):
        assert row.agrees(wanted, citation), (
            f"{row.text}\n{wanted}\n{citation.form} {row.work(citation)}: {citation.why}"
        )
        assert citation.kind == wanted.kind or citation.source is None
        assert citation.signal == wanted.signal
        locator = citation.locator and (citation.locator.label, citation.locator.value)
        assert locator == wanted.locator or (wanted.form == "full" and wanted.kind == "legal" and not wanted.locator)
        assert row.text[citation.start : citation.end].strip(), "an empty citation"
        assert citation.why


def test_the_tables_are_large_enough():
    assert sum(1 for row in ROWS if not row.label.startswith(("body", "reference"))) >= 150
