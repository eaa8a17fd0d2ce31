"""Keys: the same for one work in any document, however it is cited; never the same for two works."""

import tomllib
from pathlib import Path

import pytest

from ingest.model import Block, Note
from ingest.works.keys import description_key
from ingest.works.resolve import cite

PAIRS = tomllib.loads(Path(__file__).with_name("keys.toml").read_text("utf-8"))
LISTED = ("Karlsrud, J. (2015)", "Kuehne, Winrich:", "Autesserre, Séverine.")
"""How those begin that stand in a list of references."""


def keys(text: str) -> set[str]:
    """The keys of the works that a document of one note, or of one entry of a list, cites."""
    if text.startswith(LISTED):
        _, sources = cite([Block("r1", "reference", text, ("References",), None, ())], [], "en")
    else:
        _, sources = cite([], [Note("n1", "1", "footnote", text, (0,), (), None)], "en")
    return {source.key for source in sources}


@pytest.mark.parametrize(("one", "other"), PAIRS["same"])
def test_one_work_has_one_key(one: str, other: str) -> None:
    assert len(keys(one)) == 1
    assert keys(one) == keys(other)


@pytest.mark.parametrize(("one", "other"), PAIRS["different"])
def test_two_works_have_two_keys(one: str, other: str) -> None:
    assert keys(one)
    assert keys(other)
    assert not keys(one) & keys(other)


def test_persons_of_one_surname_are_two_authors_in_a_document() -> None:
    texts = (
        "Anna Weller, Peace in Pieces (London: Hurst, 2006).",
        "Paul Weller, Peace in Pieces (London: Hurst, 2006).",
    )
    notes = [Note(f"n{i}", str(i), "footnote", text, (0,), (), None) for i, text in enumerate(texts, 1)]
    _, sources = cite([], notes, "en")
    assert len({source.key for source in sources}) == 2


@pytest.mark.parametrize(
    ("number", "title", "key"),
    [
        ("FM 3-24", "Counterinsurgency", "fm-3-24-counterinsurgency-2006"),
        ("3", "Counterinsurgency", ""),
        ("FM 3-24", "Act", ""),
    ],
)
def test_a_number_tells_a_title_of_one_word_only_where_it_tells_whose_it_is(number: str, title: str, key: str) -> None:
    described = {"type": "book", "number": number, "title": title, "issued": {"date-parts": [[2006]]}}
    assert description_key(described) == key
