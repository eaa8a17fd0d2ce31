"""Golden documents: small PDFs in tests/golden, each beside the reading of it that was looked through.

Where a change of the reader is meant to show here, write the readings anew and look through what differs:

    BLUENOTE_GOLDEN=write pytest tests/ingest/test_golden.py; git diff tests/golden
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from ingest import read_pdf
from ingest.contract import to_json

GOLDEN = Path(__file__).parents[1] / "golden"
WRITE = os.environ.get("BLUENOTE_GOLDEN") == "write"
PDFS = sorted(GOLDEN.glob("*.pdf"))


def reading(path: Path) -> dict[str, Any]:
    """What `inspect --json` says of a file, but for its citations (see tests/ingest/tables) and the time it took."""
    whole = to_json(read_pdf(path, language="en"), ())
    for late in ("citations", "sources", "passages"):
        del whole[late]
    for note in whole["notes"]:
        del note["citations"]
    del whole["report"]["seconds"]
    del whole["document"]["csl"]
    return whole


def printed(whole: dict[str, Any]) -> str:
    """One line for each page, block, note and problem, so that a difference is read in one glance."""
    lines = []
    for name, value in whole.items():
        if isinstance(value, list):
            items = ",\n".join(json.dumps(item, ensure_ascii=False) for item in value)
            lines.append(f"{json.dumps(name)}: [\n{items}\n]")
        else:
            lines.append(f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


@pytest.mark.parametrize("pdf", PDFS, ids=lambda pdf: pdf.stem)
def test_a_reading_is_as_it_was_looked_through(pdf):
    read, kept = printed(reading(pdf)), pdf.with_suffix(".json")
    if WRITE:
        kept.write_text(read, encoding="utf-8")
    assert read.splitlines() == kept.read_text(encoding="utf-8").splitlines()


def test_there_are_golden_documents_and_no_orphans():
    assert PDFS
    assert {pdf.stem for pdf in PDFS} == {kept.stem for kept in GOLDEN.glob("*.json")}


def test_the_readings_are_not_written_anew_by_chance():
    assert not WRITE, "BLUENOTE_GOLDEN=write is for regenerating the readings by hand"
