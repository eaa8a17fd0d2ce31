import sqlite3
import threading
from dataclasses import replace

import numpy as np
from shelves import DIMENSIONS, WordEmbedder

from index.encoding.encoder import Reading


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
