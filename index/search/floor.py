"""How near to its passages a question comes that the library cannot answer: measured, not guessed.

Models differ in the cosines that they give to unrelated texts, and the best of many passages is nearer than the best
of few. So questions that no work on peacekeeping answers are asked after every addition; what they reach is the floor.
It is reached by the mean of the nearest few: a question that a library answers has more than one passage near it, and
one passage may be near to anything.

Put into French word by word such questions come nearer to French passages than they come to any passage as they were
asked: what is left of "Which trees lose their needles?" is "trees perdre needles", and French words lie near French
text. So a translation has a floor of its own, reached by the same questions put into its language.
"""

import hashlib
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
"""The fact that holds it; a translation's names its language too."""
MEASURED = "floors"
"""The fact that holds what `current` was when they were measured."""
_RULES = 2
"""To be counted up when floors are measured in any other way."""
NEAREST = 5
"""Passages whose mean counts."""
SPREADS, SPREADS_PUT = 2.0, 2.5
"""Standard deviations above the middle of the foreign questions, as they are asked and put into another language. With
the documents of tests/bench the one makes 0.25: of their 203 questions one, worded away from the text, stays below it
(with 2.5 two do). What foreign questions pass is in French or German and so near any text in its language. With a
translation's at 3.0 English questions on French documents alone begin to lose answers."""

_MAD_TO_DEVIATION = 1.4826
"""Of a normal distribution. One question whose subject happens to be there does not move the median deviation."""


@cache
def foreign_questions() -> tuple[str, ...]:
    """Questions on kitchens, stars and knitting."""
    text = files("index").joinpath("data", "foreign_questions.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def current() -> str:
    """By which rules and questions, put into other languages by which words, floors are measured now."""
    data = files("index").joinpath("data")
    names = ("foreign_questions.txt", "glossary.txt", "vocabulary.txt")
    digest = hashlib.sha256(b"".join(data.joinpath(name).read_bytes() for name in names)).hexdigest()
    return f"{_RULES}-{digest[:12]}"


def measured_floors(store: Store, embedder: Embedder) -> Mapping[str, str]:
    """The facts that hold the floors of now: that of questions, and of each language into which some can be put."""
    put: dict[str, list[str]] = defaultdict(list)
    for question in foreign_questions():
        for language, other in translated(parse(question)).items():
            put[language].append(other.question)
    there = store.languages()
    return {MEASURED: current(), FLOOR: str(_reached(store, embedder, foreign_questions(), Filters(), SPREADS))} | {
        _fact(language): str(_reached(store, embedder, questions, Filters(languages=(language,)), SPREADS_PUT))
        for language, questions in put.items()
        if language in there
    }


def floor_of(store: Store, put_into: str) -> float:
    """The cosine below which a passage says no more about a question than about any other; -1 without passages.

    Args:
        store: whose passages.
        put_into: the language that the question was put into; "" for one that stands as it was asked. Its floor is
            that of questions where no foreign one could be put into that language.
    """
    facts = store.facts()
    own = facts.get(FLOOR, "-1")
    return float(facts.get(_fact(put_into), own) if put_into else own)


def _fact(language: str) -> str:
    return f"{FLOOR}, put into {language}"


def _reached(store: Store, embedder: Embedder, questions: Sequence[str], filters: Filters, spreads: float) -> float:
    asked = [embedder.ask(question) for question in questions]
    best = np.array([nearness(store.dense(one.vector, NEAREST, Scope(filters)).values()) for one in asked])
    middle = np.median(best)
    spread = _MAD_TO_DEVIATION * np.median(np.abs(best - middle))
    return float(middle + spreads * spread)


def nearness(cosines: Iterable[float]) -> float:
    """How near the passages of these cosines come; -1 where there are none."""
    best = sorted(cosines, reverse=True)[:NEAREST]
    return float(np.mean(best)) if best else -1.0
