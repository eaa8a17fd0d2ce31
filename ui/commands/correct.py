"""`bluenote correct`: what the reader of a document sees better than the program that read it."""

from typing import TYPE_CHECKING, Annotated

import typer

from index.kept.corrections import Change, Cites, MarkerMeans, PageLabel
from index.kept.spots import spot, spot_of_note
from ui.commands.options import DocumentArgument, LibraryOption, opened
from ui.correcting.correctionwords import correction_words
from ui.correcting.spotting import find_marker, find_note, find_words
from ui.terminal import say

if TYPE_CHECKING:
    from index import Library

group = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)
PageOption = Annotated[
    str | None, typer.Option("--page", metavar="PAGE", help="Printed page, where the mark stands more than once.")
]
NoteOption = Annotated[str | None, typer.Option("--note", metavar="MARK", help="The note's mark.")]
NotePageOption = Annotated[str | None, typer.Option("--note-page", metavar="PAGE", help="Printed page of the note.")]


@group.callback()
def correct() -> None:
    """Correct markers, citations, page numbers and works. `bluenote corrections` lists and undoes."""


@group.command("marker")
def marker(
    context: typer.Context,
    document: DocumentArgument,
    mark: Annotated[str, typer.Argument(metavar="MARK", help="The marker as it is printed in the text: 12, a, *.")],
    note: NoteOption = None,
    page: PageOption = None,
    note_page: NotePageOption = None,
    no_note: Annotated[bool, typer.Option("--no-note", help="The marker means no note.")] = False,
    behind: Annotated[
        str, typer.Option("--behind", metavar="WORDS", help="The words before it, where the marker was not read.")
    ] = "",
    library: LibraryOption = None,
) -> None:
    """Say which note a marker in the text means."""
    if (note is None) != no_note:
        raise typer.BadParameter("say which note it means with --note MARK, or --no-note")
    if behind and no_note:
        raise typer.BadParameter("a marker that was not read and means no note changes nothing")
    with opened(context, library) as shelf:
        read = shelf.document(document)
        if behind:
            at = find_words(read, behind, None, page, behind=True)
        else:
            block, found = find_marker(read, mark, page)
            at = spot(block, found.offset, found.offset)
        aim = spot_of_note(find_note(read, note, note_page)) if note is not None else None
        _made(shelf, read.id, MarkerMeans(at, mark, aim, unread=bool(behind)))


@group.command("citation", short_help="Say which work a note cites, or what a short form leads to.")
def citation(
    context: typer.Context,
    document: DocumentArgument,
    note: NoteOption = None,
    page: PageOption = None,
    words: Annotated[
        str, typer.Option("--words", metavar="WORDS", help="The citation's own words, where the note has several.")
    ] = "",
    work: Annotated[
        str | None,
        typer.Option("--work", metavar="WORK", help="Key of a source, a document's citekey, or a citation in full."),
    ] = None,
    own: Annotated[
        bool, typer.Option("--own", help="A work of its own, as its words say: parts one source in two.")
    ] = False,
    no_work: Annotated[bool, typer.Option("--no-work", help="These words cite nothing.")] = False,
    library: LibraryOption = None,
) -> None:
    """Say which work a note cites, or what an Ibid. leads to; the Ibid. after it follow."""
    from index.kept.naming import own_work, work_named
    from index.kept.reciting import work_at

    if sum((work is not None, own, no_work)) != 1:
        raise typer.BadParameter("say what it cites: --work WORK, --own or --no-work")
    if note is None and not words:
        raise typer.BadParameter("say where: --note MARK, --words WORDS, or both")
    with opened(context, library) as shelf:
        read = shelf.document(document)
        at = find_words(read, words, find_note(read, note, page) if note is not None else None, page)
        was = work_at(read, at)
        meant = work_named(shelf, read, work) if work is not None else None
        if own:
            meant = own_work(shelf, at.words, was)
        _made(shelf, read.id, Cites(at, meant, was=was))


@group.command("page")
def page_label(
    context: typer.Context,
    document: DocumentArgument,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The page of the file, counted from 1.", min=1)],
    label: Annotated[str, typer.Argument(metavar="LABEL", help="What is printed on it: 65, xii, S-12.")],
    on: Annotated[bool, typer.Option("--on", help="The pages after it count on from there.")] = False,
    library: LibraryOption = None,
) -> None:
    """Say which number is printed on a page."""
    with opened(context, library) as shelf:
        entry = shelf.entry(document)
        if number > entry.pages:
            raise typer.BadParameter(f"the file has {entry.pages} pages")
        _made(shelf, entry.id, PageLabel(number - 1, label, on))


@group.command("merge")
def merge(
    context: typer.Context,
    kept: Annotated[str, typer.Argument(metavar="KEPT", help="Key of the work, as `bluenote show` prints it.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Key that is the same work.")],
    library: LibraryOption = None,
) -> None:
    """Say that two works are one, in every document."""
    from ui.cards.choices import one_work

    with opened(context, library) as shelf:
        one, two = shelf.citing(kept).work, shelf.citing(other).work
        if one.key == two.key:
            raise typer.BadParameter("these are one already")
        _made(shelf, None, one_work(shelf, one, two))


def _made(shelf: "Library", document: str | None, change: Change) -> None:
    made = shelf.corrections.make(document, change)
    say((made.correction.id, "bold"), "  ", correction_words(made.correction))
    if made.lost:
        say("Nothing in the document answers to it, so it changes nothing; undo it with `bluenote corrections --undo`.")
