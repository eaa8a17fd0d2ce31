from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from shelves import WordEmbedder

from index.encoding.encoder import Reading
from index.encoding.tokens import coded
from index.search.secondlook import UNWORDED, WORDED, likeness, reordered, say, weights
from index.store import Codes

ANSWERS = "The battalion left because its fuel was late. Much else was said of roads, rain, rations and radios."
SPEAKS_OF_IT = "Fuel for a battalion"


def tokens(*texts: str) -> list[Codes]:
    read = dict(WordEmbedder().read(texts))
    return [coded(read[place].tokens) for place in range(len(texts))]


def alike(words: Sequence[str]) -> Mapping[str, float]:
    return dict.fromkeys(words, 1.0)


def rare(words: Sequence[str]) -> Mapping[str, float]:
    return {word: 6.0 if word in ("fuel", "MINUSMA") else 0.1 for word in words}


def order(question: str, texts: Sequence[str], rarities=alike) -> list[int]:
    asked = WordEmbedder().ask(question)
    made = likeness(asked, weights(asked, question, rarities), tokens(*texts))
    assert all(isinstance(one, float) for one in made)
    return sorted(range(len(texts)), key=lambda at: -made[at])


def test_each_token_of_the_question_counts_by_its_best_match() -> None:
    assert order("battalion left late", ["Rain", SPEAKS_OF_IT, ANSWERS]) == [2, 1, 0]


def test_a_rare_word_counts_for_more_than_many_common_ones() -> None:
    texts = ["What did the troops do there?", "Fuel"]
    question = "What did the troops do for fuel?"
    assert order(question, texts) == [0, 1]
    assert order(question, texts, rare) == [1, 0]


def test_a_passage_that_meets_every_part_comes_before_one_that_leaves_a_part_out() -> None:
    drawn = np.random.default_rng(1).normal(size=(384, 4))
    fuel, rain, roads, radios = np.linalg.qr(drawn)[0].T.astype(np.float32)
    asked = Reading(fuel, np.stack([fuel, rain]), ((0, 4), (5, 9)))
    halfway = np.stack([0.6 * fuel + 0.6 * rain + 0.53 * roads])
    leaves_out = np.stack([0.95 * fuel + 0.31 * roads, 0.3 * rain + 0.95 * radios])  # its mean is the greater: 0.625
    both, one = likeness(asked, np.full(2, 0.5, np.float32), [coded(halfway), coded(leaves_out)])
    assert both > one


def test_what_stands_together_answers_better_than_what_is_strewn() -> None:
    drawn = np.random.default_rng(1).normal(size=(384, 3))
    fuel, rain, other = np.linalg.qr(drawn)[0].T.astype(np.float32)
    asked = Reading(fuel, np.stack([fuel, rain]), ((0, 4), (5, 9)))
    together, strewn = np.tile(other, (200, 1)), np.tile(other, (200, 1))
    together[[100, 125]] = strewn[[2, 190]] = fuel, rain
    whole, parted, again = likeness(
        asked, np.full(2, 0.5, np.float32), [coded(together), coded(strewn), coded(together[:126])]
    )
    assert whole == pytest.approx(again)
    assert whole > parted + 0.1


def test_pieces_of_a_word_weigh_as_the_word() -> None:
    asked = WordEmbedder().ask("Does MINUSMA go?")
    made = weights(asked, "Does MINUSMA go?", rare)
    assert made.sum() == pytest.approx(1.0)
    assert made.argmax() == 1
    assert made[0] == made[2] > 0


def test_nothing_to_compare() -> None:
    asked = WordEmbedder().ask("?")
    assert weights(asked, "?", rare).tolist() == []
    assert likeness(asked, weights(asked, "?", rare), tokens(ANSWERS)) == [0.0]
    asked = WordEmbedder().ask("fuel")
    assert likeness(asked, np.ones(1, np.float32), tokens("", "!?")) == [0.0, 0.0]
    assert likeness(asked, np.ones(1, np.float32), []) == []


def test_both_looks_make_the_order_and_scores_stay_in_their_span() -> None:
    first = [("a", 0.9), ("b", 0.8), ("c", 0.5)]
    again = reordered(first, [0.1, 0.7, 0.4], 0.5)
    assert [passage for passage, _ in again] == ["b", "a", "c"]
    assert dict(again) == pytest.approx({"a": 0.7, "b": 0.85, "c": 0.6})
    assert reordered(first, [0.1, 0.7, 0.4], weight=0.0) == first
    assert reordered(first, [0.5, 0.5, 0.5], 0.5)[0][0] == "a", "a second look that sees no difference makes none"
    assert reordered([], [], 0.5) == []


def test_the_second_look_counts_for_more_where_words_were_not_found() -> None:
    assert say(0.0) == say(0.2) == UNWORDED
    assert say(1.0) == pytest.approx(WORDED)
    assert UNWORDED > say(0.4) > say(0.6) > WORDED
