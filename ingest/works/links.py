"""Links for a cited work: only addresses for which the document itself gives the evidence."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ingest.model import Link
from ingest.words.unsymbols import document_url, record_url

_RANGE = re.compile(r"(?:SR|PV)\.\d+-\d+$")
"""Records of several meetings at once, "A/C.4/48/SR.2-6", which have no address together."""
_NO_SERIES = re.compile(r"S/(?!\d|(?:RES|PRST|INF|Agenda)/|(?:PV|SR|AC|C|CRP)\.)")
"""A series that the Security Council has not, as in the invented symbols of samples."""


def links(csl: Mapping[str, Any], symbols: Iterable[str] = (), year: int | None = None) -> tuple[Link, ...]:
    """Return the links of a source: its DOI, its UN document, its address, in this order.

    Args:
        csl: CSL fields, of which DOI and URL count.
        symbols: The UN symbols of the document, the first one the key.
        year: The year of a Security Council resolution, which its address needs.
    """
    found: list[Link] = []
    if doi := csl.get("DOI"):
        found.append(Link("doi", f"https://doi.org/{doi}"))
    for symbol in symbols:
        if not (_RANGE.search(symbol) or _NO_SERIES.match(symbol)):
            found.append(Link("un", document_url(symbol, year)))
        if record := record_url(symbol):
            found.append(Link("url", record))
    if url := csl.get("URL"):
        found.append(Link("url", str(url)))
    return tuple(dict.fromkeys(found))
