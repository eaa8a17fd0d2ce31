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
SHARE = 0.9
"""Of the foreign questions, how many must stay below the floor: one or two may happen on a subject that is there."""


@cache
def foreign_questions() -> tuple[str, ...]:
    """Questions on kitchens, stars and knitting."""
    text = files("index").joinpath("data", "foreign_questions.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def measured_floor(store: Store, embedder: Embedder) -> float:
    """The cosine below which a passage says no more about a question than about any other; -1 without passages."""
    best = [
        max(store.dense(vector, 1, Scope()).values(), default=-1.0) for vector in embedder.encode(foreign_questions())
    ]
    return float(np.quantile(best, SHARE))
