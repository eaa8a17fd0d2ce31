"""Cites kept on disk: found again by another process, never too many, and nothing but lost when damaged."""

from pathlib import Path

import pytest

from ui.cites import citecache
from ui.cites.citecache import CiteCache


def test_another_process_finds_what_one_has_set(tmp_path: Path) -> None:
    CiteCache(tmp_path / "cites.sqlite").put({"a": ("(Ravn 2021, 1)", "Ravn. 2021.")})
    assert CiteCache(tmp_path / "cites.sqlite").get(["a", "b"]) == {"a": ("(Ravn 2021, 1)", "Ravn. 2021.")}


def test_two_at_once_write_and_read(tmp_path: Path) -> None:
    one, other = CiteCache(tmp_path / "cites.sqlite"), CiteCache(tmp_path / "cites.sqlite")
    one.put({"a": ("A", "")})
    other.put({"a": ("A", ""), "b": ("B", "")})
    assert one.get("ab") == other.get("ab") == {"a": ("A", ""), "b": ("B", "")}


def test_one_that_is_locked_for_long_is_an_empty_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(citecache, "_PATIENCE", 0.0)
    one, other = CiteCache(tmp_path / "cites.sqlite"), CiteCache(tmp_path / "cites.sqlite")
    other._connection.execute("BEGIN EXCLUSIVE")
    one.put({"a": ("A", "")})
    assert one.get("a") == {}
    other._connection.execute("ROLLBACK")
    one.put({"a": ("A", "")})
    assert one.get("a") == {"a": ("A", "")}


def test_the_oldest_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(citecache, "MOST", 2)
    kept = CiteCache(tmp_path / "cites.sqlite")
    for digest in "abc":
        kept.put({digest: (digest, "")})
    assert kept.get("abc") == {"b": ("b", ""), "c": ("c", "")}


@pytest.mark.parametrize("broken", [b"no database at all, but words " * 400, b""])
def test_a_damaged_one_is_an_empty_one(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / "cites.sqlite").write_bytes(broken)
    kept = CiteCache(tmp_path / "cites.sqlite")
    assert kept.get("a") == {}
    kept.put({"a": ("A", "")})
    assert CiteCache(tmp_path / "cites.sqlite").get("a") == {"a": ("A", "")}


def test_one_that_is_damaged_meanwhile_begins_anew(tmp_path: Path) -> None:
    kept = CiteCache(tmp_path / "cites.sqlite")
    kept.put({str(number): ("x" * 500, "") for number in range(200)})
    kept._connection.execute("PRAGMA cache_size = 0")
    whole = (tmp_path / "cites.sqlite").read_bytes()
    (tmp_path / "cites.sqlite").write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    for _ in range(3):
        kept.put({"a": ("A", "")})
    assert kept.get(["a"]) == {"a": ("A", "")}


def test_where_no_file_can_be_written_it_is_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    kept = CiteCache(tmp_path / "file" / "cites.sqlite")
    kept.put({"a": ("A", "")})
    assert kept.get("a") == {"a": ("A", "")}
