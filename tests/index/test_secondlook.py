from collections.abc import Sequence

import numpy as np
import pytest
from shelves import WordEmbedder

from index.secondlook import SecondLook, reordered
from index.store import Vectors

ANSWERS = "The battalion left because its fuel was late. Much else was said of roads, rain, rations and radios."
SPEAKS_OF_IT = "Fuel for a battalion"


class Asked(WordEmbedder):
    """Remembers of what texts it was asked the tokens."""

    def __init__(self, identity: str = "words-1") -> None:
        super().__init__(identity)
        self.texts: list[str] = []

    def token_vectors(self, texts: Sequence[str]) -> list[Vectors]:
        self.texts += texts
        return super().token_vectors(texts)


class Speechless(WordEmbedder):
    def token_vectors(self, texts: Sequence[str]) -> None:
        return None


def test_each_token_of_the_question_counts_by_its_best_match() -> None:
    look = SecondLook()
    assert look(WordEmbedder(), "battalion left late", [ANSWERS, SPEAKS_OF_IT, "", "Rain"]) == pytest.approx(
        [1.0, 1 / 3, 0.0, 0.0], abs=1e-3
    )
    assert look(WordEmbedder(), "?", [ANSWERS]) == [0.0]


def test_a_model_without_vectors_of_tokens_gets_no_second_look() -> None:
    assert SecondLook()(Speechless(), "battalion", [ANSWERS]) is None


def test_what_was_read_is_kept_for_the_next_question() -> None:
    look, model = SecondLook(), Asked()
    first = look(model, "battalion", [ANSWERS, SPEAKS_OF_IT, ANSWERS])
    assert model.texts == ["battalion", ANSWERS, SPEAKS_OF_IT]
    assert look(model, "battalion", [ANSWERS, SPEAKS_OF_IT, ANSWERS]) == first
    assert model.texts[3:] == ["battalion"]


def test_vectors_of_another_model_are_not_mixed_in() -> None:
    look, other = SecondLook(), Asked("words-2")
    look(WordEmbedder(), "battalion", [ANSWERS])
    look(other, "battalion", [ANSWERS])
    assert other.texts == ["battalion", ANSWERS]


def test_no_more_is_kept_than_there_is_room_for() -> None:
    size = WordEmbedder().token_vectors([SPEAKS_OF_IT])[0].astype(np.float16).nbytes
    look, model = SecondLook(room=2 * size), Asked()
    texts = ["One for a battalion", "Two for a battalion", "Three for a battalion"]
    for text in (texts[0], texts[1], texts[0], texts[2]):
        look(model, "?", [text])
    model.texts.clear()
    look(model, "?", texts)
    assert model.texts == ["?", texts[1]], "the one that was not asked for the longest time has gone"


def test_both_looks_make_the_order_and_scores_stay_in_their_span() -> None:
    first = [("a", 0.9), ("b", 0.8), ("c", 0.5)]
    again = reordered(first, [0.1, 0.7, 0.4])
    assert [passage for passage, _ in again] == ["b", "a", "c"]
    assert dict(again) == pytest.approx({"a": 0.7, "b": 0.85, "c": 0.6})
    assert reordered(first, [0.1, 0.7, 0.4], weight=0.0) == first
    assert reordered(first, [0.5, 0.5, 0.5])[0][0] == "a", "a second look that sees no difference makes none"
    assert reordered([], []) == []
