"""Texts -> vectors without torch: a tokenizer and an exported model."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from index.encoding.runtime import Inputs, Runtime
from index.store import Vectors

_BATCH = 8
"""Texts at a time: two cores make as many passages a second with 4, 8 and 16."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model makes of one text."""

    vector: Vectors
    """Of length 1."""
    tokens: Vectors
    """One of length 1 for each token, special ones left out; none where the model gives no vectors of tokens."""
    offsets: tuple[tuple[int, int], ...]
    """Of each token, the characters of the text that it stands for."""


class Encoder:
    """Makes the vectors that sentence-transformers would make, several times faster.

    Args:
        runtime: the model.
        tokenizer: of the package `tokenizers`; neither cuts nor pads.
        window: tokens of a text that are read, special ones left out; the rest is cut off.
    """

    def __init__(self, runtime: Runtime, tokenizer: Any, window: int) -> None:
        self._runtime = runtime
        self._tokenizer = tokenizer
        self._window = window

    @property
    def precision(self) -> str:
        """In which this processor computes: bf16 or f32."""
        return self._runtime.precision

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Vectors of length 1, float32."""
        read = [self._read(one) for one in self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)]
        made = self._runtime.run(len(read), self._batches(read))
        made /= np.linalg.norm(made, axis=1, keepdims=True)
        return made

    def read(self, texts: Sequence[str]) -> Iterator[tuple[int, Reading]]:
        """What the model makes of each text, with the text's place among them; not in their order.

        One after another, for what it makes of many texts token by token would fill the memory.
        """
        # With offsets, which `encode_batch_fast` leaves out.
        read = [self._read(one) for one in self._tokenizer.encode_batch(list(texts), add_special_tokens=False)]
        for places, vectors, tokens in self._runtime.run_tokens(self._batches(read)):
            for place, vector, its_tokens in zip(places, vectors, tokens, strict=True):
                encoding = read[place]
                own = np.flatnonzero(np.array(encoding.special_tokens_mask) == 0)
                yield (
                    place,
                    Reading(
                        vector / np.linalg.norm(vector),
                        its_tokens[own] / np.linalg.norm(its_tokens[own], axis=1, keepdims=True),
                        tuple(encoding.offsets[at] for at in own),
                    ),
                )

    def _read(self, encoding: Any) -> Any:
        encoding.truncate(self._window)
        return self._tokenizer.post_process(encoding)  # adds the special tokens

    def _batches(self, read: Sequence[Any]) -> Iterator[tuple[list[int], Inputs]]:
        # Longest first: batches of like lengths hold little padding, and the largest memory is asked for at once.
        order = sorted(range(len(read)), key=lambda place: -len(read[place]))
        for start in range(0, len(order), _BATCH):
            places = list(order[start : start + _BATCH])
            yield places, self._batch([read[place] for place in places])

    def _batch(self, read: Sequence[Any]) -> Inputs:
        shape = (len(read), len(read[0]))
        batch = {name: np.zeros(shape, np.int64) for name in ("input_ids", "attention_mask", "token_type_ids")}
        for row, encoding in enumerate(read):
            # Zeros fill the rest of a row: what stands there is masked, so that no model minds which token it is.
            batch["input_ids"][row, : len(encoding)] = encoding.ids
            batch["attention_mask"][row, : len(encoding)] = encoding.attention_mask
            batch["token_type_ids"][row, : len(encoding)] = encoding.type_ids
        return {name: batch[name] for name in self._runtime.inputs}
