import sqlite3
import threading
from dataclasses import replace

import numpy as np
import pytest
from shelves import DIMENSIONS, WordEmbedder

from index.encoding.encoder import Reading
from index.search.searching import _List, _merged


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


class Stubborn(WordEmbedder):
    """Takes every question for one about missions."""

    def ask(self, question: str) -> Reading:
        return super().ask("mission to protect civilians")


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


@pytest.mark.parametrize(("told", "before"), [(0.3, False), (0.55, True)])
def test_a_translation_of_what_the_model_reads_well_must_be_found_by_its_words(told, before):
    own, other = _List([("p1", 1.0), ("p2", 0.7)], 0.2), _List([("p3", 1.0)], told)
    found = [passage for passage, _ in _merged([own, other], read_well=True)]
    assert (found[0] == "p3") is before
    assert next(passage for passage, _ in _merged([own, other], read_well=False)) == "p3"


def test_passages_that_hold_the_one_word_asked_for_come_first(two):
    holding = [hit.passage.id for hit in two.search("grassroots", k=20, mode="words").hits]
    two._embedder = two._given = Stubborn()
    hits = two.search("grassroots", k=20).hits
    assert len(hits) > len(holding) > 0
    assert sorted(hit.passage.id for hit in hits[: len(holding)]) == sorted(holding)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_of_passages_found_by_symbol_none_has_a_score_of_nothing(two):
    assert all(hit.score > 0 for hit in two.search("S/RES/2100").hits)
