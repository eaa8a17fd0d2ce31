"""The desk in a browser: a server over a library, and what a reader does first.

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
def serving(library: Path) -> Iterator[str]:
    """The address of a desk over a library."""
    port = free_port()
    command = [sys.executable, "-m", "ui.cli", "--library", str(library), "ui", "--port", str(port), "--no-browser"]
    with (library.parent / "desk.log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(60)


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
    settled(page)  # a link pressed while the hits are drawn anew is pressed in vain
    return hits


def open_document(page: Any, desk: str, words: str) -> None:
    """Find a document as a reader does, and choose it."""
    page.goto(f"{desk}/library")
    find = page.get_by_role("textbox", name="Find a document")
    find.fill(words)
    find.press("Enter")
    page.get_by_text("1 document", exact=False).first.wait_for()
    settled(page)  # until then the table may be the one before
    page.get_by_test_id("stDataFrame").click(position={"x": 16, "y": 52})  # the box before the first row
    page.get_by_role("heading", level=3).first.wait_for()


def settled(page: Any) -> None:
    """Wait until Streamlit has drawn all that it was asked for."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    page.wait_for_function("""!document.querySelector('[data-testid="stSkeleton"]')""")  # boxes whose code comes late


def exported(page: Any, form: str) -> Any:
    """Take away what a page offers, in a format; the download."""
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as coming:
        page.get_by_role("link", name=form).click()
    return coming.value


def picture(page: Any, name: str, folder: Path) -> None:
    """Look at the page; where BLUENOTE_SCREENSHOTS asks for pictures, keep one of few colours so that it is small."""
    from PIL import Image

    settled(page)
    kept = os.environ.get("BLUENOTE_SCREENSHOTS")
    file = Path(kept or folder) / f"{name}.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=file, animations="disabled")
    assert file.stat().st_size > 20_000, "the page is empty"
    if kept:
        with Image.open(file) as shot:
            shot.convert("RGB").quantize(128).save(file, optimize=True)
