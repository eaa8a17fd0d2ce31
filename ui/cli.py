"""The command line: its commands, and how each ends."""

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from ui.commands.options import LibraryOption
from ui.later import Later
from ui.status import EXPECTED, Status, status_of
from ui.terminal import complain, hush

_COMMANDS = (
    Later("add", "ui.commands.add:add"),
    Later("list", "ui.commands.documents:list_documents"),
    Later("show", "ui.commands.documents:show"),
    Later("edit", "ui.commands.edit:edit"),
    Later("correct", "ui.commands.correct:correct"),
    Later("corrections", "ui.commands.corrections:corrections"),
    Later("remove", "ui.commands.remove:remove"),
    Later("sync", "ui.commands.sync:sync"),
    Later("search", "ui.commands.search:search"),
    Later("sources", "ui.commands.sources:sources"),
    Later("cite", "ui.commands.cite:cite"),
    Later("clip", "ui.commands.clippings:clip"),
    Later("clippings", "ui.commands.clippings:clippings"),
    Later("export", "ui.commands.export:export"),
    Later("check", "ui.commands.check:check"),
    Later("inspect", "ui.commands.inspect:inspect"),
    Later("doctor", "ui.commands.doctor:doctor"),
    Later("reindex", "ui.commands.reindex:reindex"),
    Later("ui", "ui.commands.desk:desk"),
)


class Program(TyperGroup):
    """All commands; an error that the user can mend is one line and a status, never a traceback."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = {str(command.name): command for command in _COMMANDS}

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except EXPECTED as error:
            complain(str(error))
            raise typer.Exit(status_of(error)) from error
        except KeyboardInterrupt as error:
            complain("stopped; what was finished before stays")
            raise typer.Exit(Status.STOPPED) from error
        except BrokenPipeError as error:
            hush()  # no failure
            raise typer.Exit(Status.DONE) from error
        return result


app = typer.Typer(
    name="bluenote",
    cls=Program,
    help="Find the passage, follow its footnotes, cite the printed page.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib import metadata

        typer.echo(f"bluenote {metadata.version('bluenote')}")
        raise typer.Exit


VersionOption = Annotated[
    bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
]


@app.callback()
def program(context: typer.Context, library: LibraryOption = None, version: VersionOption = False) -> None:  # noqa: ARG001
    """Find the passage, follow its footnotes, cite the printed page."""
    context.obj = library


def main() -> None:
    """Run the command line and leave with its status."""
    for stream in (sys.stdout, sys.stderr):
        # A locale without UTF-8 can't print “quotes”; written out they're better than a traceback.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    app()


if __name__ == "__main__":
    main()
