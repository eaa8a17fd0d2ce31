"""A second look at the first passages, token by token: where in the passage is each part of the question answered?

One vector is the average of a passage, and a sentence that answers may drown in it. So each token of the question
meets its best match among the passage's tokens, those of its headings included (late interaction: Khattab and Zaharia,
"ColBERT", 2020; here with the vectors of the very model that the library's are made with, which nobody trained for it).
A rare word's match says more than that of "what" and "does": each counts as its word is rare in the library. And a
passage that leaves one part of the question without any match answers it less than one that meets every part halfway;
and one that meets them in a sentence or two answers it better than one that meets them here and there.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from index.encoding.encoder import Reading
from index.encoding.tokens import cosines
from index.search.ranking import heard, ordered, scaled
from index.store import Codes, Vectors

FIRST = 80
"""Passages looked at again. On the questions of tests/bench 60 bring fewer answers to the first five and ten, and more
bring no more."""
UNWORDED, WORDED = 0.85, 0.7
"""Weight of the second look against the first score: of a question whose words were not found, and of one whose words
were. There the first score knows what the vectors of a model blur: names, numbers, terms of art."""
STRICT = 3.0
"""How much more the worst matched parts of a question count than the others: at 0 not at all (the mean), with ever more
the worst alone. On the questions of tests/bench 2 to 8 do about as well."""

WINDOW, WINDOWED = 48, 0.4
"""Tokens, about two sentences, in which an answer stands together, and what it counts there beside the whole passage:
in a long one each part of a question is met somewhere. Windows of 40 to 64 do about as well, of 32 and fewer worse."""

_LEAST = 0.1
"""Weight of a token that stands in no word, as a question mark: it too was read in its place."""
_WORD = re.compile(r"[^\W_]+")


def weights(asked: Reading, question: str, rarities: Callable[[Sequence[str]], Mapping[str, float]]) -> Vectors:
    """How much each token of the question counts; their sum is 1.

    Args:
        asked: the question as the model reads it.
        question: its text.
        rarities: of words, how much each tells.
    """
    words = [found.span() for found in _WORD.finditer(question)]
    rare = rarities(list(dict.fromkeys(question[start:end] for start, end in words)))
    counts: Vectors = np.full(len(asked.tokens), _LEAST, np.float32)
    for at, (start, end) in enumerate(asked.offsets):
        counts[at] += max((rare[question[a:b]] for a, b in words if a < end and start < b), default=0.0)
    counts /= max(counts.sum(), _LEAST)
    return counts


def likeness(
    asked: Reading, weighed: Vectors, passages: Sequence[Codes], parts: Sequence[int] | None = None
) -> list[float]:
    """How well each passage answers: a mean of the cosines of the question's tokens to their best matches.

    It is weighed, and exponential (as log-sum-exp smooths the least of numbers), so that what has no match weighs more.

    Args:
        asked: the question as the model reads it.
        weighed: its tokens' weights.
        passages: the vectors of each one's tokens.
        parts: how many tokens each part of the passages has that is to be judged by itself; by default each passage is
            one, judged as a whole and by its best window.
    """
    lengths = np.array([len(codes) for codes in passages] if parts is None else parts, np.int64)
    made = np.zeros(len(lengths), np.float32)
    if lengths.any() and len(asked.tokens):
        full = np.flatnonzero(lengths)
        starts = (np.cumsum(lengths) - lengths)[full]
        with _blas().limit(limits=1, user_api="blas"):
            near = cosines(asked.tokens, passages)
            made[full] = _met(weighed, np.maximum.reduceat(near, starts, axis=1))
            if parts is None:
                made[full] += WINDOWED * (_in_a_window(weighed, near, starts, lengths[full]) - made[full])
    return made.tolist()


def _met(weighed: Vectors, best: Vectors) -> Vectors:
    """Of each column of best matches, how well it meets the question as a whole."""
    met: Vectors = -np.log(weighed @ np.exp(-STRICT * best)) / STRICT
    return met


def _in_a_window(weighed: Vectors, near: Vectors, starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> Vectors:
    """How well the best window of each passage meets the question; a window begins in the middle of the one before."""
    half = WINDOW // 2
    counts = -(-lengths // half)
    first = np.cumsum(counts) - counts
    own = np.repeat(np.arange(len(counts)), counts)
    best = np.maximum.reduceat(near, starts[own] + half * (np.arange(len(own)) - first[own]), axis=1)
    goes_on = own[1:] == own[:-1]
    best[:, :-1][:, goes_on] = np.maximum(best[:, :-1], best[:, 1:])[:, goes_on]
    found: Vectors = np.maximum.reduceat(_met(weighed, best), first)
    return found


@cache
def _blas() -> ThreadpoolController:
    """One thread multiplies so little in 6 ms; two do it in 3, but in 90 where other programs keep the cores busy."""
    return ThreadpoolController()


def say(told: float) -> float:
    """Of the second look, where the best passage by words has this share of the question's words."""
    return UNWORDED - (UNWORDED - WORDED) * heard(told)


def reordered(
    first: Sequence[tuple[str, float]], likenesses: Sequence[float], weight: float
) -> list[tuple[str, float]]:
    """Passages in the order of both looks.

    Scores stay between the least and the greatest that came in: what follows these passages still follows them.

    Args:
        first: passages with their scores, best first.
        likenesses: what the second look makes of each.
        weight: of the second look.
    """
    if not first:
        return []
    high, low = first[0][1], first[-1][1]
    second = scaled({passage: seen for (passage, _), seen in zip(first, likenesses, strict=True)})
    return ordered(
        {passage: (1 - weight) * score + weight * (low + second[passage] * (high - low)) for passage, score in first}
    )
