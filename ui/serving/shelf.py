"""The one library that a desk process serves, opened on first use and shared by its threads."""

import os
import threading
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar, cast

from index import Library, LibraryError
from index.found import Hit
from index.model import Entry, Facets
from ingest.errors import IngestError
from ingest.model import Document
from ingest.pdf import printed
from ingest.pdf.picture import picture
from ui.cards.marks import Marks
from ui.quotations import Verdict, check_quotation
from ui.wording import titled

LIBRARY_VARIABLE = "BLUENOTE_LIBRARY"

State = tuple[str, tuple[tuple[int, int], ...]]
"""Of a library: its folder; time (ns) and size of its database and of the log beside that."""

_Function = TypeVar("_Function", bound=Callable[..., Any])

_open_at: dict[str, int] = {}
"""Page indexes by document id, the one opened last at the end."""
_drawing = threading.Lock()  # PyMuPDF must not be used by two threads at once


@cache
def library() -> Library:
    """The library named by BLUENOTE_LIBRARY; made if it is not there yet.

    Raises:
        LibraryError: it cannot be opened.
    """
    opened: Library = Library.open(Path(os.environ[LIBRARY_VARIABLE]), create=True)
    return opened


def _until_written(most: int) -> Callable[[_Function], _Function]:
    """Keep so many answers of a function until any process writes to the library."""

    def keep(function: _Function) -> _Function:
        kept = lru_cache(maxsize=most)(lambda _, *args: function(*args))
        return cast(_Function, wraps(function)(lambda *args: kept(_state(), *args)))

    return keep


def _state() -> State:
    """Which library it is, and what changes whenever any process writes to it: its files' times and sizes."""
    files = [library().path / f"library.sqlite{suffix}" for suffix in ("", "-wal")]
    stats = [file.stat() for file in files if file.exists()]
    return str(library().path), tuple((stat.st_mtime_ns, stat.st_size) for stat in stats)


def document(ref: str) -> Document:
    """A document, whole; those read last are kept until anything in the library changes.

    Raises:
        LibraryError: there is no such document.
    """
    return _document(library().entry(ref).id)


@_until_written(8)
def _document(name: str) -> Document:
    read: Document = library().document(name)
    return read


@_until_written(1)
def entries() -> tuple[Entry, ...]:
    """All documents of the library: each drawing of a page asks."""
    return tuple(library().entries())


@_until_written(1)
def titles() -> Mapping[str, str]:
    """All documents as they are chosen from a list, by their ids."""
    return {entry.id: titled(entry) for entry in entries()}


@_until_written(1)
def facets() -> Facets:
    """The counts for filters."""
    counts: Facets = library().facets()
    return counts


def turned_to(document: str, index: int) -> None:
    """Keep in mind where a document is open; `remember_reads` writes it down.

    Each write to the library makes all that is kept of it here be read anew, which turning a page must not.
    """
    _open_at[document] = index


def remember_reads() -> None:
    """Write down where documents were left."""
    while _open_at:
        library().reads.left(*_open_at.popitem())


def has_pdf(document: str) -> bool:
    """Whether there is a file of the document to draw pages of; a text has none, and a file may be gone."""
    try:
        library().pdf(document)
    except LibraryError:
        return False
    return True


def marks(hit: Hit) -> Marks:
    """What of its pages a passage stands on, by page index: from its very first word to its last."""
    return at_words(hit.document.id, {place.index: place.boxes for place in hit.places})


def at_words(document: str, marks: Marks) -> Marks:
    """Boxes with their ends where the file's words begin and end.

    Without the file they stay where the widths of letters put them.
    """
    if not marks or not has_pdf(document):
        return marks
    try:
        with _drawing:
            return printed.at_words(library().pdf(document), marks)
    except (IngestError, IndexError):
        return marks  # the page's own picture says what is wrong with the file


def page_picture(document: str, index: int, passage: str | None) -> bytes:
    """A page of a document as PNG, with the passage marked where one is named.

    Args:
        document: document id.
        index: page index.
        passage: passage id, or None for the bare page.

    Raises:
        LibraryError: there is no such document or passage.
        IndexError: there is no such page.
    """
    boxes = marks(library().hit(passage)).get(index, ()) if passage is not None else ()
    path = library().pdf(document)
    with _drawing:
        return picture(path, index, boxes)


def checked(passage: str, start: int, end: int | None) -> Verdict:
    """A quotation held against its page.

    Args:
        passage: passage id.
        start: first character of the passage's text.
        end: the character after the last one; None for all to the end.

    Raises:
        LibraryError: there is no such passage, or its file is gone.
        IngestError: the file cannot be read any more.
    """
    with _drawing:
        return check_quotation(library(), passage, start, end)


def piece_picture(passage: str, start: int, end: int | None, number: int) -> bytes:
    """One of the pieces of pages to look at where a quotation is not sure, as PNG.

    Raises:
        IndexError: there is no such piece.
        LibraryError, IngestError: as `checked`.
    """
    piece = checked(passage, start, end).pieces[number]
    path = library().pdf(library().hit(passage).document.id)
    with _drawing:
        return picture(path, piece.index, piece.boxes, part=piece.part)
