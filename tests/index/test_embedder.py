import json
import re
import shutil
import subprocess
import sys

import numpy as np
import pytest

from index.encoding import embedder as room
from index.encoding.embedder import DEFAULT_MODEL, FolderEmbedder, load_embedder
from index.encoding.encoder import Reading
from index.errors import ModelMissing

TOLD = {"capture_output": True, "text": True, "check": True}


@pytest.fixture
def folder(tmp_path):
    """A model's folder with the default's tokenizer and other weights."""
    source = room._packaged()
    for part in ("tokenizer.json", "sentence_bert_config.json", "config.json"):
        shutil.copy(source / part, tmp_path / part)
    (tmp_path / "1_Pooling").mkdir()
    shutil.copy(source / "1_Pooling" / "config.json", tmp_path / "1_Pooling" / "config.json")
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    return tmp_path


def test_the_default_model_is_the_official_one_with_its_whole_window():
    model = load_embedder()
    assert model.name == DEFAULT_MODEL
    assert model.window == 254
    assert load_embedder(f"sentence-transformers/{DEFAULT_MODEL}").identity == model.identity


def test_tokens_are_counted_to_the_end():
    model = load_embedder()
    assert (model.count("peacekeeping"), model.count("MINUSMA")) == (1, 2)
    assert model.count("mission " * 1000) == 1000
    assert model.count("") == 0


def test_an_identity_is_made_of_weights_tokenizer_window_and_pooling(folder):
    seen = {FolderEmbedder("x", folder).identity, FolderEmbedder("y", folder).identity}
    assert len(seen) == 1, "not of the name"
    (folder / "model.safetensors").write_bytes(b"other")
    seen.add(FolderEmbedder("x", folder).identity)
    (folder / "sentence_bert_config.json").write_text('{"max_seq_length": 128}')
    seen.add(FolderEmbedder("x", folder).identity)
    (folder / "1_Pooling" / "config.json").write_text('{"pooling_mode_cls_token": true}')
    seen.add(FolderEmbedder("x", folder).identity)
    (folder / "tokenizer.json").write_text((folder / "tokenizer.json").read_text() + " ")
    seen.add(FolderEmbedder("x", folder).identity)
    assert len(seen) == 5


def test_a_model_that_says_no_window_is_read_by_its_positions(folder):
    (folder / "sentence_bert_config.json").unlink()
    assert json.loads((folder / "config.json").read_text())["max_position_embeddings"] == 512
    assert FolderEmbedder("x", folder).window == 510


def test_weights_that_are_not_the_expected_ones_are_refused(folder):
    with pytest.raises(ModelMissing, match="not the official file"):
        FolderEmbedder("x", folder, weights="0" * 64)


def test_a_folder_that_holds_no_model(tmp_path):
    with pytest.raises(ModelMissing, match=r"tokenizer\.json"):
        load_embedder(str(tmp_path))


def test_a_model_that_cannot_be_fetched(monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(ModelMissing, match="no model of this id"):
        load_embedder("nobody/nothing-of-this-name")


def test_counting_and_naming_the_model_do_not_load_torch():
    code = (
        "import sys; from index.encoding.embedder import load_embedder; model = load_embedder();"
        "model.count('x'), model.window, model.identity;"
        "print([name for name in ('torch', 'transformers') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sys.path)}, **TOLD)
    assert told.stdout.strip() == "[]"


class Fast:
    """In place of a model's fast form: tells what it is given to read, a vector for each word."""

    def __init__(self) -> None:
        self.given = []

    def encode(self, texts):
        self.given += texts
        return np.ones((len(texts), 1), np.float32)

    def read(self, texts):
        for place, text in reversed(list(enumerate(texts))):
            words = [found.span() for found in re.finditer(r"\w+", text)]
            tokens = np.array([[len(text[start:end])] for start, end in words], np.float32)
            yield place, Reading(self.encode([text])[0], tokens, tuple(words))


def test_prompts_go_before_what_is_read_and_are_not_part_of_it(folder):
    plain = FolderEmbedder("x", folder)
    window, identity = plain.window, plain.identity
    (folder / "config_sentence_transformers.json").write_text(
        json.dumps({"prompts": {"query": "query: ", "passage": "passage: "}, "default_prompt_name": None})
    )
    prompted = FolderEmbedder("x", folder)
    assert prompted.window == window - plain.count("passage: ")
    assert prompted.identity != identity
    prompted.__dict__["_fast"] = fast = Fast()
    prompted.encode(["Consent matters."])
    asked = prompted.ask("Who consents?")
    ((_, read),) = prompted.read(["Consent matters."])
    assert fast.given == ["passage: Consent matters.", "query: Who consents?", "passage: Consent matters."]
    assert (asked.offsets, read.offsets) == (((0, 3), (4, 12)), ((0, 7), (8, 15)))
    assert asked.tokens.tolist() == [[3], [8]]


def test_a_model_without_a_fast_form_gives_no_tokens(folder):
    model = FolderEmbedder("x", folder)
    model.__dict__["_fast"] = None
    model.__dict__["_model"] = Fast()
    model._model.encode = lambda texts, **_: np.eye(len(texts), 3, dtype=np.float32)
    read = dict(model.read(["one", "two"]))
    assert [read[place].vector.tolist() for place in (0, 1)] == [[1, 0, 0], [0, 1, 0]]
    assert len(read[0].tokens) == len(read[0].offsets) == 0
    assert list(model.read([])) == []


@pytest.mark.model
def test_vectors_have_length_one_and_know_what_is_alike():
    model = load_embedder()
    vectors = model.encode(["Peacekeepers protect civilians.", "UN troops shield people.", "Bread rises overnight."])
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-5)
    assert vectors[0] @ vectors[1] > 0.5 > 0.2 > vectors[0] @ vectors[2]
    alone = model.encode(["UN troops shield people."])[0]
    assert alone @ vectors[1] == pytest.approx(1, abs=1e-5)
