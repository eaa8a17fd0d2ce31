"""A model that draws its vectors: for measures of what is done with vectors, not of how they are made."""

from collections.abc import Iterator, Sequence

import numpy as np

from index.encoding.encoder import Reading
from index.store import Vectors

SIZE = 384


class RandomEmbedder:
    """Random directions, the same for the same text; no vectors of tokens."""

    name, window, identity = "random", 254, "random"

    def count(self, text: str) -> int:
        return len(text.split())

    def encode(self, texts: Sequence[str]) -> Vectors:
        drawn = [np.random.default_rng(abs(hash(text)) % 2**32).normal(size=SIZE) for text in texts]
        vectors = np.array(drawn, np.float32)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def read(self, texts: Sequence[str]) -> Iterator[tuple[int, Reading]]:
        for place, vector in enumerate(self.encode(texts)):
            yield place, Reading(vector, np.empty((0, SIZE), np.float32), ())

    def ask(self, question: str) -> Reading:
        return next(self.read([question]))[1]
