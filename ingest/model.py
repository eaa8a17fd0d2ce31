"""The words of Bluenote as data: a document, its pages, blocks, notes, citations, sources and passages.

A *label* is what is printed ("65", "xii", "S-12"). An *index* counts pages of the file from 0. Offsets count
characters (code points) of the text that they point into; boxes are in PDF points, the origin at the page's
top left, y downwards, as (x0, y0, x1, y1).

Field for field these are the JSON contract of `bluenote inspect --json` (see `ingest.contract`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Box = tuple[float, float, float, float]
Csl = Mapping[str, Any]
"""One CSL-JSON item (https://docs.citationstyles.org/en/stable/specification.html)."""

LabelSource = Literal["pdf", "printed", "sequence", "index", "hand"]
"""Where a label was read; "hand" in a library whose reader wrote it."""
TextLayer = Literal["layer", "ocr", "none"]
NOTHING_PRINTED = "nothing is printed on this page"
"""Says of a page without text that it has none to read: the back of a title page."""
BlockKind = Literal["heading", "paragraph", "quote", "list", "table", "caption", "reference"]
NoteKind = Literal["footnote", "endnote"]
NoteScope = Literal["passage", "section", "title", "author", "table"]
NoteStyle = Literal["footnotes", "endnotes", "author-date", "numbered", "mixed", "none"]
CitationForm = Literal["full", "short", "ibid", "op-cit", "supra", "author-date", "numbered"]
CitationKind = Literal["work", "un-document", "legal", "web", "interview", "correspondence", "on-file", "dataset"]
LinkKind = Literal["doi", "un", "url", "corpus"]
PassageKind = Literal["body", "note"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the file.

    `label` is the number printed on the page where one is printed or follows from the sequence; where
    neither reaches it is index + 1 with `label_source` "index", and a cite then says "PDF p. 3". A title page
    counted so may bear the number that is printed on another.
    """

    index: int
    label: str
    label_source: LabelSource
    text: TextLayer
    width: float
    """Points."""
    height: float
    """Points."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters [start, end) of a block's or note's text and the one printed line that they stand on."""

    start: int
    end: int
    page: int
    """Page index."""
    bbox: Box


@dataclass(frozen=True, slots=True)
class Marker:
    """A note's mark in running text: it stands before the character at `offset` and is not in the text."""

    offset: int
    label: str
    """The bare mark: "25", "a", "*"."""
    note: str | None
    """Id of the note, or None where no note answers to it."""
    evidence: str = ""
    """Which witnesses decided, in words: "raised and small; next in sequence; internal link"."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph or the like, in reading order; it may run over columns and pages."""

    id: str
    kind: BlockKind
    text: str
    section: tuple[str, ...]
    """The headings above it, outermost first (not itself, where it is a heading)."""
    paragraph: str | None
    """The printed paragraph number ("35") of UN documents and the like, not in the text."""
    spans: tuple[Span, ...]
    """One for each printed line, in order, without gaps but for the joining space."""
    markers: tuple[Marker, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place of a note's first marker."""

    block: str
    offset: int


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote, whole, also where it runs over several pages."""

    id: str
    label: str
    kind: NoteKind
    text: str
    """Without the label."""
    pages: tuple[int, ...]
    """Page indexes that the note stands on."""
    spans: tuple[Span, ...]
    marker: Anchor | None
    scope: NoteScope = "passage"
    citations: tuple[str, ...] = ()
    """Ids, in order."""


@dataclass(frozen=True, slots=True)
class Locator:
    """A place inside a work: label is a CSL locator term ("page", "paragraph", "chapter", "note", ...)."""

    label: str
    value: str
    name: str = ""
    """What the place is called in print where CSL has one term for several: "annex", "appendix"; "" elsewhere."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference to one work, standing at [start, end) of a note's text or of a block's."""

    id: str
    note: str | None
    block: str | None
    start: int
    end: int
    form: CitationForm
    kind: CitationKind
    signal: str | None
    locator: Locator | None
    source: str | None
    """Id of the source; None where the evidence leaves none or more than one."""
    through: tuple[str, ...] = ()
    """Ids of the notes that the chain leads through, nearest first ("Ibid." -> note 3 -> note 1)."""
    candidates: tuple[str, ...] = ()
    """Ids of the sources that it may mean, likeliest first; empty where `source` is sure."""
    why: str = ""
    """How the source was found, or why it was left open, in words that a reader understands."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address for which the document itself gives the evidence."""

    kind: LinkKind
    href: str


@dataclass(frozen=True, slots=True)
class Version:
    """Another source of the same document that is likely the same work in another shape."""

    id: str
    """The source's id."""
    why: str
    """What speaks for it, in words that a reader understands."""


@dataclass(frozen=True, slots=True)
class Source:
    """A cited work, one for all the citations of it in this document."""

    id: str
    key: str
    """The same for the same work in any document: DOI, UN symbol, normalised URL, or surname + title + year."""
    csl: Csl
    text: str
    """The words of the fullest citation of it."""
    first_note: str | None
    first_block: str | None
    links: tuple[Link, ...] = ()
    versions: tuple[Version, ...] = ()
    """Preprint and published, editions, translations, revisions and addenda; proposed, never merged."""


@dataclass(frozen=True, slots=True)
class Slice:
    """Characters [start, end) of one block's or one note's text."""

    block: str | None
    note: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """What is embedded, found, shown and quoted: whole sentences inside one section, or one note's text."""

    id: str
    """Document id, kind and ordinal: the same in every store."""
    kind: PassageKind
    text: str
    """The slices' texts joined by one space."""
    heading: str
    """The headings above it, " > " between them; embedded before the text, never quoted with it."""
    paragraphs: tuple[str, ...]
    """Printed paragraph labels that it touches."""
    first_page: str
    last_page: str
    first_index: int
    last_index: int
    spans: tuple[Slice, ...]
    markers: tuple[Marker, ...]
    """Offsets count in this passage's text."""
    notes: tuple[str, ...]
    """Ids of the notes its markers lead to and of the section-wide notes above it; itself for a note."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the document that did not read as it should, as a value and not as an exception."""

    page: int | None
    """Page index."""
    label: str | None
    """The mark, number or page label that it is about."""
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """How the reading went."""

    markers_without_note: tuple[Problem, ...] = ()
    notes_without_marker: tuple[Problem, ...] = ()
    numbering_gaps: tuple[Problem, ...] = ()
    pages_without_text: tuple[Problem, ...] = ()
    page_label_conflicts: tuple[Problem, ...] = ()
    passages_truncated: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read whole."""

    id: str
    """The first 16 hexadecimal digits of the file's sha256."""
    title: str
    csl: Csl
    language: str
    """ISO 639-1, "und" where it cannot be told."""
    note_style: NoteStyle
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    citations: tuple[Citation, ...] = ()
    sources: tuple[Source, ...] = ()
    report: Report = field(default_factory=Report)
