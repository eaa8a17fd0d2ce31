"""Peace operations: what they are called in English and French, where and when they were, and which a text names.

The facts stand in `data/missions.json`: the United Nations' peacekeeping operations since 1948, its special political
missions, and the main operations of regional organisations and coalitions.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from ingest.words.folding import ARTICLES, FUNCTION_WORDS, fold

MissionKind = Literal["peacekeeping", "political", "regional"]

_WORD = re.compile(r"[^\W_]+")
_Names = Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]
"""By first word: names as words, the longest first, each with the ids of the missions that bear it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A country or region where a mission was."""

    en: tuple[str, ...]
    fr: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mission:
    """One peace operation."""

    id: str
    """Its English acronym, or what it is called for short: "MINUSMA", "UNEF I"."""
    kind: MissionKind
    by: str
    """Who led it: "UN", "AU", "EU"."""
    en: tuple[str, ...]
    """English names in full; so in `fr`."""
    fr: tuple[str, ...]
    acronyms: tuple[str, ...]
    """In either language, English ones first."""
    hosts: tuple[Place, ...]
    start: int
    end: int | None
    """None: it was still there when the facts were written down (`as_of` in the data)."""

    @property
    def label(self) -> str:
        """Say "MINUSMA (Mali, 2013–2023)"."""
        years = f"since {self.start}" if self.end is None else f"{self.start}–{self.end}"
        years = str(self.start) if self.end == self.start else years
        return f"{self.id} ({', '.join(place.en[0] for place in self.hosts)}, {years})"

    @property
    def titles(self) -> tuple[str, ...]:
        """All that it is called, acronyms first."""
        return tuple(dict.fromkeys((self.id, *self.acronyms, *self.en, *self.fr)))


@cache
def missions() -> Mapping[str, Mission]:
    """All missions by their ids, those of the United Nations first, each kind in the order of their beginning."""
    data = _data()
    places = {name: Place(tuple(said["en"]), tuple(said["fr"])) for name, said in data["places"].items()}
    return {
        one["id"]: Mission(
            id=one["id"],
            kind=one["kind"],
            by=one["by"],
            en=tuple(one["names"]["en"]),
            fr=tuple(one["names"]["fr"]),
            acronyms=tuple(dict.fromkeys((*one["acronyms"]["en"], *one["acronyms"]["fr"]))),
            hosts=tuple(places[host] for host in one["hosts"]),
            start=one["start"],
            end=one["end"],
        )
        for one in data["missions"]
    }


def called(name: str) -> tuple[Mission, ...]:
    """The missions with this id, acronym or name, in any case: two for "UNEF", none for what is no mission."""
    wanted = _words_of_name(name)
    return tuple(mission for mission in missions().values() if wanted and wanted in map(_words_of_name, mission.titles))


def is_weak(acronym: str) -> bool:
    """Whether an acronym stands for other things too ("MSS"), or is a word in small letters ("amis")."""
    return acronym in _weak()


@dataclass(frozen=True, slots=True)
class Named:
    """The missions that a text names, by id."""

    surely: frozenset[str]
    perhaps: frozenset[str]
    """By an acronym that stands for other things too: it counts where the document names the mission in full."""


def named_in(text: str) -> Named:
    """The missions that a text names: acronyms as they are written, names without regard to case and accents.

    Of two names that begin at one word the longer one counts: "UNEF II" is not "UNEF I" too, but "UNEF" is either.
    """
    written = _WORD.findall(text)
    telling = [word for word in map(_compared, written) if word]
    surely = {mission for ids in _read(telling, _full_names()) for mission in ids}
    perhaps: set[str] = set()
    for ids in _read(written, _acronyms(weak=False)):
        surely.update(ids)
    for ids in _read(written, _acronyms(weak=True)):
        perhaps.update(ids)
    return Named(frozenset(surely), frozenset(perhaps - surely))


def _read(words: Sequence[str], names: _Names) -> Iterator[tuple[str, ...]]:
    until = 0
    for at in [at for at, word in enumerate(words) if word in names]:
        if at < until:
            continue
        for name, ids in names[words[at]]:
            if tuple(words[at : at + len(name)]) == name:
                yield ids
                until = at + len(name)
                break


@cache
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads(files("index").joinpath("data", "missions.json").read_text("utf-8"))
    return data


@cache
def _weak() -> frozenset[str]:
    return frozenset(_data()["weak"])


@cache
def _acronyms(*, weak: bool) -> _Names:
    return _by_first(
        (tuple(_WORD.findall(acronym)), mission.id)
        for mission in missions().values()
        for acronym in mission.acronyms
        if is_weak(acronym) == weak
    )


@cache
def words_of_missions() -> frozenset[str]:
    """The words in the names of missions, and of the countries where they were, folded."""
    titles = (title for mission in missions().values() for title in mission.titles)
    places = (name for mission in missions().values() for host in mission.hosts for name in (*host.en, *host.fr))
    return frozenset(word for name in (*titles, *places) for word in fold(name).split())


@cache
def _full_names() -> _Names:
    return _by_first(
        (_words_of_name(name), mission.id) for mission in missions().values() for name in (*mission.en, *mission.fr)
    )


def _by_first(named: Iterator[tuple[tuple[str, ...], str]]) -> _Names:
    bearers: dict[tuple[str, ...], list[str]] = {}
    for name, mission in named:
        bearers.setdefault(name, []).append(mission)
    first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for name in sorted(bearers, key=len, reverse=True):
        first.setdefault(name[0], []).append((name, tuple(dict.fromkeys(bearers[name]))))
    return first


def _words_of_name(name: str) -> tuple[str, ...]:
    """A name as it is compared: "in the DRC" or "in DRC", "stabilisation" or "stabilization" are the same."""
    return tuple(word for word in map(_compared, fold(name).split()) if word)


@lru_cache(maxsize=1 << 16)
def _compared(word: str) -> str:
    """A word as names are compared by; nothing for one that tells nothing. A text has the same few thousand words."""
    folded = fold(word)
    return "" if folded in FUNCTION_WORDS or folded in ARTICLES else folded.replace("isation", "ization")
