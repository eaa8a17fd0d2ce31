import sqlite3
import threading
from dataclasses import replace

import numpy as np
import pytest
from shelves import DIMENSIONS, WordEmbedder

from index.encoding.encoder import Reading
from index.library import Library
from index.model import Filters
from index.query import Scope, parse
from index.search import searching
from index.search.floor import FLOOR, MEASURED, current, foreign_questions, measured_floors


def test_the_floor_is_what_foreign_questions_reach(two, embedder):
    reached = []
    for question in foreign_questions():
        hits = two.search(question, k=1, mode="dense").hits
        reached.append(bool(hits))
    assert np.mean(reached) <= 0.2, "most questions that the library cannot answer get no answer"
    floor = float(two._store.facts()[FLOOR])
    assert floor == pytest.approx(float(measured_floors(two._store, embedder)[FLOOR]))
    assert -1 < floor < 1


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


def test_words_that_are_there_answer_even_where_meaning_does_not(two, monkeypatch):
    two._store.note({FLOOR: "2.0"})
    assert two.search("helicopters").hits
    assert two.search("S/RES/2100").hits
    assert two.search("sourdough yarn whales").hits == ()


def test_a_large_library_has_some_word_of_every_question_that_it_answers(two, monkeypatch):
    two._store.note({FLOOR: "-1.0"})
    assert two.search("sourdough zymurgy").hits
    monkeypatch.setattr(searching, "ALL_KNOWN", 0.0)
    assert two.search("sourdough zymurgy").hits == ()
    assert two.search("zymurgy of helicopters").hits


def test_what_a_question_without_an_answer_has_of_its_words_is_not_held_against_its_translation(two):
    two._store.note({FLOOR: "2.0"})
    query = parse("sourdough yarn whales helicopters zymurgy")
    with two._store.snapshot():
        best = next(iter(two._store.lexical(query, 1, Scope())))
        assert 0 < two._store.telling(query, best) < searching.TELLING
        listed = searching._listed(two._store, two._ask, query, 5, Filters(), "hybrid", floor=True)
    assert (listed.passages, listed.told) == ([], 0.0)


def test_an_empty_question_or_library_has_no_answer(two, tmp_path, embedder):
    assert two.search("").hits == two.search("?!").hits == two.search('""').hits == ()


def test_words_are_looked_up_while_the_model_reads(two, embedder, monkeypatch):
    looked_up = threading.Event()
    lexical, ask = two._store.lexical, embedder.ask

    def marked(*given):
        looked_up.set()
        return lexical(*given)

    def slow(question):
        assert looked_up.wait(10), "the model was waited for"
        return ask(question)

    monkeypatch.setattr(two._store, "lexical", marked)
    monkeypatch.setattr(embedder, "ask", slow)
    assert two.embedder is embedder
    assert two.search("local conflicts over land").hits


def test_symbols_ask_no_model(two, embedder):
    embedder.encoded.clear()
    assert two.search("S/RES/2100 (2013)").hits
    assert embedder.encoded == []


class Contrary(WordEmbedder):
    """Looks for nothing but grassroots when it looks closely."""

    def ask(self, question: str) -> Reading:
        return replace(super().ask(question), tokens=WordEmbedder().encode(["Grassroots"]), offsets=((0, 1),))


class Shortsighted(WordEmbedder):
    """Gives no vectors of tokens."""

    def ask(self, question: str) -> Reading:
        return replace(super().ask(question), tokens=np.empty((0, DIMENSIONS), np.float32), offsets=())


def order(library, question, **options):
    return [hit.passage.id for hit in library.search(question, k=20, **options).hits]


def test_the_first_passages_get_a_second_look(two):
    question = "mission to protect civilians with its bases far"
    two._embedder = Shortsighted()
    first = order(two, question)
    two._embedder = two._given = Contrary()
    again = order(two, question)
    scores = [hit.score for hit in two.search(question, k=20).hits]
    assert scores == sorted(scores, reverse=True)
    assert sorted(again) == sorted(first)
    assert again[0] != first[0], "the one that speaks of grassroots"
    with sqlite3.connect(two.path / "library.sqlite") as connection:
        connection.execute("DELETE FROM tokens WHERE row = (SELECT min(row) FROM tokens)")
        connection.execute("DELETE FROM versions")
    connection.close()
    assert order(two, question) == first, "a document of an older Bluenote has no tokens to look at"
    two.reindex()
    assert order(two, question)[0] == again[0]


def test_words_or_meaning_alone_are_left_as_they_are(two):
    question = "mission to protect civilians with its bases far"
    expected = {}
    for model in (Shortsighted(), Contrary()):
        two._embedder = model
        for mode in ("words", "dense"):
            assert order(two, question, mode=mode) == expected.setdefault(mode, order(two, question, mode=mode))


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
