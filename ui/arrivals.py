"""PDFs that arrive in folders, each told once it is complete."""

import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_SETTLED = 1.0
"""Seconds for which a file must not grow: browsers and scanners write in bursts."""
_ENDLESS = 10.0
"""Seconds for which a file without the end that a PDF has must not grow; then it is as whole as it will be."""
_AGAIN = 30.0
"""Seconds between two looks where nothing is heard: of a network share the system hears nothing."""
_TAIL = 2048
"""Bytes at whose end "%%EOF" stands; some programs write a few after it."""


class _Woken(FileSystemEventHandler):
    """Lets the watcher look at once when something happens in a folder."""

    def __init__(self, bell: threading.Event) -> None:
        self._bell = bell

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Whatever it is, the folder itself says what is there."""
        if not event.is_directory:
            self._bell.set()


def arrivals(folders: Iterable[Path], *, recursive: bool, known: Iterable[Path] = ()) -> Iterator[list[Path]]:
    """Watch folders without end; PDFs that have come or have changed since, when they are complete.

    Args:
        folders: where they arrive.
        recursive: whether folders below them count.
        known: files that are not new, as they are now.
    """
    places = list(folders)
    told = {path: _state(path) for path in known}
    growing: dict[Path, tuple[tuple[int, int], float]] = {}
    bell = threading.Event()
    observer = Observer()
    for folder in places:
        observer.schedule(_Woken(bell), str(folder), recursive=recursive)
    observer.start()
    try:
        while True:
            bell.clear()  # before the look: what arrives during it, or while the caller is at work, rings again
            ready, now = [], time.monotonic()  # one time for all: what came together is told together
            for path in _pdfs(places, recursive=recursive):
                state = _state(path)
                if told.get(path) == state or state is None:
                    continue
                if path not in growing or growing[path][0] != state:
                    growing[path] = state, now
                elif now - growing[path][1] >= (_SETTLED if _ends(path) else _ENDLESS):
                    told[path] = state
                    del growing[path]
                    ready.append(path)
            if ready:
                yield ready
            bell.wait(_SETTLED / 2 if growing else _AGAIN)
    finally:
        observer.stop()
        observer.join()


def _pdfs(folders: Iterable[Path], *, recursive: bool) -> list[Path]:
    found = (path for folder in folders for path in (folder.rglob("*") if recursive else folder.glob("*")))
    return sorted(path for path in found if path.suffix.lower() == ".pdf")


def _state(path: Path) -> tuple[int, int] | None:
    """Size and time of last change; None of a file that is gone again, or empty still."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return (found.st_size, found.st_mtime_ns) if found.st_size else None


def _ends(path: Path) -> bool:
    """Whether the file ends as a PDF does."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _TAIL))
            return b"%%EOF" in file.read()
    except OSError:
        return False  # locked, or gone again: the next look tells
