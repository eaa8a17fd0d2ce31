"""How near to its passages a question comes that the library cannot answer: measured, not guessed.

Models differ in the cosines that they give to unrelated texts, and the best of many passages is nearer than the best
of few. So questions that no work on peacekeeping answers are asked whenever a library has grown; what they reach is
the floor. It is reached by the mean of the nearest few: a question that a library answers has more than one passage
near it, and one passage may be near to anything.

A model that reads English takes any question in French for one about the French texts of a library: what is asked in
French of cats that purr comes nearer to them than most of what is asked in English and answered. So each language in
which such questions can be asked has a floor of its own. So has each into which they are put word by word: what is left
of "Which trees lose their needles?" is "trees perdre needles", and French words lie near French text.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from index.encoding.embedder import Embedder
from index.model import Filters
from index.query import Scope, parse
from index.search.translation import translated
from index.store import Store

FLOOR = "floor of five"
"""The fact that holds it, for questions in English or in no language that is known; others name their language too."""
MEASURED = "floors"
"""The fact that holds what `current` was when they were measured."""
_SIZES = "floors of passages"
"""The fact that holds how many passages there were in each language."""
GROWN = 0.05
"""By so much of it a language may have more or fewer passages before floors are measured again, which takes half a
second. Where a library of 1,500 to 2,000 passages grew by that, its floors rose by 0.000 to 0.015, one of thirty by
0.03."""
_RULES = 4
"""To be counted up when floors are measured in any other way."""
NEAREST = 5
"""Passages whose mean counts."""
_THERE = 2
"""Of the foreign questions, the nearest that do not count: their subject may happen to be in the library."""
SPREADS = 3.0
"""Standard deviations above the mean of the other foreign questions. In libraries of 1 to 35 of the documents of
tests/bench, 0.04 to 0.07 of foreign questions that were not measured with come above it in English, and 0.00 to 0.01 of
the questions that are answered stay below it (with 3.5 0.03 to 0.04, and 0.01 to 0.02)."""
_ENGLISH = "en"


@cache
def foreign_questions() -> Mapping[str, Sequence[str]]:
    """Questions on kitchens, stars and knitting, by the language that they are asked in."""
    lines = files("index").joinpath("data", "foreign_questions.txt").read_text(encoding="utf-8").splitlines()
    found: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        if line and not line.startswith("#"):
            language, question = line.split(": ", 1)
            found[language].append(question)
    return found


@cache
def current() -> str:
    """By which rules and questions, put into other languages by which words, floors are measured now."""
    data = files("index").joinpath("data")
    names = ("foreign_questions.txt", "glossary.txt", "vocabulary.txt")
    digest = hashlib.sha256(b"".join(data.joinpath(name).read_bytes() for name in names)).hexdigest()
    return f"{_RULES}-{digest[:12]}"


def outgrown(store: Store) -> bool:
    """Whether floors were measured by other rules, or of a language with more or fewer passages."""
    facts = store.facts()
    if facts.get(MEASURED) != current():
        return True
    then, now = json.loads(facts.get(_SIZES, "{}")), store.sizes()
    return any(abs(now.get(one, 0) - then.get(one, 0)) > GROWN * then.get(one, 0) for one in {*then, *now})


def measured_floors(store: Store, embedder: Embedder) -> Mapping[str, str]:
    """The facts that hold the floors of now: by the language of a question, and by that into which some can be put."""
    there = store.languages()
    put: dict[str, list[str]] = defaultdict(list)
    facts = {MEASURED: current(), _SIZES: json.dumps(dict(store.sizes()))}
    for asked_in, questions in foreign_questions().items():
        facts[_fact(asked_in, "")] = str(_reached(store, embedder, questions, Filters()))
        for question in questions:
            for language, other in translated(parse(question)).items():
                put[language].append(other.question)
    return facts | {
        _fact("", language): str(_reached(store, embedder, questions, Filters(languages=(language,))))
        for language, questions in put.items()
        if language in there
    }


def floor_of(store: Store, asked_in: str | None, put_into: str = "") -> float:
    """The cosine below which a passage says no more about a question than about any other; -1 without passages.

    Args:
        store: whose passages.
        asked_in: the language that the question is in, where that is known.
        put_into: the language that it was put into; "" for one that stands as it was asked. Its floor is that of
            English questions where no foreign one could be put into that language.
    """
    facts = store.facts()
    return float(facts.get(_fact(asked_in or "", put_into), facts.get(FLOOR, "-1")))


def has_own_floor(asked_in: str | None) -> bool:
    """Whether a question in this language is measured by others in it than English ones."""
    return asked_in != _ENGLISH and asked_in in foreign_questions()


def _fact(asked_in: str, put_into: str) -> str:
    if put_into:
        return f"{FLOOR}, put into {put_into}"
    return f"{FLOOR}, asked in {asked_in}" if has_own_floor(asked_in) else FLOOR


def _reached(store: Store, embedder: Embedder, questions: Sequence[str], filters: Filters) -> float:
    asked = [embedder.ask(question) for question in questions]
    best = sorted(nearness(store.dense(one.vector, NEAREST, Scope(filters)).values()) for one in asked)
    counted = best[:-_THERE] if len(best) > 2 * _THERE else best
    return float(np.mean(counted) + SPREADS * np.std(counted))


def nearness(cosines: Iterable[float]) -> float:
    """How near the passages of these cosines come; -1 where there are none."""
    best = sorted(cosines, reverse=True)[:NEAREST]
    return float(np.mean(best)) if best else -1.0
