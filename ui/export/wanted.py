"""What somebody wants exported: answers to a question, documents, a list of clippings, or the works cited there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.errors import LibraryError
from index.found import Hit
from index.model import Entry, Filters
from ui.addresses.export import Wanted
from ui.export.selection import (
    Selection,
    cited_works,
    of_clippings,
    of_documents,
    of_hits,
    sources_of_documents,
    sources_of_hits,
)

if TYPE_CHECKING:
    from index import Library

ALL = -1
"""Works, however many there are."""


def selected(library: "Library", wanted: Wanted) -> Selection:
    """What an address of a file names.

    Raises:
        LibraryError: it names nothing, or what is not there.
    """
    search, listed = wanted.search, wanted.listed
    if listed is not None:
        return cited(library, listed.query, by=listed.by or None)
    if wanted.list:
        return clippings(library, wanted.list, works=wanted.works)
    if search.question:
        found = library.search(
            search.question, k=wanted.count, filters=search.filters, mode=search.mode, view=search.view
        )
        return answers(found.hits, search.question, works=wanted.works)
    if search.filters == Filters():
        raise LibraryError("Say what to export: a question, a document or a list of clippings.")
    return documents(library, library.entries(search.filters), works=wanted.works)


def cited(library: "Library", query: str, *, by: str | None, count: int = ALL, offset: int = 0) -> Selection:
    """The works that the documents cite, or one of them, as `Library.works` lists them."""
    found = library.works(query, by=by, count=count, offset=offset)
    where = f"Works cited in {library.entry(by).title if by else 'the library'}"
    return cited_works(found.works, f"{where}: {query}" if query else where)


def answers(hits: Sequence[Hit], question: str, *, works: bool = False) -> Selection:
    """The passages that answer a question, or with `works` those that they cite."""
    if works:
        return sources_of_hits(hits, f"Works cited where the library speaks of {question}")
    return of_hits(hits, f"Passages on {question}")


def documents(library: "Library", entries: Sequence[Entry], *, works: bool = False) -> Selection:
    """Whole documents, or with `works` those that they cite."""
    if works:
        return sources_of_documents([library.document(entry.id) for entry in entries])
    return of_documents(library, entries)


def clippings(library: "Library", name: str, *, works: bool = False) -> Selection:
    """A list of clippings, or with `works` those that their passages cite, as far as these still stand."""
    kept = library.clippings.all(name)
    if not works:
        return of_clippings(library, kept, name)
    places = [library.locate(clipping).passage for clipping in kept]
    return sources_of_hits([library.hit(place) for place in places if place], f"Works cited in {name}")
