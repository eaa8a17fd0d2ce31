"""The series that a report or a book appears in, and its number there."""

import re
from typing import Any

from ingest.words import names
from ingest.words.rare import Rare

_SERIES = re.compile(
    r"(?:^\s*|,\s|\.\s)(?P<series>(?:[A-ZÀ-Þ][\w’'-]*\s|of\s|in\s|on\s|&\s){0,5}?(?:(?:Reports?|Papers?|Briefs?|Briefing|Rapport)\b,?\s"
    r"(?:[Nn]os?\.?\s|[Nn][r°º]\.?\s|#)?|(?:Stud(?:y|ies)|Series|Notes?|Memorandum|Bulletin|Schriftenreihe|Cahiers?|Arbeitspapier),?\s"
    r"(?:[Nn]os?\.?\s|[Nn][r°º]\.?\s|#)))"
    r"(?P<number>\d{1,4}(?:[/–-]\d{1,4})?)(?=[\s,.;)(]|$)(?!,\sno|\s?:\s\d)"
)
"""The series of a report and its number: "EPON Report 2/2019", "Africa Report No. 253"."""
__NAME_OF_SERIESD = re.compile(
    r"(?:,\s|\s\()(?P<series>(?:Briefing|Rapport|Note|Cahier)\s[A-ZÀ-Þ][\w’-]+)\sn[r°º]\.?\s?(?P<number>\d{1,4})(?=[\s,.;)(]|$)"
    r"|(?:,\s|\s\()(?P<series2>[A-Z]{2,6}\s(?:Monograph|Paper|Brief|Analysis|Insights?|Studie)s?),?\s(?:[Nn]o\.?\s)?(?P<number2>\d{1,4})(?=[\s,.;)(]|$)"
    r"|\s\((?P<series3>[A-ZÀ-Þ][\w-]+(?:\s[A-ZÀ-Þ][\w-]+){0,4}),?\s(?:Nr\.?\s)?(?P<number3>\d{1,3}/\d{4})\)"
)
"""Other series: "Briefing Afrique n° 190", "ISS Monograph 137", "(SWP-Aktuell 23/2019)"."""
_NAME_OF_SERIES = re.compile(
    r"(?:[A-ZÀ-Þ][\w’-]*\s){0,4}(?:(?:Occasional|Working|Policy|Briefing|Discussion|Research|Issue|Special|Background)"
    r"\s(?:Papers?|Briefs?|Notes?|Reports?)|Fact\s?[Ss]heet|Backgrounder|Insights)"
)
"""A series as it stands where a journal could: "SIPRI Policy Brief, Sep. 2015"."""
_ALONE = re.compile(rf",\s(?P<series>{_NAME_OF_SERIES.pattern})$")
"""A series without a number at a title's end: "Bit by Bit, RUSI Occasional Paper"."""
_LAST = re.compile(
    r",\s(?P<series>(?:[A-ZÀ-Þ][\w’-]*\s|of\s|and\s|for\s|on\s|in\s){1,8}(?:Reports?|Papers?|Briefs?|Briefing|Study|Studies|Monograph|Notes?|Series)),?"
    r"\s(?:[Nn]o\.?\s)?(?P<number>(?!(?:19|20)\d\d$)\d{1,4}(?:/\d{2,4})?)$"
)
"""A series with its number at an unquoted title's end: ", Effectiveness of Peace Operations Network Report 3/2019"."""
_FIRST = re.compile(
    r"(?P<series>(?:[A-ZÀ-Þ][\w’-]*\s){1,6}(?:Reports?|Briefings?|Papers?|Briefs?|Notes?|Rapport))\s"
    r"[Nn](?:[°º]|[or][.º°]?|úm\.)\s?(?P<number>\d{1,4}),\s(?=[“‘A-ZÀ-Þ])"
)
"""A series before the title: "Crisis Group Africa Report N°238, Central Mali: An Uprising in the Making?"."""
_NUMBER_WORD = re.compile(r",?\s(?:[Nn]os?\.?|[Nn][r°º]\.?|#)\s?$")


_DOCTRINE = Rare(
    r"(?P<who>[A-ZÀ-Þ][^,;“‘()\d]{1,60},\s)?(?:(?:[A-Z][a-z]+\s){1,4}\((?P<letters>[A-Z]{2,5})\)|(?P<alone>(?!UN)[A-Z]{2,5}))"
    r"(?P<joint>[\s-])(?P<number>(?<=-)\d{1,2}(?:[-.]\d{1,3}){1,3}[A-Z]?|\d{1,2}-\d{1,3}(?:\.\d{1,3}){0,2}[A-Z]?),\s(?=[A-Z“‘])",
    "-",
)
"""The number of a manual of the armed forces before its title: "Joint Publication (JP) 3-07.3, Peace Operations"."""


def take_first(text: str, csl: dict[str, Any]) -> str:
    """Return a citation without series or number before its title, but with the body that it begins with."""
    if manual := _DOCTRINE.match(text):
        csl["number"] = f"{manual['letters'] or manual['alone']}{manual['joint']}{manual['number']}"
        title, comma, rest = text[manual.end() :].partition(", ")
        # "JP 3-07.3, Peace Operations, Washington" has no author, though the title reads like a body
        alone = comma and not manual["who"] and names.is_body(title)
        return f"“{title},” {rest}" if alone else (manual["who"] or "") + text[manual.end() :]
    m = _FIRST.match(text)
    if not m:
        return text
    csl["collection-title"], csl["collection-number"] = m["series"], m["number"]
    told = m["series"].split()[:-1]
    heads = (" ".join(told[:n]) for n in range(len(told), 0, -1) if names.is_body(told[n - 1]))
    body = next(filter(names.is_body, heads), "")
    return f"{body}, {text[m.end() :]}" if body else text[m.end() :]


def take_series(rest: str, csl: dict[str, Any]) -> str:
    """Take the series of reports off: ", Adelphi Paper 333"; the body before it is the publisher."""
    if m := __NAME_OF_SERIESD.search(rest):
        csl["collection-title"] = m["series"] or m["series2"] or m["series3"]
        csl["collection-number"] = m["number"] or m["number2"] or m["number3"]
        return rest[: m.start()] + rest[m.end() :]
    m = _SERIES.search(rest)
    if not m:
        return rest
    csl["collection-title"], csl["collection-number"] = _NUMBER_WORD.sub("", m["series"]).strip(" ,"), m["number"]
    body = rest[: m.start()].strip(" ,.:;")
    if body and names.is_body(body):
        csl["publisher"] = body
        return rest[m.end() :]
    return rest[: m.start()] + rest[m.end() :]


def without_series(title: str, csl: dict[str, Any]) -> str:
    """Return an unquoted title without the series that ends it, which goes into `csl`."""
    m = _LAST.search(title) if title[-1:].isdigit() else _ALONE.search(title)
    if not m:
        return title
    csl["collection-title"] = m["series"]
    if "number" in m.groupdict():
        csl["collection-number"] = m["number"]
    return title[: m.start()]


def series_for_container(csl: dict[str, Any]) -> None:
    """Call a series what was read as a journal: "SIPRI Policy Brief"."""
    if "volume" not in csl and _NAME_OF_SERIES.fullmatch(str(csl.get("container-title", ""))):
        csl["collection-title"] = csl.pop("container-title")
