"""`bluenote ui`: one desk a port, ended by Ctrl-C."""

import signal
import socket
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import run, start


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody listens on."""
    with socket.socket() as somebody:
        somebody.bind(("127.0.0.1", 0))
        somebody.listen()
        yield somebody.getsockname()[1]


def test_a_taken_port_is_named(taken: int) -> None:
    outcome = run("ui", "--port", str(taken), "--no-browser")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        f"bluenote: port {taken} is taken, perhaps by a desk that is open already; name another with --port\n"
    )


def test_the_desk_opens_says_where_and_ends_on_ctrl_c(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    desk = start("ui", "--no-browser", "--port", str(port), "--library", tmp_path)
    deadline = time.monotonic() + 60
    while not _healthy(port) and desk.poll() is None and time.monotonic() < deadline:
        time.sleep(0.1)
    desk.send_signal(signal.SIGINT)
    out, err = desk.communicate(timeout=60)
    assert out.startswith(f"The desk on {tmp_path}: http://127.0.0.1:{port} (Ctrl-C ends it)\n")
    assert (desk.returncode, err) == (130, "bluenote: stopped; what was finished before stays\n")


def _healthy(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
