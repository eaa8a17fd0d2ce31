"""`bluenote remove`: documents into the trash, out of it again, or gone for good."""

import sys
from typing import Annotated

import typer

from ui.commands.options import LibraryOption, opened
from ui.hittext import called
from ui.terminal import for_a_person, readable, say
from ui.wording import counted

DocumentArgument = Annotated[
    str | None, typer.Argument(metavar="DOCUMENT", help="Its id, the beginning of its id, its citekey or its file.")
]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
RestoreOption = Annotated[bool, typer.Option("--restore", help="Take it out of the trash again.")]
EmptyOption = Annotated[bool, typer.Option("--empty-trash", help="Let go of all that is in the trash, for good.")]


def remove(
    context: typer.Context,
    document: DocumentArgument = None,
    yes: YesOption = False,
    restore: RestoreOption = False,
    empty_trash: EmptyOption = False,
    library: LibraryOption = None,
) -> None:
    """Put a document into the trash, or take it out again. The file you added stays where it is."""
    if (document is None) != empty_trash or (restore and empty_trash):
        raise typer.BadParameter("name a DOCUMENT, or --empty-trash alone")
    with opened(context, library) as shelf:
        if empty_trash:
            number = len(shelf.trash.all())
            if number and _agreed(f"Let go of {counted(number, 'removed document')} for good?", yes):
                say(f"gone for good: {len(shelf.empty_trash())}")
            elif not number:
                say("the trash is empty")
            return
        assert document is not None
        if restore:
            entry = shelf.restore(document)
            say(f"restored {entry.key}: {called(entry)}")
            return
        entry = shelf.entry(document)
        if _agreed(f"Remove {entry.key}: {called(entry)}?", yes):
            shelf.remove(entry.id)
            say(f"removed {entry.key}: {called(entry)}", ("  (`--restore` brings it back)", "dim"))


def _agreed(question: str, yes: bool) -> bool:
    """Ask on a terminal; elsewhere nobody could answer."""
    return yes or not (for_a_person() and sys.stdin.isatty()) or typer.confirm(readable(question))
