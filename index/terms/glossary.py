"""Terms in English and French: what a word of a question is called in the other language.

The field's own stand in `data/glossary.txt`, words of any prose in `data/vocabulary.txt`, one pair a line.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from index.terms.missions import missions
from ingest.words.folding import fold

_FILES = ("glossary.txt", "vocabulary.txt")
"""Of two terms with the same words the field's own counts."""
_SHORTEST = 4
"""A word of fewer letters keeps its ending: "bas" is no plural."""
_BEGINNING = 3
"""Letters that words with one stem share: only terms that begin like a question's words need be stemmed."""


@dataclass(frozen=True, slots=True)
class Term:
    """One meaning, as each language says it; the usual word first."""

    en: tuple[str, ...]
    fr: tuple[str, ...]


Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Match:
    """A term at the words [start, end) of a question."""

    start: int
    end: int
    others: tuple[str, ...]
    """What the other language says for it, the usual word first."""


@cache
def terms() -> tuple[Term, ...]:
    """All terms, in the files' order."""
    data = files("index").joinpath("data")
    lines = [line for name in _FILES for line in data.joinpath(name).read_text("utf-8").splitlines()]
    pairs = (line.split(" | ") for line in lines if line and not line.startswith("#"))
    return tuple(Term(tuple(english.split("; ")), tuple(french.split("; "))) for english, french in pairs)


def matches(words: Sequence[str], into: Language) -> Iterator[Match]:
    """The terms and countries among a question's words that can be put so, the longest at each word, none in another.

    Abbreviations count in capitals only: "un" is not the United Nations, nor "au" the African Union. And a name is no
    other form of a word: "Gaza" has the stem of "gaz".
    """
    own, at = other(into), 0
    names = {word for word in words[1:] if word[:1].isupper()} if any(map(str.islower, words)) else set()
    while at < len(words):
        fitting = [
            one
            for one in _beginning_with(words[at], into)
            if _stems(one[0][1:], own) == _stems(words[at + 1 : at + len(one[0])], own)
            and (not one[1].isupper() or words[at : at + len(one[0])] == [one[1]])
            and all(
                word not in names or _singular(fold(word)) == _singular(said)
                for word, said in zip(words[at : at + len(one[0])], one[0], strict=True)
            )
        ]
        step = 1
        if fitting:
            step = len(fitting[0][0])
            run = fold(" ".join(words[at : at + step]))
            # "Liban" has the stem of "libanais".
            alike = [one for one in fitting if len(one[0]) == step and fold(one[1]) == run]
            yield Match(at, at + step, (alike or fitting)[0][2])
        at += step


@lru_cache(maxsize=8192)
def stem(word: str, language: Language) -> str:
    """A word as it is compared: without case, accents and ending ("armies" and "army", "protège" and "protéger").

    By Snowball's rules (https://snowballstem.org); the accents go first, for people leave them out.
    """
    folded = fold(word).replace(" ", "")
    if len(folded) < _SHORTEST:
        return folded
    # Snowball leaves the plural of "loi" as it is.
    stemmed: str = _stemmer(language).stemWord(folded.rstrip("sx") if language == "fr" else folded)
    return stemmed.rstrip("e")


def _singular(word: str) -> str:
    return word.rstrip("sx")


def _stems(words: Sequence[str], language: Language) -> list[str]:
    return [stem(word, language) for word in words]


def other(language: Language) -> Language:
    """The other one of the two."""
    return "fr" if language == "en" else "en"


@cache
def _stemmer(language: Language) -> Any:
    from snowballstemmer import stemmer  # with the rules of thirty languages: half of the time that a search takes

    return stemmer({"en": "english", "fr": "french"}[language])


_Said = tuple[tuple[str, ...], str, tuple[str, ...]]
"""A term's words folded and as they are written, and what the other language says for it."""


def _beginning_with(word: str, into: Language) -> Sequence[_Said]:
    """The terms whose first word has the stem of this one, those of most words first."""
    alike = _by_stem(fold(word)[:_BEGINNING], into)
    return alike.get(stem(word, other(into)), ()) if alike else ()  # to stem a word takes longer than all else here


@cache
def _by_stem(beginning: str, into: Language) -> Mapping[str, Sequence[_Said]]:
    found: dict[str, list[_Said]] = {}
    for said in _by_beginning()[into].get(beginning, ()):
        found.setdefault(stem(said[0][0], other(into)), []).append(said)
    return found


@cache
def _by_beginning() -> Mapping[Language, Mapping[str, Sequence[_Said]]]:
    found: dict[Language, dict[str, list[_Said]]] = {"fr": {}, "en": {}}
    places = {place for mission in missions().values() for place in mission.hosts}
    pairs = [(term.en, term.fr) for term in terms()] + [(place.en[:1], place.fr[:1]) for place in places]
    for english, french in pairs:
        directions: tuple[tuple[Language, Sequence[str], tuple[str, ...]], ...] = (
            ("fr", english, french),
            ("en", french, english),
        )
        for into, own, others in directions:
            for words in own:
                said = tuple(fold(words).split())
                found[into].setdefault(said[0][:_BEGINNING], []).append((said, words, others))
    for sayings in found.values():
        for alike in sayings.values():
            alike.sort(key=lambda one: -len(one[0]))
    return found
