"""`bluenote sources`, and what `bluenote search` tells of works, missions and pages."""

import json
from pathlib import Path

import pytest
from commands import run

pytestmark = pytest.mark.model


def test_the_works_that_are_cited(library: Path) -> None:
    listed = run("sources", "--library", library)
    assert listed.status == 0
    assert "Karlsrud, The UN at War" in listed.out
    assert "not in this library; cited in 1 document: 3 certain" in listed.out
    answer = json.loads(run("sources", "--json", "--library", library).out)
    assert set(answer) == {"total", "works"}
    shown = {"key", "csl", "text", "links", "documents", "citing", "versions", "together", "document"}
    assert set(answer["works"][0]) == shown


def test_each_place_that_cites_one(library: Path) -> None:
    key = json.loads(run("sources", "karlsrud", "--json", "--library", library).out)["works"][0]["key"]
    found = run("sources", key, "--library", library)
    assert found.status == 0
    assert "Certain" in found.out
    assert "(through n. 1)" in found.out
    answer = json.loads(run("sources", key, "--json", "--library", library).out)
    assert set(answer) == {"work", "certain", "possible", "unread"}
    assert [place["form"] for place in answer["certain"]][:2] == ["full", "ibid"]
    assert len(answer["certain"]) == answer["work"]["citing"]["certain"] == 3


def test_the_cited_works_as_a_file(library: Path, tmp_path: Path) -> None:
    target = tmp_path / "cited.json"
    assert run("sources", "-o", target, "--library", library).status == 0
    listed = json.loads(run("sources", "--json", "--library", library).out)
    items = json.loads(target.read_text(encoding="utf-8"))
    assert len(items) == listed["total"] == 2
    assert run("sources", "karlsrud", "-o", target, "--library", library).status == 2, "the file stays"
    assert run("sources", "karlsrud", "--format", "bib", "--library", library).out.count("@") == 1
    assert run("sources", "nobody", "--format", "bib", "--library", library).status == 1


def test_what_nobody_cites(library: Path) -> None:
    found = run("sources", "nobody", "--library", library)
    assert (found.status, "No such work" in found.out) == (1, True)
    assert json.loads(run("sources", "nobody", "--json", "--library", library).out) == {"total": 0, "works": []}


def test_a_document_that_is_not_there(library: Path) -> None:
    found = run("sources", "--cited-by", "nobody", "--library", library)
    assert (found.status, found.out) == (2, "")


def test_a_question_that_names_a_work(library: Path) -> None:
    found = run("search", "Karlsrud", "-k", "1", "--library", library)
    assert found.out.startswith("Karlsrud, The UN at War (2015)")
    assert "not in this library; cited in 1 document: 3 certain" in found.out


def test_pages_of_results(library: Path) -> None:
    def passages(*more: str) -> list[str]:
        answer = json.loads(run("search", "mission", "--json", "--library", library, *more).out)
        return [one["passage"]["id"] for one in answer["results"]]

    assert passages("-k", "1") + passages("-k", "1", "--offset", "1") == passages("-k", "2")
    assert len(passages("-k", "1", "--by", "document", "--sort", "page")) >= 1


def test_a_mission_that_there_never_was(library: Path) -> None:
    found = run("search", "mission", "--mission", "NOPE", "--library", library)
    assert found.status == 2
    assert "no peace operation is called 'NOPE'" in found.err
