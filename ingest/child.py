"""Reading a file of unknown intent in a process of its own, with limits of time and memory.

`python -m ingest.child` takes requests, a line of JSON for each file, and answers with a line: the contract's JSON, or
the error. A file that hangs, eats the memory or crashes the PDF library takes that process with it and nothing else.
The child limits itself; nothing is forked. Where many files are read (`kept`) one child reads one after another: to
start takes it longer than to read an article.
"""

import argparse
import gc
import json
import os
import resource
import signal
import subprocess
import sys
import sysconfig
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from ingest import contract, errors
from ingest.errors import Damaged, Fault, IngestError, TooCostly
from ingest.model import Document

SECONDS = 300.0
"""A page takes milliseconds, and seconds where it must be recognised; a busy laptop is several times slower."""
_FILES = 50
"""So many are read by one child, lest what they leave in its memory adds up."""


class _Child:
    """One process, at work on one file at a time."""

    def __init__(self, seconds: float, megabytes: int) -> None:
        self.limits = (seconds, megabytes)
        self.files = 0
        self.stopped = False
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - `end` closes it; a pipe that nobody reads gets full
        limits = ["--seconds", str(seconds), "--megabytes", str(megabytes)]
        self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [sys.executable, "-P", "-m", "ingest.child", *limits],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            env=_environment(),
            start_new_session=True,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._requests, self._answers = self._process.stdin, self._process.stdout

    def ask(self, path: str, language: str | None) -> bytes:
        """Its answer for a file; nothing where it ended over it."""
        self.files += 1
        try:
            os.write(self._requests.fileno(), json.dumps({"path": path, "language": language}).encode() + b"\n")
            answer = self._answers.readline()
        except BrokenPipeError:
            return b""
        return answer if answer.endswith(b"\n") else b""

    def stop(self) -> None:
        """End it, whatever it does; whoever waits for its answer gets none."""
        self.stopped = True
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)

    def end(self) -> tuple[int, str]:
        """Wait until it ends, as one does that has no more files to come: its exit status, and what it said."""
        with self._process, self._said:
            self._requests.close()
            status = self._process.wait()
            self._said.seek(0)
            return status, self._said.read().decode(errors="replace")


class _Children:
    """Those of this process, shared by its threads."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._busy: set[_Child] = set()
        self._idle: list[_Child] = []
        self._keepers = 0

    def take(self, limits: tuple[float, int]) -> _Child:
        """One that waits for a file, or a new one."""
        with self._guard:
            child = next((one for one in self._idle if one.limits == limits), None)
            if child is None:
                child = _Child(*limits)
            else:
                self._idle.remove(child)
            self._busy.add(child)
            return child

    def give_back(self, child: _Child) -> None:
        """It has answered, and may be asked again."""
        with self._guard:
            self._busy.discard(child)
            if self._keepers and child.files < _FILES and not child.stopped:
                self._idle.append(child)
                return
        child.end()

    def bury(self, child: _Child) -> tuple[int, str]:
        """It has ended, or soon will: its exit status, and what it said."""
        with self._guard:
            self._busy.discard(child)
        return child.end()

    def stop_all(self) -> None:
        with self._guard:
            idle = self._idle
            self._idle = []
            for child in (*self._busy, *idle):
                child.stop()
        for child in idle:
            child.end()

    @contextmanager
    def kept(self) -> Iterator[None]:
        with self._guard:
            self._keepers += 1
        try:
            yield
        finally:
            with self._guard:
                self._keepers -= 1
                left = [] if self._keepers else self._idle
                self._idle = self._idle if self._keepers else []
            for child in left:
                child.end()


_children = _Children()


def kept() -> AbstractContextManager[None]:
    """Within it, children that have read a file wait for the next one."""
    return _children.kept()


def stop_all() -> None:
    """End all reading of this process, whichever thread waits for it: only one thread hears Ctrl-C."""
    _children.stop_all()


def read(path: str | Path, *, seconds: float = SECONDS, megabytes: int = 3072, language: str | None = None) -> Document:
    """Read a PDF as `ingest.read_pdf` does, in a child process.

    Args:
        path: The file.
        seconds: Wall-clock time that any one page may take, and all that is done beside the pages.
        megabytes: Address space of the child, of which libraries take about 600. Not enforced on macOS.
        language: ISO 639-1 code of its text; told from the text where None.

    Raises:
        TooCostly: It went over its limit of time or memory.
        IngestError: As of `read_pdf`; Damaged also where it crashes the PDF library.
    """
    while True:
        child = _children.take((seconds, megabytes))
        try:
            answer = child.ask(str(path), language)
        except BaseException:
            child.stop()  # on Ctrl-C: a session of its own does not hear it from the terminal
            _children.bury(child)
            raise
        if answer:
            _children.give_back(child)
            return _document(json.loads(answer))
        status, said = _children.bury(child)
        # A file is not to blame for what those before it left behind: another child has a try.
        if child.files == 1 or child.stopped or status == -signal.SIGALRM:
            raise _failure(path, status, said, seconds, megabytes)


def _environment() -> Mapping[str, str]:
    """The parent's, with this package's folder on the path where it is not installed."""
    home = str(Path(__file__).parents[1])
    if home in sysconfig.get_paths().values():
        return os.environ
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def _document(answer: Any) -> Document:
    """What a child answered, or the error that it met."""
    if "error" in answer:
        kind: type[IngestError] = getattr(errors, answer["error"])
        raise kind(answer["message"])
    return contract.from_json(answer)[0]


def _failure(path: str | Path, status: int, said: str, seconds: float, megabytes: int) -> IngestError:
    """What became of a child that gave no answer."""
    last = (said.strip().splitlines() or [""])[-1]
    if status == -signal.SIGALRM:
        return TooCostly(f"{path}: given up: one page took more than {seconds:g} seconds")
    if status == -signal.SIGKILL or "MemoryError" in last or "bad_alloc" in last:
        return TooCostly(f"{path}: given up: it needs more than {megabytes} MB of memory")
    if status == 1:
        # Python's own status for an exception that nobody foresaw.
        return Fault(f"{path}: Bluenote failed on this file ({last}): please report it")
    return Damaged(f"{path}: damaged: reading it broke off ({last or f'status {status}'}); get another copy")


def _limit_memory(megabytes: int) -> None:
    if sys.platform == "darwin":
        return  # it refuses a limit below what is mapped, which is hundreds of gigabytes there
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = megabytes << 20
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def main(arguments: list[str] | None = None) -> None:
    """Answer requests until there are no more."""
    parser = argparse.ArgumentParser(prog="python -m ingest.child", description="Print the JSON of PDFs asked for.")
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--megabytes", type=int, default=3072)
    given = parser.parse_args(arguments)
    # What the libraries need is loaded before the limit, so that it is the file which goes over it.
    import ingest.document  # noqa: F401

    _limit_memory(given.megabytes)
    # All that one reading makes lives until its JSON is printed: the collector would walk over it in vain.
    gc.disable()
    gc.freeze()

    def renew() -> None:
        """Give the next page its time. The alarm that nobody handles ends the process, also inside a C library."""
        signal.setitimer(signal.ITIMER_REAL, given.seconds)

    # The C libraries write warnings to standard output; the answers must stand there alone.
    sys.stdout.flush()
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for line in sys.stdin.buffer:
        renew()
        json.dump(_answer(json.loads(line), renew), answers, ensure_ascii=False)
        answers.write("\n")
        answers.flush()
        signal.setitimer(signal.ITIMER_REAL, 0)
        gc.collect()


def _answer(asked: Mapping[str, Any], renew: Callable[[], None]) -> Mapping[str, Any]:
    from ingest.document import read_pdf

    try:
        return contract.to_json(read_pdf(asked["path"], language=asked["language"], before_page=renew))
    except IngestError as error:
        return {"error": type(error).__name__, "message": str(error)}


if __name__ == "__main__":
    main()
