"""Link annotations of a page: to a place in the file, or to an address."""

import re

import pymupdf

from ingest.model import Box
from ingest.pdf.raw import PageLink

# How MuPDF names a place that the link gives itself: "#page=3&zoom=nan,0,531".
_PLACE = re.compile(r"#page=(?P<page>\d+)(?:&zoom=[^,]*,[^,]*,(?P<y>-?\d+(?:\.\d+)?))?$")


def links(page: pymupdf.Page) -> tuple[PageLink, ...]:
    """Return the links of a page to places in the file and to addresses.

    Args:
        page: Of an open PDF.
    """
    # PyMuPDF's own `get_links` walks all annotations of the page anew for each of them.
    out = []
    link = pymupdf.mupdf.fz_load_links(page.this)
    while link.m_internal:
        uri, rect = link.uri(), link.rect()
        box: Box = (rect.x0, rect.y0, rect.x1, rect.y1)
        place = _PLACE.match(uri)
        if place:
            out.append(PageLink(box, int(place["page"]) - 1, float(place["y"]) if place["y"] else None, None))
        elif uri.startswith("#"):
            return _named(page)
        elif not uri.startswith("file:"):
            out.append(PageLink(box, None, None, uri))
        link = link.next()
    return tuple(out)


def _named(page: pymupdf.Page) -> tuple[PageLink, ...]:
    """Return the links of a page some of which name their destination, which PyMuPDF looks up."""
    out = []
    for link in page.get_links():
        box: Box = tuple(link["from"])
        if link["kind"] in (pymupdf.LINK_GOTO, pymupdf.LINK_NAMED) and isinstance(link.get("page"), int):
            to = link.get("to")
            y = float(to.y) if isinstance(to, pymupdf.Point) else None
            if y is not None and link["kind"] == pymupdf.LINK_NAMED:
                # PyMuPDF turns the places of named destinations not round: they count from the page's foot.
                y = page.parent.page_cropbox(link["page"]).height - y
            out.append(PageLink(box, link["page"], y, None))
        elif link.get("uri"):
            out.append(PageLink(box, None, None, link["uri"]))
    return tuple(out)
