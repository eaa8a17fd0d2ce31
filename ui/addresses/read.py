"""A place in a document as an address of the Read page, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from ingest.model import Locator
from ui.addresses.search import number_from, value_in

PAGE = "read"
"""The page's own path."""


@dataclass(frozen=True, slots=True)
class CitedFrom:
    """Where a citation stands that somebody followed: the sentence to show beside the work that it cites."""

    document: str
    """Document id."""
    home: str
    """Id of the note, or of the block, that it stands in."""
    start: int
    """Where it begins in that text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What to open: a document, and at most one place in it."""

    document: str = ""
    """Document id; "" where none is chosen."""
    page: str = ""
    """The label printed on it."""
    pdf: int | None = None
    """A page of the file, counted from 1 as PDF viewers do: for pages without a printed number."""
    paragraph: str = ""
    """A printed paragraph number."""
    passage: str = ""
    """Passage id."""
    note: str = ""
    """Id of a note of this document."""
    find: str = ""
    """Words to find in the document."""
    search: str = ""
    """The search that led here, as the query string of its address."""
    cited_from: CitedFrom | None = None


def read_href(reading: Reading) -> str:
    """The address of a place in a document, from the root of the desk."""
    named = {
        "doc": reading.document,
        "page": reading.page,
        "pdf": str(reading.pdf or ""),
        "para": reading.paragraph,
        "passage": reading.passage,
        "note": reading.note,
        "find": reading.find,
        "search": reading.search,
    }
    pairs = [(name, value) for name, value in named.items() if value]
    if reading.cited_from is not None:
        cited = reading.cited_from
        pairs += [("by", cited.document), ("by_in", cited.home), ("by_at", str(cited.start))]
    return f"/{PAGE}?{urlencode(pairs)}"


def document_href(document: str) -> str:
    """The address of a document, opened at its beginning."""
    return read_href(Reading(document))


def reading_from(parameters: Mapping[str, Sequence[str]]) -> Reading:
    """The place of an address; a value that makes no sense counts as absent, since anybody may have typed it."""
    one = partial(value_in, parameters)
    by = CitedFrom(one("by"), one("by_in"), number_from(one("by_at")) or 0) if one("by") and one("by_in") else None
    return Reading(
        document=one("doc"),
        page=one("page"),
        pdf=number_from(one("pdf")),
        paragraph=one("para"),
        passage=one("passage"),
        note=one("note"),
        find=one("find"),
        search=one("search"),
        cited_from=by,
    )


def at_locator(document: str, locator: Locator | None, cited_from: CitedFrom | None = None) -> Reading:
    """A work opened where a citation cites it; at its beginning for places that are neither page nor paragraph."""
    label, value = (locator.label, locator.value) if locator else ("", "")
    return Reading(
        document=document,
        page=value if label == "page" else "",
        paragraph=value if label == "paragraph" else "",
        cited_from=cited_from,
    )
