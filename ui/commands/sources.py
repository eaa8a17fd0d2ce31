"""`bluenote sources`: the works that the documents cite, and who cites one of them."""

from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.options import JsonOption, LibraryOption, opened
from ui.status import Status
from ui.terminal import say, say_json

if TYPE_CHECKING:
    from index.citations import Cited, Works

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
MostOption = Annotated[int, typer.Option("-k", metavar="N", help="So many works.", min=1)]
OffsetOption = Annotated[int, typer.Option("--offset", metavar="N", help="Leave out so many: the next page.", min=0)]


def sources(
    context: typer.Context,
    query: QueryArgument = "",
    cited_by: ByOption = None,
    most: MostOption = 50,
    offset: OffsetOption = 0,
    json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """List the works that are cited, or who cites one of them. The most cited come first."""
    from index.errors import NoSuchWork

    with opened(context, library) as shelf:
        if query and cited_by is None:
            try:
                _print_one(shelf.citing(query), json=json)
                return
            except NoSuchWork:
                pass  # words to look for, then
        works = shelf.works(query, by=cited_by, count=most, offset=offset)
    _print_list(works, offset, json=json)
    if not works.works:
        raise typer.Exit(Status.NOTHING_FOUND)


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
