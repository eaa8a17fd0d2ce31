"""`bluenote check` on a library with one article in it."""

import json
from pathlib import Path

import pytest
from commands import run

DRAFT = """The Council “knew this when it sent troops to Mali”. It wrote “a strong mandate all the time”.{more}

> A mission inherits the enemies of its host, its timetable and its blind spots.
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT.format(more=""), encoding="utf-8")
    return path


def test_each_quotation_with_its_page(library: Path, draft: Path) -> None:
    outcome = run("check", draft, "--library", library)
    assert outcome.status == 0, outcome.err
    assert (
        "“knew this when it sent troops to Mali”\n    as printed: Ravn, Consent by Other Means (2021), p. 65"
        in outcome.out
    )
    assert "        time is printed same\n" in outcome.out
    assert "[@ravn2021, p. 66]" in outcome.out
    assert outcome.out.endswith("3 quotations: 2 as printed, 1 differs\n")


def test_json(library: Path, draft: Path) -> None:
    found = json.loads(run("check", draft, "--json", "--library", library).out)
    assert [one["state"] for one in found["quotations"]] == ["exact", "near", "exact"]
    assert [one["block"] for one in found["quotations"]] == [False, False, True]
    [place] = found["quotations"][1]["places"]
    assert place["document"]["key"] == "ravn2021"
    assert place["cite"]["locator"] == {"label": "page", "value": "65", "name": ""}
    assert [(one["quoted"], one["printed"]) for one in place["differences"]] == [("time", "same")]


def test_what_is_not_found_gives_status_1(library: Path, draft: Path) -> None:
    draft.write_text(DRAFT.format(more=" “This was never said by anyone.”"), encoding="utf-8")
    outcome = run("check", draft, "--library", library)
    assert outcome.status == 1
    assert "not found in this library" in outcome.out


def test_titles_are_not_looked_up(library: Path, draft: Path) -> None:
    """The article's own title, printed on its first page, is no quotation from there."""
    draft.write_text("Ravn, “Consent by Other Means” (2021), 66.", encoding="utf-8")
    outcome = run("check", draft, "--library", library)
    assert (outcome.status, outcome.out) == (0, "1 quotation: 1 taken for titles\n")


def test_what_cannot_be_read_gives_status_3(library: Path, tmp_path: Path) -> None:
    outcome = run("check", tmp_path / "none.docx", "--library", library)
    assert outcome.status == 3
    assert "none.docx" in outcome.err


def test_a_page_that_is_not_the_printed_one_is_told(library: Path, draft: Path) -> None:
    draft.write_text(DRAFT.format(more="").replace("Mali”.", "Mali” (Ravn 2021, 66)."), encoding="utf-8")
    outcome = run("check", draft, "--library", library)
    assert outcome.status == 0
    assert "        cited p. 66, printed on p. 65\n" in outcome.out
    assert outcome.out.endswith("3 quotations: 2 as printed, 1 differs, 1 cited by another page than printed\n")
    [place] = json.loads(run("check", draft, "--json", "--library", library).out)["quotations"][0]["places"]
    assert place["misplaced"] == {"label": "page", "value": "66", "name": ""}
