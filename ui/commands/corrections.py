"""`bluenote corrections`: what was corrected by hand, and undoing it."""

from typing import Annotated

import typer

from ui.commands.options import JsonOption, LibraryOption, opened
from ui.correcting.correctionwords import correction_words
from ui.terminal import say, say_json

DocumentOption = Annotated[
    str | None, typer.Argument(metavar="[DOCUMENT]", help="Only of this document: id, citekey or file.")
]
UndoOption = Annotated[
    list[str] | None, typer.Option("--undo", metavar="ID", help="Take this correction back; may be repeated.")
]


def corrections(
    context: typer.Context,
    document: DocumentOption = None,
    undo: UndoOption = None,
    json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """List what was corrected by hand, or undo it. The newest comes last."""
    from ingest.contract import plain

    with opened(context, library) as shelf:
        for name in undo or ():
            say("undone: ", correction_words(shelf.corrections.undo(name)))
        if undo:
            return
        keys = {entry.id: entry.key for entry in shelf.entries()}
        made = shelf.corrections.all(shelf.entry(document).id if document is not None else None)
    if json:
        say_json([{**plain(one.correction), "kind": one.correction.kind, "lost": one.lost} for one in made])
        return
    for one in made:
        about = one.correction.document
        whose = "every document" if about is None else keys.get(about, f"{about} (not in the library)")
        lost = (("  its words are not there any more", "yellow"),) if one.lost else ()
        when = one.correction.made[:16].replace("T", " ")
        say((one.correction.id, "bold"), (f"  {when}  ", "dim"), f"{whose}: {correction_words(one.correction)}", *lost)
    if not made:
        say("Nothing was corrected by hand.")
