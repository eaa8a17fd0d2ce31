"""A note in a reader's words: what it is, where it leads, and by which address its works are opened."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.citations import CitedWork
from index.found import HitCitation, HitNote, HitSource
from index.locators import locator_words
from index.settings import load_settings
from ingest.model import Link, Locator
from ui.addresses.read import CitedFrom, at_locator, read_href
from ui.cards.highlight import mark_words
from ui.lookups import LookUp, lookups
from ui.wording import brief_source

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
UNPUBLISHED = frozenset({"interview", "correspondence", "on-file"})
"""No catalogue has them: there is nothing to look up."""
_LINK_WORDS: Mapping[str, str] = {"doi": "DOI", "un": "UN document", "corpus": "In this library"}
_HOST = re.compile(r"https?://(?:www\.)?([^/?#:]+)")
GIST_LENGTH = 70


@dataclass(frozen=True, slots=True)
class CitedPiece:
    """A run of a note: state is "sure" or "unsure" inside a citation, "" elsewhere."""

    text: str
    state: str


def link_words(links: Sequence[Link]) -> list[tuple[Link, str]]:
    """Each link with what it is called: of a page on the web, where it leads, "ipinst.org".

    A document with two symbols has two addresses, which are told apart by them: "UN document A/70/95".
    """
    words = [_LINK_WORDS.get(link.kind) or (host[1] if (host := _HOST.match(link.href)) else "Web") for link in links]
    return [
        (link, f"{word} {link.href.rpartition('/en/')[2]}" if link.kind == "un" and words.count(word) > 1 else word)
        for link, word in zip(links, words, strict=True)
    ]


def link_href(link: Link, citation: HitCitation, document: str, home: str) -> str:
    """The address to put in a page, "" where it must not be one (a javascript: address in a PDF is text).

    A document of this library is opened where the citation cites it, beside the sentence that does.

    Args:
        link: one of the links of the citation's source, or of a candidate.
        citation: the citation.
        document: id of the citing document.
        home: id of the note or block that cites.
    """
    if link.kind == "corpus":
        target = link.href.removeprefix("bluenote:")
        return read_href(at_locator(target, citation.locator, CitedFrom(document, home, citation.start)))
    return link.href if link.href.startswith(("https://", "http://")) else ""


def searches(work: HitSource | CitedWork) -> tuple[LookUp, ...]:
    """Where to look for a cited work that has no address of its own, by the settings' own resolver if one is named."""
    return lookups(work.csl, work.links, text=work.text, resolver=load_settings().resolver)


def gist(note: HitNote, sought: frozenset[str] = frozenset()) -> tuple[str, str]:
    """One line that tells where the note leads without opening it, in two parts: the second is seen on any screen.

    Args:
        note: the note.
        sought: what a question asks for (`ui.cards.highlight.sought`): of several works the one that it names is told.
    """
    led = [(brief_source(one.source), locator_words(one.locator)) for one in note.citations if one.source is not None]
    if led:
        work, place = max(led, key=lambda one: len(mark_words(one[0], sought)))
        more = f", and {len(note.citations) - 1} more" if len(note.citations) > 1 else ""
        return f"→ {work}", f"{f', {place}' if place else ''}{more}"
    opening = note.text[:GIST_LENGTH] + ("…" if len(note.text) > GIST_LENGTH else "")
    return f"left open: {opening}" if note.citations else opening, ""


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
    """Say "footnote 12, printed on p. 67", or "on pp. 67–68"."""
    pages = "–".join(dict.fromkeys((note.pages[0], note.pages[-1]))) if note.pages else ""
    return f"{note.kind} {note.label}" + (f", printed on {locator_words(Locator('page', pages))}" if pages else "")
