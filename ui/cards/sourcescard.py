"""The Sources page as HTML: the works that the library cites, and one of them with every place that cites it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from index import Library
from index.citations import Cited, CitedWork, CitingPlace
from index.kept.corrections import BY_HAND, Correction, SameWork
from index.kept.hands import Hands
from ui.addresses.read import Reading, document_href, read_href
from ui.addresses.sources import Asked, sources_href
from ui.cards.markup import html_of
from ui.cards.whocites import WhoCites
from ui.correcting.correctionwords import correction_words
from ui.wording import place_words, short_document


def works_html(works: Sequence[CitedWork], asked: Asked) -> str:
    """The list of works.

    Args:
        works: the works, the most cited first.
        asked: what of the cited works is looked at.
    """
    return html_of("sources", works=works, of_work=_of_work(asked), of_entry=document_href)


def picture_html(picture: WhoCites, asked: Asked) -> str:
    """The picture of who cites what, and the same as a table."""
    return html_of("whocites", picture=picture, of_work=_of_work(asked))


@dataclass(frozen=True, slots=True)
class ByHand:
    """What of a work's places is by hand."""

    merged: Sequence[Correction] = ()
    """Those that made other works one with it."""
    parted: Sequence[tuple[str, Correction]] = ()
    """Those that led citations away from it, each with the document in a few words."""
    hands: Mapping[str, Hands] = field(default_factory=dict)
    """By document id, of the documents that have a place led here."""


def work_html(cited: Cited, asked: Asked, by_hand: ByHand = ByHand()) -> str:
    """One work with the places that cite it, the sure ones apart from the possible ones.

    Args:
        cited: the work and its places.
        asked: the list that it was chosen from.
        by_hand: what of it is by hand.
    """
    return html_of(
        "work",
        work=cited.work,
        cited=cited,
        back=sources_href(Asked(query=asked.query, by=asked.by)),
        of_place=_place_href,
        said=place_words,
        of_entry=document_href,
        made=by_hand,
        corrected=correction_words,
    )


def by_hand(library: Library, cited: Cited) -> ByHand:
    """What of a work's places is by hand; no document is read but those that have a place led here."""
    editor = library.corrections
    led = {place.document.id for place in (*cited.certain, *cited.possible) if place.why.startswith(BY_HAND)}
    known = {entry.id: entry for entry in library.entries()}
    return ByHand(
        merged=[one for one in editor.about(cited.keys) if isinstance(one.change, SameWork)],
        parted=[
            (short_document(known[one.document].csl) or known[one.document].title, one)
            for one in editor.parted(cited.keys)
            if one.document in known
        ],
        hands={name: Hands(library.document(name), editor.of(name)) for name in led},
    )


def _of_work(asked: Asked) -> Callable[[str], str]:
    return lambda key: sources_href(replace(asked, work=key))


def _place_href(place: CitingPlace) -> str:
    if place.passage is not None:
        return read_href(Reading(place.document.id, passage=place.passage))
    return read_href(Reading(place.document.id, pdf=place.index + 1))
