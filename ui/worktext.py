"""Cited works in plain lines: which it is, how often it is cited, whether it is here; and each place that cites it."""

from collections.abc import Iterator

from index.citations import Cited, CitedWork, CitingPlace
from ui.hittext import Line, called
from ui.wording import brief_source, counted, place_words


def work_lines(work: CitedWork) -> Iterator[Line]:
    """A work in two lines: what it is and where; who cites it. Then its other versions, a line each."""
    named = brief_source(work, long=True)
    yield Line(((named, "bold"), (f"  [{work.key}]", "dim")))
    here = f"in this library as {work.entry.key}" if work.entry else "not in this library"
    documents = counted(work.documents, "document")
    notes = f"cited in {documents}: {work.counted}" if work.documents else "cited in no document"
    address = "" if work.entry else next((link.href for link in work.links), "")
    yield Line(((here, "green" if work.entry else "dim"), f"; {notes}", f"  {address}" if address else ""), 4)
    for version in work.versions:
        other = brief_source(version, long=True)
        yield Line((f"other version: {other}", (f"  [{version.key}]", "dim"), f"  ({version.why})"), 4)


def cited_lines(cited: Cited) -> Iterator[Line]:
    """A work and all places that cite it, the certain ones apart from the possible."""
    yield from work_lines(cited.work)
    for title, places in (("Certain", cited.certain), ("Possible", cited.possible)):
        if places:
            yield Line((title,))
        for place in places:
            yield from _place_lines(place)
    if cited.unread:
        yield Line(("Notes not read, or not all of them",))
        for entry in cited.unread:
            yield Line((called(entry),), 4)


def _place_lines(place: CitingPlace) -> Iterator[Line]:
    yield Line(((place_words(place), "cyan"), "  ", (called(place.document), "bold")), 4)
    signal = f"{place.signal}: " if place.signal else ""
    through = f" (through n. {', '.join(place.through)})" if place.through else ""
    yield Line((f"{signal}{place.text}{through}",), 8)
    if place.sentence:
        yield Line(((f"“{place.sentence}”", "dim"),), 8)
