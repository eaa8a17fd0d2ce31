from dataclasses import replace

import numpy as np
import pytest
from shelves import DIMENSIONS, WordEmbedder

import ingest.child
from index import adding
from index.encoding.encoder import Reading
from index.library import Library
from index.model import Filters
from index.query import Scope, parse
from index.search import floor as floors
from index.search import refusing, searching
from index.search.floor import FLOOR, MEASURED, current, floor_of, foreign_questions, measured_floors


def test_the_floor_is_what_foreign_questions_reach(two, embedder):
    reached = []
    for question in foreign_questions()["en"]:
        hits = two.search(question, k=1, mode="dense").hits
        reached.append(bool(hits))
    assert np.mean(reached) <= 0.2, "most questions that the library cannot answer get no answer"
    floor = float(two._store.facts()[FLOOR])
    assert floor == pytest.approx(float(measured_floors(two._store, embedder)[FLOOR]))
    assert -1 < floor < 1


def test_floors_are_measured_again_where_a_language_has_grown(two, pdf, monkeypatch):
    measured = []
    monkeypatch.setattr(adding, "measured_floors", lambda store, _: measured.append(store.sizes()) or {})
    monkeypatch.setattr(floors, "GROWN", 1.0)
    assert not floors.outgrown(two._store)
    two.add([pdf("few.pdf", "Some more\nIt held.")])
    assert measured == [], "not by as many passages as there were"
    read = ingest.child.read
    monkeypatch.setattr(ingest.child, "read", lambda path: replace(read(path), language="fr"))
    two.add([pdf("french.pdf", "Sur la paix\nLa mission avait peu d'hélicoptères.")])
    assert [set(one) for one in measured] == [{"en", "fr"}]


def test_an_older_library_gets_its_floors_with_the_first_question(two):
    two._store.note({FLOOR: "-1.0", MEASURED: "0"})
    with Library.open(two.path, embedder=two.embedder) as again:
        again.search("Who trained the police?", mode="words")
        assert again._store.facts()[FLOOR] == "-1.0", "no model was asked for"
        again.search("Who trained the police?")
        facts = again._store.facts()
    assert facts[MEASURED] == current()
    assert facts[FLOOR] == measured_floors(two._store, two.embedder)[FLOOR]


def test_a_question_on_something_else_gets_no_answer(two):
    assert two.search("zymurgy of sourdough").hits == ()
    assert two.search("local conflicts over land").hits


def test_words_that_are_there_answer_even_where_meaning_does_not(two):
    two._store.note({FLOOR: "2.0"})
    assert two.search("helicopters").hits
    assert two.search("S/RES/2100").hits
    assert two.search("sourdough yarn whales").hits == ()


def test_a_large_library_has_some_word_of_every_question_that_it_answers(two, monkeypatch):
    two._store.note({FLOOR: "-1.0"})
    assert two.search("sourdough baking").hits
    monkeypatch.setattr(refusing, "ALL_KNOWN", 0.0)
    assert two.search("sourdough baking").hits == ()
    assert two.search("baking of helicopters").hits


def test_what_a_question_without_an_answer_has_of_its_words_is_not_held_against_its_translation(two):
    two._store.note({FLOOR: "2.0"})
    query = parse("sourdough yarn whales helicopters zymurgy")
    with two._store.snapshot():
        (best,) = two._store.names(two._store.lexical(query, 1, Scope())).values()
        assert 0 < two._store.telling(query, best) < refusing.TELLING
        listed = searching._listed(two._store, two._ask, query, 5, Filters(), "hybrid", floor=True)
    assert (listed.passages, listed.told) == ([], 0.0)


def test_each_language_that_is_asked_in_has_a_floor_of_its_own(two):
    questions = foreign_questions()
    assert {len(each) for each in questions.values()} == {len(questions["en"])}, "the same in each"
    with two._store.snapshot():
        assert floor_of(two._store, None) == floor_of(two._store, "en") == floor_of(two._store, "sw")
    two._store.note({FLOOR: "-1.0", f"{FLOOR}, asked in fr": "2.0"})
    assert two.search("What does a teacher say?").hits
    assert two.search("Que dit un instituteur ?").hits == ()


def test_two_words_together_answer_where_nearness_says_little(two):
    two._store.note({f"{FLOOR}, asked in fr": "2.0", FLOOR: "2.0"})
    beside = " avec des instituteurs, des boulangers et des jardiniers ?"
    assert two.search(f"Que font les helicopters{beside}").hits == ()
    assert two.search(f"Que font les helicopters et les civilians{beside}").hits
    assert two.search("helicopters du boulanger").hits, "the name of a thing, no sentence"
    assert two.search("What do helicopters tell civilians, teachers, bakers, gardeners and plumbers?").hits == ()


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("asdf qwer blorp", False),
        ("What is a frobnitz?", False),
        ("zzz flurble quux", False),  # "zzz" stands in a dictionary
        ("Что такое миротворчество?", True),
        ("sourdough", True),
        ("UNFICYP", True),
        ("blorp helicopters", True),
    ],
)
def test_words_that_are_none_get_no_answer_however_small_the_library(two, question, answered):
    two._store.note({FLOOR: "-1.0"})
    assert bool(two.search(question).hits) == answered


class Spelling(WordEmbedder):
    """Knows no word, as a model that reads English knows none of Arabic."""

    def ask(self, question: str) -> Reading:
        letters = tuple((at, at + 1) for at in range(len(question)))
        return replace(
            super().ask(question),
            tokens=np.full((len(question), DIMENSIONS), DIMENSIONS**-0.5, np.float32),
            offsets=letters,
        )


def test_a_model_that_must_spell_a_question_does_not_read_it(two):
    two._store.note({FLOOR: "-1.0"})
    assert two.search("السلام حفظ").hits
    two._embedder = two._given = Spelling()
    assert two.search("السلام حفظ").hits == ()
    assert two.search("helicopters").hits, "found by its words"
