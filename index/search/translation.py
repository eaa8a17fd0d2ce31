"""A question put into the other language, word by word, as far as the field's terms reach.

Not a translation to be read: "Pourquoi le financement diminue-t-il après le retrait d'une opération de paix ?" becomes
"budget diminue withdrawal peace operation". It is enough to find passages by their words, and by their meaning too, for
an embedding model that reads English alone places such words where it places their sentences.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from index.query import Alternative, Query
from index.terms.functionwords import language_of, telling
from index.terms.glossary import LANGUAGES, Language, Match, matches, other, stem
from ingest.words.folding import fold

VARIANT = 0.8
"""Weight of a term's other words beside its usual one."""
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=16)
def translated(query: Query, languages: Collection[str] = frozenset(LANGUAGES)) -> Mapping[Language, Query]:
    """The question in each of some languages into which at least one of its words can be put; symbols and phrases stay.

    One in a third language is put into neither: "die Gewinnung" is not what "die" says in English; and one that is but
    a phrase must stand in a passage as it is.
    """
    if not query.terms:
        return {}
    words = _WORD.findall(query.question)
    told, own = set(telling(words)), language_of(words)
    found = {
        into: [one for one in matches(words, into) if told.intersection(words[one.start : one.end])]
        for into in LANGUAGES
        if own in (None, other(into))
    }
    # "HIPPO report recommendations" has more words in English than in French, where "report" means that it is put off.
    most = max((_words_of(its_matches) for its_matches in found.values()), default=0)
    return {
        into: _put(query, words, told, its_matches)
        for into, its_matches in found.items()
        if into in languages
        and _words_of(its_matches) == most
        and any(_differs(one, words, into) for one in its_matches)
    }


def is_one_term(query: Query, into: Language) -> bool:
    """Whether the whole question is a term that the language has, too: not put into it word by word."""
    words = _WORD.findall(query.question)
    return any((one.start, one.end) == (0, len(words)) for one in matches(words, into))


def _put(query: Query, words: list[str], told: set[str], its_matches: list[Match]) -> Query:
    """The words that tell something, each term by the usual word of the other language, or else by another."""
    at_word = {match.start: match for match in its_matches}
    said: list[str] = []
    also: list[Alternative] = []
    at = 0
    while at < len(words):
        match = at_word.get(at)
        if match is None:
            # The "s" of "government's" is no word; the "L" of a symbol, or a number, may name something.
            said += [words[at]] if words[at] in told and (len(words[at]) > 1 or not words[at].islower()) else []
            at += 1
        else:
            usual, *variants = match.others
            said.append(usual)
            also += [Alternative(one, tuple(_WORD.findall(usual)), VARIANT) for one in variants]
            at = match.end
    sentence = " ".join(said)
    return replace(query, question=sentence, terms=tuple(dict.fromkeys(_WORD.findall(sentence))), also=tuple(also))


def _words_of(its_matches: Sequence[Match]) -> int:
    return sum(one.end - one.start for one in its_matches)


def _differs(match: Match, words: Sequence[str], into: Language) -> bool:
    """Whether a term is not the same word in both languages."""
    own, theirs = words[match.start : match.end], _WORD.findall(match.others[0])
    alike = [stem(word, into) for word in theirs] == [stem(word, other(into)) for word in own]
    return not alike and fold(" ".join(theirs)) != fold(" ".join(own))
