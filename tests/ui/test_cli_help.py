"""What `--help` calls things: a reader's words, not Python's types."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from ui.cli import app


def commands(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


COMMANDS = dict(commands(typer.main.get_command(app)))


@pytest.mark.parametrize("name", COMMANDS)
def test_what_an_option_takes_is_named(name: str) -> None:
    command = COMMANDS[name]
    said = command.get_help(typer.Context(command, info_name=name))
    assert "--help" in said
    assert not re.findall(r"^ +-.*<(?:str|int|float|path|list)\b.*", said, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_list_of_commands_cuts_nothing_at_an_abbreviation(name: str) -> None:
    assert not COMMANDS[name].get_short_help_str(200).endswith("Ibid.")
