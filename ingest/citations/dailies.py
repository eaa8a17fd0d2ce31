"""A newspaper's or agency's piece that is cited by its day alone: "New York Times, 14 July 1994, A1"."""

import re

from ingest.citations import locators
from ingest.citations.csl import Description
from ingest.model import Locator
from ingest.words.datelines import date_in
from ingest.words.dates import DATE, issued
from ingest.words.folding import fold
from ingest.words.wordlists import wordlist

_NEWSPAPER = wordlist("newspapers")
_BY_DAY = re.compile(
    r"(?P<paper>(?:la\s)?[A-ZÀ-Þ][^,;:()\d“”«»]{1,40}?)(?:\s\([A-ZÀ-Þ][^()\d]{2,30}\))?(?:,\s(?:de\s)?|\s(?:vom|v\.|du|del|de)\s)"
    rf"(?P<day>{DATE.pattern})(?P<place>,\s(?:at\s|pp?\.\s|S\.\s)?[A-Z]?\d{{1,3}}[A-Z]?)?"
)
_YEAR = 4
_PAGE = re.compile(r"(?P<page>[A-Z]\d{1,3}|\d{1,3}[A-Z])$")
"""A page with its section: "A1"."""


def by_day(text: str) -> Description | None:
    """Read a newspaper that is known by a word of its name, with its day and perhaps a page; None for anything else.

    Its title is paper and day, since two days of a year are two works.
    """
    m = _BY_DAY.fullmatch(text.rstrip("."))
    if not m or _NEWSPAPER.isdisjoint(fold(m["paper"]).split()):
        return None
    title = text[: m.end("day")]
    dated = date_in(m["day"]) or issued(m["day"][-_YEAR:])
    csl = {"type": "article-newspaper", "title": title, "container-title": m["paper"], "issued": dict(dated)}
    section = _PAGE.search(m["place"] or "")
    place = locators.tail(m["place"]) if m["place"] else None
    locator = Locator("page", section["page"]) if section else place.locator if place else None
    return Description(csl, None, title, False, dated["date-parts"][0][0], locator, True)
