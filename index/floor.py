"""How near to its passages a question comes that the library cannot answer: measured, not guessed.

Models differ in the cosines that they give to unrelated texts, and the best of many passages is nearer than the best
of few. So questions that no work on peacekeeping answers are asked after every addition; what they reach is the floor.
"""

from functools import cache
from importlib.resources import files

import numpy as np

from index.embedder import Embedder
from index.query import Scope
from index.store import Store

FLOOR = "floor"
"""The fact that holds it."""
SPREADS = 3.0
"""Standard deviations above the middle of the foreign questions. On the sample corpus the floor is 0.34; there 16 other
foreign questions reach 0.30 at most, and 16 that the corpus answers in other words 0.40 at least."""

_MAD_TO_DEVIATION = 1.4826
"""Of a normal distribution. One question whose subject happens to be there does not move the median deviation."""


@cache
def foreign_questions() -> tuple[str, ...]:
    """Questions on kitchens, stars and knitting."""
    text = files("index").joinpath("data", "foreign_questions.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def measured_floor(store: Store, embedder: Embedder) -> float:
    """The cosine below which a passage says no more about a question than about any other; -1 without passages."""
    vectors = embedder.encode(foreign_questions())
    best = np.array([max(store.dense(vector, 1, Scope()).values(), default=-1.0) for vector in vectors])
    middle = np.median(best)
    spread = _MAD_TO_DEVIATION * np.median(np.abs(best - middle))
    return float(middle + SPREADS * spread)
