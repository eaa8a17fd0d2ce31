"""Terms of the field in English and French: what a word of a question is called in the other language.

The terms stand in `data/glossary.txt`, one pair a line.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from index.terms.missions import missions
from ingest.words.folding import fold

_SHORTEST = 4
"""A word of fewer letters keeps its ending: "bas" is no plural."""


@dataclass(frozen=True, slots=True)
class Term:
    """One meaning, as each language says it; the usual word first."""

    en: tuple[str, ...]
    fr: tuple[str, ...]


Language = Literal["en", "fr"]


@dataclass(frozen=True, slots=True)
class Match:
    """A term at the words [start, end) of a question."""

    start: int
    end: int
    into: Language
    """The language that `others` are of."""
    others: tuple[str, ...]
    """What that language says for it, the usual word first."""


@cache
def terms() -> tuple[Term, ...]:
    """All terms, in the file's order."""
    lines = files("index").joinpath("data", "glossary.txt").read_text("utf-8").splitlines()
    pairs = (line.split(" | ") for line in lines if line and not line.startswith("#"))
    return tuple(Term(tuple(english.split("; ")), tuple(french.split("; "))) for english, french in pairs)


def matches(words: Sequence[str]) -> Iterator[Match]:
    """The terms and countries among a question's words, in either language, the longest at each word, none in another.

    Abbreviations count in capitals only: "un" is not the United Nations, nor "au" the African Union.
    """
    stems = [stem(word) for word in words]
    for into, sayings in _by_first_word().items():
        at = 0
        while at < len(words):
            step = 1
            for said, written, others in sayings.get(stems[at], ()):
                run = words[at : at + len(said)]
                if tuple(stems[at : at + len(said)]) == said and (not written.isupper() or run == [written]):
                    yield Match(at, at + len(said), into, others)
                    step = len(said)
                    break
            at += step


def stem(word: str) -> str:
    """A word as it is compared: without case, accents, plural and the last e ("robuste", "casques", "armies")."""
    folded = fold(word).replace(" ", "")
    if len(folded) <= _SHORTEST:
        return folded
    if folded.endswith("ies"):
        return folded[:-3] + "y"
    return folded.rstrip("sx").rstrip("e")


_Said = tuple[tuple[str, ...], str, tuple[str, ...]]
"""A term's words as they are compared and as they are written, and what the other language says for it."""


@cache
def _by_first_word() -> Mapping[Language, Mapping[str, Sequence[_Said]]]:
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
                said = tuple(map(stem, fold(words).split()))
                found[into].setdefault(said[0], []).append((said, words, others))
    for sayings in found.values():
        for alike in sayings.values():
            alike.sort(key=lambda one: -len(one[0]))
    return found
