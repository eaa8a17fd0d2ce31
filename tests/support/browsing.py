"""The desk in a browser: a server over a small library, and what a reader does first.

BLUENOTE_SCREENSHOTS names a folder that the pictures of the pages are written to, README's among them.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
CORPUS = Path(__file__).parents[2] / "corpus"
QUESTION = "Why do troops hesitate to fight for the people they were sent to guard?"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run"]  # fmt: skip


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(folder: Path, files: list[Path], bibliographies: list[Path]) -> Iterator[str]:
    """The address of a desk over a sample library of these files, made in the folder."""
    bluenote = [sys.executable, "-m", "ui.cli", "--library", str(folder / "library")]
    described = [part for bibliography in bibliographies for part in ("--bib", str(bibliography))]
    added = subprocess.run([*bluenote, "add", "--sample", *described, *map(str, files)], capture_output=True, text=True)
    assert added.returncode == 0, added.stderr
    port = free_port()
    with (folder / "desk.log").open("wb") as log:
        server = subprocess.Popen([*bluenote, "ui", "--port", str(port), "--no-browser"], stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


def wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(240):
        assert server.poll() is None, "the desk ended at once"
        try:
            with urllib.request.urlopen(address):
                return
        except URLError:
            time.sleep(0.25)
    raise AssertionError("the desk does not answer")


def search(page: Any, desk: str, question: str = QUESTION) -> Any:
    """Type the question as a reader does; return the hits."""
    page.goto(desk)
    box = page.get_by_role("textbox", name="Question")
    box.fill(question)
    box.press("Enter")
    hits = page.locator("article.hit")
    hits.first.wait_for()
    return hits


def picture(page: Any, name: str, folder: Path) -> None:
    """Keep a picture of what the page shows, of few colours so that it is small."""
    from PIL import Image

    folder = Path(os.environ.get("BLUENOTE_SCREENSHOTS", folder))
    folder.mkdir(parents=True, exist_ok=True)
    page.wait_for_timeout(600)  # fonts and transitions
    file = folder / f"{name}.png"
    page.screenshot(path=file)
    assert file.stat().st_size > 20_000, "the page is empty"
    with Image.open(file) as shot:
        shot.convert("RGB").quantize(128).save(file, optimize=True)
