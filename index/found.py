"""What a search finds: passages with their notes resolved, their places, and what to cite."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.citations import CitedWork
from index.model import Entry, Facets
from ingest.model import Box, CitationForm, CitationKind, Csl, Link, Locator, NoteKind, NoteScope, Passage


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
class Card:
    """What is shown of a passage whatever was asked; only other documents of the library can add to it."""

    notes: tuple[HitNote, ...]
    """Without links to other documents of the library."""
    cite: Cite
    sentences: tuple[Sentence, ...]
    places: tuple[Place, ...]
    begins: Sentence | None
    """Its first sentences as one piece, for a passage before it whose answer may go on there; None where it has none,
    or is a table between two paragraphs and no part of either."""
    ends: Sentence | None
    """Likewise its last ones."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A passage with the same text in another document."""

    document: Entry
    passage: str
    """Its id."""
    cite: Cite


@dataclass(frozen=True, slots=True)
class Beside:
    """Sentences of the passage before or after one that was found."""

    passage: str
    """Its id."""
    text: str
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
    best: int | None = None
    """Which of its sentences, from 0, answers best; None where there is but one or none stands out."""
    before: Beside | None = None
    after: Beside | None = None
    """What stands beside it, where its best sentence stands at that edge and the section goes on."""
    more: int = 0
    """By document, at its first passage: how many more of its passages were found and are not shown."""


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to one query, best first."""

    query: str
    hits: tuple[Hit, ...]
    known: tuple[CitedWork, ...] = ()
    """What the question names outright, by symbol, DOI, author or title: whether it is in the library, who cites it."""
    read_as: Mapping[str, str] = field(default_factory=dict)
    """Words of the question that stand nowhere in the library, and the words that were looked for in their place."""
    widened: tuple[str, ...] = ()
    """Other names of what the question names, which were looked for, too."""
    put_into: Mapping[str, str] = field(default_factory=dict)
    """In which other languages (ISO 639-1) it was looked for, too, and by which words: not a translation to be read."""
    further: bool = False
    """Whether there are answers after these."""
    facets: Facets | None = None
    """Where they were asked for: how many of the answers each value of a filter would keep."""
