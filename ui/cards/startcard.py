"""What the Search, Read and Clippings pages say where nothing is open yet: what they are for, and the ways on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from index.citations import CitedWork
from index.kept.reads import Read
from index.model import Entry
from ingest.model import Document
from ui.addresses.read import Reading, read_href
from ui.addresses.search import Search
from ui.addresses.sources import Asked, sources_href
from ui.addresses.trail import search_words
from ui.cards.markup import html_of
from ui.wording import brief_source, counted, filter_words, page_words, short_document, title_of

MOST = 5
"""Documents or works to a list."""
_TRIES = (
    ("Does fighting beside a government make its enemies yours?", "In your own words: found by what it means"),
    ("Were the sick ever compensated for the epidemic?", "The passage speaks of cholera, claims and immunity"),
    ("S/RES/2098", "By its symbol, also where a text says it in prose; and every note that cites it"),
    ("“inherits that government’s enemies”", "As it stands, in quotation marks"),
)
"""Questions for the sample library, each with how it is answered."""


@dataclass(frozen=True, slots=True)
class Way:
    """A document or work to open, or a question to ask."""

    document: str
    """Id of the document; "" of anything else."""
    title: str
    byline: str
    told: str
    """Where it was left and when, how well it could be read, who cites it, how it is answered."""
    href: str


def left_off(read: Read, entry: Entry, document: Document, today: date) -> Way:
    """The way back to where a document was left."""
    index = min(read.index, len(document.pages) - 1)
    when = datetime.fromisoformat(read.when).astimezone().date()
    told = f"{page_words(document.pages[index])} · {day_words(when, today)}"
    return Way(entry.id, title_of(entry), short_document(entry.csl), told, read_href(Reading(entry.id, pdf=index + 1)))


def newest(entries: Sequence[Entry], but: Sequence[str]) -> list[Way]:
    """The documents that came in last, without those named."""
    found = [entry for entry in reversed(entries) if entry.id not in but]
    return [
        Way(entry.id, title_of(entry), short_document(entry.csl), entry.state.label, read_href(Reading(entry.id)))
        for entry in found[:MOST]
    ]


def cited_most(works: Sequence[CitedWork]) -> list[Way]:
    """The works that the library cites most."""
    return [
        Way(
            "",
            brief_source(work, long=True),
            "",
            f"cited in {counted(work.documents, 'document')} · {work.citing.own_words}",
            sources_href(Asked(work=work.key)),
        )
        for work in works
    ]


def tries() -> list[Way]:
    """Questions to ask the sample library first."""
    return [Way("", words, "", told, f"/?{search_words(Search(words))}") for words, told in _TRIES]


def asked_before(searches: Sequence[Search]) -> list[Way]:
    """Searches to ask again."""
    return [Way("", one.question, "", filter_words(one.filters), f"/?{search_words(one)}") for one in searches]


def day_words(day: date, today: date) -> str:
    """Say "today", "yesterday", "22 November", or with the year where it is another one."""
    if (today - day).days in (0, 1):
        return ("today", "yesterday")[(today - day).days]
    return f"{day.day} {day:%B}" if day.year == today.year else f"{day.day} {day:%B %Y}"


def search_start(asked: Sequence[Way], questions: Sequence[Way], left: Sequence[Way], cited: Sequence[Way]) -> str:
    """The Search page with nothing asked; examples are for who has asked nothing yet."""
    return html_of("searchstart", asked=asked, questions=questions, left=left, cited=cited)


def read_start(left: Sequence[Way], new: Sequence[Way]) -> str:
    """The Read page with nothing open."""
    return html_of("readstart", left=left, new=new)


def clippings_start(left: Sequence[Way]) -> str:
    """The Clippings page with nothing in it."""
    return html_of("clippingsstart", left=left)
