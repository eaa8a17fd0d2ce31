"""The sentence that cites a work, to be read beside the place that it cites."""

from dataclasses import dataclass

from index import Library
from index.found import HitCitation
from index.locators import locator_words
from ingest.model import Block, Document, Note
from ingest.words.sentences import sentences
from ui.addresses.read import CitedFrom, Reading, read_href
from ui.cards.notewords import CitedPiece
from ui.correcting.spotting import page_at
from ui.wording import page_words, short_document


@dataclass(frozen=True, slots=True)
class CitingSentence:
    """Who cites the open work, in which words, and what of it."""

    by: str
    """The citing document in a few words."""
    where: str
    """"p. 67, note 12"."""
    sentence: str
    """The sentence of the text; "" for a note that no marker leads to."""
    words: tuple[CitedPiece, ...]
    """The note, the citation marked; nothing where the sentence cites by itself."""
    place: str
    """What of the work is cited: "p. 41"; "" for the whole."""
    sure: bool
    """False where the work is but one that the citation may mean."""
    why: str
    back: str
    """Address of the citing place."""


def citing_sentence(library: Library, document: Document, cited: CitedFrom, target: str) -> CitingSentence | None:
    """The sentence at a citation; None where the citation is not there any more.

    Args:
        library: the library.
        document: the citing document, whole.
        cited: where the citation stands in it.
        target: id of the document that was opened by it.
    """
    note = next((one for one in document.notes if one.id == cited.home), None)
    home = next((one for one in document.blocks if one.id == (_block_of(note) if note else cited.home)), None)
    if note is not None:
        found: tuple[HitCitation, ...] = library.notes(document, [note])[0].citations
    else:
        found = library.mentions(document, home) if home is not None else ()
    citation = next((one for one in found if one.start == cited.start), None)
    if citation is None:
        return None
    at = note.marker.offset if note and note.marker else citation.start + 1  # behind a character of the sentence
    return CitingSentence(
        by=short_document(document.csl) or document.title,
        where=_where(document, home, note, at),
        sentence=_sentence(home, at, document.language) if home is not None else "",
        words=tuple(_pieces(note, citation)) if note is not None else (),
        place=locator_words(citation.locator),
        sure=citation.source is not None
        and any(link.kind == "corpus" and link.href == f"bluenote:{target}" for link in citation.source.links),
        why=citation.why if citation.form != "full" else "",
        back=read_href(_back(document, home, note, at)),
    )


def _block_of(note: Note) -> str | None:
    return note.marker.block if note.marker else None


def _where(document: Document, home: Block | None, note: Note | None, at: int) -> str:
    index = page_at(home, at) if home is not None else note.pages[0] if note else 0
    words = page_words(document.pages[index])
    return f"{words}, note {note.label}" if note else words


def _back(document: Document, home: Block | None, note: Note | None, at: int) -> Reading:
    if note is not None:
        return Reading(document.id, note=note.id)
    return Reading(document.id, pdf=page_at(home, at) + 1 if home else 1)


def _sentence(home: Block, at: int, language: str) -> str:
    """The sentence of the character before an offset."""
    offset = max(at - 1, 0)
    bounds = sentences(home.text, [marker.offset for marker in home.markers], language)
    return next((home.text[start:end] for start, end in bounds if start <= offset < end), home.text)


def _pieces(note: Note, citation: HitCitation) -> list[CitedPiece]:
    state = "sure" if citation.source else "unsure"
    return [
        CitedPiece(note.text[: citation.start], ""),
        CitedPiece(note.text[citation.start : citation.end], state),
        CitedPiece(note.text[citation.end :], ""),
    ]
