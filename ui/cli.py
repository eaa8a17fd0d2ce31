"""The command line: its commands, and how each ends."""

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from ui.commands.add import add
from ui.commands.check import check
from ui.commands.cite import cite
from ui.commands.clippings import clip, clippings
from ui.commands.correct import correct
from ui.commands.corrections import corrections
from ui.commands.desk import desk
from ui.commands.doctor import doctor
from ui.commands.documents import list_documents, show
from ui.commands.edit import edit
from ui.commands.export import export
from ui.commands.inspect import inspect
from ui.commands.options import LibraryOption
from ui.commands.reindex import reindex
from ui.commands.remove import remove
from ui.commands.search import search
from ui.commands.sources import sources
from ui.commands.sync import sync
from ui.status import EXPECTED, Status, status_of
from ui.terminal import complain, hush


class Program(TyperGroup):
    """All commands; an error that the user can mend is one line and a status, never a traceback."""

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


app.command("add")(add)
app.command("list")(list_documents)
app.command("show")(show)
app.command("edit")(edit)
app.add_typer(correct, name="correct")
app.command("corrections")(corrections)
app.command("remove")(remove)
app.command("sync")(sync)
app.command("search")(search)
app.command("sources")(sources)
app.command("cite")(cite)
app.command("clip")(clip)
app.command("clippings")(clippings)
app.command("export")(export)
app.command("check")(check)
app.command("inspect")(inspect)
app.command("doctor")(doctor)
app.command("reindex")(reindex)
app.command("ui")(desk)


def main() -> None:
    """Run the command line and leave with its status."""
    for stream in (sys.stdout, sys.stderr):
        # A locale without UTF-8 can't print “quotes”; written out they're better than a traceback.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    app()


if __name__ == "__main__":
    main()
