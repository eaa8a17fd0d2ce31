"""The quotations of a draft against the library: where each is printed, what differs, what is not found."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from index.quoting.quotations import Quotations, Quoted, fragments
from ingest.contract import plain
from ui.drafts.citedplaces import CitedPlace, misplaced
from ui.drafts.draft import Quotation, quotations

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


def check(library: Quotations, draft: Path) -> list[Checked]:
    """Look up every quotation of a draft.

    Raises:
        DraftUnreadable: it cannot be read.
    """
    return [_checked(library, quotation) for quotation in quotations(draft)]


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


def _checked(library: Quotations, quotation: Quotation) -> Checked:
    if quotation.title:  # it is printed in every note that cites it, and a cited page is not where it stands
        return Checked(quotation, "title", (), {})
    if not fragments(quotation.text):
        return Checked(quotation, "short", (), {})
    places = library.find(quotation.text)
    return Checked(quotation, places[0].likeness if places else "missing", places, misplaced(places, quotation.cited))


def _quotation(quotation: Quotation) -> dict[str, Any]:
    cited = [{"text": one.text, "locator": plain(one.locator)} for one in quotation.cited]
    return {**asdict(quotation), "cited": cited}


def _place(place: Quoted, cited: CitedPlace | None) -> dict[str, Any]:
    document = {"id": place.document.id, "key": place.document.key, "title": place.document.title}
    return {**plain(place), "document": document, "misplaced": plain(cited.locator) if cited else None}
