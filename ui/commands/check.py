"""`bluenote check`: the quotations of a draft, against what is printed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ingest.model import Locator
from ui.commands.options import JsonOption, LibraryOption, opened
from ui.status import Status
from ui.terminal import Piece, say, say_json
from ui.wording import counted

if TYPE_CHECKING:
    from index.quoting.differences import Difference
    from index.quoting.quotations import Quoted
    from ui.drafts.checking import Checked
    from ui.drafts.citedplaces import CitedPlace

DraftArgument = Annotated[Path, typer.Argument(metavar="DRAFT", help="A .docx, .odt or .md file.")]

SHOWN = 160
"""Characters of a quotation that are shown."""
_SAID = {
    "exact": "as printed",
    "joined": "as printed, but for hyphens",
    "signs": "as printed, but for signs",
    "near": "differs",
    "missing": "not found",
    "short": "too short to look up",
    "title": "taken for titles",
}


def check(
    context: typer.Context, draft: DraftArgument, json: JsonOption = False, library: LibraryOption = None
) -> None:
    """Check the quotations of a draft. It says where each is printed and cited, and what differs."""
    from ui.drafts.checking import check as checked
    from ui.drafts.checking import checked_json

    with opened(context, library) as shelf:
        found = checked(shelf.quotations(), draft)
    if json:
        say_json(checked_json(draft, found))
    else:
        for one in found:
            if one.state not in ("short", "title"):
                _say(one)
        say(_summary(found))
    if any(one.state == "missing" for one in found):
        raise typer.Exit(Status.NOTHING_FOUND)


def _say(one: "Checked") -> None:
    from index.locators import locator_words
    from ui.hittext import called

    text = one.quotation.text
    say((f"{one.quotation.place}: ", "dim"), f"“{text[:SHOWN]}{'…' if len(text) > SHOWN else ''}”")
    if not one.places:
        say(("not found in this library", "red"), indent=4)
    for place in one.places:
        colour = "yellow" if place.likeness == "near" else "green"
        where = locator_words(place.cite.locator)
        say(
            (f"{_SAID[place.likeness]}: ", colour), f"{called(place.document)}", f", {where}" if where else "", indent=4
        )
        if cited := one.misplaced.get(place.document.id):
            printed = locator_words(_printed(place, cited))
            say(("cited ", "dim"), (locator_words(cited.locator), "red"), (f", printed on {printed}", "dim"), indent=8)
        for difference in place.differences:
            say(*_difference(difference), indent=8)
        say((place.cite.pandoc, "dim"), indent=4)


def _printed(place: "Quoted", cited: "CitedPlace") -> Locator:
    """Where it is printed, counted as the draft counts."""
    return Locator("page", "–".join(place.pages)) if cited.locator.label == "page" else place.cite.locator


def _difference(difference: "Difference") -> Iterator[Piece]:
    if not difference.printed:
        yield from (("“", "dim"), (difference.quoted, "red"), ("” is not printed there", "dim"))
    elif not difference.quoted:
        yield from (("“", "dim"), (difference.printed, "green"), ("” is left out", "dim"))
    else:
        yield from ((difference.quoted, "red"), (" is printed ", "dim"), (difference.printed, "green"))


def _summary(found: Sequence["Checked"]) -> str:
    counts = Counter(str(one.state) for one in found)
    said = [f"{counts[state]} {words}" for state, words in _SAID.items() if counts[state]]
    elsewhere = sum(bool(one.misplaced) for one in found)
    said += [f"{elsewhere} cited by another page than printed"] if elsewhere else []
    return counted(len(found), "quotation") + (f": {', '.join(said)}" if said else "")
