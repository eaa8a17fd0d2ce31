"""Passages -> what is kept of what the model makes of them: a vector for each, and its tokens' in a few bytes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.encoding.embedder import Embedder
from index.encoding.tokens import coded
from index.store import Codes, Vectors
from ingest.model import Passage
from ingest.passages.cutting import embedded_text


@dataclass(frozen=True, slots=True)
class Embedded:
    """What a model makes of passages, in their order."""

    vectors: Vectors
    tokens: tuple[Codes, ...]
    """None where the model gives no vectors of tokens."""

    def part(self, start: int, end: int) -> "Embedded":
        """Of the passages from `start` to before `end`."""
        return Embedded(self.vectors[start:end], self.tokens[start:end])


def embedded(embedder: Embedder, passages: Sequence[Passage]) -> Embedded:
    """Read passages, with their headings before them, once for both."""
    vectors: dict[int, Vectors] = {}
    tokens: dict[int, Codes] = {}
    for place, reading in embedder.read([embedded_text(passage) for passage in passages]):
        vectors[place] = reading.vector
        if len(reading.tokens):
            tokens[place] = coded(reading.tokens)
    if not passages:
        return Embedded(np.empty((0, 0), np.float32), ())
    order = range(len(passages))
    told = tuple(tokens.get(place, _NO_TOKENS) for place in order) if tokens else ()
    return Embedded(np.stack([vectors[place] for place in order]), told)


_NO_TOKENS: Codes = np.empty((0, 0), np.uint8)
