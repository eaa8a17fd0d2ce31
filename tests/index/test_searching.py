import numpy as np
import pytest

from index.floor import FLOOR, foreign_questions, measured_floor


def test_the_floor_is_what_foreign_questions_reach(two, embedder):
    reached = []
    for question in foreign_questions():
        hits = two.search(question, k=1, mode="dense").hits
        reached.append(bool(hits))
    assert np.mean(reached) <= 0.2, "most questions that the library cannot answer get no answer"
    floor = float(two._store.facts()[FLOOR])
    assert floor == pytest.approx(measured_floor(two._store, embedder))
    assert -1 < floor < 1


def test_a_question_on_something_else_gets_no_answer(two):
    assert two.search("zymurgy of sourdough").hits == ()
    assert two.search("local conflicts over land").hits


def test_words_that_are_there_answer_even_where_meaning_does_not(two, monkeypatch):
    two._store.note({FLOOR: "2.0"})
    assert two.search("helicopters").hits
    assert two.search("S/RES/2100").hits
    assert two.search("sourdough yarn whales").hits == ()


def test_an_empty_question_or_library_has_no_answer(two, tmp_path, embedder):
    assert two.search("").hits == two.search("?!").hits == two.search('""').hits == ()


def test_symbols_ask_no_model(two, embedder):
    embedder.encoded.clear()
    assert two.search("S/RES/2100 (2013)").hits
    assert embedder.encoded == []
