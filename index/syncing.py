"""Following an export of a reference manager: what is new comes in, what has changed is changed, nothing goes.

An item is a document's where it was so before (by Zotero's key of the item, or by its citekey), where it names the
document's file, or where DOI or title and year agree. So the same export a second time changes nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.bibliographies.bibfiles import read_items
from index.bibliographies.bibliography import Bibliography, one_work
from index.bibliographies.items import Item, Items
from index.disk import sha256_of
from index.kept.following import follow
from index.model import Added, Entry, Filters
from index.sqlite.store import SqliteStore


@dataclass(frozen=True, slots=True)
class Synced:
    """What following an export did."""

    added: tuple[Added, ...]
    """What became of the files that were new."""
    updated: tuple[Entry, ...]
    unchanged: int
    """Documents that are as the export says."""
    without_file: tuple[Item, ...]
    """Items whose PDF is nowhere, and which no document of the library is."""
    vanished: tuple[Entry, ...]
    """Documents that an earlier export of this name described and this one does not; they stay as they are."""


def sync(store: SqliteStore, path: Path, add: Callable[[Sequence[Path], Sequence[Path]], Sequence[Added]]) -> Synced:
    """Follow an export.

    Args:
        store: the library's.
        path: BibTeX, BibLaTeX, RIS, CSL-JSON or Zotero's JSON.
        add: takes in files that a bibliography describes.

    Raises:
        LibraryError: The export cannot be read.
    """
    items = read_items(path)
    before = dict(Items(store).all())
    matched = _matched(store, items, before)
    homes = _homes(matched)
    # A file may be that of a document already, where two items have it.
    abroad = [item for item in items if item not in homes and not _by_file(store, item)]
    new = dict.fromkeys(file for item in abroad for file in _pdfs(item))
    added = add(list(new), [path]) if new else ()
    for one in added:
        if one.id is not None and (described := Items(store).of(one.id)):
            matched.setdefault(one.id, described)
    fresh = {one.id for one in added if one.status == "added"}
    changed = [document for document, item in matched.items() if follow(store, document, item)]
    homes = _homes(matched)
    entries = {entry.id: entry for entry in store.ledger()}
    return Synced(
        added=tuple(added),
        updated=tuple(entries[one] for one in changed if one not in fresh and one in entries),
        unchanged=len(matched) - len(set(changed) | fresh),
        without_file=tuple(item for item in items if item not in homes and not _pdfs(item)),
        vanished=tuple(
            entries[document]
            for document, item in before.items()
            if document in entries and document not in matched and item.read_from == path.name
        ),
    )


def _matched(store: SqliteStore, items: Sequence[Item], before: Mapping[str, Item]) -> dict[str, Item]:
    """For each document of the library the item that is its."""
    exported = Bibliography(tuple(items))
    found: dict[str, Item] = {}
    entries = store.ledger()
    here = {entry.id for entry in entries}
    for document, item in before.items():
        same = exported.same_as(item)
        if same is not None and document in here:
            found[document] = same
    attached: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        for document in _by_file(store, item):
            attached[document].append(item)
    for document, of_it in attached.items():
        if described := one_work(of_it):
            found.setdefault(document, described)
    rest = Bibliography(tuple(item for item in items if item not in _homes(found)))
    for entry in entries:
        if entry.id not in found and (item_of := rest.item_of(entry.csl, entry.title, Path(entry.file))):
            found[entry.id] = item_of
    return found


def _homes(matched: Mapping[str, Item]) -> list[Item]:
    return list(matched.values())


def _by_file(store: SqliteStore, item: Item) -> Sequence[str]:
    """Documents that the item's files are, by path or by content."""
    found = [document for file in item.files for document in store.called(file)]
    if not found:
        ids = [sha256_of(file)[:16] for file in _pdfs(item)]
        found = [entry.id for entry in store.ledger(Filters(documents=tuple(ids)))] if ids else []
    return found


def _pdfs(item: Item) -> list[Path]:
    return [path for path in map(Path, item.files) if path.suffix.lower() == ".pdf" and path.is_file()]
