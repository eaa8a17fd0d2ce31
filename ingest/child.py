"""Reading a file of unknown intent in a process of its own, with limits of time and memory.

`python -m ingest.child PATH` prints the contract's JSON. A file that hangs, eats the memory or crashes the PDF library
takes that process with it and nothing else. The child limits itself: nothing is forked, no pool is kept.
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
from collections.abc import Mapping
from pathlib import Path

from ingest import contract, errors
from ingest.errors import Damaged, Fault, IngestError, TooCostly
from ingest.model import Document

_running: set[subprocess.Popen[bytes]] = set()

_FAILED = 3
"""Exit status for an IngestError, as of the command line."""


SECONDS = 300.0
"""A page takes milliseconds, and seconds where it must be recognised; a busy laptop is several times slower."""


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
    command = [sys.executable, "-P", "-m", "ingest.child", "--seconds", str(seconds), "--megabytes", str(megabytes)]
    if language:
        command += ["--language", language]
    command += ["--", str(path)]  # a name may begin with a dash
    child = subprocess.Popen(  # noqa: S603 - our own module, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
        start_new_session=True,
    )
    _running.add(child)
    with child:
        try:
            printed, said = child.communicate()
        finally:
            # Also on Ctrl-C: a session of its own does not hear it from the terminal.
            _end(child)
            _running.discard(child)
    if child.returncode == 0:
        return contract.from_json(json.loads(printed))[0]
    if child.returncode == -signal.SIGALRM:
        raise TooCostly(f"{path}: given up: one page took more than {seconds:g} seconds")
    raise _failure(path, child.returncode, said.decode(errors="replace"), megabytes)


def stop_all() -> None:
    """End all reading of this process, whichever thread waits for it: only one thread hears Ctrl-C."""
    for child in list(_running):
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)


def _environment() -> Mapping[str, str]:
    """The parent's, with this package's folder on the path where it is not installed."""
    home = str(Path(__file__).parents[1])
    if home in sysconfig.get_paths().values():
        return os.environ
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def _failure(path: str | Path, status: int, said: str, megabytes: int) -> IngestError:
    last = (said.strip().splitlines() or [""])[-1]
    if status == _FAILED:
        failure = json.loads(last)
        kind: type[IngestError] = getattr(errors, failure["error"])
        return kind(failure["message"])
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


def main(arguments: list[str] | None = None) -> int:
    """Print the contract's JSON of one PDF; on failure one line of JSON on standard error and status 3."""
    parser = argparse.ArgumentParser(prog="python -m ingest.child", description="Print the JSON of one PDF.")
    parser.add_argument("path")
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--megabytes", type=int, default=3072)
    parser.add_argument("--language")
    given = parser.parse_args(arguments)
    # What the libraries need is loaded before the limit, so that it is the file which goes over it.
    from ingest.document import read_pdf

    _limit_memory(given.megabytes)
    # All that one reading makes lives until its JSON is printed: the collector would walk over it in vain.
    gc.disable()

    def renew() -> None:
        """Give the next page its time. The alarm that nobody handles ends the process, also inside a C library."""
        signal.setitimer(signal.ITIMER_REAL, given.seconds)

    renew()
    # The C libraries write warnings to standard output; the JSON must stand there alone.
    sys.stdout.flush()
    answer = os.dup(1)
    os.dup2(2, 1)
    try:
        document = read_pdf(given.path, language=given.language, before_page=renew)
    except IngestError as error:
        print(json.dumps({"error": type(error).__name__, "message": str(error)}), file=sys.stderr)  # noqa: T201
        return _FAILED
    with os.fdopen(answer, "w", encoding="utf-8") as pipe:
        json.dump(contract.to_json(document), pipe, ensure_ascii=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
