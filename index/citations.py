"""What a library tells of cited works: how often each is cited, and where."""

from dataclasses import dataclass, replace

from index.model import Entry
from ingest.model import CitationForm, Csl, Link, Locator


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

    @property
    def own_words(self) -> str:
        """The same without the unread documents, which are as many for each work of a list."""
        return replace(self, unread=0).words


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """A cited work that is another one in another shape: its preprint, translation, revision or corrigendum."""

    key: str
    csl: Csl
    text: str
    """The words of the fullest citation of it."""
    why: str
    """What speaks for it, in words that a reader understands."""


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
    versions: tuple[OtherVersion, ...] = ()
    """Where one work is asked for; none in a list."""
    together: Citing | None = None
    """How often it is cited in any of its versions, where there are others."""

    @property
    def counted(self) -> str:
        """Say "7 certain, 2 unread; with another version 9 certain, 3 possible"."""
        if self.together is None:
            return self.citing.words
        others = "another version" if len(self.versions) == 1 else f"{len(self.versions)} other versions"
        return f"{self.citing.words}; with {others} {replace(self.together, unread=0).words}"


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
    home: str
    """Id of the note or block that it stands in, at [start, end) of its text."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cited:
    """One work and all places that cite it."""

    work: CitedWork
    certain: tuple[CitingPlace, ...]
    possible: tuple[CitingPlace, ...]
    unread: tuple[Entry, ...]
    """Documents whose notes could not be read."""
    keys: tuple[str, ...] = ()
    """All keys by which documents cite it: one may give its DOI and another not."""
