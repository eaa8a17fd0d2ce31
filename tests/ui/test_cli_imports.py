"""What a command loads: the quick ones must not pay for what only the slow ones need."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

HEAVY = (
    "torch",
    "openvino",
    "faiss",
    "streamlit",
    "sentence_transformers",
    "transformers",
    "pymupdf",
    "pypandoc",
    "tokenizers",
)
QUICK = ("numpy", "rapidfuzz", "ssl")
"""A tenth of a second together: nothing beside a search, and a third of the time that help takes."""
TYPES = ("pydantic",)
"""By which newer typers read options: half as long again as a command that looks something up."""

READING = ("ingest.document", "ingest.citations.mention", "ingest.works.resolve")
"""What only reads documents: hundreds of patterns, to be compiled in every new process."""


def loaded(*arguments: str, among: tuple[str, ...] = HEAVY + TYPES) -> set[str]:
    """The packages, of those named, that are in memory after the command line has run with these arguments."""
    return all_loaded(*arguments) & set(among)


def all_loaded(*arguments: str) -> set[str]:
    """Every module that is in memory then."""
    code = (
        "import sys\n"
        "from ui.cli import main\n"
        f"sys.argv = ['bluenote', *{arguments!r}]\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n    assert not end.code, end.code\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("search", "--help"), ("ui", "--help")])
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert loaded(*arguments, among=HEAVY + TYPES + QUICK) == set()


def test_help_loads_no_command() -> None:
    own = {name for name in all_loaded("--help") if name.startswith(("ingest.", "index.", "ui."))}
    lists = {"ui.cli", "ui.later", "ui.commands", "ui.commands.options", "ui.terminal", "ui.status"}
    assert own - lists == {"ingest.errors", "index.errors", "ui.errors"}


def test_a_command_loads_no_other() -> None:
    commands = {name for name in all_loaded("doctor", "--help") if name.startswith("ui.commands.")}
    assert commands == {"ui.commands.doctor", "ui.commands.options"}


def test_inspect_loads_the_tokenizer_alone(article: object) -> None:
    """The PDF is read in a process of its own, and passages need counts of tokens but no vectors."""
    assert loaded("inspect", str(article), "--json") == {"tokenizers"}
    assert loaded("inspect", str(article)) == set()


@pytest.mark.model
@pytest.mark.skipif(find_spec("openvino") is None, reason="there is no OpenVINO for this system")
def test_search_runs_the_model_without_torch(library: Path) -> None:
    asked = ("search", "losing the confidence of rebels", "--library", str(library))
    assert loaded(*asked, among=(*HEAVY, *TYPES, "rich")) == {"faiss", "openvino", "tokenizers"}
    assert loaded(*asked, "--json") == {"faiss", "openvino", "tokenizers"}
    assert loaded(*asked, "--json", "--mode", "words") == set()
    assert loaded(*asked, "--json", "--mode", "words", among=READING) == set()
