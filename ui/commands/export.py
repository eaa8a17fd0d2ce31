"""`bluenote export`: passages with their cites, or works, as a file for another program."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.asking import Asking, with_asking
from ui.commands.options import LibraryOption, opened
from ui.status import Status
from ui.styles import DEFAULT_STYLE, STYLES
from ui.terminal import complain, for_a_person

if TYPE_CHECKING:
    from index import Library
    from ui.export import Format, Selection

QueryOption = Annotated[str | None, typer.Option("--query", metavar="Q", help="The passages that answer this.")]
ClippingsOption = Annotated[str | None, typer.Option("--clippings", metavar="NAME", help="A list of clippings.")]
SourcesOption = Annotated[bool, typer.Option("--sources", help="The works that they cite, instead of themselves.")]
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


@with_asking
def export(
    context: typer.Context,
    query: QueryOption = None,
    clippings: ClippingsOption = None,
    sources: SourcesOption = False,
    *,
    asking: Asking,
    format_: FormatOption = None,
    style: StyleOption = DEFAULT_STYLE,
    output: FileOption = None,
    force: ForceOption = False,
    library: LibraryOption = None,
) -> None:
    """Export passages or works for another program.

    What a query finds, limited and ordered as in `search`; or the documents that the same limits admit; or clippings.
    """
    _check_wanted(query, clippings, asking)
    from ui.export import export as exported
    from ui.export import format_of

    chosen = format_of(format_, output)
    _check_target(output, chosen, force=force)
    with opened(context, library) as shelf:
        selection = _selected(shelf, query, clippings, asking, sources=sources)
    if selection.empty:
        complain("nothing to export: " + ("no work is cited there" if sources else "nothing was found"))
        if output is None and chosen.name == "csl-json":
            sys.stdout.buffer.write(exported(selection, chosen, style))
        raise typer.Exit(Status.NOTHING_FOUND)
    content = exported(selection, chosen, style)
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        from ui.export.files import write_file

        write_file(output, content)


def _check_wanted(query: str | None, clippings: str | None, asking: Asking) -> None:
    """One of the three is exported: answers to a query, documents, or clippings."""
    if (query is None and clippings is None and asking == Asking()) or (query is not None and clippings is not None):
        raise typer.BadParameter(
            "say what to export: one of --query, --clippings, and documents by --document or --tag"
        )
    if clippings is not None and asking != Asking():
        raise typer.BadParameter("a list of clippings is exported whole: nothing limits it")
    if query is None and asking.ranks:
        raise typer.BadParameter(
            f"{', '.join(asking.ranks)} go with --query: without one, whole documents are exported"
        )


def _check_target(output: Path | None, chosen: "Format", *, force: bool) -> None:
    """Before any work is done: a text of hours may stand in the file."""
    if output is None:
        if not chosen.text and for_a_person():
            raise typer.BadParameter(f"{chosen.name} is no text for a terminal: name a file with -o")
        return
    if not output.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {output.parent}", param_hint="'-o'")
    if output.is_dir() or (output.exists() and output.stat().st_size and not force):
        raise typer.BadParameter(f"{output} is there already; --force replaces a file", param_hint="'-o'")


def _selected(
    shelf: "Library", query: str | None, clippings: str | None, asking: Asking, *, sources: bool
) -> "Selection":
    from ui.export import wanted

    if query is not None:
        return wanted.answers(asking.results(shelf, query).hits, query, works=sources)
    if clippings is not None:
        return wanted.clippings(shelf, clippings, works=sources)
    return wanted.documents(shelf, shelf.entries(asking.filters(shelf)), works=sources)
