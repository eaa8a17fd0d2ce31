"""Link annotations of a page: to a place in the file, or to an address."""

from math import isnan

import pymupdf

from ingest.model import Box
from ingest.pdf.raw import PageLink


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
        if uri.startswith("#"):
            place, _, y = pymupdf.mupdf.fz_resolve_link(page.parent.this, uri)
            # A name that the file defines nowhere has page -1, a place without a height is not a number.
            if place.page >= 0:
                out.append(PageLink(box, place.page, None if isnan(y) else y, None))
        elif not uri.startswith("file:"):
            out.append(PageLink(box, None, None, uri))
        link = link.next()
    return tuple(out)
