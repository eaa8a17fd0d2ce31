"""A second look at the first passages, token by token: where in the passage is each part of the question answered?

One vector is the average of a passage, and a sentence that answers may drown in it. So each token of the question
meets its best match among the passage's tokens (late interaction: Khattab and Zaharia, "ColBERT", 2020; here with the
vectors of the very model that the library's are made with, which nobody trained for it).
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.embedder import Embedder
from index.ranking import ordered, scaled
from index.store import Vectors

FIRST = 12
"""Passages looked at again: a quarter of a second of one core where they are long. On the questions of tests/bench, 20
or 40 bring no more of the answers to the top."""
WEIGHT = 0.5
"""Of the second look against the first score. Public collections gain most between 0.25 and 0.5, our own questions
(tests/bench) up to 0.75."""

_ROOM = 64 * 2**20
"""Bytes of token vectors that are kept: some 330 of the longest passages that the default model reads."""

_Tokens = NDArray[np.float16]


class SecondLook:
    """Compares questions with passages by their tokens; keeps the vectors of the passages seen last.

    Threads may share it.

    Args:
        room: bytes of vectors that are kept.
    """

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self._kept: OrderedDict[tuple[str, str], _Tokens] = OrderedDict()
        self._taken = 0
        self._lock = threading.Lock()

    def __call__(self, embedder: Embedder, question: str, texts: Sequence[str]) -> list[float] | None:
        """How well each text answers: the mean of the cosines of the question's tokens to their best matches.

        Returns:
            None where the model gives no vectors of tokens.
        """
        known = self._known(embedder.identity, texts)
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        made = embedder.token_vectors([question, *missing])
        if made is None:
            return None
        asked, *others = made
        new = {text: vectors.astype(np.float16) for text, vectors in zip(missing, others, strict=True)}
        self._keep(embedder.identity, new)
        known |= new
        return [_likeness(asked, known[text]) for text in texts]

    def _known(self, identity: str, texts: Sequence[str]) -> dict[str, _Tokens]:
        with self._lock:
            known = {text: self._kept[identity, text] for text in texts if (identity, text) in self._kept}
            for text in known:
                self._kept.move_to_end((identity, text))
        return known

    def _keep(self, identity: str, new: dict[str, _Tokens]) -> None:
        with self._lock:
            for text, vectors in new.items():
                if (identity, text) not in self._kept:  # another thread may have been here
                    self._kept[identity, text] = vectors
                    self._taken += vectors.nbytes
            while self._taken > self._room:
                _, oldest = self._kept.popitem(last=False)
                self._taken -= oldest.nbytes


def reordered(
    first: Sequence[tuple[str, float]], likeness: Sequence[float], weight: float = WEIGHT
) -> list[tuple[str, float]]:
    """Passages in the order of both looks.

    Scores stay between the least and the greatest that came in: what follows these passages still follows them.

    Args:
        first: passages with their scores, best first.
        likeness: what the second look makes of each.
        weight: of the second look.
    """
    if not first:
        return []
    high, low = first[0][1], first[-1][1]
    second = scaled({passage: seen for (passage, _), seen in zip(first, likeness, strict=True)})
    return ordered(
        {passage: (1 - weight) * score + weight * (low + second[passage] * (high - low)) for passage, score in first}
    )


def _likeness(question: Vectors, passage: _Tokens) -> float:
    if not len(question) or not len(passage):
        return 0.0
    return float((question @ passage.astype(np.float32).T).max(axis=1).mean())
