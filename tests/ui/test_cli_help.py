"""What `--help` calls things: a reader's words, not Python's types."""

import re

import pytest
import typer
from commands import every_command, run

COMMANDS = {name: one for name, one in every_command().items() if not hasattr(one, "commands")}


@pytest.mark.parametrize("name", COMMANDS)
def test_what_an_option_takes_is_named(name: str) -> None:
    command = COMMANDS[name]
    said = command.get_help(typer.Context(command, info_name=name))
    assert "--help" in said
    assert not re.findall(r"^ +-.*<(?:str|int|float|path|list)\b.*", said, re.MULTILINE)


@pytest.mark.parametrize("group", ["", "correct "])
def test_a_list_of_commands_names_all_and_cuts_nothing(group: str) -> None:
    listed = run(*group.split(), "--help").out.partition("Commands:\n")[2]
    names = [name.removeprefix(group) for name in every_command() if name.startswith(group)]
    assert re.findall(r"^  (\w+)  ", listed, re.MULTILINE) == [name for name in names if " " not in name]
    assert all(line.endswith(".") and not line.endswith(("...", "Ibid.")) for line in listed.splitlines())
