"""The hits of a search as steps on the Read page: the one before, the one after, and the way back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from index import Library
from ui.addresses.read import Reading, read_href
from ui.addresses.search import Search, from_parameters, to_parameters

FARTHEST = 50
"""Hits that can be stepped through."""


@dataclass(frozen=True, slots=True)
class Trail:
    """Where among the hits the open passage stands."""

    words: str
    """"passage 3 of 10"; "passage 3 of the first 50", where there are more."""
    previous: str
    """Address of the hit before; "" at the first."""
    next: str
    back: str
    """Address of the search itself."""


def trail(library: Library, reading: Reading) -> Trail | None:
    """The steps around a passage; None where no search led here or it is no hit of it any more."""
    search = search_of(reading.search)
    if not search.question or not reading.passage:
        return None
    found = library.search(search.question, k=FARTHEST, filters=search.filters, mode=search.mode, view=search.view)
    hits = found.hits
    at = next((number for number, hit in enumerate(hits) if hit.passage.id == reading.passage), None)
    if at is None:
        return None

    def step(number: int) -> str:
        if not 0 <= number < len(hits):
            return ""
        return read_href(Reading(hits[number].document.id, passage=hits[number].passage.id, search=reading.search))

    among = f"the first {len(hits)}" if found.further else f"{len(hits)}"
    return Trail(f"passage {at + 1} of {among}", step(at - 1), step(at + 1), f"/?{reading.search}")


def search_words(search: Search) -> str:
    """The query string of a search's address."""
    return urlencode(to_parameters(search), doseq=True)


def search_of(words: str) -> Search:
    """The search of a query string."""
    parameters: Mapping[str, Sequence[str]] = parse_qs(words)
    return from_parameters(parameters)
