"""One citation as its own words tell it, before it is known which work they mean."""

from dataclasses import dataclass

from ingest.citations.csl import Description
from ingest.model import CitationForm, CitationKind, Locator
from ingest.words.addresses import Address
from ingest.words.unsymbols import UnDocument


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation at [start, end) of a text."""

    start: int
    end: int
    form: CitationForm
    kind: CitationKind
    text: str
    """Its words, without signal and comment."""
    signal: str | None = None
    locator: Locator | None = None
    surnames: tuple[str, ...] = ()
    """Folded; the names that a short form gives, and those of a full one."""
    others: bool = False
    """Whether "et al." stands for further names."""
    title: str = ""
    quoted: bool = False
    year: int | None = None
    year_letter: str = ""
    """The letter of "2008a"."""
    description: Description | None = None
    document: UnDocument | None = None
    addresses: tuple[Address, ...] = ()
    note: str | None = None
    """The label of the note that it points to: "12" in "supra note 12"."""
    part: str | None = None
    """The chapter whose notes it points to: "1" in "chapter 1, note 3 above"."""
    entry: str | None = None
    """The number of the entry in a numbered list: "7" in "[7]"."""
    aside: bool = False
    """Whether it stands in an explanation of another citation, "(quoting ...)": an id. after it means that other."""
    in_passing: bool = False
    """Whether a sentence of comment only names it: an ibid. after it may mean the work cited before the comment."""
    same_author: bool = False
    """Whether "Idem" or "ders." stands for the author of the citation before it."""
    sure: bool = True
    """False where only a known work that answers to the words makes a citation of them."""
    identifiers: tuple[str, ...] = ()
    """Numbers that name the work, other than DOI and symbol: ECLI, treaty series, page of the court's reports."""
    otherwise: "Mention | None" = None
    """Another way to read it, where no work answers to this one: "Burns, Between Arab and Israeli, 201"."""
    defines: tuple[str, ...] = ()
    """Short names given here: "hereinafter Brahimi Report"."""
