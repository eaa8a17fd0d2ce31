"""What a bibliography says anew of a document that is in the library already."""

from index.bibliographies.items import Item, Items
from index.kept.revising import rewrite
from index.kept.shelves import Shelves
from index.sqlite.store import SqliteStore


def follow(store: SqliteStore, document: str, item: Item) -> bool:
    """Remember an item and rewrite its document; whether the item says anything that it did not say before.

    What was changed by hand stays; so do tags that a reader gave or took: only what has changed in the bibliography is
    followed.
    """
    before = Items(store).of(document)
    if item == before:
        return False
    shelves = Shelves(store)
    known = before or Item("", {}, (), "")
    shelves.take(
        document,
        tags=set(known.tags) - set(item.tags),
        collections=set(known.collections) - set(item.collections),
    )
    shelves.put(
        document,
        tags=[tag for tag in item.tags if tag not in known.tags],
        collections=[name for name in item.collections if name not in known.collections],
    )
    Items(store).keep(document, item)
    rewrite(store, document)
    return True
