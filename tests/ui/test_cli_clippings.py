"""`bluenote clip` and `bluenote clippings` on a library with one article in it."""

import json
import shutil
from pathlib import Path

import pytest
from commands import run


@pytest.fixture
def own(library: Path, tmp_path: Path) -> Path:
    """A library that this test may write to."""
    return Path(shutil.copytree(library, tmp_path / "library"))


@pytest.fixture
def passages(own: Path) -> list[str]:
    found = json.loads(run("search", "the host", "--mode", "words", "--json", "--library", own).out)["results"]
    return [one["passage"]["id"] for one in found]


def clippings(own: Path, *arguments: str) -> list[dict]:
    return json.loads(run("clippings", *arguments, "--json", "--library", own).out)


def test_put_aside_and_listed(own: Path, passages: list[str]) -> None:
    outcome = run("clip", passages[0], "--list", "Chapter 2", "--remark", "Says it *best*.", "--library", own)
    assert outcome.status == 0, outcome.err
    [one] = clippings(own, "Chapter 2")
    assert outcome.out.startswith(one["id"])
    assert (one["list"], one["remark"], one["passage"]) == ("Chapter 2", "Says it *best*.", passages[0])
    assert one["found"]["state"] == "exact"
    listed = run("clippings", "--library", own).out
    assert listed.startswith("Chapter 2\n")
    assert "Says it *best*." in listed
    assert listed.endswith("1 clipping\n")


def test_ordered_filed_and_dropped(own: Path, passages: list[str]) -> None:
    run("clip", *passages[:2], "--library", own)
    first, second = (one["id"] for one in clippings(own))
    assert [one["id"] for one in clippings(own, "--move", second, "1")] == [second, first]
    assert [one["list"] for one in clippings(own, "--file", first, "Other")] == ["Clippings", "Other"]
    assert clippings(own, "--remark", first, "Yes.")[1]["remark"] == "Yes."
    assert [one["id"] for one in clippings(own, "--drop", first)] == [second]


def test_exported_together_in_their_order(own: Path, passages: list[str]) -> None:
    run("clip", *passages[:2], "--library", own)
    run("clippings", "--move", clippings(own)[1]["id"], "1", "--library", own)
    out = run("export", "--clippings", "Clippings", "--format", "md", "--library", own).out
    words = [one["words"][:30] for one in clippings(own)]
    assert 0 < out.index(words[0]) < out.index(words[1])
    cited = run("export", "--clippings", "Clippings", "--sources", "--format", "ris", "--library", own)
    assert "TI  - The UN at War" in cited.out


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("clip", "no-such-passage"), 2),
        (("clip",), 2),
        (("clippings", "--drop", "zz"), 2),
        (("clippings", "No such list"), 1),
        (("clippings",), 0),
    ],
)
def test_what_is_not_there(own: Path, arguments: tuple[str, ...], status: int) -> None:
    assert run(*arguments, "--library", own).status == status
