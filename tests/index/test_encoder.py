from collections.abc import Iterable, Iterator

import numpy as np
import pytest

from index.encoding.embedder import load_embedder
from index.encoding.encoder import Encoder
from index.encoding.runtime import Inputs
from index.store import Vectors

CLS, SEP = 101, 102
TEXTS = ["mission", "", "peace operations in Mali " * 200, "a mandate", "Côte d’Ivoire"] * 5


class Recorder:
    """In place of the runtime: keeps what it is asked, and gives each text the number of its tokens."""

    inputs = ("input_ids", "attention_mask")

    def __init__(self) -> None:
        self.batches: list[Inputs] = []

    def run(self, count: int, batches: Iterable[tuple[list[int], Inputs]]) -> Vectors:
        made = np.full((count, 2), np.nan, np.float32)
        for places, batch in batches:
            self.batches.append(batch)
            made[places] = np.stack([batch["attention_mask"].sum(axis=1), np.ones(len(places))], axis=1)
        return made

    def run_tokens(self, batches: Iterable[tuple[list[int], Inputs]]) -> Iterator[tuple[list[int], Vectors, Vectors]]:
        """Of each token a vector of length 5 that tells which it is."""
        for places, batch in batches:
            ids = batch["input_ids"].astype(np.float32)
            tokens = np.stack([np.cos(ids), np.sin(ids)], axis=2) * 5
            vectors = self.run(max(places) + 1, [(places, batch)])[places]
            yield places, vectors, tokens
            vectors[:], tokens[:] = np.nan, np.nan  # as a model does that computes the next batch in the same place


@pytest.fixture(scope="module")
def tokenizer() -> object:
    return load_embedder()._tokenizer  # type: ignore[attr-defined]


@pytest.fixture
def runtime() -> Recorder:
    return Recorder()


@pytest.fixture
def encoder(runtime: Recorder, tokenizer: object) -> Encoder:
    return Encoder(runtime, tokenizer, 20)  # type: ignore[arg-type]


def test_vectors_of_length_one_in_the_order_of_the_texts(encoder: Encoder) -> None:
    made = encoder.encode(TEXTS)
    assert np.linalg.norm(made, axis=1) == pytest.approx(np.ones(len(TEXTS)))
    tokens = np.round(made[:, 0] / made[:, 1]).tolist()
    assert tokens == [3, 2, 22, 4, 7] * 5


def test_a_text_is_cut_at_the_window_and_still_ends_as_the_model_expects(encoder: Encoder, runtime: Recorder) -> None:
    encoder.encode(TEXTS)
    longest = runtime.batches[0]["input_ids"]
    assert longest.shape[1] == 20 + 2
    assert (longest[0][0], longest[0][-1]) == (CLS, SEP)


def test_batches_hold_texts_of_like_length_padded_and_masked(encoder: Encoder, runtime: Recorder) -> None:
    encoder.encode(TEXTS)
    widths = [batch["input_ids"].shape[1] for batch in runtime.batches]
    assert widths == sorted(widths, reverse=True)
    assert sum(len(batch["input_ids"]) for batch in runtime.batches) == len(TEXTS)
    for batch in runtime.batches:
        assert set(batch) == {"input_ids", "attention_mask"}, "what the model takes, and no more"
        assert ((batch["input_ids"] != 0) == batch["attention_mask"]).all()


def test_each_token_has_its_vector_and_special_ones_have_none(encoder: Encoder, tokenizer: object) -> None:
    made = dict(encoder.read(TEXTS))
    assert [len(made[place].tokens) for place in range(len(TEXTS))] == [1, 0, 20, 2, 5] * 5
    vectors = encoder.encode(TEXTS)
    for place, text in enumerate(TEXTS):
        ids = np.array(tokenizer.encode(text, add_special_tokens=False).ids[:20], np.float32)  # type: ignore[attr-defined]
        assert made[place].tokens == pytest.approx(
            np.stack([np.cos(ids), np.sin(ids)], axis=1).reshape(-1, 2), abs=1e-6
        )
        assert made[place].vector == pytest.approx(vectors[place])
        words = [text[start:end] for start, end in made[place].offsets]
        assert "".join(words) == "".join(text.split())[: len("".join(words))]


def test_counting_goes_on_to_see_whole_texts(encoder: Encoder, tokenizer: object) -> None:
    encoder.encode(["word " * 500])
    assert load_embedder().count("word " * 500) == 500
    assert len(tokenizer.encode("word " * 500, add_special_tokens=False)) == 500  # type: ignore[attr-defined]
