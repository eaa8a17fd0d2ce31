"""A command that is loaded when it is called: `bluenote --help` names all of them and needs none."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand


class Later(TyperCommand):
    """Stands for a command, or for a group of commands, until it is called.

    Args:
        name: what it is called by.
        home: the module that defines it, and its name there: "ui.commands.documents:list_documents".
        summary: what a list of commands says of it.
    """

    def __init__(self, name: str, home: str, summary: str) -> None:
        super().__init__(name, short_help=summary)
        self._home = home

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """The context of the command itself, in which it will run."""
        return self.loaded().make_context(info_name, args, parent=parent, **extra)

    def loaded(self) -> Any:
        """The command itself."""
        module, _, name = self._home.partition(":")
        found = getattr(import_module(module), name)
        if isinstance(found, typer.Typer):
            return typer.main.get_command(found)
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(self.name)(found)
        return typer.main.get_command(alone)
