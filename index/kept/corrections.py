"""What a reader corrects in a document: each correction kept apart from it, with when it was made.

A correction names its place by words (`index.kept.spots`) and its work by the key that is the same in every document,
so that it survives reading anew; undone, it is taken away. What it does to a document says `index.kept.correcting`.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from index.errors import LibraryError
from index.kept.spots import Spot
from index.store import Kept, Store
from ingest.contract import plain, typed
from ingest.model import Csl, Link, Source

BY_HAND = "by hand"
"""How `Citation.why`, `Marker.evidence` and `custom.read_from` say that a reader corrected it."""


@dataclass(frozen=True, slots=True)
class Work:
    """A cited work, with what is needed to cite it in a document that does not know it yet."""

    key: str
    csl: Csl
    text: str
    links: tuple[Link, ...]


def work_of(source: Source) -> Work:
    """The work that a document cites as this source."""
    return Work(source.key, source.csl, source.text, source.links)


@dataclass(frozen=True, slots=True)
class MarkerMeans:
    """A marker in the text means this note, or none."""

    at: Spot
    label: str
    """The marker's."""
    note: Spot | None
    unread: bool = False
    """Whether the reader saw a mark there that was not read, as in many scans."""


@dataclass(frozen=True, slots=True)
class Cites:
    """These words of a note or of the text cite this work, or none; so do the Ibid. that follow them."""

    at: Spot
    work: Work | None
    was: str | None = None
    """Key of the work that they were taken to cite; None where that was left open."""


@dataclass(frozen=True, slots=True)
class PageLabel:
    """A page of the file bears this number; with `on`, those after it count on from there."""

    page: int
    """Page index."""
    label: str
    on: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the document's CSL-JSON item; None takes it away."""

    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class SameWork:
    """Two works are one, in every document of the library."""

    kept: str
    other: str
    kept_words: str = ""
    """The work in a few words, as it was called when they were made one; so is `other_words`."""
    other_words: str = ""
    also: tuple[str, ...] = ()
    """Further keys that the other work went by: one document gives its DOI and another one does not."""

    @property
    def others(self) -> tuple[str, ...]:
        """All keys that the other work went by."""
        return (self.other, *self.also)


Change = MarkerMeans | Cites | PageLabel | Field | SameWork
_KINDS: Mapping[str, type] = {
    "marker": MarkerMeans,
    "citation": Cites,
    "page": PageLabel,
    "field": Field,
    "same": SameWork,
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One change by a reader's hand."""

    id: str
    document: str | None
    """Id of the document; None for what holds in all of them."""
    made: str
    """ISO 8601, UTC."""
    change: Change

    @property
    def kind(self) -> str:
        """What is corrected: "marker", "citation", "page", "field" or "same"."""
        return _kind(self.change)


class Corrections:
    """All corrections of a library, in the order in which they were made."""

    def __init__(self, store: Store) -> None:
        self._drawer = store.drawer("corrections")

    def all(self) -> list[Correction]:
        """Those of every document and of the whole library."""
        return [_correction(kept) for kept in self._drawer.all()]

    def documents(self) -> frozenset[str]:
        """Ids of the documents with corrections of their own."""
        return frozenset(one.document for one in self.all() if one.document)

    def of(self, document: str) -> list[Correction]:
        """Those that bear on one document."""
        return [one for one in self.all() if one.document in (document, None)]

    def make(self, document: str | None, change: Change) -> Correction:
        """Keep a correction; the documents that it bears on are rewritten by the caller."""
        data = {"kind": _kind(change), **plain(change)}
        return _correction(self._drawer.put(secrets.token_hex(4), data, document))

    def undo(self, name: str) -> Correction:
        """Take a correction away; what it was.

        Raises:
            LibraryError: There is none of this id.
        """
        kept = self._drawer.get(name)
        if kept is None:
            raise LibraryError(f"no correction {name!r} here: `bluenote corrections` lists them")
        self._drawer.drop(name)
        return _correction(kept)


def _kind(change: Change) -> str:
    return next(name for name, kind in _KINDS.items() if isinstance(change, kind))


def _correction(kept: Kept) -> Correction:
    data: dict[str, Any] = dict(kept.data)
    change: Change = typed(_KINDS[data.pop("kind")], data)
    return Correction(kept.id, kept.document, kept.made, change)
