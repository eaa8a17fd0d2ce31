"""The quotations of a draft against the library: where each is printed, what differs, what is not found."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from index.quoting.quotations import Quotations, Quoted, fragments
from ingest.contract import plain
from ui.drafts.citedplaces import CitedPlace, as_cited, misplaced, names_of
from ui.drafts.draft import Quotation, quotations

if TYPE_CHECKING:
    from index.library import Library

State = Literal["exact", "joined", "signs", "near", "missing", "short", "title"]
"""As `index.quoting.matching.Likeness` where it is printed; "missing": nowhere in the library; "short": too few
words to look up; "title": a work's title, which is no quotation."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One quotation, and where it is printed."""

    quotation: Quotation
    state: State
    places: tuple[Quoted, ...]
    misplaced: Mapping[str, CitedPlace]
    """By document id, where the draft cites another page or paragraph of it than the quotation stands on."""


def check(library: "Library", draft: Path) -> list[Checked]:
    """Look up every quotation of a draft, first in the documents that it cites for it.

    Raises:
        DraftUnreadable: it cannot be read.
    """
    found = quotations(draft)
    named: dict[str, set[str]] = {}
    if any(one.cited for one in found):
        for entry in library.entries():
            for name in names_of(entry):
                named.setdefault(name, set()).add(entry.id)
    printed = library.quotations()
    return [_checked(printed, quotation, named) for quotation in found]


def checked_json(draft: Path, found: Sequence[Checked]) -> dict[str, Any]:
    """What `bluenote check --json` prints."""
    return {
        "draft": str(draft),
        "quotations": [
            {
                **_quotation(one.quotation),
                "state": one.state,
                "places": [_place(place, one.misplaced.get(place.document.id)) for place in one.places],
            }
            for one in found
        ],
    }


def _checked(library: Quotations, quotation: Quotation, named: Mapping[str, Collection[str]]) -> Checked:
    """One quotation looked up.

    Args:
        library: finds it.
        quotation: of the draft.
        named: ids of documents by what a citation may call them.
    """
    if quotation.title:  # it is printed in every note that cites it, and a cited page is not where it stands
        return Checked(quotation, "title", (), {})
    if not fragments(quotation.text):
        return Checked(quotation, "short", (), {})
    cited = {document for one in quotation.cited for name in one.named for document in named.get(name, ())}
    places = library.find(quotation.text, cited=cited, as_cited=lambda place: as_cited(place, quotation.cited))
    return Checked(quotation, places[0].likeness if places else "missing", places, misplaced(places, quotation.cited))


def _quotation(quotation: Quotation) -> dict[str, Any]:
    cited = [{"text": one.text, "locator": plain(one.locator)} for one in quotation.cited]
    return {**asdict(quotation), "cited": cited}


def _place(place: Quoted, cited: CitedPlace | None) -> dict[str, Any]:
    document = {"id": place.document.id, "key": place.document.key, "title": place.document.title}
    return {**plain(place), "document": document, "misplaced": plain(cited.locator) if cited else None}
