"""What was found of a draft's quotations, in words: on the command line and on the desk."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.locators import locator_words
from index.quoting.quotations import Quoted
from ingest.model import Locator
from ui.drafts.checking import Checked, State
from ui.drafts.citedplaces import CitedPlace
from ui.wording import counted

STATES: Mapping[State, str] = {
    "exact": "as printed",
    "joined": "as printed, but for hyphens",
    "signs": "as printed, but for signs",
    "near": "differs",
    "missing": "not found",
    "short": "too short to look up",
    "title": "taken for titles",
}


@dataclass(frozen=True, slots=True)
class Sorted:
    """The quotations of a draft by what their writer has to do, each in the draft's order."""

    wrong: tuple[Checked, ...]
    """Not found, other than printed, or cited by another page."""
    right: tuple[Checked, ...]
    left: tuple[Checked, ...]
    """Not looked up."""


def in_order(found: Sequence[Checked]) -> Sorted:
    """Those to be looked at apart from those that are right."""
    left = tuple(one for one in found if one.state in ("short", "title"))
    wrong = tuple(one for one in found if one.state in ("missing", "near") or one.misplaced)
    return Sorted(wrong, tuple(one for one in found if one not in left and one not in wrong), left)


def summary(found: Sequence[Checked]) -> str:
    """How many there are of each: "3 quotations: 2 as printed, 1 differs"."""
    counts = Counter(one.state for one in found)
    said = [f"{counts[state]} {words}" for state, words in STATES.items() if counts[state]]
    elsewhere = sum(bool(one.misplaced) for one in found)
    said += [f"{elsewhere} cited by another page than printed"] if elsewhere else []
    return counted(len(found), "quotation") + (f": {', '.join(said)}" if said else "")


def printed_on(place: Quoted, cited: CitedPlace) -> str:
    """Where a quotation is printed, counted as the draft counts: "p. 65"."""
    by_page = cited.locator.label == "page"
    return locator_words(Locator("page", "–".join(place.pages)) if by_page else place.cite.locator)
