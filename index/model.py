"""What a library holds: its documents, and what may be asked of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ingest.model import Csl

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
    """Save those on which nothing is printed."""
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
class Added:
    """What became of one input of `Library.add`."""

    path: str
    status: Literal["added", "present", "updated", "failed"]
    """"updated": present, and a bibliography says something new of it."""
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
