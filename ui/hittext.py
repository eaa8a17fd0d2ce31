"""A hit in plain lines: the passage with its markers as [12], its notes with where they lead, and what to cite."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.found import Hit, HitCitation, HitNote
from index.locators import locator_words
from index.model import Entry
from ingest.model import CitationForm, Link, Marker
from ui.terminal import Piece
from ui.wording import brief_source, people, section_words, title_of, year

_LED_BY: Mapping[CitationForm, str] = {
    "ibid": "Ibid. of note",
    "short": "short for note",
    "op-cit": "op. cit. of note",
    "supra": "see note",
}
_SPEAKS_FOR: Mapping[str, str] = {
    "section": "on the section",
    "title": "on the title",
    "author": "on the author",
    "table": "on the table",
}
_OF_ID = 8
"""Signs of a document's id; of a hundred thousand documents two begin alike about once."""
CANDIDATES = 3
"""So many are named where a citation is left open; a note full of works would fill the screen."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words with their styles, indented by so many columns."""

    pieces: tuple[Piece, ...]
    indent: int = 0


def hit_lines(hit: Hit, reference: str, *, sample: bool = False) -> Iterator[Line]:
    """All of one hit, line by line.

    Args:
        hit: the hit.
        reference: its citation, set in a style.
        sample: say that the document is a sample.
    """
    rank = f"{hit.rank:>2}  "
    where = locator_words(hit.cite.locator)
    yield Line(((rank, "dim"), (called(hit.document), "bold"), ("  sample" if sample else "", "yellow")))
    state = hit.document.state.label
    section = section_words(hit.passage.heading, hit.document.title)
    yield Line(tuple(_between([(where, "cyan"), (section, "dim"), (state, "dim")], " · ")), 4)
    if hit.before:
        yield Line(((f"… {hit.before.text}", "dim"),), 4)
    yield Line((with_markers(hit.passage.text, hit.passage.markers),), 4)
    if hit.after:
        yield Line(((f"{hit.after.text} …", "dim"),), 4)
    itself = {span.note for span in hit.passage.spans}
    for note in hit.notes:
        yield from note_lines(note, shown=note.id in itself)
    for twin in hit.also:
        yield Line((("also in ", "dim"), f"{called(twin.document)}, {locator_words(twin.cite.locator)}"), 4)
    if hit.more:
        yield Line(((f"{hit.more} more in this document", "dim"),), 4)
    yield Line((("Cite  ", "dim"), reference), 4)
    yield Line((("      ", "dim"), hit.cite.pandoc), 4)


def short_id(document: str) -> str:
    """The beginning of a document's id, by which commands take it."""
    return document[:_OF_ID]


def called(entry: Entry) -> str:
    """The document in one line: who, what, when; its file where it has no title."""
    who = people(entry.csl)
    when = f" ({year(entry.csl)})" if year(entry.csl) else ""
    when = "" if when and when.strip() in entry.title else when  # "Resolution 2100 (2013)" says its year itself
    what = f"{title_of(entry)}{when}"
    return f"{who}, {what}" if who else what


def with_markers(text: str, markers: Sequence[Marker]) -> str:
    """The text with each note's mark in brackets at its place."""
    pieces, at = [], 0
    for marker in sorted(markers, key=lambda one: one.offset):
        pieces += [text[at : marker.offset], f"[{marker.label}]"]
        at = marker.offset
    return "".join([*pieces, text[at:]])


def led_to(citation: HitCitation) -> str:
    """Where a citation leads, and through what: "→ Karlsrud, The UN at War (2015), p. 5 (Ibid. of note 11)"."""
    if citation.source is None:
        return _left_open(citation)
    place = locator_words(citation.locator)
    parts = [f"→ {brief_source(citation.source)}" + (f", {place}" if place else "")]
    parts += where_to_read(citation.source.links)
    if citation.through and citation.form in _LED_BY:
        parts.append(f"({_LED_BY[citation.form]} {citation.through[0]})")
    return " ".join(parts)


def where_to_read(links: Sequence[Link]) -> list[str]:
    """The library's own copy of a cited work, as `bluenote show` takes it; else its first address; else nothing."""
    own = [
        f"in this library: {short_id(link.href.removeprefix('bluenote:'))}" for link in links if link.kind == "corpus"
    ]
    return own[:1] or [link.href for link in links[:1]]


def _left_open(citation: HitCitation) -> str:
    if not citation.candidates:
        return f"? left open: {citation.why or 'nothing before it answers to it'}"
    maybe = " or ".join(brief_source(source) for source in citation.candidates[:CANDIDATES])
    if len(citation.candidates) > CANDIDATES:
        maybe += f" or {len(citation.candidates) - CANDIDATES} more"
    return f"? perhaps {maybe}" + (f" ({citation.why})" if citation.why else "")


def note_lines(note: HitNote, *, shown: bool = False) -> Iterator[Line]:
    """The note, and where it leads: on its own line for one citation, below it for several.

    Args:
        note: the note.
        shown: its text stands above already, as the passage that was found.
    """
    whom = f"({_SPEAKS_FOR[note.scope]}) " if note.scope in _SPEAKS_FOR else ""
    opening: tuple[Piece, ...] = ((f"{note.label:>3} ", "cyan"), whom, "" if shown else note.text)
    ways = [(led_to(citation), "green" if citation.source else "yellow") for citation in note.citations]
    if len(ways) == 1:
        yield Line((*opening, "" if shown else "  ", ways[0]), 4)
        return
    if not shown:
        yield Line(opening, 4)
    for way in ways:
        yield Line((way,), 8)


def _between(pieces: Sequence[tuple[str, str]], mark: str) -> Iterator[Piece]:
    """The pieces that say something, with a mark between them."""
    said = [piece for piece in pieces if piece[0]]
    for number, piece in enumerate(said):
        if number:
            yield (mark, "dim")
        yield piece
