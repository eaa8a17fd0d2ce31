"""The seam between the library and what keeps it: everything that a store must be able to do.

Passages and documents are named by their own ids, never by a store's row numbers, so that two stores can be told
apart by nothing that a search returns. Only while it weighs hundreds of passages does it go by the store's numbers:
to look up the ids of all took as long as to find them.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from index.found import Card
from index.model import Entry, Facets, Filters, Finding, Group
from index.query import Query, Scope
from ingest.model import Document, Passage

if TYPE_CHECKING:  # what only names a kept thing, as `bluenote --help` does, need not wait for numpy
    import numpy as np
    from numpy.typing import NDArray

Vectors: TypeAlias = "NDArray[np.float32]"
"""One row for each text, of length 1."""
Found: TypeAlias = int
"""The store's number of a passage that it found, good within one snapshot (see `Store.names`)."""
Codes: TypeAlias = "NDArray[np.uint8]"
"""Vectors of a text's tokens, a row of bytes for each (see `index.encoding.tokens`)."""


@dataclass(frozen=True, slots=True)
class Record:
    """All that goes into a store for one document, in one transaction."""

    entry: Entry
    document: Document
    passages: tuple[Passage, ...]
    vectors: Vectors
    """One for each passage, in order."""
    sha256: str | None
    """Of the PDF; None for a text without a PDF."""
    kept: bool
    """Whether the library keeps the PDF itself; otherwise it refers to the file where it lies."""
    identities: tuple[str, ...]
    """By what a citation elsewhere can name this document (see `index.sources`)."""
    tokens: tuple[Codes, ...] = ()
    """One for each passage, in order; none where the model gives no vectors of tokens."""
    reading: Document | None = None
    """As it was read, where a bibliography or a reader says otherwise; None where `document` is that."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One passage with as much of its document as a hit shows.

    `document` holds the blocks and notes that the passage touches, the notes it names, their citations, the sources
    and notes that these lead to or through, and the pages on which any of it stands; nothing else.
    """

    passage: Passage
    document: Document
    entry: Entry


@dataclass(frozen=True, slots=True)
class Carded:
    """One passage with its card."""

    passage: Passage
    entry: Entry
    card: Card


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that a reader keeps."""

    id: str
    document: str | None
    """Id of the document that it is about, if of any; that may have left the library."""
    made: str
    """ISO 8601, UTC; so is `changed`."""
    changed: str
    data: Mapping[str, Any]
    """As JSON has it; its shape is known to the module that keeps it."""


class Drawer(Protocol):
    """What a reader keeps of one kind; each call is a transaction of its own and needs no pen."""

    def all(self, document: str | None = None) -> list[Kept]:
        """All of it, or what is about one document, in the order in which it was put in."""

    def get(self, name: str) -> Kept | None:
        """What has this id; None where nothing has."""

    def put(self, name: str, data: Mapping[str, Any], document: str | None = None) -> Kept:
        """Put in, or in the place of what had this id, which then keeps its rank and the time when it was made."""

    def drop(self, name: str) -> bool:
        """Take out; whether it was there."""


class Store(Protocol):
    """Documents in and out, and four ways to look them up."""

    def close(self) -> None:
        """Let go of files and connections."""

    def writing(self) -> AbstractContextManager[None]:
        """Hold the library's one pen; raises `Busy` at once where another process holds it."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Within it, all reading of this thread sees the same state, whatever a writer does meanwhile."""

    def drawer(self, name: str) -> Drawer:
        """Where a reader keeps things of this kind ("clippings")."""

    def facts(self) -> Mapping[str, str]:
        """What is known of the library as a whole: "model", "identity", "sample"."""

    def note(self, facts: Mapping[str, str]) -> None:
        """Write down facts of the library as a whole."""

    def sizes(self) -> Mapping[str, int]:
        """How many passages there are in each language."""

    def put(self, record: Record) -> None:
        """Take a document in, whole or not at all; one with the same id is replaced."""

    def recut(
        self, document: Document, passages: Sequence[Passage], vectors: Vectors, tokens: Sequence[Codes] = ()
    ) -> None:
        """Put other passages in the place of a document's, all or none."""

    def revise(self, record: Record) -> None:
        """Put other data, labels and citations in the place of a document's, all or none.

        The passages have the texts that they had; vectors, paths and ranks stay.
        """

    def drop(self, document: str) -> None:
        """Let a document go, whole or not at all."""

    def also_at(self, document: str, path: str) -> None:
        """Remember one more path under which a document's file was given."""

    def settle(self, *, anew: bool = False) -> None:
        """Bring derived files up to date after a run of `put` and `drop`; `anew` after all has been recut."""

    def ledger(self, filters: Filters = ...) -> list[Entry]:
        """The documents, in the order in which they were added."""

    def called(self, name: str) -> list[str]:
        """Ids of the documents with this id, beginning of an id, citekey, or path."""

    def keys(self, beginning: str, *, but: str) -> frozenset[str]:
        """The citekeys that begin so, save that of one document."""

    def key(self, document: str) -> str | None:
        """A document's citekey; None where there is no such document."""

    def intact(self, ids: Sequence[str] | None = None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of the documents, all or these, that are as they were written, and of those that are not."""

    def homes(self, passages: Sequence[str]) -> Mapping[str, str]:
        """The documents that passages stand in."""

    def texts(self, passages: Sequence[str]) -> Mapping[str, str]:
        """The texts of passages, by id."""

    def tokens(self, passages: Sequence[str]) -> Mapping[str, Codes]:
        """The vectors of passages' tokens, by id; passages that have none are left out."""

    def order(self, passages: Sequence[str], *, newest: bool) -> Sequence[str]:
        """These passages as they stand in their documents: those by title, or the newest one first."""

    def paths(self, document: str) -> list[str]:
        """All paths under which a document's file was given."""

    def sha256(self, document: str) -> tuple[str | None, bool]:
        """The hash of a document's PDF (None where it has none), and whether the library keeps the file."""

    def known(self, identities: Sequence[str]) -> Mapping[str, str]:
        """For identities that are those of exactly one document: its id."""

    def abbreviations(self, words: Sequence[str]) -> Mapping[str, Sequence[str]]:
        """What documents say that folded words stand for, or are called for short."""

    def is_a_work(self, question: str) -> bool:
        """Whether a question is but what a work is called: its title, its author, a name that the field has for it."""

    def works_of_author(self, question: str) -> tuple[str, ...]:
        """Names of the cited works whose author, or author and words of whose title, are all that a question says."""

    def languages(self) -> frozenset[str]:
        """The languages of the documents."""

    def document(self, document: str) -> Document:
        """A document, whole."""

    def reading(self, document: str) -> Document:
        """A document as it was read, without what a bibliography or a reader says."""

    def citing(self, keys: Sequence[str]) -> list[str]:
        """Ids of the documents that cite works by these keys, surely or possibly."""

    def passages(self, document: str) -> tuple[Passage, ...]:
        """A document's passages, in order."""

    def excerpts(self, passages: Sequence[str]) -> Mapping[str, Excerpt]:
        """The passages of these ids; ids that no passage has are left out."""

    def cards(self, passages: Sequence[str]) -> Mapping[str, Carded]:
        """The same with what is shown of them, which takes far less time."""

    def dense(self, vector: Vectors, depth: int, scope: Scope) -> Mapping[Found, float]:
        """The `depth` passages of the scope nearest to a vector, best first, with their cosines."""

    def foresee(self, vector: Vectors, depth: int) -> None:
        """Look already, in another thread than the search's and in no snapshot, for what `dense` will be asked for.

        A `dense` of the same vector and depth with nothing in its scope then answers sooner, and no otherwise.
        """

    def lexical(self, query: Query, depth: int, scope: Scope) -> Mapping[Found, float]:
        """The `depth` passages of the scope that share the most telling words, best first, with BM25 scores above 0."""

    def in_notes_alone(self, query: Query, depth: int, scope: Scope) -> Sequence[str]:
        """The first passages, at most `depth`, whose notes have all words of a question that no text has together."""

    def names(self, found: Collection[Found]) -> Mapping[Found, str]:
        """The ids of passages that were found, in their order."""

    def every(self, depth: int, scope: Scope) -> Sequence[str]:
        """The first `depth` passages of the scope in reading order."""

    def rarities(self, terms: Sequence[str]) -> Mapping[str, float]:
        """How much each word tells (BM25's idf), the more the fewer passages have it."""

    def unheard(self, words: Sequence[str]) -> tuple[str, ...]:
        """Those of the words that no passage has, in any form."""

    def spelt_like(self, beginning: str, letters: range) -> Mapping[str, str]:
        """Words that begin so and have so many letters, folded, and how they are written; some may have gone since."""

    def telling(self, query: Query, passage: str) -> float:
        """How much of the query's words a passage has, from 0 to 1, rare words counting for more."""

    def held(self, query: Query, passage: str) -> tuple[str, ...]:
        """The query's telling words and symbols that a passage has."""

    def facets(self) -> Facets:
        """How many documents there are of each author, year, language and kind."""

    def facets_of(self, passages: Sequence[str], by: Group) -> Facets:
        """How many of these passages, or of the documents that they stand in, there are of each."""

    def check(self, *, repair: bool) -> list[Finding]:
        """Look for damage and, where asked, mend what is derived; needs the pen where it mends."""
