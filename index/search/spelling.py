"""Mistyped words of a question: one that stands nowhere in the library is read as the nearest one that does.

Paraphrases are full of words that a library has not, so a word that a dictionary of its language knows is no mistake
("lenders" where there are only "leaders"), and neither is the name of a mission or a country. What stands in quotation
marks is meant as it is typed, and so are symbols.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.model import Mode
from index.query import Query, parse
from index.store import Store
from index.terms.dictionaries import is_known
from index.terms.functionwords import language_of
from index.terms.missions import is_weak, missions, words_of_missions
from ingest.words.folding import fold

_SHORTEST = 4
"""Letters of a word in which one may be wrong (missing, too many, or changed with its neighbour)."""
_TWICE = 8
"""Letters of a word in which two may be. Of a word with a capital one alone: a name with two letters changed is another
name."""
_ACRONYM = 6
"""Letters of a mission's acronym that is known with one wrong: shorter ones are too much alike ("UNMIK", "UNMIL")."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A question with its mistyped words put right."""

    text: str
    read_as: Mapping[str, str] = field(default_factory=dict)
    """Words as they were typed, and what they were read as."""


def mended(store: Store, text: str, mode: Mode = "hybrid") -> Mended:
    """The question as it was probably meant; unchanged where all its words are known, or none is near.

    Args:
        store: within a snapshot.
        text: the question.
        mode: in "phrase" all is meant as it is typed.
    """
    query = parse(text, mode)
    suspects = () if query.empty else store.unheard(tuple(_suspects(query)))
    read_as: dict[str, str] = {}
    for word in suspects:
        near = _near(store, word)
        if near and not is_known(word, _languages(store, query)):
            read_as[word] = _as_typed(word, near)
            text = re.sub(rf"(?<![^\W_]){word}(?![^\W_])", read_as[word], text)
    return Mended(text, read_as)


def _suspects(query: Query) -> Iterator[str]:
    """Words that may be mistyped: no numbers, no small words, no names of missions and countries."""
    meant = {word for phrase in query.phrases for word in fold(phrase).split()}
    for word in query.telling:
        folded = fold(word)
        if len(folded) >= _SHORTEST and folded.isalpha() and folded not in meant | words_of_missions():
            yield word


def _near(store: Store, word: str) -> str:
    """The word of the library, or the mission's acronym, that a word is nearly; "" where there is none."""
    folded = fold(word)
    wrong = 2 if len(folded) >= _TWICE and word.islower() else 1
    letters = range(len(folded) - wrong, len(folded) + wrong + 1)
    written = {
        **_acronyms_near(folded),
        **store.spelt_like(folded[0], letters),
        **store.spelt_like(folded[1] + folded[0], range(len(folded), len(folded) + 1)),
    }
    near = process.extract(folded, list(written), scorer=OSA.distance, score_cutoff=wrong, limit=None)
    for distance in range(1, wrong + 1):
        there = [one for one, its_distance, _ in near if its_distance == distance]
        gone = set(store.unheard(there)) - _acronyms().keys()
        rarities = store.rarities([one for one in there if one not in gone])
        if len(rarities) > 1 and word.isupper():
            return ""  # one acronym is as near as another
        if rarities:
            return written[min(rarities, key=lambda one: (rarities[one], one))]
    return ""


def _acronyms_near(folded: str) -> Mapping[str, str]:
    """The acronym of the one mission that a word is nearly: "minusam" is MINUSMA."""
    near = {
        name: written
        for name, written in _acronyms().items()
        if name[0] == folded[0] and OSA.distance(name, folded, score_cutoff=1) <= 1
    }
    return near if len(near) == 1 else {}


def _as_typed(word: str, meant: str) -> str:
    """In capitals, or with one, as the word was typed."""
    if word.isupper():
        return meant.upper()
    return meant.capitalize() if word[0].isupper() and meant.islower() else meant


def _languages(store: Store, query: Query) -> Sequence[str]:
    """Whose words the question's may be: its own language, and those of the library."""
    return [language_of(query.terms) or "en", *sorted(store.languages())]


@cache
def _acronyms() -> Mapping[str, str]:
    return {
        fold(acronym): acronym
        for mission in missions().values()
        for acronym in mission.acronyms
        if len(acronym) >= _ACRONYM and acronym.isalpha() and not is_weak(acronym)
    }
