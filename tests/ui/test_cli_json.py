"""What commands print with --json: docs/json.md names every key of it."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from commands import run

pytestmark = pytest.mark.model

TOLD = set(re.findall(r"\w+", (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")))
OPEN = {"csl", "read_as", "put_into"}
"""Their keys are fields of CSL-JSON, words and languages."""
ASKED = [
    "search trust --mode words",
    "sources",
    "sources S/RES/2100",
    "list",
    "clippings",
    "corrections",
    "check {draft}",
]


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory, library: Path) -> Path:
    """A library with a clipping, and with corrections of each kind but a marker's."""
    copy = tmp_path_factory.mktemp("used") / "library"
    shutil.copytree(library, copy)
    [first, *_] = json.loads(run("search", "trust", "--mode", "words", "--json", "--library", copy).out)["results"]
    for made in (
        ("clip", first["passage"]["id"]),
        ("correct", "page", "ravn2021", "2", "67"),
        ("correct", "citation", "ravn2021", "--note", "2", "--no-work"),
        ("edit", "ravn2021", "--set", "publisher=SIPRI"),
    ):
        outcome = run(*made, "--library", copy)
        assert outcome.status == 0, outcome.err
    return copy


def keys(value: Any) -> Iterator[str]:
    """All keys at any depth."""
    for name, inner in value.items() if isinstance(value, dict) else (("", one) for one in value):
        if name:
            yield name
        if isinstance(inner, dict | list) and name not in OPEN:
            yield from keys(inner)


@pytest.mark.parametrize("asked", ASKED)
def test_every_key_is_told(used: Path, tmp_path: Path, asked: str) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("He writes of “a strong mandate all the time”.")
    outcome = run(*asked.format(draft=draft).split(), "--json", "--library", used)
    printed = json.loads(outcome.out)
    assert printed
    assert set(keys(printed)) - TOLD == set()
