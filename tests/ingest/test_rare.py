"""A quick look before a pattern never hides a match: every pattern of `ingest.words.rare`, wherever it is used."""

import pkgutil
import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ingest
from ingest.words.rare import Opening, Rare

_HERE = Path(__file__).parent


def _inside(value: object) -> Iterator[Rare | Opening]:
    """The guarded patterns that a value of a module is or holds."""
    if isinstance(value, Rare | Opening):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _inside(one)


def _guarded() -> dict[str, Rare | Opening]:
    """All guarded patterns of the room, by the module and the name that they have there."""
    found: dict[int, tuple[str, Rare | Opening]] = {}
    for module in pkgutil.walk_packages(ingest.__path__, "ingest."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(import_module(module.name)).items():
            for number, one in enumerate(_inside(value)):
                found.setdefault(id(one), (f"{module.name}.{name}-{number}", one))
    return dict(found.values())


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


GUARDED = _guarded()
TABLES = [
    text
    for table in sorted(_HERE.rglob("*.toml"))
    for text in _texts(tomllib.loads(table.read_text("utf-8")))
]  # fmt: skip


def test_patterns_are_found_where_they_are_used() -> None:
    assert {type(one) for one in GUARDED.values()} == {Rare, Opening}
    assert len(TABLES) > 1000


@pytest.mark.parametrize("name", GUARDED)
def test_notes_are_read_the_same_with_the_quick_look(name: str) -> None:
    guarded = GUARDED[name]
    for text in TABLES:
        if isinstance(guarded, Rare):
            assert guarded.may_match(text) or not guarded.compiled.search(text), text
        else:
            assert guarded.match(text) or not guarded.compiled.match(text), text


@pytest.mark.parametrize("name", GUARDED)
def test_whatever_matches_has_a_sign(name: str) -> None:
    guarded = GUARDED[name]

    @settings(max_examples=5, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(guarded.compiled))
    def has_sign(example: str) -> None:
        text = re.sub(r"\s", " ", example)  # no other white space is in the texts of blocks and notes
        for at in range(len(text)):
            if guarded.compiled.match(text, at):
                assert guarded.match(text, at)
                break

    has_sign()


def test_a_sign_that_a_match_may_lack_is_noticed() -> None:
    wanting = Rare(r"(?:copy|copies) on file", "copy")
    assert wanting.search("two copies on file") is None
    assert wanting.compiled.search("two copies on file")


def test_case_is_ignored_as_patterns_ignore_it() -> None:
    assert Rare("kıbrıs", "kibris", flags=re.IGNORECASE).search("KIBRIS")
    assert Rare("interview", "interview", flags=re.IGNORECASE).search("İNTERVIEW")
    assert Opening("see", "se", flags=re.IGNORECASE).match("ſee")
    assert not Rare("interview", "interview").search("INTERVIEW")
