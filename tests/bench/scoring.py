"""Ranks of the first right passage -> recall and reciprocal rank, with intervals for their lead over a baseline."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Ranks = Sequence[int | None]
"""For each question the rank of the first passage that answers it, from 1; None beyond the depth looked at."""

DEPTH = 10
MEASURES = ("R@1", "R@5", "R@10", "MRR@10")
_RESAMPLES = 5000
_SEED = 20


def table(systems: Mapping[str, Ranks], baseline: str, chosen: Sequence[int]) -> list[str]:
    """Lines of a table: each system's measures and the 95 % interval of their differences from the baseline's.

    The bootstrap is paired: questions are drawn with replacement, both systems are scored on the same draw
    (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, percentile intervals).
    """
    values = {name: _values(ranks)[list(chosen)] for name, ranks in systems.items()}
    draws = np.random.default_rng(_SEED).integers(0, len(chosen), (_RESAMPLES, len(chosen)))
    lines = [f"{'':36}" + "".join(f"{measure:<26}" for measure in MEASURES)]
    for name, each in values.items():
        lead = (each - values[baseline])[draws].mean(axis=1)
        low, high = np.quantile(lead, [0.025, 0.975], axis=0)
        cells = (
            f"{mean:.3f}" if name == baseline else f"{mean:.3f} ({a:+.3f} to {b:+.3f})"
            for mean, a, b in zip(each.mean(axis=0), low, high, strict=True)
        )
        lines.append(f"{name:36}" + "".join(f"{cell:<26}" for cell in cells).rstrip())
    return lines


def _values(ranks: Ranks) -> npt.NDArray[np.float64]:
    """A row for each question, a column for each of MEASURES."""
    reached = [rank or np.inf for rank in ranks]
    return np.array([[rank <= 1, rank <= 5, rank <= DEPTH, 1 / rank] for rank in reached], np.float64)
