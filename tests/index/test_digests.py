import os

import pytest

from index.disk import sha256_of
from index.encoding import digests
from index.encoding.digests import digest


@pytest.fixture
def weights(tmp_path, monkeypatch):
    """A file of long ago, and a cache of its own."""
    monkeypatch.setattr(digests.platformdirs, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    path = tmp_path / "model.safetensors"
    path.write_bytes(b"weights")
    os.utime(path, (0, 0))
    return path


def test_a_file_that_nobody_touched_is_read_once(weights, monkeypatch):
    made = digest(weights)
    assert made == sha256_of(weights)
    monkeypatch.setattr(digests, "sha256_of", lambda _: pytest.fail("read again"))
    assert digest(weights) == made


@pytest.mark.parametrize("changed", [b"other weights", b"heights"])
def test_a_file_that_was_changed_is_read_again(weights, changed):
    made = digest(weights)
    weights.write_bytes(changed)
    assert digest(weights) == sha256_of(weights) != made


def test_what_was_changed_a_moment_ago_is_not_remembered(weights, tmp_path):
    weights.write_bytes(b"weights")
    digest(weights)
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("kept", ["", "[1]", '{"model": 3}', '{"model": ["one"]}'])
def test_a_damaged_cache_is_written_anew(weights, tmp_path, kept):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "digests.json").write_text(kept)
    assert digest(weights) == sha256_of(weights)
    assert str(weights) in (tmp_path / "cache" / "digests.json").read_text()


def test_a_cache_that_cannot_be_written_changes_nothing(weights, tmp_path):
    (tmp_path / "cache").write_text("no folder")
    assert digest(weights) == sha256_of(weights)


def test_few_files_are_remembered(weights, tmp_path, monkeypatch):
    monkeypatch.setattr(digests, "_MOST", 2)
    for name in ("one", "two", "three"):
        path = weights.rename(tmp_path / name)
        digest(path)
        weights = path
    kept = (tmp_path / "cache" / "digests.json").read_text()
    assert [name in kept for name in ("/one", "/two", "/three")] == [False, True, True]
