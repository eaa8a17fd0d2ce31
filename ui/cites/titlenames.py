"""Names in an English title that are made of common words: "Human Rights Council", "Liberian Civil War", "Chapter VII".

Some are known whole: those of missions, places, bodies and more. The others are told by a word that names are made with
and by what stands beside it. Which words these are is data: `data/sentence_case.toml`.
"""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from index.terms.functionwords import telling
from index.terms.missions import missions
from ingest.works.spelling import bodies

_SHORTENED = re.compile(r"(?<!ca)n['’]t$|(?<=can)['’]t$|['’](?:s|re|ve|ll)$", re.IGNORECASE)
"""Women’s, can’t, they’re."""
_NUMBER = re.compile(r"\d[\d./-]*|[IVXLC]+")
_YEAR = re.compile(r"(?:1[89]|20)\d\d(?:[-–]\d+)?")
_ACRONYM = re.compile(r"[A-Z][A-Z.&]")
_OF_A_PEOPLE = re.compile(r".+(?:an|ese|ish|i)|Dutch|French|Greek|Swiss")
_BEFORE = 3
"""Words before "Council" that may be of its name: "Gulf Cooperation Council"."""


def in_names(words: Sequence[str], joined: Sequence[bool], alone: Collection[int]) -> set[int]:
    """Which words are in a name, by their numbers.

    Args:
        words: the title's.
        joined: of each word, whether nothing but a blank parts it from the next one.
        alone: words that are names by themselves, or may be.
    """
    return _Names(words, joined, alone).found()


def bare(word: str) -> str:
    """A word in small letters, without what is added to it: "women" for "Women’s"."""
    return _SHORTENED.sub("", word).lower()


@cache
def table() -> Mapping[str, Any]:
    """What is known of titles in sentence case, `data/sentence_case.toml`."""
    return tomllib.loads(files("ui").joinpath("data", "sentence_case.toml").read_text(encoding="utf-8"))


class _Names:
    """The words of one title."""

    def __init__(self, words: Sequence[str], joined: Sequence[bool], alone: Collection[int]) -> None:
        self._words = words
        self._joined = joined
        self._alone = alone
        self._bare = [*map(bare, words)]
        silent = {*words} - {*telling(words)}
        self._small = [
            text in silent or word in _listed("prepositions") for text, word in zip(words, self._bare, strict=True)
        ]
        """Of each word, whether it is small in any style: "of", "towards"."""

    def found(self) -> set[int]:
        names = {*self._alone, *self._known()}
        told = frozenset(names)
        for at, text in enumerate(self._words):
            if text[0].isupper():
                names.update(self._by_neighbours(at, told))
        return names

    def _known(self) -> Iterator[int]:
        """The words of names that are known whole."""
        for at, word in enumerate(self._bare):
            for name in _known_names().get(word, ()):
                span = range(at, at + len(name))
                if tuple(self._bare[at : span.stop]) == name and all(self._is_capital(one) for one in span):
                    yield from span

    def _is_capital(self, at: int) -> bool:
        return self._words[at][0].isupper() or self._small[at]

    def _by_neighbours(self, at: int, names: Collection[int]) -> Iterator[int]:
        """The words of a name that one of them and those beside it tell."""
        word = self._bare[at]
        if word in _listed("heads"):
            others = (*self._run_before(at, _BEFORE), *self._led_to(at))
            # “Before the Council”, but "When Peacekeepers Fail to Act".
            yield from (at, *others) if others or self._bare[at - 1 : at] == ["the"] else ()
        elif word in _listed("heads_before_joints") and (led := [*self._led_to(at)]):
            yield from (at, *led)
        if word in _listed("heads_after_names"):
            first = next((one for one in self._run_before(at, at) if one in names), at)
            yield from range(first, at + 1) if first < at else ()
        if at and self._goes_on(at - 1) and self._may_be_a_person(at - 1):
            yield at
        if word == "operation" and not [*self._run_before(at, 1)]:
            yield from (at, *self._run_after(at))
        if self._goes_on(at) and (self._is_numbered(at) or (at + 1 in names and word in _listed("before_names"))):
            yield at

    def _goes_on(self, at: int) -> bool:
        """Whether nothing but a blank stands before the next word."""
        return at < len(self._joined) and self._joined[at]

    def _is_numbered(self, at: int) -> bool:
        """“Chapter VII”, “Resolution 1325”; but "Peacekeeping 1948–2008" ends with years, "Since 1990" is no name."""
        number = self._words[at + 1]
        named = self._bare[at] == "resolution" or not _YEAR.fullmatch(number)
        return named and not self._small[at] and _NUMBER.fullmatch(number) is not None

    def _is_part(self, at: int) -> bool:
        """Whether a word may stand in a name; "Reforming the Security Council" does not begin one."""
        begins = at > 0 or not self._bare[at].endswith("ing")
        return self._words[at][0].isupper() and not self._small[at] and begins

    def _may_be_a_person(self, at: int) -> bool:
        """Whether a word may be a given name, and the next one the family's: "Louise Arbour", not "Mali Conflict"."""
        text, word = self._words[at], self._bare[at]
        known = word in _places() or _ACRONYM.search(text) or _OF_A_PEOPLE.fullmatch(text)
        return at in self._alone and len(text) > 1 and not re.search(r"\d", text) and word == text.lower() and not known

    def _run_before(self, at: int, most: int) -> Iterator[int]:
        """The words with capitals right before one, the farthest first."""
        first = at
        while first > 0 and at - first < most and self._goes_on(first - 1) and self._is_part(first - 1):
            first -= 1
        # “Truth and Reconciliation Commission”
        if 1 < first < at and self._bare[first - 1] == "and" and all(map(self._goes_on, (first - 2, first - 1))):
            first -= 2 * self._is_part(first - 2)
        yield from range(first, at)

    def _run_after(self, at: int) -> Iterator[int]:
        """The words with capitals right after one."""
        while self._goes_on(at) and self._is_part(at + 1):
            at += 1
            yield at

    def _led_to(self, at: int) -> Iterator[int]:
        """The words of a name after its head, to which "of" and the like lead."""
        joints = _listed("joints")
        ahead = at
        while self._goes_on(ahead):
            ahead += 1
            if self._bare[ahead] in joints and self._bare[ahead - 1 : ahead + 1] != ["and", "the"]:
                joints = _listed("joints") | _listed("more_joints")
            elif ahead == at + 1 or not self._is_part(ahead):
                return
            else:
                yield ahead
                # “European Court of Human Rights’s decision”: a genitive ends a name.
                if self._bare[ahead] != self._words[ahead].lower():
                    return


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(table()["names"][name].split())


@cache
def _places() -> frozenset[str]:
    """The words of the names of places."""
    hosts = (name for mission in missions().values() for host in mission.hosts for name in host.en)
    return _listed("places") | {bare(word) for name in hosts for word in name.split()}


@cache
def _known_names() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """By first word, names of missions, their hosts, bodies and others, as bare words."""
    told = {*table()["names"]["phrases"].splitlines(), *bodies()}
    for mission in missions().values():
        told |= {*mission.en, *(name for host in mission.hosts for name in host.en)}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in filter(None, sorted(told)):
        words = tuple(bare(word.strip(",()")) for word in name.split())
        by_first.setdefault(words[0], []).append(words)
    return by_first
