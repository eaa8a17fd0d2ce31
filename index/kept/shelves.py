"""Tags and collections that a reader sorts documents by; they stay when a document is read anew."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from index.model import Filters
from index.store import Store

NO_DOCUMENT = "-"
"""No document's id: filters that admit nothing name it, for an empty list of documents would admit all."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where one document stands."""

    tags: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    """Names with those above them: "Mali/Consent"."""


class Shelves:
    """The tags and collections of a library's documents."""

    def __init__(self, store: Store) -> None:
        self._drawer = store.drawer("shelves")

    def of(self, document: str) -> Shelf:
        """The tags and collections of one document, each in order of the alphabet."""
        kept = self._drawer.get(document)
        return _shelf(kept.data) if kept else Shelf()

    def all(self) -> Mapping[str, Shelf]:
        """Document ids with where they stand."""
        return {kept.id: _shelf(kept.data) for kept in self._drawer.all()}

    def put(self, document: str, *, tags: Iterable[str] = (), collections: Iterable[str] = ()) -> Shelf:
        """Give a document more tags, and put it into more collections."""
        shelf = self.of(document)
        return self._keep(document, Shelf((*shelf.tags, *tags), (*shelf.collections, *collections)))

    def take(self, document: str, *, tags: Iterable[str] = (), collections: Iterable[str] = ()) -> Shelf:
        """Take tags from a document, and the document out of collections."""
        shelf, less, out = self.of(document), set(_clean(tags)), set(_clean(collections))
        return self._keep(
            document,
            Shelf(
                tuple(tag for tag in shelf.tags if tag not in less),
                tuple(name for name in shelf.collections if name not in out),
            ),
        )

    def tags(self, among: Iterable[str]) -> Mapping[str, int]:
        """How many of these documents bear each tag."""
        shelves = self.all()
        return dict(sorted(Counter(tag for one in among if one in shelves for tag in shelves[one].tags).items()))

    def collections(self, among: Iterable[str]) -> Mapping[str, int]:
        """How many of these documents stand in each collection or in those below it."""
        shelves = self.all()
        names = (name for one in among if one in shelves for name in _with_above(shelves[one].collections))
        return dict(sorted(Counter(names).items()))

    def narrowed(self, filters: Filters, *, tags: Iterable[str] = (), collections: Iterable[str] = ()) -> Filters:
        """The filters, admitting only documents with one of these tags and in one of these collections.

        Tags are alternatives, as are collections; with none of a kind, all are admitted.
        """
        wanted, inside = set(tags), set(collections)
        if not wanted and not inside:
            return filters
        fitting = {
            document
            for document, shelf in self.all().items()
            if (not wanted or wanted & set(shelf.tags)) and (not inside or inside & _with_above(shelf.collections))
        }
        if filters.documents:
            fitting &= set(filters.documents)
        return replace(filters, documents=tuple(sorted(fitting)) or (NO_DOCUMENT,))

    def _keep(self, document: str, shelf: Shelf) -> Shelf:
        clean = Shelf(_clean(shelf.tags), _clean(shelf.collections))
        if clean == Shelf():
            self._drawer.drop(document)
        else:
            self._drawer.put(document, {"tags": list(clean.tags), "collections": list(clean.collections)}, document)
        return clean


def _shelf(data: Mapping[str, list[str]]) -> Shelf:
    return Shelf(tuple(data["tags"]), tuple(data["collections"]))


def _clean(names: Iterable[str]) -> tuple[str, ...]:
    """Names without blanks at their ends and between their parts, each once."""
    parts = ("/".join(part.strip() for part in name.split("/") if part.strip()) for name in names)
    return tuple(sorted({" ".join(name.split()) for name in parts} - {""}))


def _with_above(collections: Iterable[str]) -> set[str]:
    """The collections and those that they stand in: "Mali/Consent" is in "Mali"."""
    found = set()
    for name in collections:
        parts = name.split("/")
        found |= {"/".join(parts[:depth]) for depth in range(1, len(parts) + 1)}
    return found
