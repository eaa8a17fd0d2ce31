"""What the Read and Clippings pages say where nothing is open yet: what they are for, and the ways on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from index.kept.reads import Read
from index.model import Entry
from ingest.model import Document
from ui.markup import html_of
from ui.readaddress import Reading, read_href
from ui.wording import page_words, short_document

MOST = 5
"""Documents to a list."""


@dataclass(frozen=True, slots=True)
class Way:
    """A document to open."""

    document: str
    """Its id."""
    title: str
    byline: str
    told: str
    """Where it was left and when, or how well it could be read."""
    href: str


def left_off(read: Read, entry: Entry, document: Document, today: date) -> Way:
    """The way back to where a document was left."""
    index = min(read.index, len(document.pages) - 1)
    when = datetime.fromisoformat(read.when).astimezone().date()
    told = f"{page_words(document.pages[index])} · {day_words(when, today)}"
    return Way(entry.id, entry.title, short_document(entry.csl), told, read_href(Reading(entry.id, pdf=index + 1)))


def newest(entries: Sequence[Entry], but: Sequence[str]) -> list[Way]:
    """The documents that came in last, without those named."""
    found = [entry for entry in reversed(entries) if entry.id not in but]
    return [
        Way(entry.id, entry.title, short_document(entry.csl), entry.state.label, read_href(Reading(entry.id)))
        for entry in found[:MOST]
    ]


def day_words(day: date, today: date) -> str:
    """Say "today", "yesterday", "22 November", or with the year where it is another one."""
    if (today - day).days in (0, 1):
        return ("today", "yesterday")[(today - day).days]
    return f"{day.day} {day:%B}" if day.year == today.year else f"{day.day} {day:%B %Y}"


def read_start(left: Sequence[Way], new: Sequence[Way]) -> Mapping[str, Any]:
    """The Read page with nothing open."""
    return _data(html_of("readstart", left=left, new=new))


def clippings_start(left: Sequence[Way]) -> Mapping[str, Any]:
    """The Clippings page with nothing in it."""
    return _data(html_of("clippingsstart", left=left))


def _data(html: str) -> Mapping[str, Any]:
    return {"html": html, "version": str(hash(html))}
