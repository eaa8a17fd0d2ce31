"""What the words of a question are also called: a mission its name or country, an abbreviation what it stands for.

Such words are only a help: each has a weight below 1, and a passage that has them never gets as much for them as for
the question's own words (see `index.sqlite.alternatives`).
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Generic, TypeVar

from index.query import Alternative, Query
from index.terms.bynames import Landmark, landmarks
from index.terms.functionwords import language_of, silent
from index.terms.missions import Mission, is_weak, missions
from ingest.words.folding import fold

SAME, NEAR = 0.8, 0.3
"""Weights: another name of the same thing; the country of a mission, or the missions of a country."""
LONGEST = 12
"""Words of a name that are looked up together: "United Nations Stabilization Mission in the Democratic Republic of the
Congo" has twelve."""

_WORD = re.compile(r"[^\W_]+")

Abbreviations = Callable[[Sequence[str]], Mapping[str, Sequence[str]]]
"""Folded words -> what the library's documents say that they stand for, or are called for short."""
Meant = TypeVar("Meant")


def widened(query: Query, abbreviations: Abbreviations) -> Query:
    """The question with what its words are also called.

    Args:
        query: the question.
        abbreviations: asked once, for all runs of the question's words.
    """
    words = _WORD.findall(query.question)
    asked = f" {fold(query.question)} "
    found: dict[str, Alternative] = {}
    for one in (
        *_of_missions(words),
        *_of_places(words),
        *_of_landmarks(words),
        *_of_abbreviations(words, abbreviations),
    ):
        folded = fold(one.words)
        if f" {folded} " not in asked and (folded not in found or found[folded].weight < one.weight):
            found[folded] = one
    return replace(query, also=(*query.also, *found.values()))


def _of_missions(words: Sequence[str]) -> Iterator[Alternative]:
    """Other names of the missions that are named, and where they were."""
    for said, named in _missions_by_name().within(words):
        for title, mission in named:
            if is_weak(title) and " ".join(said) != title:
                continue  # "amis" is no AMIS
            for name in mission.titles:
                yield Alternative(name, said, SAME)
            for host in mission.hosts:
                for name in (host.en[0], host.fr[0]):
                    yield Alternative(name, said, NEAR)


def _of_places(words: Sequence[str]) -> Iterator[Alternative]:
    """Other names of the countries that are named, and the missions that the United Nations had there."""
    for said, named in _missions_by_place().within(words):
        for names, theirs in named:
            for name in names:
                yield Alternative(name, said, SAME)
            for mission in theirs:
                for acronym in mission.acronyms:
                    yield Alternative(acronym, said, NEAR)


def _of_landmarks(words: Sequence[str]) -> Iterator[Alternative]:
    """Titles, symbols and other names of the reports that are named: "the Brahimi report on mandates"."""
    for said, work in _landmarks_by_name().within(words):
        for name in work[0].called:
            yield Alternative(name, said, SAME)


def _of_abbreviations(words: Sequence[str], abbreviations: Abbreviations) -> Iterator[Alternative]:
    folded = [fold(word) for word in words]
    runs: dict[str, tuple[str, ...]] = {}
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + LONGEST) + 1):
            runs.setdefault(" ".join(folded[start:end]), tuple(words[start:end]))
    small = silent(language_of(words))
    for run, meant in abbreviations(tuple(runs)).items():
        if run in small and not runs[run][0].isupper():
            continue  # "who" is not the World Health Organization
        for one in meant:
            yield Alternative(one, runs[run], SAME)


class _Names(Generic[Meant]):
    """What folded names of one word or more mean."""

    def __init__(self, meanings: Mapping[str, Sequence[Meant]]) -> None:
        self._meanings = meanings
        self._beginnings = frozenset(name.split()[0] for name in meanings)

    def within(self, words: Sequence[str]) -> Iterator[tuple[tuple[str, ...], Sequence[Meant]]]:
        """The runs of words that mean something, the longest at each place, none inside another."""
        start = 0
        while start < len(words):
            known = self._beginnings.intersection(fold(words[start]).split()[:1])
            end = min(len(words), start + LONGEST) if known else start
            while end > start and fold(" ".join(words[start:end])) not in self._meanings:
                end -= 1
            if end > start:
                yield tuple(words[start:end]), self._meanings[fold(" ".join(words[start:end]))]
            start = max(end, start + 1)


@cache
def _missions_by_name() -> _Names[tuple[str, Mission]]:
    found: dict[str, list[tuple[str, Mission]]] = {}
    for mission in missions().values():
        for title in mission.titles:
            found.setdefault(fold(title), []).append((title, mission))
    return _Names(found)


@cache
def _missions_by_place() -> _Names[tuple[tuple[str, ...], tuple[Mission, ...]]]:
    found: dict[str, list[tuple[tuple[str, ...], tuple[Mission, ...]]]] = {}
    own = [mission for mission in missions().values() if mission.by == "UN"]
    for place in dict.fromkeys(host for mission in missions().values() for host in mission.hosts):
        theirs = tuple(mission for mission in own if place in mission.hosts)
        for name in dict.fromkeys((*place.en, *place.fr)):
            found.setdefault(fold(name), []).append(((place.en[0], place.fr[0]), theirs))
    return _Names(found)


@cache
def _landmarks_by_name() -> _Names[Landmark]:
    return _Names({name: (work,) for name, work in landmarks().items()})
