"""`bluenote` as a person or a program runs it."""

import io
import signal
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command printed and how it ended."""

    status: int
    out: str
    err: str


def every_command() -> dict[str, Any]:
    """All commands, loaded, by name; groups too, and what is below them: "correct", "correct marker"."""
    from ui.cli import app

    found: dict[str, Any] = {}
    for name, later in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        found[name] = command = later.loaded()
        found |= {f"{name} {below}": one for below, one in getattr(command, "commands", {}).items()}
    return found


def run(*arguments: str | Path) -> Outcome:
    """Run a command in this process, where the model is loaded once for all."""
    from ui.cli import app

    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    status = 0
    with redirect_stdout(out), redirect_stderr(err):
        try:
            app([str(argument) for argument in arguments])
        except SystemExit as end:
            status = int(end.code or 0)
    return Outcome(status, _written(out), _written(err))


def run_apart(*arguments: str | Path) -> Outcome:
    """Run a command in a process of its own, with pipes for a terminal."""
    command = [sys.executable, "-m", "ui.cli", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    return Outcome(done.returncode, done.stdout, done.stderr)


def start(*arguments: str | Path) -> subprocess.Popen[str]:
    """Start a command that Ctrl-C will end, also where the tests themselves run in the background.

    A shell that starts a job in the background has it ignore SIGINT, and children inherit that.
    """
    return subprocess.Popen(
        [sys.executable, "-m", "ui.cli", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def _written(stream: io.TextIOWrapper) -> str:
    buffer = stream.detach()
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")
