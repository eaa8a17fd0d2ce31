import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from commands import run

pytestmark = pytest.mark.model


def test_what_an_older_bluenote_cut_is_made_anew_without_its_pdfs(library: Path, tmp_path: Path) -> None:
    copy = tmp_path / "library"
    shutil.copytree(library, copy)
    shutil.rmtree(copy / "files")
    assert run("reindex", "--library", copy).out == "0 documents embedded by all-MiniLM-L6-v2\n"
    with closing(sqlite3.connect(copy / "library.sqlite")) as connection, connection:
        connection.execute("DELETE FROM versions")
    done = run("reindex", "--library", copy)
    assert (done.status, done.out, done.err) == (0, "1 document embedded by all-MiniLM-L6-v2\n", "")
    again = run("reindex", "--read", "--library", copy)
    assert again.status == 3, "its PDF is gone"
    assert again.out.endswith("0 read again\n")
    assert "No such file" in again.err or "no such file" in again.err
    assert run("search", "losing the confidence of rebels", "--library", copy).status == 0


def test_a_model_that_is_not_there(library: Path, tmp_path: Path) -> None:
    done = run("reindex", "--model", tmp_path, "--library", library)
    assert done.status == 2
    assert "holds no sentence-transformers model" in done.err
