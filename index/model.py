"""What a library tells: its documents, and the hits of a search with their notes resolved."""

from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to one query, best first."""

    query: str
    hits: tuple[Hit, ...]


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
