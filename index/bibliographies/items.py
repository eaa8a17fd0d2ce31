"""What a bibliography says of each document, kept beside it.

So it is there again when the document is read anew, and the next export is compared with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from index.store import Store
from ingest.contract import plain, typed
from ingest.model import Csl


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a bibliography."""

    key: str
    """Citekey, "" where the format has none."""
    csl: Csl
    files: tuple[str, ...]
    """Paths or names of attached files."""
    read_from: str
    """The bibliography's file name."""
    tags: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    """Names with those above them: "Mali/Consent"."""
    item: str = ""
    """Zotero's key of the item, which stays when its citekey or title changes."""


class Items:
    """The bibliography's items of a library's documents, one for each document that has one."""

    def __init__(self, store: Store) -> None:
        self._drawer = store.drawer("items")

    def of(self, document: str) -> Item | None:
        """The item that describes a document."""
        kept = self._drawer.get(document)
        return _item(kept.data) if kept else None

    def all(self) -> Iterator[tuple[str, Item]]:
        """Document ids with their items."""
        for kept in self._drawer.all():
            yield kept.id, _item(kept.data)

    def keep(self, document: str, item: Item) -> None:
        """Keep an item, in the place of the one that the document had."""
        self._drawer.put(document, plain(item), document)

    def forget(self, document: str) -> None:
        """Keep none any more."""
        self._drawer.drop(document)


def _item(data: Any) -> Item:
    item: Item = typed(Item, data)
    return item
