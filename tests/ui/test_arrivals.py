"""Folders watched for PDFs: what is told, and when."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from commands import start
from watchdog.events import FileSystemEvent

from ui import arrivals as watched

WHOLE = b"%PDF-1.7 words %%EOF\n"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watched, "_SETTLED", 0.05)
    monkeypatch.setattr(watched, "_AGAIN", 0.1)


@pytest.fixture
def watch() -> Iterator[Callable[..., Iterator[list[Path]]]]:
    opened: list[Iterator[list[Path]]] = []

    def start(*folders: Path, **more: object) -> Iterator[list[Path]]:
        opened.append(watched.arrivals(folders, **{"recursive": False, **more}))  # type: ignore[arg-type]
        return opened[-1]

    yield start
    for one in opened:
        one.close()  # type: ignore[attr-defined]


def test_what_is_there_and_what_comes_is_told_once(watch: Callable[..., Iterator[list[Path]]], tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(WHOLE)
    (tmp_path / "notes.txt").write_text("no PDF")
    told = watch(tmp_path)
    assert next(told) == [tmp_path / "a.pdf"]
    (tmp_path / "b.PDF").write_bytes(WHOLE)
    assert next(told) == [tmp_path / "b.PDF"]
    (tmp_path / "a.pdf").write_bytes(WHOLE + b"changed %%EOF")
    assert next(told) == [tmp_path / "a.pdf"], "another file of the same name"


def test_what_comes_while_the_caller_is_at_work_is_heard(
    watch: Callable[..., Iterator[list[Path]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An hour until the next look of its own accord: only what was heard makes it look again."""
    rung, ring = threading.Event(), watched._Woken.on_any_event

    def ringing(self: watched._Woken, event: FileSystemEvent) -> None:
        ring(self, event)
        if "b.pdf" in str(event.src_path):
            rung.set()

    monkeypatch.setattr(watched._Woken, "on_any_event", ringing)
    monkeypatch.setattr(watched, "_AGAIN", 3600)
    (tmp_path / "a.pdf").write_bytes(WHOLE)
    told = watch(tmp_path)
    assert next(told) == [tmp_path / "a.pdf"]
    (tmp_path / "b.pdf").write_bytes(WHOLE)
    assert rung.wait(60)
    heard: list[list[Path]] = []
    listener = threading.Thread(target=lambda: heard.append(next(told)), daemon=True)
    listener.start()
    listener.join(60)
    assert heard == [[tmp_path / "b.pdf"]]


def test_known_files_are_not_told(watch: Callable[..., Iterator[list[Path]]], tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(WHOLE)
    assert next(watch(tmp_path, known=[tmp_path / "a.pdf"])) == [tmp_path / "b.pdf"]


def test_a_file_is_told_when_it_is_complete(
    watch: Callable[..., Iterator[list[Path]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watched, "_ENDLESS", 3600)
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7 ")
    (tmp_path / "b.pdf").write_bytes(WHOLE)
    told = watch(tmp_path)
    assert next(told) == [tmp_path / "b.pdf"], "the other one has no end yet"
    with path.open("ab") as file:
        file.write(b"words %%EOF")
    assert next(told) == [path]


def test_a_file_that_never_ends_is_told_at_last(
    watch: Callable[..., Iterator[list[Path]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watched, "_ENDLESS", 0.1)
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7 words")
    assert next(watch(tmp_path)) == [tmp_path / "cut.pdf"]


@pytest.mark.parametrize("recursive", [True, False])
def test_folders_below(watch: Callable[..., Iterator[list[Path]]], tmp_path: Path, recursive: bool) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.pdf").write_bytes(WHOLE)
    (tmp_path / "b.pdf").write_bytes(WHOLE)
    names = [path.name for path in next(watch(tmp_path, recursive=recursive))]
    assert names == (["b.pdf", "a.pdf"] if recursive else ["b.pdf"])


@pytest.mark.model
def test_add_watch_takes_in_what_arrives_until_ctrl_c(article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    process = start("add", "--watch", folder, "--library", tmp_path / "library")
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == f"watching {folder} (Ctrl-C ends it)\n"
        (folder / "new.pdf").write_bytes(article.read_bytes())
        assert process.stdout.readline().startswith(f"added    {folder / 'new.pdf'}")
        assert process.stdout.readline() == "1 added\n"
        process.send_signal(2)
        assert process.wait(60) == 130


def test_only_folders_are_watched(article: Path, tmp_path: Path) -> None:
    from commands import run

    outcome = run("add", "--watch", article, "--library", tmp_path / "library")
    assert outcome.status == 2
    assert "wants a folder" in outcome.err
