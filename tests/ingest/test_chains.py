"""Chains of short forms through documents of ten notes and more: none leads to a wrong work, few stay open."""

import importlib.util
from pathlib import Path

import pytest

_spec = importlib.util.spec_from_file_location("citation_tables", Path(__file__).with_name("citation_tables.py"))
citation_tables = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(citation_tables)

ROWS = citation_tables.rows(citation_tables.CHAINS)
ENOUGH = 0.94
"""Of the citations in these documents, so many at least are right; `bench_citations.py` tells which are not."""


@pytest.mark.parametrize("row", ROWS, ids=[f"{r.table} {r.label}" for r in ROWS])
def test_no_short_form_leads_to_a_wrong_work(row):
    if len(row.found) != len(row.wanted):
        return  # a citation that was not read, or one too many: counted below
    for wanted, citation in zip(row.wanted, row.found, strict=True):
        reached = row.work(citation)
        assert citation.source is None or reached == wanted.work or citation.form == "full", (
            f"{row.text}\n{wanted}\n{citation.form} {reached}: {citation.why}"
        )


def test_most_citations_are_read_and_resolved():
    wanted = sum(len(row.wanted) for row in ROWS)
    right = sum(row.agrees(w, c) for row in ROWS for w, c in zip(row.wanted, row.found, strict=False))
    assert right >= ENOUGH * wanted
