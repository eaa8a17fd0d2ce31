"""A hit as HTML: the passage with its markers raised, each note resolved, and what to cite.

The markup stands in `ui/templates/hit.html.jinja`; here is what it shows.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from index.citations import CitedWork
from index.found import Cite, Hit, Sentence, Twin
from index.locators import locator_words
from ingest.model import Marker
from ui.addresses.read import Reading, document_href, read_href
from ui.addresses.sources import Asked, sources_href
from ui.cards.highlight import Marked, mark_words
from ui.cards.markup import html_of
from ui.cites.citing import SetCite
from ui.wording import section_words

_HELD = 20
"""Characters at most that stay on a line with the marker after them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence: plain words, words of the question, or a marker."""

    text: str
    marked: bool = False
    note: str | None = None
    loose: bool = False
    """A marker that no note answers to."""
    held: str = ""
    """The end of the word before a marker, which no line parts from it."""


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence with what its own button copies."""

    text: str
    start: int
    """Offsets in the passage's text."""
    end: int
    pieces: tuple[Piece, ...]
    place: str
    cite: Cite
    reference: SetCite
    best: bool
    """Whether it answers the question best."""


def hit_html(
    hit: Hit,
    references: Mapping[Cite, SetCite],
    words: frozenset[str] = frozenset(),
    search: str = "",
    *,
    goes_on: bool = False,
) -> str:
    """The whole card of one hit.

    Args:
        hit: the hit.
        references: the rendered reference of each cite that stands in the hit.
        words: what of the question is marked in the passage (see `ui.cards.highlight.sought`).
        search: the query string of the search that found it, so that its reader can go on to the next hit.
        goes_on: whether the hit before it is of the same document, whose title then stands above both.
    """
    return html_of(
        "hit",
        hit=hit,
        document=hit.document,
        passage=hit.passage,
        section=section_words(hit.passage.heading, hit.document.title),
        sentences=list(_sentences(hit, references, mark_words(hit.passage.text, words))),
        reference=references[hit.cite],
        read=read_href(Reading(hit.document.id, passage=hit.passage.id, search=search)),
        inside=_inside(hit.document.id, search),
        of_twin=_twin_href,
        of_beside=lambda near: read_href(Reading(hit.document.id, passage=near.passage, search=search)),
        goes_on=goes_on,
        sought=words,
    )


def known_html(works: Sequence[CitedWork]) -> str:
    """What the question names outright: whether it is in the library, and who cites it."""
    return html_of("known", works=works, of_work=_work_href, of_entry=document_href) if works else ""


def _inside(document: str, search: str) -> str:
    """The same question asked of one document alone."""
    kept = [(name, value) for name, value in parse_qsl(search) if name not in ("doc", "group", "sort")]
    return f"/?{urlencode([*kept, ('doc', document)])}"


def _twin_href(twin: Twin) -> str:
    return read_href(Reading(twin.document.id, passage=twin.passage))


def _work_href(key: str) -> str:
    return sources_href(Asked(work=key))


def _sentences(hit: Hit, references: Mapping[Cite, SetCite], marked: list[Marked]) -> Iterator[SentenceView]:
    text = hit.passage.text
    for number, sentence in enumerate(hit.sentences):
        last = number == len(hit.sentences) - 1
        markers = [m for m in hit.passage.markers if sentence.start < m.offset and (last or m.offset <= sentence.end)]
        yield SentenceView(
            text=text[sentence.start : sentence.end],
            start=sentence.start,
            end=sentence.end,
            pieces=tuple(_pieces(hit, sentence, markers, marked)),
            place=locator_words(sentence.cite.locator),
            cite=sentence.cite,
            reference=references[sentence.cite],
            best=number == hit.best,
        )


def _pieces(hit: Hit, sentence: Sentence, markers: list[Marker], marked: list[Marked]) -> Iterator[Piece]:
    notes = {note.id for note in hit.notes}
    at = sentence.start
    for marker in sorted(markers, key=lambda m: m.offset):
        offset = min(marker.offset, sentence.end)
        *before, last = _words(hit.passage.text, at, offset, marked)
        held = last.text[-_HELD:].split(" ")[-1]
        yield from (*before, Piece(last.text.removesuffix(held)))
        known = marker.note in notes
        yield Piece(marker.label, note=marker.note if known else None, loose=not known, held=held)
        at = offset
    yield from _words(hit.passage.text, at, sentence.end, marked)


def _words(text: str, start: int, end: int, marked: list[Marked]) -> Iterator[Piece]:
    """The words of the question apart from the others; the last piece is of others, be it empty."""
    for word in marked:
        left, right = max(start, word.start), min(end, word.end)
        if left >= right:
            continue
        yield Piece(text[start:left])
        yield Piece(text[left:right], marked=True)
        start = right
    yield Piece(text[start:end])
