"""A library brought up to date from its stored blocks, for another model or a newer Bluenote: no PDF is opened."""

from collections.abc import Callable

from index.encoding.embedder import Embedder
from index.encoding.embedding import embedded
from index.search.floor import measured_floors
from index.sqlite.store import SqliteStore
from ingest.passages.cutting import passages

UNFINISHED = "unfinished"
"""The identity of a library that is between two models: no model's, so that searches by meaning are refused."""


def reindex(store: SqliteStore, embedder: Embedder, progress: Callable[[str, str, int, int], None] | None) -> int:
    """Cut and embed again; the caller holds the pen. How many documents.

    All of them for a model other than the library's, else those that another version of Bluenote cut.
    """
    other = store.facts().get("identity") != embedder.identity
    store.note({"model": embedder.name} | ({"identity": UNFINISHED} if other else {}))
    entries = store.ledger()
    if not other:
        old = set(store.to_cut())
        entries = [entry for entry in entries if entry.id in old]
    for done, entry in enumerate(entries):
        if progress is not None:
            progress(entry.file, "embedding", done, len(entries))
        document = store.document(entry.id)
        cut = passages(document, embedder.count, embedder.window)
        made = embedded(embedder, cut)
        store.recut(document, cut, made.vectors, made.tokens)
    store.settle(anew=other)
    store.note({"identity": embedder.identity, **measured_floors(store, embedder)})
    return len(entries)
