"""Chapters of a book that a note before cites: "Roper, Medical Evacuation, in THE HANDBOOK, supra note 1, at 201".

The words before the pointer are a citation in full, though its book is given short; the pointer leads to the book.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ingest.citations import csl
from ingest.citations.mention import Mention
from ingest.citations.work import Work
from ingest.words.folding import fold
from ingest.works.titles import title_fits

_IN_BOOK = re.compile(
    r"^(?P<chapter>.{8,}?[,”’»]\s(?:in|dans):?\s(?P<book>[^“”«»;]{3,120}?)),?\s[(\[]?(?:supra|above|infra|wie\s|siehe\s|op\.|n(?:ote)?s?\s\d)",
    re.IGNORECASE,
)
_OF_THE_BOOK = ("editor", "issued", "publisher", "publisher-place", "volume", "collection-title", "collection-number")


def chapter(mention: Mention) -> tuple[csl.Description, str] | None:
    """Return what is said of a chapter, and the words for its book; None where a pointer is to no book of a chapter."""
    m = _IN_BOOK.match(mention.text)
    described = csl.describe(m["chapter"]) if m else None
    if not m or not described or not described.names or not {"title", "container-title"} <= described.csl.keys():
        return None
    return described, m["book"]


def of_book(mention: Mention, described: csl.Description, called: str, book: Work | None) -> Mention:
    """Return the chapter as a citation in full, with what is known of its book.

    Args:
        mention: The citation that points to the book.
        described: What it says of the chapter.
        called: Its words for the book.
        book: The one work that the note pointed to cites, None where that is not settled.
    """
    fields: dict[str, Any] = {**described.csl, "type": "chapter"}
    if book and _is(book, called):
        fields |= _of_the_book(book.csl)
    year = fields["issued"]["date-parts"][0][0] if "issued" in fields else None
    people = described.names
    assert people, "a chapter has an author"
    return replace(
        mention, form="full", surnames=people.surnames, others=people.others, title=described.title, note=None,
        quoted=described.quoted, year=year, otherwise=None, description=replace(described, csl=fields, year=year),
    )  # fmt: skip


def _is(book: Work, called: str) -> bool:
    """Whether a work, or the book that holds it, goes by the words given."""
    container = str(book.csl.get("container-title", ""))
    return title_fits(called, book) or f" {fold(called)} " in f" {fold(container)} "


def _of_the_book(known: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a book or of the book around another chapter, as its chapters have them."""
    fields = {name: known[name] for name in _OF_THE_BOOK if name in known}
    if "container-title" in known:
        fields["container-title"] = known["container-title"]
    elif "title" in known:
        fields["container-title"] = known["title"]
        if "author" in known:
            fields["container-author"] = known["author"]
    return fields
