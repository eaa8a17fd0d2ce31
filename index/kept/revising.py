"""Corrections made and undone in a library: kept first, then the documents rewritten from what was read in them.

A process killed in between leaves a correction that is not applied yet; `unapplied` finds such documents.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from index.bibliographies.bibliography import described
from index.bibliographies.items import Items
from index.errors import NoSuchDocument
from index.kept.correcting import corrected
from index.kept.corrections import Change, Cites, Correction, Corrections, SameWork, Work
from index.model import Filters
from index.record import Origin, record
from index.sqlite.store import SqliteStore
from index.store import Record


@dataclass(frozen=True, slots=True)
class Made:
    """A correction as a list shows it."""

    correction: Correction
    lost: bool
    """Whether its words are not in the document any more, so that it changes nothing."""


class Editor:
    """A reader's hand on a library: every change is kept apart and can be undone."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store
        self._corrections = Corrections(store)

    def make(self, document: str | None, change: Change) -> Made:
        """Correct a document (by its id), or with `SameWork` all that cite the work.

        Raises:
            NoSuchDocument: It is not in the library.
        """
        if document is not None:
            self._store.sha256(document)  # says where there is none
        correction = self._corrections.make(document, change)
        lost = self._rewrite(correction)
        return Made(correction, lost)

    def undo(self, name: str) -> Correction:
        """Take a correction back; the document is again as if it had never been made.

        Raises:
            LibraryError: There is none of this id.
        """
        correction = self._corrections.undo(name)
        self._rewrite(correction)
        if isinstance(correction.change, SameWork):
            self._store.regroup([correction.change.kept, *correction.change.others])
        return correction

    def of(self, document: str) -> list[Correction]:
        """Those that bear on one document, in the order in which they were made."""
        return self._corrections.of(document)

    def about(self, keys: Collection[str]) -> list[Correction]:
        """Those that led something to a work of these keys: another work made one with it, or a citation."""
        made = self._corrections.all()
        return [one for one in made if (key := _led_to(one.change)) is not None and _standing(key, made) in keys]

    def parted(self, keys: Collection[str]) -> list[Correction]:
        """Those that led a citation away from a work of these keys."""
        made = self._corrections.all()
        cites = [(one, one.change) for one in made if isinstance(one.change, Cites) and one.change.was is not None]
        return [
            one
            for one, change in cites
            if _standing(str(change.was), made) in keys
            and (change.work is None or _standing(change.work.key, made) not in keys)
        ]

    def standing(self, key: str) -> str:
        """The key by which a work goes today that may have been made one with another."""
        return _standing(key, self._corrections.all())

    def all(self, document: str | None = None) -> list[Made]:
        """All corrections, or those of one document; those first that were made first."""
        made = self._corrections.all() if document is None else self._corrections.of(document)
        named = self._corrections.documents() if document is None else {document}
        gone = [one for name in named for one in self.lost(name)]
        return [Made(one, one in gone) for one in made]

    def unapplied(self, documents: Sequence[str]) -> Iterator[str]:
        """Those of these documents that are not what their corrections make of them, after a process was killed."""
        made = self._corrections.all()
        mergers = [one.change for one in made if isinstance(one.change, SameWork)]
        wide = [key for merger in mergers for key in (merger.kept, *merger.others)]
        named = {one.document for one in made if one.document} | set(self._store.citing(wide))
        for document in documents:
            if document in named and revised(self._store, document).document != self._store.document(document):
                yield document

    def lost(self, document: str) -> tuple[Correction, ...]:
        """The corrections that find nothing in a document any more; none where it has left the library."""
        try:
            reading = self._store.reading(document)
        except NoSuchDocument:
            return ()
        return corrected(reading, self._corrections.of(document)).lost

    def _rewrite(self, correction: Correction) -> bool:
        """Rewrite what a correction bears on; whether it finds nothing there."""
        if isinstance(correction.change, SameWork):
            # The kept work may since have been made one with a third, whose key its documents bear then.
            keys = [correction.change.kept, *correction.change.others]
            for document in self._store.citing([*keys, *map(self.standing, keys)]):
                rewrite(self._store, document)
            return False
        assert correction.document is not None
        if not self._store.ledger(Filters(documents=(correction.document,))):
            return False  # undone after its document has left
        rewrite(self._store, correction.document)
        return correction in self.lost(correction.document)


def _led_to(change: Change) -> str | None:
    """Key of the work that a correction leads to; None where it is about something else, or leads to none."""
    match change:
        case SameWork():
            return change.kept
        case Cites(work=Work() as work):
            return work.key
        case _:
            return None


def _standing(key: str, made: Iterable[Correction]) -> str:
    mergers = [one.change for one in made if isinstance(one.change, SameWork)]
    merged = {other: merger.kept for merger in mergers for other in merger.others}
    for _ in merged:  # a chain is no longer than that, and two works said to be one both ways end it too
        key = merged.get(key, key)
    return key


def rewrite(store: SqliteStore, document: str) -> None:
    """Put a document's data and corrections of now in the place of those that it has."""
    store.revise(revised(store, document))


def revised(store: SqliteStore, document: str) -> Record:
    """A document as it was read, with its bibliography's data and its corrections; without vectors."""
    with store.snapshot():
        (entry,) = store.ledger(Filters(documents=(document,)))
        reading, cut = store.reading(document), store.passages(document)
        sha256, kept = store.sha256(document)
        made = record(
            reading,
            cut,
            np.zeros((0, 0), np.float32),
            origin=Origin(entry.file, sha256, kept),
            described=replace(described(reading, Items(store).of(document)), key=entry.key),
            taken=lambda _: (),
            corrections=Corrections(store).of(document),
        )
    return replace(made, entry=replace(made.entry, added=entry.added))
