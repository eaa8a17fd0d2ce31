"""`bluenote check`: the quotations of a draft, against what is printed."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.options import JsonOption, LibraryOption, opened
from ui.status import Status
from ui.terminal import Piece, say, say_json

if TYPE_CHECKING:
    from index.quoting.differences import Difference
    from ui.drafts.checking import Checked

DraftArgument = Annotated[Path, typer.Argument(metavar="DRAFT", help="A .docx, .odt or .md file.")]

SHOWN = 160
"""Characters of a quotation that are shown."""


def check(
    context: typer.Context, draft: DraftArgument, json: JsonOption = False, library: LibraryOption = None
) -> None:
    """Check the quotations of a draft. It says where each is printed and cited, and what differs."""
    from ui.drafts.checking import check as checked
    from ui.drafts.checking import checked_json
    from ui.drafts.findings import summary

    with opened(context, library) as shelf:
        found = checked(shelf, draft)
    if json:
        say_json(checked_json(draft, found))
    else:
        for one in found:
            if one.state not in ("short", "title"):
                _say(one)
        say(summary(found))
    if any(one.state == "missing" for one in found):
        raise typer.Exit(Status.NOTHING_FOUND)


def _say(one: "Checked") -> None:
    from index.locators import locator_words
    from ui.drafts.findings import STATES, printed_on
    from ui.hittext import called

    text = one.quotation.text
    say((f"{one.quotation.place}: ", "dim"), f"“{text[:SHOWN]}{'…' if len(text) > SHOWN else ''}”")
    if not one.places:
        say(("not found in this library", "red"), indent=4)
    for place in one.places:
        colour = "yellow" if place.likeness == "near" else "green"
        where = locator_words(place.cite.locator)
        said = called(place.document) + (f", {where}" if where else "")
        say((f"{STATES[place.likeness]}: ", colour), said, indent=4)
        if cited := one.misplaced.get(place.document.id):
            printed = f", printed on {printed_on(place, cited)}"
            say(("cited ", "dim"), (locator_words(cited.locator), "red"), (printed, "dim"), indent=8)
        for difference in place.differences:
            say(*_difference(difference), indent=8)
        say((place.cite.pandoc, "dim"), indent=4)


def _difference(difference: "Difference") -> Iterator[Piece]:
    if not difference.printed:
        yield from (("“", "dim"), (difference.quoted, "red"), ("” is not printed there", "dim"))
    elif not difference.quoted:
        yield from (("“", "dim"), (difference.printed, "green"), ("” is left out", "dim"))
    else:
        yield from ((difference.quoted, "red"), (" is printed ", "dim"), (difference.printed, "green"))
