"""What follows a title: journal and numbers, the book that a chapter stands in, place, publisher, year, pages."""

import re
from typing import Any

from ingest.citations import journals, locators
from ingest.citations.loose import loose_imprint
from ingest.citations.publishers import PUBLISHER, is_town
from ingest.citations.within import WITHIN, book, is_journal
from ingest.model import Locator
from ingest.words import names
from ingest.words.dates import ANY_YEAR, DATE, MONTHS, YEAR, YEAR_ALONE, issued

IMPRINT = re.compile(
    rf"[(\[](?P<inside>(?:[^()]|\([^()]*\))*?)(?:[,;:]?\s|^|(?<=\())(?P<year>(?:(?:{MONTHS}"
    rf"|\d{{1,2}})\s)*(?:\[?{YEAR}\]?(?:[–/-]\d{{2,4}})?[a-z]?|forthcoming|in\spress|n\.d\."
    rf"|à\sparaître))(?P<after>[^()\[\]]{{0,30}})[)\]]"
)
_PLACE = re.compile(r"^(?P<place>[A-ZÀ-Þ’'][^:]{1,60}?)\s?:\s?(?P<publisher>\S.*)$")
_GENRE = re.compile(
    r"^(?P<genre>(?:unpublished\s)?(?:[\w.’']+\s){0,2}?(?:thesis|dissertation|diss\.|thèse|paper|manuscript|lecture|speech|address|memo(?:randum)?|mimeo))(?:,\s|\s(?=University))",
    re.IGNORECASE,
)
"""What the work is, before who issued it: "(working paper, Geneva Centre for Security Policy, Geneva, 2012)"."""
_VOLUME = (
    re.compile(
        r"[,\s](?:[Vv]ol(?:ume)?\.?|Bd\.|t\.|tome|Jg\.)\s?(?P<volume>\d{1,4}"
        r"|[IVXLC]+\b)(?:\s?[,/(:]?\s?(?:[Nn]o?s?\.?|n[o°]s?\.?|[Ii]ssue|Nr\.|H\.|Heft|numéro"
        r"|núm\.)?\s?(?P<issue>\d{1,3}(?:[–/-]\d{1,3})?)\)?(?=[\s,:;.(]|$))?"
    ),
    re.compile(
        r"(?<=[^\d\s(])[,]?\s(?P<volume>\d{1,4})\s?(?:,\s?(?:no?s?\.?|n[o°]s?\.?|issue|Nr\.|H\.|Heft|numéro)\s?"
        r"|[/.(]\s?|\s?[(]|[–]|:(?=\d{1,2}\s?\())(?P<issue>\d{1,3}(?:[–/-]\d{1,3})?)\)?(?=[\s,:;.()]|$)"
    ),
    re.compile(
        rf"(?<=[^\d\s(])[,]?\s(?P<volume>(?!{YEAR})\d{{1,4}}|[IVXLC]+)(?=\s?\(|\s?:\s?\d|,\s(?:pp?\.|\d"
        rf"|S\.))(?P<issue>)?"
    ),
    re.compile(r"(?:^|,\s)(?:n[o°]s?\.?|[Nn]o\.|numéro)\s?(?P<issue>\d{1,4}(?:[–/-]\d{1,4})?)(?P<volume>)?"),
    re.compile(r"(?:^|,\s)núm\.\s(?P<issue>\d{1,4})(?P<volume>)?"),
)
_ISSUE_AFTER_YEAR = re.compile(
    rf"\({YEAR}\),?\s(?:H\.|Heft|[Nn]o\.|Nr\.|n[o°]\.?|[Ii]ssue|fasc\.)\s?(?P<issue>\d{{1,3}}(?:[–/-]\d{{1,3}})?)"
)
BLUEBOOK_PAGE = re.compile(r"(?:,? at)? ((?:(?!(?:1[5-9]|20)\d\d\b)\d{1,4}(?:[–-]\d+)?(?:, )?)+|(?<=at )[ivxlc]+)$")
"""The page of a book, between its title in capitals and its imprint: "PEACE-KEEPING 12 (1994)"."""
_TIME = re.compile(r",?\s\d{1,2}[:.]\d\d\s?(?:[ap]\.?\s?m\b\.?|Uhr|h\b)")
_SERIES = re.compile(
    r"(?:^\s*|,\s|\.\s)(?P<series>(?:[A-ZÀ-Þ][\w’'-]*\s|of\s|in\s|on\s|&\s){0,5}?(?:(?:Reports?|Papers?|Briefs?|Briefing|Rapport)\b,?\s"
    r"(?:[Nn]os?\.?\s|[Nn][r°º]\.?\s|#)?|(?:Stud(?:y|ies)|Series|Notes?|Memorandum|Bulletin|Schriftenreihe|Cahiers?|Arbeitspapier),?\s"
    r"(?:[Nn]os?\.?\s|[Nn][r°º]\.?\s|#)))"
    r"(?P<number>\d{1,4}(?:[/–-]\d{1,4})?)(?=[\s,.;)(]|$)(?!,\sno|\s?:\s\d)"
)
"""The series of a report and its number: "EPON Report 2/2019", "Africa Report No. 253"."""
_NUMBER_WORD = re.compile(r",?\s(?:[Nn]os?\.?|[Nn][r°º]\.?|#)\s?$")
_PAGES = re.compile(r"(?:(?:pp?\.?|S\.|pages|págs?\.)\s?|:\s?|,\s)(?P<page>\d{1,5}\s?[–—-]\s?\d{1,5})(?=[\s,.;)]|$)")
_PAGE_AND_PIN = re.compile(
    r"[,:]\s(?:S\.\s)?(?P<page>\d{1,5})(?:\s?ff?\.)?\s\((?:S\.\s)?(?P<pin>\d+(?:[\s,–-]+\d+)*(?:\s?ff?\.?)?)\)\s*\.?$"
)
"""German lawyers' first page and page pointed to: "ZaöRV 54 (1994), 95 (110 f.)"."""
THESIS = re.compile(
    r"(?:Ph\.?\s?D\.?|DPhil|doctoral|master[’']?s|MA|MSc|LLM)\s(?:thesis|dissertation|diss\.?)|thèse"
    r"|mémoire\sde|Dissertation|tesis",
    re.IGNORECASE,
)


def publication(after: str, csl: dict[str, Any], *, quoted: bool) -> Locator | None:
    """Read what follows the title into `csl`: container, numbers, imprint, pages; return the page pointed to."""
    if found := journals.after_title(after):
        return journals.read(found, csl)
    place = locators.tail(re.sub(r"^\s(?=\d)", ", ", after))
    rest = after[: place.start] if place else after
    rest = _series(rest, csl)
    pinned = None
    inside = WITHIN.search(rest)
    about = rest[inside.end() :] if inside else rest
    imprint = IMPRINT.search(about)
    if inside and not is_journal(about):
        pinned = book(about, imprint, csl)
    else:
        _container(about, csl, quoted=quoted)
    loose = loose_imprint(about) if inside and not imprint else None
    if imprint or (not (loose and loose.year) and (imprint := IMPRINT.search(rest))):
        _imprint(imprint, csl, quoted=quoted)
    else:
        _loose(about, csl, journal=not inside and {"volume", "container-title"} <= csl.keys())
    if genre := THESIS.search(rest):
        csl["genre"] = genre.group()
    return _extent(after, rest, place, csl) or pinned


def _series(rest: str, csl: dict[str, Any]) -> str:
    """Take the series of reports off: ", Adelphi Paper 333"; the body before it is the publisher."""
    m = _SERIES.search(rest)
    if not m:
        return rest
    csl["collection-title"], csl["collection-number"] = _NUMBER_WORD.sub("", m["series"]).strip(" ,"), m["number"]
    body = rest[: m.start()].strip(" ,.:;")
    if body and names.is_body(body):
        csl["publisher"] = body
        return rest[m.end() :]
    return rest[: m.start()] + rest[m.end() :]


def _loose(about: str, csl: dict[str, Any], *, journal: bool) -> None:
    """Read an imprint or date without brackets; a journal has no place."""
    found = loose_imprint(about)
    if found and found.year:
        csl.setdefault("issued", issued(found.year))
    elif m := DATE.search(about):
        csl.setdefault("issued", issued(next(filter(None, m.groups()))))
    elif m := YEAR_ALONE.search(about):
        csl.setdefault("issued", issued(m.group()))
    if found and not journal and csl.get("container-title") not in {found.place, found.publisher}:
        for name, value in (("publisher-place", found.place), ("publisher", found.publisher)):
            if value:
                csl.setdefault(name, value)


def _container(rest: str, csl: dict[str, Any], *, quoted: bool) -> None:
    undated = _TIME.sub("", _PAGES.sub("", DATE.sub("", rest)))  # "June 14, 2013" has no volume 14
    for pattern in _VOLUME:
        if m := pattern.search(undated):
            if m["volume"]:
                csl["volume"] = m["volume"]
            if m["issue"]:
                csl["issue"] = m["issue"]
            break
    if "issue" not in csl and (m := _ISSUE_AFTER_YEAR.search(rest)):
        csl["issue"] = m["issue"]
    numbered = "volume" in csl or "issue" in csl
    if numbered or (quoted and not PUBLISHER.search(rest)):
        m = re.match(r"[,.:;]?\s*(?P<c>[A-ZÀ-Þ][^\d(“‘«\[]*?)\s*(?:,|\.\s|\d|\(|\[|[Vv]ol\.|$|Bd\.|Jg\.|n[o°]\s)", rest)
        if m and len(m["c"]) > 2 and not re.match(MONTHS, m["c"]) and not is_town(m["c"]):
            csl["container-title"] = re.sub(r",?\s(?:vol|no|n°)\.?$", "", m["c"]).strip(" ,.")


def _imprint(m: re.Match[str], csl: dict[str, Any], *, quoted: bool) -> None:
    if y := ANY_YEAR.search(m["year"]):
        csl.setdefault("issued", issued(y.group(1)))
    elif not m["year"].startswith("n."):
        csl["status"] = m["year"]
    inside = re.sub(rf"^(?:{MONTHS}|\d{{1,2}}\s)+", "", m["inside"].strip(" ,;")).strip(" ,;")
    if genre := _GENRE.match(inside):
        csl["genre"], inside = genre["genre"], inside[genre.end() :].strip()
    if not inside or re.match(r"\d|[Ee]ds?\.", inside) or re.search(r"\seds?\.,?$", inside):
        return
    if quoted and "container-title" not in csl and re.match(r"\d{1,2}\s", m["year"]):
        csl["container-title"] = inside  # a blog post: "(EJIL: Talk!, 24 November 2014)"
    elif place := _PLACE.match(inside):
        town, body = place["place"].strip(), place["publisher"].strip(" ,")
        if is_town(body) and not is_town(town):
            town, body = body, town  # "(Continuum: New York, London, 2005)"
        csl["publisher-place"], csl["publisher"] = town, body
    elif is_town(inside):
        csl["publisher-place"] = inside
    else:
        body, comma, town = inside.rpartition(", ")
        if comma and is_town(town):
            inside, csl["publisher-place"] = body, town
        csl["publisher"] = inside


def _extent(after: str, rest: str, place: locators.Place | None, csl: dict[str, Any]) -> Locator | None:
    """Decide between the pages that a work fills and the page that is pointed to.

    "36, no. 1 (2015): 40–54" is the article's extent, "(2015): 45–46" a pinpoint: in an article or chapter, a range
    with no other before it is the extent from eight pages on where a colon stands before it (Chicago's notes point
    so, too), and from three on after a comma or "pp.".
    """
    if "container-title" in csl and (m := _PAGE_AND_PIN.search(after)):
        csl["page"] = m["page"]
        return Locator("page", re.sub(r"\s?[–—-]\s?", "–", m["pin"].strip()))
    earlier = _PAGES.search(rest)
    if earlier and re.sub(r"\s?[–—-]\s?", "–", earlier["page"]) != f"{csl.get('volume')}–{csl.get('issue')}":
        csl["page"] = re.sub(r"\s?[–—-]\s?", "–", earlier["page"])
        return place.locator if place else None
    inside = "container-title" in csl
    pages = locators.length(place.locator.value) if place and place.locator.label == "page" else 0
    if place and inside and pages >= (8 if re.match(r"\s?:", after[place.start :]) else 3):
        csl["page"] = place.locator.value
        return None
    return place.locator if place else None
