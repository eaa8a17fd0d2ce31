"""What the Clippings page shows of each clipping: its words, where they stand today, and its citation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.kept.anchoring import Found
from index.kept.clippings import Clipping
from index.locators import locator_words
from ui.addresses.read import Reading, read_href
from ui.cards.markup import html_of
from ui.cites import references
from ui.wording import short_document

if TYPE_CHECKING:
    from index import Library


@dataclass(frozen=True, slots=True)
class ClippingView:
    """One clipping, ready to be drawn; nothing in it is escaped yet."""

    clipping: Clipping
    found: Found
    byline: str
    """"Karlsrud, 2015 · Third World Quarterly"."""
    place: str
    """"p. 67", as the words stand today."""
    citation: str
    href: str
    """Of the Read page, at the words; "" where they are lost."""


def views(library: "Library", clippings: Sequence[Clipping], style: str) -> list[ClippingView]:
    """The clippings as they are drawn, in their order.

    Args:
        library: where they are kept.
        clippings: of one list.
        style: one of `ui.cites.styles.STYLES`.
    """
    places = [library.locate(clipping) for clipping in clippings]
    cites = {place.cite: place.csl for place in places}
    rendered = references.of_cites(cites, style)
    return [
        ClippingView(
            clipping=clipping,
            found=place,
            byline=short_document(place.csl),
            place=locator_words(place.cite.locator),
            citation=rendered[place.cite].text,
            href=read_href(Reading(document=place.document, passage=place.passage)) if place.passage else "",
        )
        for clipping, place in zip(clippings, places, strict=True)
    ]


def clipping_html(view: ClippingView) -> str:
    """One clipping."""
    return html_of("clipping", view=view)
