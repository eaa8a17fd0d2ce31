"""A hit as HTML: the passage with its markers raised, each note resolved, and what to cite.

The markup stands in `ui/templates/hit.html.jinja`, whose environment escapes every value; here is what it shows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from index.locators import locator_words
from index.model import Cite, Hit, HitNote, Place, Sentence
from ingest.model import Link, Marker
from ui.citing import SetCite
from ui.highlight import Marked, mark_words
from ui.wording import brief_source, section_words, short_document

FORM_WORDS: Mapping[str, str] = {
    "full": "",
    "short": "short title",
    "ibid": "ibid.",
    "op-cit": "op. cit.",
    "supra": "earlier note",
    "author-date": "author–date",
    "numbered": "number",
}
KIND_WORDS: Mapping[str, str] = {
    "work": "",
    "un-document": "",
    "web": "",
    "interview": "interview",
    "correspondence": "correspondence",
    "on-file": "on file with the author",
    "dataset": "data",
    "legal": "legal source",
}
LINK_WORDS: Mapping[str, str] = {"doi": "DOI", "un": "UN document", "url": "Web", "corpus": "In this library"}
GIST_LENGTH = 70


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence: plain words, words of the question, or a marker."""

    text: str
    marked: bool = False
    note: str | None = None
    loose: bool = False
    """A marker that no note answers to."""


@dataclass(frozen=True, slots=True)
class CitedPiece:
    """A run of a note: state is "sure" or "unsure" inside a citation, "" elsewhere."""

    text: str
    state: str


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence with what its own button copies."""

    text: str
    pieces: tuple[Piece, ...]
    place: str
    cite: Cite
    reference: SetCite


def hit_html(hit: Hit, references: Mapping[Cite, SetCite], words: frozenset[str] = frozenset()) -> str:
    """The whole card of one hit.

    Args:
        hit: the hit.
        references: the rendered reference of each cite that stands in the hit.
        words: folded words of the question (see `ui.highlight.question_words`), marked in the passage.
    """
    template = _environment().get_template("hit.html.jinja")
    return template.render(
        hit=hit,
        document=hit.document,
        passage=hit.passage,
        section=section_words(hit.passage.heading, hit.document.title),
        sentences=list(_sentences(hit, references, mark_words(hit.passage.text, words))),
        reference=references[hit.cite],
        form_words=FORM_WORDS,
        kind_words=KIND_WORDS,
        link_words=LINK_WORDS,
    )


def safe_href(link: Link) -> str:
    """The address to put in a page, "" where it must not be one (a javascript: address in a PDF is text)."""
    if link.kind == "corpus":
        return f"?doc={quote(link.href.removeprefix('bluenote:'))}"
    return link.href if link.href.startswith(("https://", "http://")) else ""


def gist(note: HitNote) -> str:
    """One line that tells where the note leads without opening it."""
    found = next((citation.source for citation in note.citations if citation.source is not None), None)
    if found is not None:
        more = f" +{len(note.citations) - 1}" if len(note.citations) > 1 else ""
        return f"→ {brief_source(found)}{more}"
    opening = note.text[:GIST_LENGTH] + ("…" if len(note.text) > GIST_LENGTH else "")
    return f"left open: {opening}" if note.citations else opening


def cited_pieces(note: HitNote) -> Iterator[CitedPiece]:
    """The note's words, its citations told apart from its comment."""
    at = 0
    for citation in sorted(note.citations, key=lambda c: (c.start, -c.end)):
        if citation.start < at:
            continue  # one citation inside another, "quoted in": the outer one is marked
        yield CitedPiece(note.text[at : citation.start], "")
        yield CitedPiece(note.text[citation.start : citation.end], "sure" if citation.source else "unsure")
        at = citation.end
    yield CitedPiece(note.text[at:], "")


def note_place(note: HitNote) -> str:
    """Say "footnote 12, printed on p. 67"."""
    pages = "–".join(dict.fromkeys((note.pages[0], note.pages[-1]))) if note.pages else ""
    return f"{note.kind} {note.label}" + (f", printed on p. {pages}" if pages else "")


def page_words(place: Place) -> str:
    """The printed page, and the file's own count where the two differ."""
    if place.label_source == "index":
        return f"PDF p. {place.index + 1}"
    return (
        f"p. {place.label}" if place.label == str(place.index + 1) else f"p. {place.label} (PDF p. {place.index + 1})"
    )


def _sentences(hit: Hit, references: Mapping[Cite, SetCite], marked: list[Marked]) -> Iterator[SentenceView]:
    text = hit.passage.text
    for number, sentence in enumerate(hit.sentences):
        last = number == len(hit.sentences) - 1
        markers = [m for m in hit.passage.markers if sentence.start < m.offset and (last or m.offset <= sentence.end)]
        yield SentenceView(
            text=text[sentence.start : sentence.end],
            pieces=tuple(_pieces(hit, sentence, markers, marked)),
            place=locator_words(sentence.cite.locator),
            cite=sentence.cite,
            reference=references[sentence.cite],
        )


def _pieces(hit: Hit, sentence: Sentence, markers: list[Marker], marked: list[Marked]) -> Iterator[Piece]:
    notes = {note.id for note in hit.notes}
    at = sentence.start
    for marker in sorted(markers, key=lambda m: m.offset):
        offset = min(marker.offset, sentence.end)
        yield from _words(hit.passage.text, at, offset, marked)
        known = marker.note in notes
        yield Piece(marker.label, note=marker.note if known else None, loose=not known)
        at = offset
    yield from _words(hit.passage.text, at, sentence.end, marked)


def _words(text: str, start: int, end: int, marked: list[Marked]) -> Iterator[Piece]:
    for word in marked:
        left, right = max(start, word.start), min(end, word.end)
        if left >= right:
            continue
        yield Piece(text[start:left])
        yield Piece(text[left:right], marked=True)
        start = right
    yield Piece(text[start:end])


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("ui"), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    environment.filters |= {
        "brief_source": brief_source,
        "cited_pieces": cited_pieces,
        "gist": gist,
        "locator_words": locator_words,
        "note_place": note_place,
        "page_words": page_words,
        "safe_href": safe_href,
        "short_document": short_document,
    }
    return environment
