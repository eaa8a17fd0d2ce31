"""Where what is exported goes: into a file that is not there yet, or to the screen; and the style of its cites."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.cites.styles import STYLES
from ui.status import Status
from ui.terminal import complain, for_a_person

if TYPE_CHECKING:
    from ui.export import Format, Selection

FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="FORMAT", help="docx, odt, md, bib, ris, csl-json or csv; else by the file's name."
    ),
]
StyleOption = Annotated[
    str, typer.Option("--style", metavar="STYLE", help=f"{', '.join(STYLES)}, or the path of a .csl file.")
]
FileOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to; else to the screen.")
]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]


def format_for(name: str | None, output: Path | None, *, force: bool) -> "Format":
    """The format that is asked for, before any work is done: a text of hours may stand in the file.

    Raises:
        CitingError: there is no such format.
        typer.BadParameter: it cannot go there.
    """
    from ui.export import format_of

    chosen = format_of(name, output)
    if output is None:
        if not chosen.text and for_a_person():
            raise typer.BadParameter(f"{chosen.name} is no text for a terminal: name a file with -o")
    elif not output.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {output.parent}", param_hint="'-o'")
    elif output.is_dir() or (output.exists() and output.stat().st_size and not force):
        raise typer.BadParameter(f"{output} is there already; --force replaces a file", param_hint="'-o'")
    return chosen


def write_out(selection: "Selection", chosen: "Format", style: str, output: Path | None, *, empty: str) -> None:
    """Export a selection; one with nothing in it ends the command, which says why with `empty`.

    Raises:
        CitingError: there is no such style, or pandoc cannot set a work.
        typer.Exit: there is nothing in it.
    """
    from ui.export import export
    from ui.export.files import write_file

    if selection.empty:
        complain(f"nothing to export: {empty}")
        if output is None and chosen.name == "csl-json":
            sys.stdout.buffer.write(export(selection, chosen, style))
        raise typer.Exit(Status.NOTHING_FOUND)
    content = export(selection, chosen, style)
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        write_file(output, content)
