"""Mistyped words are read as those that the library has; all others stay as they are."""

import pytest

from index.library import Library
from index.search.spelling import mended

TEXT = """On consent
The mandate of MINUSMA was to keep peacekeepers near the villages. Quarrels over land went on.
Les opérations ont duré. Lenders met leaders in Kidal, and nobody was impartial.
Autesserre writes of Ogossagou."""


@pytest.fixture
def kidal(shelf: Library, pdf) -> Library:
    shelf.add([pdf("kidal.pdf", TEXT)])
    return shelf


def read(library: Library, text: str, mode: str = "hybrid") -> str:
    store = library._store
    with store.snapshot():
        return mended(store, text, mode).text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("peacekeping mandte", "peacekeping mandate"),  # "keepers" is three letters away
        ("the mandte of peacekeeprs", "the mandate of peacekeepers"),
        ("Quarels over land", "Quarrels over land"),
        ("quarrel", "quarrel"),  # known by its stem
        ("uqarrels", "quarrels"),
        ("pecekeeprs", "peacekeepers"),
        ("Pecekeeprs", "Pecekeeprs"),  # a name with two letters changed is another name
        ("Ogosagou", "Ogossagou"),
        ("les opératoins", "les opérations"),
        ("MINUSAM mandate", "MINUSMA mandate"),
        ("Monsuco in Kidal", "MONUSCO in Kidal"),  # a mission that the library does not name
        ("MINUSCA mandate", "MINUSCA mandate"),  # a mission of its own
        ("lender", "lender"),
        ("benders", "benders"),  # an English word
        ('"mandte"', '"mandte"'),
        ('mandte "of MINUSAM"', 'mandate "of MINUSAM"'),
        ("S/RES/2100 mandte", "S/RES/2100 mandate"),
        ("zzyzx", "zzyzx"),
    ],
)
def test_what_a_question_is_read_as(kidal, typed, meant):
    assert read(kidal, typed) == meant


def test_a_phrase_is_meant_as_it_is_typed(kidal):
    assert read(kidal, "mandte", "phrase") == "mandte"


def test_a_word_that_has_gone_is_not_offered(kidal):
    kidal.remove(kidal.entries()[0].id)
    assert read(kidal, "mandte") == "mandte"


def test_an_answer_says_what_was_read(kidal):
    found = kidal.search("mandte")
    assert found.query == "mandte"
    assert found.read_as == {"mandte": "mandate"}
    assert found.hits
