import json
import logging
import os
import shutil
import threading
import time
from collections import namedtuple
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import tinymodel

from index.encoding import exports
from index.encoding.embedder import load_embedder
from index.encoding.encoder import Encoder
from index.encoding.export import Unfit
from index.encoding.runtime import Runtime
from index.store import Vectors


class Exporting:
    """In place of `export`: writes the tiny model, and counts how often it is asked to."""

    def __init__(self, tokenizer: object) -> None:
        self.tokenizer = tokenizer
        self.times = 0

    def __call__(self, folder: Path, target: Path, texts: Sequence[str]) -> Vectors:
        self.times += 1
        tinymodel.write(target)
        return Encoder(Runtime(target), self.tokenizer, 254).encode(texts)


@pytest.fixture(scope="module")
def tokenizer() -> object:
    return load_embedder()._tokenizer  # type: ignore[attr-defined]


@pytest.fixture
def exporting(tokenizer: object, monkeypatch: pytest.MonkeyPatch) -> Exporting:
    stand_in = Exporting(tokenizer)
    monkeypatch.setattr(exports, "export", stand_in)
    return stand_in


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(exports.platformdirs, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    return tmp_path / "cache" / "models"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Of the model that is exported."""
    (tmp_path / "some-model").mkdir()
    (tmp_path / "some-model" / "model.safetensors").write_bytes(b"weights")
    return tmp_path / "some-model"


def encoder(folder: Path, exporting: Exporting) -> Encoder | None:
    return exports.fast_encoder(folder, "abc", exporting.tokenizer, 254)


def vector(folder: Path, exporting: Exporting) -> Vectors:
    made = encoder(folder, exporting)
    assert made is not None
    return made.encode(["Blue helmets"])[0]


def test_a_model_is_exported_once(cache: Path, folder: Path, exporting: Exporting) -> None:
    first = vector(folder, exporting)
    assert vector(folder, exporting) == pytest.approx(first)
    assert exporting.times == 1
    assert [path.name for path in cache.iterdir()] == ["abc-2"], "nothing is left of the making"


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)


def other_vector(path: Path) -> None:
    said = json.loads(path.read_text())
    said["vector"] = [-number for number in said["vector"]]
    path.write_text(json.dumps(said))


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("model.bin", flip),
        ("model.bin", Path.unlink),
        ("model.xml", flip),
        ("export.json", Path.unlink),
        ("export.json", lambda path: path.write_text('{"sha256": ')),
        ("export.json", lambda path: path.write_text("{}")),
        ("export.json", other_vector),
    ],
)
def test_a_damaged_export_is_made_anew(cache, folder, exporting, name, damage) -> None:
    first = vector(folder, exporting)
    damage(cache / "abc-2" / name)
    assert vector(folder, exporting) == pytest.approx(first)
    assert exporting.times == 2
    assert vector(folder, exporting) == pytest.approx(first)
    assert exporting.times == 2


def test_what_a_killed_process_left_is_cleared_away(cache: Path, folder: Path, exporting: Exporting) -> None:
    old, young = cache / "abc-2.old", cache / "abc-2.young"
    for left in (old, young):
        (left / "export").mkdir(parents=True)
    os.utime(old, (time.time() - 7200,) * 2)
    vector(folder, exporting)
    assert sorted(path.name for path in cache.iterdir()) == ["abc-2", "abc-2.young"]


def test_two_at_once_share_one_export(cache: Path, folder: Path, exporting: Exporting) -> None:
    both = threading.Barrier(2)
    done: list[Encoder | None] = []

    def slowly(*arguments: object) -> Vectors:
        both.wait(60)
        return exporting(*arguments)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exports, "export", slowly)
        threads = [threading.Thread(target=lambda: done.append(encoder(folder, exporting))) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert exporting.times == 2
    assert all(done)
    assert [path.name for path in cache.iterdir()] == ["abc-2"]


def test_a_model_that_is_not_fit_is_tried_once(cache, folder, exporting, monkeypatch, caplog) -> None:
    tried = []

    def refuse(*_: object) -> Vectors:
        tried.append(1)
        raise Unfit("it pools by cls")

    monkeypatch.setattr(exports, "export", refuse)
    assert [encoder(folder, exporting) for _ in range(3)] == [None] * 3
    assert len(tried) == 1
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == [
        "some-model goes through sentence-transformers, several times slower: it pools by cls"
    ]
    monkeypatch.setattr(exports.metadata, "version", lambda name: "9999.1")
    encoder(folder, exporting)
    assert len(tried) == 2, "another OpenVINO may know more"


def test_a_model_whose_vectors_come_out_otherwise_is_not_fit(cache, folder, exporting, monkeypatch) -> None:
    monkeypatch.setattr(exports, "export", lambda *given: -exporting(*given))
    assert encoder(folder, exporting) is None
    assert json.loads((cache / "abc-2" / "export.json").read_text())["unfit"] == "OpenVINO makes other vectors of it"


def test_a_model_that_this_processor_cannot_run_is_tried_once(cache, folder, exporting, monkeypatch, caplog) -> None:
    def unknown(folder: Path, target: Path, texts: Sequence[str]) -> Vectors:
        made = exporting(folder, target, texts)
        target.write_text("<net/>")
        return made

    monkeypatch.setattr(exports, "export", unknown)
    assert [encoder(folder, exporting) for _ in range(2)] == [None, None]
    assert exporting.times == 1
    assert "OpenVINO can't run it here" in caplog.text


def test_a_cache_that_cannot_be_written(cache, folder, exporting, caplog) -> None:
    cache.parent.write_text("a file where the folder would be")
    assert encoder(folder, exporting) is None
    assert exporting.times == 0
    [record] = caplog.records
    assert record.levelname == "WARNING"
    assert "some-model goes through sentence-transformers" in record.getMessage()


def test_a_full_disk_is_noticed_before_anything_is_loaded(cache, folder, exporting, monkeypatch, caplog) -> None:
    monkeypatch.setattr(exports.shutil, "disk_usage", lambda _: namedtuple("Usage", "free")(6))
    assert encoder(folder, exporting) is None
    assert exporting.times == 0
    assert "No space left" in caplog.text


def test_a_disk_that_fills_up_meanwhile_leaves_nothing(cache, folder, exporting, monkeypatch, caplog) -> None:
    def cut(folder: Path, target: Path, texts: Sequence[str]) -> Vectors:
        made = exporting(folder, target, texts)
        with target.with_suffix(".bin").open("r+b") as file:
            file.truncate(100)
        monkeypatch.setattr(exports.shutil, "disk_usage", lambda _: namedtuple("Usage", "free")(0))
        return made

    monkeypatch.setattr(exports, "export", cut)
    assert encoder(folder, exporting) is None
    assert list(cache.iterdir()) == []
    assert "No space left" in caplog.text


def test_without_openvino_there_is_no_fast_form_and_no_word_about_it(cache, folder, exporting, monkeypatch, caplog):
    monkeypatch.setitem(__import__("sys").modules, "openvino", None)
    monkeypatch.setattr(exports, "export", lambda *_: __import__("openvino"))
    assert encoder(folder, exporting) is None
    assert caplog.text == ""
    assert list(cache.iterdir()) == []


def test_a_kept_export_serves_from_a_folder_that_cannot_be_written(cache, folder, exporting) -> None:
    first = vector(folder, exporting)
    shutil.rmtree(cache / "abc-2" / "compiled")
    (cache / "abc-2" / "compiled").write_text("no folder can be made here")
    assert vector(folder, exporting) == pytest.approx(first)
    assert exporting.times == 1
    assert isinstance(first, np.ndarray)
