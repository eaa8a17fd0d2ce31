"""`bluenote export` on a library with one article in it."""

import json
import os
import stat
from pathlib import Path

import pytest
from commands import run


def exported(library: Path, *arguments: str | Path):
    return run("export", "--library", library, *arguments)


def test_passages_to_word(library: Path, tmp_path: Path) -> None:
    import docx

    target = tmp_path / "out.docx"
    outcome = exported(library, "--query", '"beside a government"', "--style", "oscola", "-o", target)
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")
    texts = [paragraph.text for paragraph in docx.Document(str(target)).paragraphs]
    assert any(text.startswith("Peacekeepers who fight beside a government") for text in texts)
    assert [path.name for path in tmp_path.iterdir()] == ["out.docx"]
    assert stat.S_IMODE(target.stat().st_mode) & 0o600 == 0o600


@pytest.mark.parametrize("name", ["md", "bib", "ris", "csl-json", "csv"])
def test_texts_go_to_the_screen(library: Path, name: str) -> None:
    outcome = exported(library, "--document", "ravn2021", "--format", name)
    assert outcome.status == 0
    assert "Consent by Other Means" in outcome.out


def test_the_works_that_a_document_cites(library: Path) -> None:
    outcome = exported(library, "--document", "ravn2021", "--sources", "--format", "csl-json")
    items = json.loads(outcome.out)
    assert items[0]["title"].startswith("The UN at War")
    assert items[0]["DOI"] == "10.1080/01436597.2015.976016"
    assert [one.get("URL") for one in items] == [None, "https://docs.un.org/en/S/RES/2100(2013)"]


def test_the_works_that_passages_cite(library: Path) -> None:
    outcome = exported(library, "--query", '"inherits the enemies"', "--sources", "--format", "ris")
    assert outcome.status == 0
    assert "TI  - The UN at War" in outcome.out


@pytest.mark.parametrize(
    ("limits", "found"),
    [
        (("--document", "ravn2021", "--year", "2021", "--kind", "article-journal", "--part", "body"), 0),
        (("--author", "Nobody"), 1),
        (("--year", "-1990"), 1),
        (("--part", "notes", "--mode", "phrase"), 1),
    ],
)
def test_a_query_is_limited_as_in_search(library: Path, limits: tuple[str, ...], found: int) -> None:
    query = '"beside a government"'
    assert exported(library, "--query", query, *limits, "--format", "csv").status == found
    assert run("search", "--library", library, query, *limits, "--json").status == found


def test_documents_by_what_a_search_is_limited_by(library: Path) -> None:
    assert "@article{ravn2021" in exported(library, "--author", "Ravn", "--format", "bib").out
    assert exported(library, "--tag", "nothing", "--format", "bib").status == 1


@pytest.mark.parametrize(
    "selected",
    [
        ("--query", '"words that stand nowhere in it"'),
        ("--clippings", "No such list"),
    ],
)
def test_nothing_to_export(library: Path, tmp_path: Path, selected: tuple[str, str]) -> None:
    target = tmp_path / "out.docx"
    outcome = exported(library, *selected, "-o", target)
    assert outcome.status == 1
    assert "nothing to export" in outcome.err
    assert not target.exists()
    assert json.loads(exported(library, *selected, "--format", "csl-json").out) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("--format", "bib"),
        ("--query", "a", "--clippings", "Mali", "--format", "bib"),
        ("--clippings", "Mali", "--document", "ravn2021", "--format", "bib"),
        ("--document", "ravn2021", "--sort", "date", "--format", "bib"),
        ("--query", "a", "--year", "soon", "--format", "bib"),
        ("--document", "ravn2021"),
        ("--document", "ravn2021", "--format", "pdf"),
        ("--document", "nobody2020", "--format", "bib"),
        ("--document", "ravn2021", "--format", "md", "-o", "/no/such/folder/out.md"),
        ("--document", "ravn2021", "--format", "docx", "--style", "turabian"),
    ],
)
def test_wrong_use(library: Path, arguments: tuple[str, ...]) -> None:
    assert exported(library, *arguments).status == 2


def test_a_file_that_is_there_stays(library: Path, tmp_path: Path) -> None:
    target = tmp_path / "library.bib"
    target.write_text("mine", encoding="utf-8")
    refused = exported(library, "--document", "ravn2021", "-o", target)
    assert (refused.status, target.read_text(encoding="utf-8")) == (2, "mine")
    assert "--force" in refused.err
    assert exported(library, "--document", "ravn2021", "-o", target, "--force").status == 0
    assert "@article{ravn2021" in target.read_text(encoding="utf-8")
    empty = tmp_path / "empty.bib"
    empty.touch()  # as mktemp leaves it
    assert exported(library, "--document", "ravn2021", "-o", empty).status == 0


def test_a_link_leads_where_it_led_and_a_pipe_is_written_to(library: Path, tmp_path: Path) -> None:
    kept, link, pipe = tmp_path / "kept.bib", tmp_path / "link.bib", tmp_path / "pipe.bib"
    link.symlink_to(kept)
    assert exported(library, "--document", "ravn2021", "-o", link).status == 0
    assert link.is_symlink()
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert exported(library, "--document", "ravn2021", "-o", pipe).status == 0
    assert os.read(reader, 100_000) == kept.read_bytes() != b""
    os.close(reader)
