"""`bluenote clip` and `bluenote clippings`: passages put aside, and what was put aside."""

from typing import TYPE_CHECKING, Annotated

import typer

from index.kept.clippings import DEFAULT_LIST
from ui.commands.options import JsonOption, LibraryOption, opened
from ui.status import Status
from ui.terminal import say, say_json
from ui.wording import counted

if TYPE_CHECKING:
    from index.kept.anchoring import Found
    from index.kept.clippings import Clipping

PassagesArgument = Annotated[
    list[str], typer.Argument(metavar="PASSAGE...", help="Ids of passages, as `search --json` prints them.")
]
ListOption = Annotated[str, typer.Option("--list", metavar="NAME", help="The list to put them in.")]
RemarkOption = Annotated[str, typer.Option("--remark", metavar="TEXT", help="What you think of it.")]
ListArgument = Annotated[str | None, typer.Argument(metavar="NAME", help="One list; else all.")]
MoveOption = Annotated[
    tuple[str, int] | None, typer.Option("--move", metavar="ID N", help="Make a clipping the N-th of its list.")
]
FileOption = Annotated[
    tuple[str, str] | None, typer.Option("--file", metavar="ID NAME", help="Put a clipping into another list.")
]
NoteOption = Annotated[
    tuple[str, str] | None, typer.Option("--remark", metavar="ID TEXT", help="Change a clipping's remark.")
]
DropOption = Annotated[list[str] | None, typer.Option("--drop", metavar="ID", help="Take a clipping out; repeatable.")]


def clip(
    context: typer.Context,
    passages: PassagesArgument,
    name: ListOption = DEFAULT_LIST,
    remark: RemarkOption = "",
    library: LibraryOption = None,
) -> None:
    """Put passages aside."""
    with opened(context, library) as shelf:
        hits = [shelf.hit(passage) for passage in passages]  # all of them, or none where one is not there
        for hit in hits:
            clipping = shelf.clippings.add(hit, name=name, remark=remark)
            say((clipping.id, "bold"), f"  {clipping.list}: {clipping.words[:80]}")


def clippings(
    context: typer.Context,
    name: ListArgument = None,
    move: MoveOption = None,
    file: FileOption = None,
    remark: NoteOption = None,
    drop: DropOption = None,
    json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """List what was put aside, or change it. It stands in your own order."""
    with opened(context, library) as shelf:
        kept = shelf.clippings
        for one in drop or ():
            kept.drop(one)
        if remark is not None:
            kept.remark(*remark)
        if file is not None:
            kept.file(*file)
        if move is not None:
            kept.move(move[0], move[1] - 1)
        found = [(clipping, shelf.locate(clipping)) for clipping in kept.all(name)]
    if json:
        from ingest.contract import plain

        say_json([{**plain(clipping), "found": plain(place)} for clipping, place in found])
    else:
        _say(found)
    if name is not None and not found:
        raise typer.Exit(Status.NOTHING_FOUND)


def _say(found: "list[tuple[Clipping, Found]]") -> None:
    from index.locators import locator_words
    from ui.wording import short_document

    above = None
    for clipping, place in found:
        if clipping.list != above:
            above = clipping.list
            say((above, "bold"))
        where = locator_words(place.cite.locator)
        say((clipping.id, "dim"), f"  {clipping.title}", f", {where}" if where else "", indent=2)
        say((short_document(clipping.csl), "dim"), indent=12)
        say(clipping.words, indent=12)
        if clipping.remark:
            say((clipping.remark, "cyan"), indent=12)
        if place.message:
            say((place.message, "yellow"), indent=12)
    say(counted(len(found), "clipping"))
