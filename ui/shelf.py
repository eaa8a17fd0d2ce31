"""The one library that a desk process serves, opened on first use and shared by its threads."""

import os
import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from index import Library
from ingest.model import Box
from ingest.picture import picture

LIBRARY_VARIABLE = "BLUENOTE_LIBRARY"

_drawing = threading.Lock()  # PyMuPDF must not be used by two threads at once


@cache
def library() -> Library:
    """The library named by BLUENOTE_LIBRARY; made if it is not there yet.

    Raises:
        LibraryError: it cannot be opened.
    """
    opened: Library = Library.open(Path(os.environ[LIBRARY_VARIABLE]), create=True)
    return opened


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
    boxes: Sequence[Box] = ()
    if passage is not None:
        places = library().hit(passage).places
        boxes = next((place.boxes for place in places if place.index == index), ())
    path = library().pdf(document)
    with _drawing:
        return picture(path, index, boxes)
