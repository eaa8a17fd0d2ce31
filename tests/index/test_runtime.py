import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import tinymodel

from index.encoding.runtime import Runtime

CLEAN_END = """
import sys, numpy as np
from pathlib import Path
from index.encoding.runtime import Runtime
runtime = Runtime(Path(sys.argv[1]))
ids = np.ones((1, 9), np.int64)
runtime.run(6, [([place], {"input_ids": ids, "attention_mask": ids}) for place in range(6)])
assert not {"openvino_telemetry.main", "openvino.tools.ovc.convert", "torch"} & set(sys.modules)
"""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "model.xml"
    tinymodel.write(path)
    return path


def batch(*rows: list[int]) -> dict[str, np.ndarray]:
    width = max(map(len, rows))
    ids = np.array([row + [0] * (width - len(row)) for row in rows], np.int64)
    return {"input_ids": ids, "attention_mask": (ids > 0).astype(np.int64)}


def test_each_text_gets_its_vector_however_many_batches_there_are(model: Path) -> None:
    runtime = Runtime(model)
    texts = [[number, number + 1][: 1 + number % 2] for number in range(1, 40)]
    alone = np.concatenate([runtime.run(1, [([0], batch(text))]) for text in texts])
    places = [[place, place + 1, place + 2] for place in range(0, 39, 3)][::-1]
    together = runtime.run(39, [(three, batch(*(texts[place] for place in three))) for three in places])
    assert together == pytest.approx(alone, abs=0.02)
    assert np.abs(alone - alone[0]).max(axis=1)[1:].min() > 0.02, "else any order would do"


def test_what_was_compiled_is_kept_for_the_next_process(model: Path, tmp_path: Path) -> None:
    Runtime(model, tmp_path / "compiled")
    [kept] = (tmp_path / "compiled").iterdir()
    os.chmod(kept, 0o600)
    whole = kept.read_bytes()
    kept.write_bytes(whole[: len(whole) // 2])
    assert Runtime(model, tmp_path / "compiled").run(1, [([0], batch([7]))]).shape == (1, 2)
    assert kept.stat().st_size == pytest.approx(len(whole), rel=0.01), "half of it was not believed"


def test_a_folder_that_cannot_be_made_keeps_nothing(model: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert Runtime(model, tmp_path / "file" / "compiled").dimensions == 2


def test_a_model_that_is_cut_short_is_no_model(model: Path, tmp_path: Path) -> None:
    (tmp_path / "model.xml").write_bytes(model.read_bytes())
    (tmp_path / "model.bin").write_bytes(model.with_suffix(".bin").read_bytes()[:1000])
    with pytest.raises(RuntimeError):
        Runtime(tmp_path / "model.xml", tmp_path / "compiled")


def test_it_ends_cleanly_and_reports_to_nobody(model: Path, tmp_path: Path) -> None:
    """Twice in three runs a process died at its end when OpenVINO's threads called Python; one run may be luck."""
    environment = {**os.environ, "HOME": str(tmp_path)}
    environment.pop("CI", None)  # OpenVINO keeps quiet by itself where this is set
    for _ in range(6):
        command = [sys.executable, "-c", CLEAN_END, str(model)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == [], "an id for usage statistics goes to ~/intel"
