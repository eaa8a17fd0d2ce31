"""What a library tells: its documents, and the hits of a search with their notes resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ingest.model import Box, CitationForm, CitationKind, Csl, Link, Locator, NoteKind, NoteScope, Passage

Part = Literal["body", "notes", "both"]
Mode = Literal["hybrid", "dense", "words", "phrase"]


@dataclass(frozen=True, slots=True)
class ReadingState:
    """How well a document could be read, for the badge on its every hit."""

    notes: int
    """Notes found."""
    notes_linked: int
    """Notes with a marker."""
    markers_without_note: int
    pages_without_text: int
    pages_by_ocr: int
    label: str
    """In words: "notes 78 of 78", "notes absent from this file", "read by OCR"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the library."""

    id: str
    key: str
    """Citekey; never changed once given."""
    title: str
    csl: Csl
    language: str
    pages: int
    notes: int
    file: str
    """Absolute path as added. Dropped on the desk: that of the kept copy; of a text, which is not kept, the name."""
    added: str
    """ISO 8601, UTC."""
    state: ReadingState
    sample: bool
    """True in a library built from the sample corpus."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which passages a search may return; an empty field admits all."""

    documents: tuple[str, ...] = ()
    """Document ids."""
    authors: tuple[str, ...] = ()
    """Family or literal names; case and accents are folded."""
    years: tuple[int | None, int | None] = (None, None)
    """First and last year of publication, both included."""
    languages: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    """CSL types of documents ("article-journal", "report", ...)."""
    part: Part = "both"
    missions: tuple[str, ...] = ()
    """Passages that name one of these peace operations, by any of its names, or whose document is about it."""
    cites: tuple[str, ...] = ()
    """Passages that surely cite one of these works: keys, symbols, DOIs, or documents of the library (id, citekey)."""


Group = Literal["passage", "document"]
Sort = Literal["relevance", "date", "page"]


@dataclass(frozen=True, slots=True)
class View:
    """How the answers to a question are laid out."""

    group: Group = "passage"
    """By document: the best passages of a document follow each other, and counts are of documents."""
    sort: Sort = "relevance"
    """By date: the newest document first; by page: documents by title, passages as they stand in them."""
    offset: int = 0
    """So many passages or documents were shown before."""


@dataclass(frozen=True, slots=True)
class HitSource:
    """A cited work as a hit shows it; links may be of kind corpus: a document of this library."""

    id: str
    key: str
    csl: Csl
    text: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HitCitation:
    """One citation of a note, resolved or left open with its candidates."""

    form: CitationForm
    kind: CitationKind
    text: str
    """The citation's own words in the note."""
    start: int
    end: int
    signal: str | None
    locator: Locator | None
    source: HitSource | None
    through: tuple[str, ...]
    """Labels of the notes that the chain leads through, nearest first."""
    candidates: tuple[HitSource, ...]
    why: str
    by_hand: bool = False
    """Whether a reader corrected where it leads."""


@dataclass(frozen=True, slots=True)
class HitNote:
    """A note of a passage."""

    id: str
    label: str
    kind: NoteKind
    scope: NoteScope
    text: str
    pages: tuple[str, ...]
    """Page labels."""
    citations: tuple[HitCitation, ...]


@dataclass(frozen=True, slots=True)
class Cite:
    """What to cite: a source and a locator. The locator belongs to the cite, not to the item."""

    key: str
    locator: Locator
    """Label "page" with the printed page or range; "paragraph" for numbered paragraphs; "note" as in "67n12"."""
    pandoc: str
    """`[@key, p. 127]`."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage with its own exact place."""

    start: int
    end: int
    """Offsets in the passage's text."""
    cite: Cite


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands on one page of the file."""

    index: int
    label: str
    label_source: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Twin:
    """A passage with the same text in another document."""

    document: Entry
    passage: str
    """Its id."""
    cite: Cite


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage found."""

    rank: int
    """From 1."""
    score: float
    document: Entry
    passage: Passage
    notes: tuple[HitNote, ...]
    cite: Cite
    sentences: tuple[Sentence, ...]
    places: tuple[Place, ...]
    also: tuple[Twin, ...] = ()
    """The same text in other documents, as in a preprint and in print; by document also other versions of the work."""
    more: int = 0
    """By document, at its first passage: how many more of its passages were found and are not shown."""


@dataclass(frozen=True, slots=True)
class Citing:
    """How often a work is cited in the library."""

    certain: int
    """Notes and paragraphs that surely cite it; so in `possible`, where it is one of several candidates."""
    possible: int
    unread: int
    """Documents whose notes could not be read: who knows what they cite."""

    @property
    def words(self) -> str:
        """Say "7 certain, 3 possible, 2 unread"; what is none is left out."""
        counts = ((self.certain, "certain"), (self.possible, "possible"), (self.unread, "unread"))
        return ", ".join(f"{count} {word}" for count, word in counts if count or word == "certain")


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work that documents of the library cite, or that is itself in the library."""

    key: str
    csl: Csl
    text: str
    """The words of the fullest citation of it; "" where nobody cites it."""
    links: tuple[Link, ...]
    """Those of the citations; of kind corpus to the work itself, where it is in the library."""
    documents: int
    """How many cite it, surely or perhaps."""
    citing: Citing
    entry: Entry | None
    """The work itself, where it is in the library."""


@dataclass(frozen=True, slots=True)
class Works:
    """One page of a list of cited works."""

    total: int
    works: tuple[CitedWork, ...]


@dataclass(frozen=True, slots=True)
class CitingPlace:
    """One place that cites a work."""

    document: Entry
    note: str | None
    """The note's label; None for a citation in the text."""
    page: str
    """Label of the page that the citation begins on."""
    index: int
    """Index of that page."""
    signal: str | None
    form: CitationForm
    text: str
    """The citation's own words."""
    locator: Locator | None
    through: tuple[str, ...]
    """Labels of the notes that the chain leads through, nearest first."""
    why: str
    passage: str | None
    """Id of the passage of the text that bears the note, or has the citation in it."""
    sentence: str
    """Its sentence that the note hangs on, or that has the citation in it; "" where no passage does."""


@dataclass(frozen=True, slots=True)
class Cited:
    """One work and all places that cite it."""

    work: CitedWork
    certain: tuple[CitingPlace, ...]
    possible: tuple[CitingPlace, ...]
    unread: tuple[Entry, ...]
    """Documents whose notes could not be read."""


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to one query, best first."""

    query: str
    hits: tuple[Hit, ...]
    known: tuple[CitedWork, ...] = ()
    """What the question names outright, by symbol, DOI, author or title: whether it is in the library, who cites it."""
    widened: tuple[str, ...] = ()
    """What was looked for besides the question's own words, or instead of them in another language."""
    further: bool = False
    """Whether there are answers after these."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one input of `Library.add`."""

    path: str
    status: Literal["added", "present", "failed"]
    id: str | None
    key: str | None
    message: str
    """Why it failed, in one line; for the others a word on the reading ("78 notes, all linked")."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of `bluenote doctor`."""

    level: Literal["ok", "repaired", "warning", "damage"]
    message: str


@dataclass(frozen=True, slots=True)
class Facets:
    """How many documents of the library a filter would admit."""

    authors: Mapping[str, int]
    """Family or literal names."""
    years: Mapping[int, int]
    languages: Mapping[str, int]
    kinds: Mapping[str, int]
    """CSL types."""
    documents: Mapping[str, int]
    """Passages, by document id."""
    missions: Mapping[str, int] = field(default_factory=dict)
    """By mission id."""
