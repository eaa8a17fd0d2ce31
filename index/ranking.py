"""Two voices into one order: cosines and words, fused by a convex combination of min–max scores.

Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval" (2023): it keeps how much better a
passage is, which ranks alone throw away.
"""

from collections.abc import Mapping

DEPTH = 200
"""Passages asked of each voice."""
DENSE_WEIGHT = 0.5


def fuse(
    dense: Mapping[str, float], lexical: Mapping[str, float], weight: float = DENSE_WEIGHT
) -> list[tuple[str, float]]:
    """Passages of either voice, best first, with scores from 0 to 1.

    A voice that is silent on a passage gives it 0; one that found nothing at all has no say.
    """
    near, worded = _scaled(dense), _scaled(lexical)
    if not near or not worded:
        return ordered(near or worded)
    fused = {
        passage: weight * near.get(passage, 0.0) + (1 - weight) * worded.get(passage, 0.0)
        for passage in (*near, *(one for one in worded if one not in near))
    }
    return ordered(fused)


def ordered(scores: Mapping[str, float]) -> list[tuple[str, float]]:
    """Best first; ties by passage id, so that every store and every run gives the same order."""
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))


def _scaled(scores: Mapping[str, float]) -> dict[str, float]:
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    if high == low:
        return dict.fromkeys(scores, 1.0)
    return {passage: (score - low) / (high - low) for passage, score in scores.items()}
