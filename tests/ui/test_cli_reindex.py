import shutil
from pathlib import Path

import pytest
from commands import run

pytestmark = pytest.mark.model


def test_a_library_is_made_anew_without_its_pdfs(library: Path, tmp_path: Path) -> None:
    copy = tmp_path / "library"
    shutil.copytree(library, copy)
    shutil.rmtree(copy / "files")
    done = run("reindex", "--library", copy)
    assert (done.status, done.out, done.err) == (0, "1 document embedded by all-MiniLM-L6-v2\n", "")
    assert run("search", "losing the confidence of rebels", "--library", copy).status == 0


def test_a_model_that_is_not_there(library: Path, tmp_path: Path) -> None:
    done = run("reindex", "--model", tmp_path, "--library", library)
    assert done.status == 2
    assert "holds no sentence-transformers model" in done.err
