"""`bluenote export`: passages with their cites, or works, as a file for another program."""

from typing import TYPE_CHECKING, Annotated

import typer

from ui.cites.styles import DEFAULT_STYLE
from ui.commands.asking import Asking, with_asking
from ui.commands.options import LibraryOption, opened
from ui.commands.output import FileOption, ForceOption, FormatOption, StyleOption, format_for, write_out

if TYPE_CHECKING:
    from index import Library
    from ui.export import Selection

QueryOption = Annotated[str | None, typer.Option("--query", metavar="Q", help="The passages that answer this.")]
ClippingsOption = Annotated[str | None, typer.Option("--clippings", metavar="NAME", help="A list of clippings.")]
SourcesOption = Annotated[bool, typer.Option("--sources", help="The works that they cite, instead of themselves.")]


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
    chosen = format_for(format_, output, force=force)
    with opened(context, library) as shelf:
        selection = _selected(shelf, query, clippings, asking, sources=sources)
    write_out(selection, chosen, style, output, empty="no work is cited there" if sources else "nothing was found")


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


def _selected(
    shelf: "Library", query: str | None, clippings: str | None, asking: Asking, *, sources: bool
) -> "Selection":
    from ui.export import wanted

    if query is not None:
        return wanted.answers(asking.results(shelf, query).hits, query, works=sources)
    if clippings is not None:
        return wanted.clippings(shelf, clippings, works=sources)
    return wanted.documents(shelf, shelf.entries(asking.filters(shelf)), works=sources)
