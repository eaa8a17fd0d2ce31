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
    Later("add", "ui.commands.add:add", "Add PDFs and texts."),
    Later("list", "ui.commands.documents:list_documents", "List the documents."),
    Later("show", "ui.commands.documents:show", "Show one document and the works that it cites."),
    Later("edit", "ui.commands.edit:edit", "Change a document's data, tags and collections."),
    Later("correct", "ui.commands.correct:correct", "Correct markers, citations, page numbers and works."),
    Later("corrections", "ui.commands.corrections:corrections", "List what was corrected by hand, or undo it."),
    Later("remove", "ui.commands.remove:remove", "Put a document into the trash, or take it out again."),
    Later("sync", "ui.commands.sync:sync", "Follow a reference manager's export."),
    Later("search", "ui.commands.search:search", "Find passages, with their notes resolved and a citation."),
    Later("sources", "ui.commands.sources:sources", "List the works that are cited, or who cites one of them."),
    Later("cite", "ui.commands.cite:cite", "Cite a document or a place in it."),
    Later("clip", "ui.commands.clippings:clip", "Put passages aside."),
    Later("clippings", "ui.commands.clippings:clippings", "List what was put aside, or change it."),
    Later("export", "ui.commands.export:export", "Export passages or works for another program."),
    Later("check", "ui.commands.check:check", "Check the quotations of a draft."),
    Later("inspect", "ui.commands.inspect:inspect", "Read one PDF and show what was read."),
    Later("doctor", "ui.commands.doctor:doctor", "Check the library and repair what can be repaired."),
    Later("reindex", "ui.commands.reindex:reindex", "Embed the documents for another model."),
    Later("ui", "ui.commands.desk:desk", "Open the desk in the browser."),
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
