"""Results, entries and cited works in the JSON shapes of `bluenote search`, `list` and `sources --json`."""

from collections.abc import Iterable
from typing import Any

from index.citations import Cited, CitedWork, CitingPlace, Works
from index.found import Hit, Results
from index.model import Entry
from ingest.contract import plain

_LISTED = ("id", "key", "title", "csl", "pages", "notes", "file", "language", "added", "state", "sample")
_OF_A_WORK = ("key", "csl", "text", "links", "documents", "citing", "versions", "together")
_UNDER_A_HIT = ("id", "key", "title", "csl", "file", "state", "sample")


def results_json(results: Results) -> dict[str, Any]:
    """The object that `search --json` prints; hits, notes, citations and candidates as in `index.model`."""
    return {
        "query": results.query,
        "results": [_hit(hit) for hit in results.hits],
        "known": [_work(work) for work in results.known],
        "read_as": dict(results.read_as),
        "widened": list(results.widened),
        "put_into": dict(results.put_into),
        "further": results.further,
    }


def works_json(works: Works) -> dict[str, Any]:
    """The object that `sources --json` prints for a list."""
    return {"total": works.total, "works": [_work(work) for work in works.works]}


def cited_json(cited: Cited) -> dict[str, Any]:
    """The object that `sources KEY --json` prints for one work."""
    return {
        "work": _work(cited.work),
        "certain": [_place(place) for place in cited.certain],
        "possible": [_place(place) for place in cited.possible],
        "unread": [_entry(entry, _UNDER_A_HIT) for entry in cited.unread],
    }


def entries_json(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """The list that `list --json` prints."""
    return [_entry(entry, _LISTED) for entry in entries]


def _hit(hit: Hit) -> dict[str, Any]:
    also = [{**plain(twin), "document": _entry(twin.document, _UNDER_A_HIT)} for twin in hit.also]
    return {**plain(hit), "document": _entry(hit.document, _UNDER_A_HIT), "also": also}


def _work(work: CitedWork) -> dict[str, Any]:
    document = _entry(work.entry, _UNDER_A_HIT) if work.entry else None
    named = {name: plain(getattr(work, name)) for name in _OF_A_WORK}
    return {**named, "document": document}


def _place(place: CitingPlace) -> dict[str, Any]:
    return {**plain(place), "document": _entry(place.document, _UNDER_A_HIT)}


def _entry(entry: Entry, names: Iterable[str]) -> dict[str, Any]:
    return {name: plain(getattr(entry, name)) for name in names}
