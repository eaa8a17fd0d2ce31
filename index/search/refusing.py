"""When nothing answers a question: neither meaning nor words of any passage come near it.

How near is near depends on the library and on the language that is asked in (see `index.search.floor`). Words count by
how rare they are; in a language that the model reads badly, where all its texts are near to all its questions, they
are the better witness.
"""

import math
import unicodedata
from collections.abc import Mapping
from dataclasses import replace

from index.encoding.encoder import Reading
from index.model import Filters
from index.query import Query, Scope
from index.search.floor import floor_of, has_own_floor, nearness
from index.store import Found, Store
from index.terms.dictionaries import is_known
from index.terms.functionwords import language_of
from index.terms.missions import words_of_missions
from ingest.words.folding import fold

TELLING = 2 / 3
"""A passage with so much of the question's words, weighed by rarity, answers it by its words alone. One with half of
them may be about anything: of "What is the boiling point of ethanol?" works on law have "boiling" and "point"."""

TOGETHER = 2
"""A passage with so many of the words of a question in French or German may answer it. Of 68 questions in them that
nothing answers a library of 35 documents has two together for none (small words apart), and of those of tests/bench for
all but seven, of which two found their answer all the same."""
NO_SENTENCE = 4
"""Words, small ones too, of what is no question but the name of a thing: of "Zustimmung des Gaststaates" one of the two
that tell something will do, where of "Pourquoi les chats ronronnent-ils ?" it would not."""

ALL_KNOWN = math.log1p(1000.5 / 0.5)
"""Rarity of a word that none of a thousand passages has. A library as large has some word of every question that it
answers: of those of tests/bench one in fifteen has no word in the one document that answers it, one in two hundred in
twenty documents, none in all 35."""

_FEWEST_SPELT = 4
"""Tokens: "A4" and "R2P" are spelt too."""
_LOOKED_AT = 5
"""Of the passages with the best words, how many are tested for having enough of them."""


def unanswered(
    store: Store,
    query: Query,
    put_into: str,
    asked: Reading,
    dense: Mapping[Found, float],
    lexical: Mapping[Found, float],
    scope: Scope,
) -> bool:
    """Whether a question gets no answer rather than the least bad ones.

    Args:
        store: within a snapshot.
        query: the question; what must contain a phrase is never refused.
        put_into: the language that it was put into, "" for none.
        asked: the question as the model reads it.
        dense: the nearest passages with their cosines.
        lexical: those with the best words; none where meaning alone is asked.
        scope: which may answer.
    """
    if query.phrases:
        return False
    if not lexical and (_spelt(asked) or _wordless(store, query)):
        return True
    asked_in = None if put_into else language_of(query.terms)
    # Filters may leave a handful of passages, of which one answers: there the nearest alone is asked.
    near = max(nearness(dense.values()), max(dense.values(), default=-1.0) if _narrow(scope.filters) else -1.0)
    if not dense or near >= floor_of(store, asked_in, put_into):
        return False
    worded = lexical or store.lexical(query, _LOOKED_AT, scope)  # a witness also where they have no voice
    return not _words_tell(store, query, worded, together=has_own_floor(asked_in))


def _words_tell(store: Store, query: Query, lexical: Mapping[Found, float], *, together: bool) -> bool:
    """Whether a passage has enough of a question's words to answer by them alone."""
    enough = TOGETHER - 1 if len(query.telling) <= TOGETHER and len(query.terms) <= NO_SENTENCE else TOGETHER
    best = store.names(list(lexical)[:_LOOKED_AT])
    return any(
        store.telling(query, passage) >= TELLING or (together and len(store.held(query, passage)) >= enough)
        for passage in best.values()
    )


def _narrow(filters: Filters) -> bool:
    """Whether few passages may be left: a part or a language of a library is still a crowd."""
    return replace(filters, part="both", languages=()) != Filters()


def _spelt(asked: Reading) -> bool:
    """Whether the model reads a question letter by letter, as one that reads English does Arabic: it knows no word."""
    single = sum(end - start == 1 for start, end in asked.offsets)
    return len(asked.offsets) >= _FEWEST_SPELT and single > 0.75 * len(asked.offsets)


def _wordless(store: Store, query: Query) -> bool:
    """Whether a library has none of the words that tell what a question asks for, and should: "the plot of Hamlet".

    A large one should have any; a small one, where most are such as no dictionary knows, for those are names, or no
    words ("blorp").
    """
    words = query.telling
    if not words or len(store.unheard(words)) < len(words):
        return False
    known = sum(map(_may_be_a_word, words))
    return 2 * known < len(words) or min(store.rarities(words).values()) >= ALL_KNOWN


def _may_be_a_word(word: str) -> bool:
    """Whether it is in a dictionary, in the name of a mission or a country, or in letters that no dictionary has."""
    latin = all(unicodedata.name(sign, "").startswith("LATIN") for sign in word if sign.isalpha())
    return not latin or fold(word) in words_of_missions() or is_known(word)
