"""Two voices into one order: cosines and words, fused by a convex combination of min–max scores.

Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval" (2023): it keeps how much better a
passage is, which ranks alone throw away. But min–max makes the best of any voice 1, also where no passage has more of
the question than "what", "does" and "say"; so words have a say only as far as they were found.
"""

from collections.abc import Mapping
from operator import itemgetter
from typing import TypeVar

from index.store import Found

Passage = TypeVar("Passage", Found, str)
"""How passages are named: as the store found them, or by their ids."""

DEPTH = 200
"""Passages asked of each voice."""
DENSE_WEIGHT = 0.5
UNHEARD, HEARD = 0.25, 0.75
"""Share of the question's words, weighed by rarity, that the best passage by words has: up to the one, the words' voice
has no say (fillers and a chance word are everywhere), from the other on all of its own, in between in proportion."""


def fuse(
    dense: Mapping[Passage, float], lexical: Mapping[Passage, float], told: float = 1.0
) -> list[tuple[Passage, float]]:
    """Passages of either voice, best first, with scores from 0 to 1.

    A voice that is silent on a passage gives it 0; one that found nothing at all has no say.

    Args:
        dense: cosines.
        lexical: BM25 scores.
        told: how much of the question's words the best of `lexical` has, from 0 to 1 (see `HEARD`).
    """
    near, worded = scaled(dense), scaled(lexical)
    if not near or not worded:
        return ordered(near or worded)
    say = (1 - DENSE_WEIGHT) * heard(told)
    fused = {passage: DENSE_WEIGHT * score / (DENSE_WEIGHT + say) for passage, score in near.items()}
    for passage, score in worded.items():
        fused[passage] = fused.get(passage, 0.0) + say * score / (DENSE_WEIGHT + say)
    return ordered(fused)


def heard(told: float, full: float = HEARD) -> float:
    """How much of their say words have, from 0 to 1, where the best passage by words has this share of them.

    Args:
        told: the share.
        full: from which share on they have all of it.
    """
    return min(1.0, max(0.0, (told - UNHEARD) / (full - UNHEARD)))


def ordered(scores: Mapping[Passage, float]) -> list[tuple[Passage, float]]:
    """Best first; ties by number or id, so that every run gives the same order."""
    return sorted(sorted(scores.items()), key=itemgetter(1), reverse=True)  # a sort keeps the order of equals


def scaled(scores: Mapping[Passage, float]) -> dict[Passage, float]:
    """From 0 for the least to 1 for the greatest; 1 for all where they are equal."""
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    if high == low:
        return dict.fromkeys(scores, 1.0)
    return {passage: (score - low) / (high - low) for passage, score in scores.items()}
