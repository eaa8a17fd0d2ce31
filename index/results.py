"""Results and entries in the JSON shapes of `bluenote search --json` and `bluenote list --json`."""

from collections.abc import Iterable
from typing import Any

from index.model import Entry, Hit, Results
from ingest.contract import plain

_LISTED = ("id", "key", "title", "csl", "pages", "notes", "file", "language", "added", "state", "sample")
_UNDER_A_HIT = ("id", "key", "title", "csl", "file", "state", "sample")


def results_json(results: Results) -> dict[str, Any]:
    """The object that `search --json` prints; hits, notes, citations and candidates as in `index.model`."""
    return {"query": results.query, "results": [_hit(hit) for hit in results.hits]}


def entries_json(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """The list that `list --json` prints."""
    return [_entry(entry, _LISTED) for entry in entries]


def _hit(hit: Hit) -> dict[str, Any]:
    return {**plain(hit), "document": _entry(hit.document, _UNDER_A_HIT)}


def _entry(entry: Entry, names: Iterable[str]) -> dict[str, Any]:
    return {name: plain(getattr(entry, name)) for name in names}
