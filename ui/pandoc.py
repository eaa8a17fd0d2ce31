"""Pandoc's documents, made as data and not as Markdown, so that no text of a document is ever taken for markup.

The shapes are those of pandoc's JSON (https://pandoc.org/using-the-pandoc-api.html): an object with "t", the kind, and
"c", its content.
"""

import importlib.util
import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ingest.model import Csl

Inline = dict[str, Any]
Block = dict[str, Any]
Pandoc = dict[str, Any]

VERSION = [1, 23, 1]
"""Of pandoc-types, as of pandoc 3; a later pandoc reads it too."""

_NO_ATTRIBUTES: tuple[str, list[str], list[list[str]]] = ("", [], [])
_AROUND = re.compile(r"^Error running filter \S+: | stack traceback:.*")
"""What Lua says before and after pandoc's own words."""


class PandocFailed(Exception):
    """Pandoc cannot do what was asked; the message is its own, on one line."""


def words(text: str) -> list[Inline]:
    """The text as it stands, whatever its signs mean elsewhere."""
    inlines: list[Inline] = []
    for number, word in enumerate(text.split(" ")):
        if number:
            inlines.append({"t": "Space"})
        if word:
            inlines.append({"t": "Str", "c": word})
    return inlines


def para(inlines: Sequence[Inline]) -> Block:
    """A paragraph."""
    return {"t": "Para", "c": list(inlines)}


def quote(blocks: Sequence[Block]) -> Block:
    """A block quotation."""
    return {"t": "BlockQuote", "c": list(blocks)}


def header(level: int, text: str) -> Block:
    """A heading; level 1 is the outermost."""
    return {"t": "Header", "c": [level, _NO_ATTRIBUTES, words(text)]}


def references_here(heading: str) -> list[Block]:
    """Where the list of references goes, under a heading."""
    return [header(1, heading), {"t": "Div", "c": [("refs", [], []), []]}]


def raw(format_: str, text: str) -> Inline:
    """Words of the output's own language."""
    return {"t": "RawInline", "c": [format_, text]}


def cite(item: str, suffix: str) -> Inline:
    """A cite of one item; what follows it holds the locator, as pandoc reads it (see `ui.citing.suffix`)."""
    citation = {
        "citationId": item,
        "citationPrefix": [],
        "citationSuffix": words(suffix),
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[citation], words(f"[@{item}{suffix}]")]}


def plain(node: Any) -> str:
    """The words below a node."""
    if isinstance(node, list):
        return "".join(map(plain, node))
    if not isinstance(node, dict):
        return ""
    kind = node["t"]
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind == "Str":
        return str(node["c"])
    if kind == "Quoted":
        marks = "‘’" if node["c"][0]["t"] == "SingleQuote" else "“”"
        return marks[0] + plain(node["c"][1]) + marks[1]
    return plain(node.get("c"))


def document(blocks: Sequence[Block], meta: Mapping[str, Any] | None = None) -> Pandoc:
    """A whole document."""
    return {"pandoc-api-version": VERSION, "meta": dict(meta or {}), "blocks": list(blocks)}


def said(text: str) -> dict[str, Any]:
    """A value of a document's metadata: words."""
    return {"t": "MetaInlines", "c": words(text)}


def literally(text: str) -> dict[str, Any]:
    """A value of a document's metadata: a string that nobody reads as words."""
    return {"t": "MetaString", "c": text}


def references_of(items: Sequence[Csl]) -> dict[str, Any]:
    """CSL items as metadata `references`."""
    meta = json.loads(convert(json.dumps(list(items)), "csljson", "json"))["meta"]
    return {name: value for name, value in meta.items() if name == "references"}


def identity() -> str:
    """What tells this pandoc from any other, without starting it.

    Raises:
        PandocFailed: there is none.
    """
    program = _program()
    file = program.stat()
    return f"{program} {file.st_size} {file.st_mtime_ns}"


def convert(source: str | Pandoc, reads: str, writes: str, *arguments: str) -> bytes:
    """One run of pandoc.

    Args:
        source: text in the format `reads`, or a document made here.
        reads: "json" for a document made here.
        writes: a format of pandoc's.
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
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603 - no shell
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
