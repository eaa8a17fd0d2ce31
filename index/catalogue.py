"""What can be looked up in a library without a model: documents, passages, PDFs, counts."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.citations import Cited, Works
from index.disk import Files
from index.errors import LibraryError, NoSuchDocument, NoSuchWork
from index.found import Hit, HitCitation, HitNote
from index.hits import hits_of, mentions_of, notes_of
from index.kept.shelves import Shelves
from index.model import Entry, Facets, Filters
from index.query import parse
from index.sqlite.store import SqliteStore
from ingest.model import Block, Document, Note, Passage

if TYPE_CHECKING:  # a search on the command line loads nothing that it does not need
    from index.kept.anchoring import Found
    from index.kept.clippings import Clipping, Clippings
    from index.kept.reads import Reads
    from index.kept.revising import Editor
    from index.kept.trash import Trash
    from index.quoting.quotations import Quotations


class Catalogue:
    """The reading half of a library's face; see `index.library.Library`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._store = SqliteStore(path)
        self._files = Files(path)

    @property
    def sample(self) -> bool:
        """Whether the library was made for samples."""
        return self._store.facts().get("sample") == "yes"

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was found wrong with derived files since the library was opened; nothing was lost by it."""
        return tuple(self._store.warnings)

    @property
    def corrections(self) -> "Editor":
        """A reader's hand: corrections made, listed and undone."""
        from index.kept.revising import Editor

        return Editor(self._store)

    @property
    def shelves(self) -> Shelves:
        """Tags and collections."""
        return Shelves(self._store)

    @property
    def trash(self) -> "Trash":
        """What was removed."""
        from index.kept.trash import Trash

        return Trash(self._store)

    def entries(self, filters: Filters = Filters()) -> list[Entry]:  # noqa: B008 - frozen
        """The documents that the filters admit, in the order in which they were added."""
        return self._store.ledger(filters)

    def entry(self, ref: str) -> Entry:
        """The one document of this id, beginning of an id, citekey or path.

        Raises:
            NoSuchDocument: There is none, or more than one.
        """
        named = self._store.called(ref) or self._store.called(os.path.abspath(os.path.expanduser(ref)))
        if not named:
            raise NoSuchDocument(f"no document here has {ref!r} for its id, citekey or path: see `bluenote list`")
        if len(named) > 1:
            raise NoSuchDocument(f"{ref!r} may be any of {len(named)} documents: {', '.join(named[:5])}")
        (entry,) = self._store.ledger(Filters(documents=(named[0],)))
        return entry

    def document(self, ref: str) -> Document:
        """A document, whole."""
        return self._store.document(self.entry(ref).id)

    def citing_documents(self, keys: Sequence[str]) -> list[str]:
        """Ids of the documents that cite works by these keys, surely or possibly."""
        return self._store.citing(keys)

    def passages(self, ref: str) -> tuple[Passage, ...]:
        """A document's passages, in order."""
        return self._store.passages(self.entry(ref).id)

    def notes(self, document: Document, notes: Sequence[Note]) -> tuple[HitNote, ...]:
        """Some of a document's notes, each with where it leads."""
        with self._store.snapshot():
            return notes_of(document, notes, self._store.known)

    def mentions(self, document: Document, block: Block) -> tuple[HitCitation, ...]:
        """What one block of a document cites in its own words, with where each leads."""
        with self._store.snapshot():
            return mentions_of(document, block, self._store.known)

    def pdf(self, ref: str) -> Path:
        """The document's PDF: the library's copy, or the file that it refers to.

        Raises:
            LibraryError: It has none, or the file is not there any more.
        """
        entry = self.entry(ref)
        sha256, kept = self._store.sha256(entry.id)
        if sha256 is None:
            raise LibraryError(f"{entry.key} was added as plain text: there is no PDF of it")
        places = (
            [self._files.path(sha256)] if kept else [Path(path) for path in (entry.file, *self._store.paths(entry.id))]
        )
        path = next((path for path in places if path.is_file()), None)
        if path is None:
            raise LibraryError(f"the PDF of {entry.key} is not at {places[0]} any more: add it again")
        return path

    @property
    def clippings(self) -> "Clippings":
        """What readers have put aside."""
        from index.kept.clippings import Clippings

        return Clippings(self._store.drawer("clippings"))

    @property
    def reads(self) -> "Reads":
        """What was read last."""
        from index.kept.reads import Reads

        return Reads(self._store.drawer("reads"))

    def locate(self, clipping: "Clipping") -> "Found":
        """Where a clipping's words stand today, found by the words and not by a passage's id."""
        from index.kept.anchoring import locate

        with self._store.snapshot():
            return locate(self._store, clipping)

    def quotations(self) -> "Quotations":
        """Looks up where words are printed; keep it for as many quotations as there are, and no longer."""
        from index.quoting.quotations import Quotations

        return Quotations(self._store)

    def works(self, query: str = "", *, by: str | None = None, count: int = 50, offset: int = 0) -> Works:
        """The works that the documents cite, the most cited first.

        Args:
            query: words of author, title, year or symbol, which may be cut short, or a work's name ("HIPPO report");
                "" for all.
            by: a document; then only what it cites counts.
            count: works to a page; -1 for all.
            offset: works before it.

        Raises:
            NoSuchDocument: `by` names none.
        """
        with self._store.snapshot():
            return self._store.cited.works(query, self.entry(by).id if by else None, count, offset)

    def citing(self, ref: str) -> Cited:
        """One work and all places that cite it, through "Ibid." and short titles too.

        Args:
            ref: its key, UN symbol or DOI, or a document of the library by its id or citekey.

        Raises:
            NoSuchWork: No document cites such a work.
        """
        with self._store.snapshot():
            cited = self._store.cited.citing(ref)
        if cited is None:
            raise NoSuchWork(f"no document here cites {ref!r}: `bluenote sources` lists what they cite")
        return cited

    def keys_of(self, names: Sequence[str]) -> tuple[str, ...]:
        """All keys by which documents cite the works of these keys: one may give its DOI and another not."""
        return self._store.cited.keys(names)

    def facets(self) -> Facets:
        """How many documents there are of each author, year, language and kind."""
        return self._store.facets()

    def hit(self, passage: str, query: str = "") -> Hit:
        """A passage by its id, as a search would show it.

        Args:
            passage: its id.
            query: a question; where one is given, the score is how much of its words the passage has, else 0.

        Raises:
            NoSuchDocument: No passage has this id (any more).
        """
        with self._store.snapshot():
            cards = self._store.cards([passage])
            if passage not in cards:
                raise NoSuchDocument(f"no passage {passage!r} in this library (any more)")
            score = self._store.telling(parse(query), passage)
            return hits_of([cards[passage]], [score], self._store.known)[0]
