"""`bluenote sources`: the works that the documents cite, and who cites one of them."""

from typing import TYPE_CHECKING, Annotated

import typer

from ui.cites.styles import DEFAULT_STYLE
from ui.commands.options import JsonOption, LibraryOption, opened
from ui.commands.output import FileOption, ForceOption, FormatOption, StyleOption, format_for, write_out
from ui.status import Status
from ui.terminal import say, say_json

if TYPE_CHECKING:
    from index import Library
    from index.citations import Cited, Works

SHOWN = 50
"""Works that are listed at once."""

QueryArgument = Annotated[
    str,
    typer.Argument(
        metavar="QUERY",
        help="Words of author, title or year; or one work (key, symbol, DOI, citekey): each place that cites it.",
    ),
]
ByOption = Annotated[
    str | None,
    typer.Option("--cited-by", metavar="DOCUMENT", help="Only what this document cites (id, citekey or file)."),
]
MostOption = Annotated[
    int | None,
    typer.Option("-k", metavar="N", help=f"So many works; else {SHOWN}, and all where they are exported.", min=1),
]
OffsetOption = Annotated[int, typer.Option("--offset", metavar="N", help="Leave out so many: the next page.", min=0)]


def sources(
    context: typer.Context,
    query: QueryArgument = "",
    cited_by: ByOption = None,
    most: MostOption = None,
    offset: OffsetOption = 0,
    json: JsonOption = False,
    format_: FormatOption = None,
    style: StyleOption = DEFAULT_STYLE,
    output: FileOption = None,
    force: ForceOption = False,
    library: LibraryOption = None,
) -> None:
    """List the works that are cited, or who cites one of them. The most cited come first; with --format, as a file."""
    exported = format_ is not None or output is not None
    if exported and json:
        raise typer.BadParameter("--json lists, --format and -o export: choose one of them")
    chosen = format_for(format_, output, force=force) if exported else None
    with opened(context, library) as shelf:
        if chosen is not None:
            from ui.export.wanted import ALL, cited

            selection = cited(shelf, query, by=cited_by, count=most or ALL, offset=offset)
            write_out(selection, chosen, style, output, empty="no such work is cited here")
            return
        if query and cited_by is None and (one := _one(shelf, query)):
            _print_one(one, json=json)
            return
        listed = shelf.works(query, by=cited_by, count=most or SHOWN, offset=offset)
    _print_list(listed, offset, json=json)
    if not listed.works:
        raise typer.Exit(Status.NOTHING_FOUND)


def _one(shelf: "Library", query: str) -> "Cited | None":
    """The work that is named outright; None where these are words to look for."""
    from index.errors import NoSuchWork

    try:
        named: Cited = shelf.citing(query)
    except NoSuchWork:
        return None
    return named


def _print_one(cited: "Cited", *, json: bool) -> None:
    from index.results import cited_json
    from ui.worktext import cited_lines

    if json:
        say_json(cited_json(cited))
        return
    for line in cited_lines(cited):
        say(*line.pieces, indent=line.indent)


def _print_list(works: "Works", offset: int, *, json: bool) -> None:
    from index.results import works_json
    from ui.worktext import work_lines

    if json:
        say_json(works_json(works))
        return
    for work in works.works:
        for line in work_lines(work):
            say(*line.pieces, indent=line.indent)
    first, last = offset + 1, offset + len(works.works)
    say(f"{first} to {last} of {works.total} works" if works.works else "No such work is cited here.")
