"""What is exported, held against sentence-transformers itself."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from index.encoding.embedder import FolderEmbedder, load_embedder
from index.encoding.encoder import Encoder
from index.encoding.export import Unfit, _require_plain, export, reference
from index.encoding.runtime import Runtime

LONG = (
    "Consent is the first of the principles of United Nations peacekeeping, and the one on which the others lean. "
    "Where a host government gives it at the strategic level and takes it back in the field, convoys wait at road "
    "blocks, visas lapse and helicopters stay on the ground. "
)
TEXTS = [
    LONG,
    LONG * 3,
    LONG * 20,  # far over the window
    "La MINUSMA a été créée par la résolution 2100 (2013) du Conseil de sécurité; voir S/2014/403, par. 17. " * 4,
    "维持和平 – операции по поддержанию мира – عمليات حفظ السلام – DPKO/DFS, “Capstone Doctrine” (2008), 31–40.",
    "MINUSMA",
    "",
    "1 2 3\t4\n5  İstanbul ﬁnal Straße \u200bsoft\u00adhyphen",
]


class Plain:
    """The parts of a model by name, with what the pooling says of itself."""

    default_prompt_name = None

    def __init__(self, *names: str, pooling: object = "mean", prompt: str | None = None) -> None:
        self.parts = [type(name, (SimpleNamespace,), {})(pooling_mode=pooling) for name in names]
        self.prompts = {None: prompt} if prompt else {}

    def __iter__(self):
        return iter(self.parts)

    def __getitem__(self, place):
        return self.parts[place]


def test_only_averaged_and_normalised_transformers_are_exported() -> None:
    _require_plain(Plain("Transformer", "Pooling", "Normalize"))
    for other in (
        Plain("Transformer", "Pooling"),
        Plain("Transformer", "Pooling", "Dense", "Normalize"),
        Plain("StaticEmbedding", "Normalize"),
        Plain("Transformer", "Pooling", "Normalize", pooling="cls"),
        Plain("Transformer", "Pooling", "Normalize", pooling=("mean", "max")),
        Plain("Transformer", "Pooling", "Normalize", prompt="query: "),
    ):
        with pytest.raises(Unfit):
            _require_plain(other)


@pytest.mark.model
def test_vectors_are_those_of_sentence_transformers(tmp_path: Path) -> None:
    model = load_embedder()
    assert isinstance(model, FolderEmbedder)
    theirs = reference(model._folder, "cpu")
    expected = theirs.encode(TEXTS, normalize_embeddings=True, show_progress_bar=False)
    tokens = theirs.encode(TEXTS, output_value="token_embeddings", show_progress_bar=False)
    said = export(model._folder, tmp_path / "model.xml", TEXTS[:2])
    assert said == pytest.approx(expected[:2], abs=1e-5)

    encoder = Encoder(Runtime(tmp_path / "model.xml"), model._tokenizer, model.window)
    made = encoder.encode(TEXTS)
    assert made.dtype == np.float32
    assert np.linalg.norm(made, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-6)
    assert (made * expected).sum(axis=1).min() >= 0.999
    assert (made @ expected.T).argmax(axis=1).tolist() == list(range(len(TEXTS)))

    read = dict(encoder.read(TEXTS))
    for place, tensor in enumerate(tokens):
        own, vectors = tensor.float().numpy()[1:-1], read[place].tokens  # without [CLS] and [SEP]
        assert read[place].vector == pytest.approx(made[place], abs=0.01)
        assert vectors.shape == own.shape
        assert (vectors * own / np.linalg.norm(own, axis=1, keepdims=True)).sum(axis=1).min(initial=1.0) >= 0.998
