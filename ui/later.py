"""A command that is loaded when it is called: `bluenote --help` names all of them and needs none."""

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand


class Later(TyperCommand):
    """Stands for a command, or for a group of commands, until it is called.

    Args:
        name: what it is called by.
        home: the module that defines it, and the function's name there: "ui.commands.documents:list_documents". That of
            a group is the callback of the module's `group`.
    """

    def __init__(self, name: str, home: str) -> None:
        super().__init__(name)
        self._module, _, self._function = home.partition(":")

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - written to fit
        """What a list of commands says of it: the first sentence of its docstring.

        Read off the file: to parse the files of all commands would take a seventh as long as help does.
        """
        file = Path(__file__).parents[1].joinpath(*self._module.split(".")).with_suffix(".py")
        sentence = rf'^def {self._function}\(.*?-> None:\n    """(.+?\.)(?=\s|""")'
        found = re.search(sentence, file.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
        assert found is not None, f"{file}: {self._function} has no docstring"
        return found[1]

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """The context of the command itself, in which it will run."""
        return self.loaded().make_context(info_name, args, parent=parent, **extra)

    def loaded(self) -> Any:
        """The command itself."""
        module = import_module(self._module)
        group = getattr(module, "group", None)
        if group is None:
            group = typer.Typer(add_completion=False, rich_markup_mode=None)
            group.command(self.name)(getattr(module, self._function))
        return typer.main.get_command(group)
