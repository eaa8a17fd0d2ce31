"""What a hit carries of the passages beside its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.found import Beside, Hit
from index.library import Library

WORDS = {
    word: " ".join(f"{word}{number}" for number in range(60)) + "." for word in ("rain", "river", "field", "stone")
}
TEXT = "\n".join(
    (
        "Tardy on trust",
        "Villages asked for shelter.",
        *WORDS.values(),
        "Soldiers held the bridge.",
        "Nobody crossed it.",
    )
)


@pytest.fixture
def library(shelf: Library, pdf: Callable[[str, str], Path]) -> Library:
    shelf.add([pdf("trust.pdf", TEXT)])
    passages = [one.text for one in shelf.passages(shelf.entries()[0].id) if one.kind == "body"]
    assert [text[:8] for text in passages] == ["Villages", "field0 f"], "the test is on the edge between these two"
    return shelf


def beside(library: Library, question: str, **asked: str) -> tuple[Beside | None, Beside | None]:
    hit: Hit = next(hit for hit in library.search(question, **asked).hits if hit.passage.kind == "body")
    return hit.before, hit.after


def test_where_the_best_sentence_is_the_last_what_follows_stands_beside_it(library: Library) -> None:
    before, after = beside(library, "river3 river4 river5")
    assert before is None
    assert after is not None
    assert after.text == f"{WORDS['field']} {WORDS['stone']}"
    assert after.passage.endswith("-body-0002")
    assert after.cite.locator.label == "page"


def test_where_it_is_the_first_what_went_before(library: Library) -> None:
    before, after = beside(library, "field3 field4 field5")
    assert before is not None
    assert before.text == f"{WORDS['rain']} {WORDS['river']}"
    assert after is None


def test_an_answer_within_its_passage_has_nothing_beside_it(library: Library) -> None:
    assert beside(library, "rain3 rain4 rain5") == (None, None)


def test_no_passage_is_beside_the_last(library: Library) -> None:
    assert beside(library, "Nobody crossed") == (None, None)


def test_a_phrase_may_go_on_over_the_edge(library: Library) -> None:
    before, after = beside(library, "river58 river59 field0", mode="phrase")
    assert before is None
    assert after is not None
    assert after.text.startswith("field0")
