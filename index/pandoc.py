"""Pandoc, which knows bibliographies, citation styles and word processors: found, told from others, and run."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

_AROUND = re.compile(r"^Error running filter \S+: | stack traceback:.*")
"""What Lua says before and after pandoc's own words."""


class PandocFailed(Exception):
    """Pandoc cannot do what was asked; the message is its own, on one line."""


def identity() -> str:
    """What tells this pandoc from any other, without starting it.

    Raises:
        PandocFailed: there is none.
    """
    program = _program()
    file = program.stat()
    return f"{program} {file.st_size} {file.st_mtime_ns}"


def convert(source: str | Mapping[str, Any], reads: str, writes: str, *arguments: str) -> bytes:
    """One run of pandoc.

    Args:
        source: text in the format `reads`, or for "json" a document as data.
        reads: a format of pandoc's.
        writes: another.
        arguments: more of its options.

    Raises:
        PandocFailed: it cannot.
    """
    text = source if isinstance(source, str) else json.dumps(source)
    return _run(reads, writes, arguments, text.encode("utf-8", "backslashreplace"))


def convert_file(path: Path, reads: str, writes: str, *arguments: str) -> bytes:
    """`convert` of a file; what the file names (pictures, other files) is not looked at.

    Raises:
        PandocFailed: it cannot.
    """
    return _run(reads, writes, (*arguments, "--", str(path)), b"")


def _run(reads: str, writes: str, arguments: Sequence[str], given: bytes) -> bytes:
    command = [str(_program()), f"--from={reads}", f"--to={writes}", "--output=-", "--quiet", *arguments]
    # It reads the names of files by the locale, and without one (cron, ssh) knows no "mémoire.docx".
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False, env=environment)  # noqa: S603 - no shell
    except OSError as error:
        raise PandocFailed(f"{command[0]} cannot be run: {error.strerror}") from error
    if done.returncode:
        said = _AROUND.sub("", " ".join(done.stderr.decode(errors="replace").split()))
        raise PandocFailed(said or f"it ended with {done.returncode}")
    return done.stdout


def _program() -> Path:
    """The pandoc that PYPANDOC_PANDOC names, else the one that the package pypandoc brought, else one on the PATH.

    Not asked of pypandoc: to load it, and to have it try every pandoc there is, takes longer than to set ten cites.
    """
    package = importlib.util.find_spec("pypandoc")
    brought = [Path(folder) / "files" / "pandoc" for folder in (package and package.submodule_search_locations) or ()]
    named = [Path(name) for name in (os.environ.get("PYPANDOC_PANDOC"),) if name]
    there = [Path(name) for name in (shutil.which("pandoc"),) if name]
    found = next((one for one in (*named, *brought, *there) if one.is_file()), None)
    if found is None:
        raise PandocFailed("there is no pandoc: install it, or the package pypandoc-binary")
    return found
