"""Titles that may be one, found without comparing every title with every other.

A document may cite thousands of works whose titles begin alike ("Report of the Secretary-General on the situation in
..."). Two titles are one (`ingest.works.titles.same_title`) where the main titles agree, one begins with all of the
other, or nearly all letters agree; each of these leaves something that both have in full, by which they are found.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from ingest.words.folding import main_title, words
from ingest.works.titles import without_makers

_Key = tuple[str, ...]

_WORDS = 6
"""Words of a title that are looked at for two titles whose letters nearly agree."""
_BEGINNING = 4
"""Words that a title must have for its longer form to be known by."""
_RAREST = 3
"""Pairs of words looked at: a misprint in one word leaves most pairs of the others."""
_FORMULA = 30
"""Titles with the same pair of words, above which the pair is a formula and says nothing: "report", "secretary"."""
_SHORT = 3
"""Words of a title of which a misprint may leave no pair."""


class _Keys(NamedTuple):
    """What a title is found by."""

    told: _Key
    main: _Key
    beginnings: tuple[_Key, ...]
    pairs: tuple[_Key, ...]


class TitleIndex:
    """Numbers of works by their titles and years."""

    def __init__(self) -> None:
        self._added: set[tuple[int, str, int | None]] = set()
        self._years: dict[int, set[int]] = defaultdict(set)
        self._whole: dict[_Key, list[int]] = defaultdict(list)
        """By main title, and by the whole title that a longer one may begin with."""
        self._begun: dict[_Key, list[int]] = defaultdict(list)
        """By all beginnings that are enough to know a longer title by."""
        self._pairs: dict[_Key, list[int]] = defaultdict(list)

    def add(self, number: int, title: str, year: int | None) -> None:
        """Make a work findable by a title; a work may have several.

        Args:
            number: The work's.
            title: As printed.
            year: None where the work's is not known: it may then be of any year.
        """
        if (number, title, year) in self._added:
            return
        self._added.add((number, title, year))
        self._years[number].add(year or 0)
        keys = _keys(title)
        for key in {keys.main, keys.told}:
            self._whole[key].append(number)
        for key in keys.beginnings:
            self._begun[key].append(number)
        for key in keys.pairs:
            self._pairs[key].append(number)

    def like(self, title: str, year: int | None) -> set[int]:
        """Return the works whose titles may be this one, of this year where both are dated."""
        keys = _keys(title)
        some_words = sorted((shelf for key in keys.pairs if (shelf := self._pairs.get(key))), key=len)
        shelves = [shelf for shelf in some_words[:_RAREST] if len(shelf) <= _FORMULA]
        shelves += [shelf for key in {keys.main, *keys.beginnings} if (shelf := self._whole.get(key))]
        if longer := self._begun.get(keys.told):
            shelves.append(longer)
        found = set().union(*shelves)
        return found if year is None else {n for n in found if not self._years[n].isdisjoint((year, 0))}


@lru_cache(maxsize=8192)
def _keys(title: str) -> _Keys:
    """Return the keys of a title, which is put away once and asked for at each of its citations."""
    title = without_makers(title)
    told = words(title)
    return _Keys(told, words(main_title(title)), tuple(_beginnings(told)), tuple(_pairs(told)))


def _beginnings(told: _Key) -> Iterator[_Key]:
    """The whole and the beginnings with four words or a number: "Law No. 147" of "Law No. 147: General Law on ..."."""
    yield told
    for length in range(1, len(told)):
        if length >= _BEGINNING or any(word.isdigit() for word in told[:length]):
            yield told[:length]


def _pairs(told: _Key) -> Iterator[_Key]:
    """Pairs of words that stand in a title, in whatever order, and of a short title its single words too."""
    several = sorted(set(told[:_WORDS]))
    yield from combinations(several, 2)
    if len(several) <= _SHORT:
        yield from ((word,) for word in several)
