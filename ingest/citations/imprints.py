"""What follows a title: journal and numbers, the book that a chapter stands in, place, publisher, year, pages."""

import re
from typing import Any

from ingest.citations import journals, locators
from ingest.citations.loose import loose_imprint
from ingest.citations.publishers import HOUSE_ALONE, PERIODICAL, PUBLISHER, is_town, press_alone
from ingest.citations.series import take_series
from ingest.citations.within import EDITED_IN_IMPRINT, EDITED_LAST, WITHIN, book, is_journal, journal_in
from ingest.model import Locator
from ingest.words import names
from ingest.words.dates import ANY_YEAR, DATE, MONTHS, YEAR, YEAR_ALONE, issued
from ingest.words.rare import Rare

IMPRINT = re.compile(
    rf"[(\[](?P<inside>(?:[^()]|\([^()]*\))*?)(?:[,;:]?\s|^|(?<=\()|(?<=\[)(?={YEAR}\](?:\.?$|\.\s[A-ZÀ-Þ])))(?P<year>(?:(?:{MONTHS}"
    rf"|\d{{1,2}})\s)*(?:\[?{YEAR}\]?(?:[–/-](?:\d{{2,4}})?)?[a-z]?|forthcoming|in\spress|n\.d\."
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
        r"[,\s](?:[Vv]ol(?:ume)?\.?|v\.(?=\s?\d{1,4},)|Bd\.|t\.|tome|Jg\.)\s?(?P<volume>\d{1,4}"
        r"|[IVXLC]+\b)(?:\s?[,/(:]?\s?(?:[Nn]o?s?\.?|n[o°]s?\.?|[Ii]ssue|Nr\.|H\.|Heft|numéro"
        r"|núm\.)?\s?(?P<issue>\d{1,3}(?:[–/-]\d{1,3})?)\)?(?=[\s,:;.(]|$))?"
    ),
    re.compile(
        r"(?<=[^\d\s(])(?<!\d\.)[,]?\s(?P<volume>(?!(?:1[5-9]|20)\d\d[–/-])\d{1,4})\s?(?:,\s?(?:no?s?\.?|n[o°]s?\.?|issue|Nr\.|H\.|Heft|numéro)\s?"
        r"|[/.(]\s?|\s?[(]|[–]|:(?=\d{1,2}\s?\())(?P<issue>\d{1,3}(?:[–/-]\d{1,3})?)\)?(?=[\s,:;.()]|$)"
    ),
    re.compile(
        rf"(?<=[^\d\s(])[,]?\s(?P<volume>(?!{YEAR})\d{{1,4}}|[IVXLC]+\b(?!,\s{YEAR}))(?=\s?\(|\s?:\s?\d|\.\s{YEAR},|,\s(?:pp?\.|\d"
        rf"|S\.))(?P<issue>)?"
    ),
    re.compile(r"(?:^|,\s)(?:n[o°]s?\.?|[Nn]o\.|numéro|núm\.)\s?(?P<issue>\d{1,4}(?:[–/-]\d{1,4})?)(?P<volume>)?"),
)
_ISSUE_AFTER_YEAR = re.compile(
    rf"(?:\({YEAR}\),?|\.\s{YEAR},)\s(?:H\.|Heft|[Nn]o\.|Nr\.|n[o°]\.?|[Ii]ssue|fasc\.)\s?(?P<issue>\d{{1,3}}(?:[–/-]\d{{1,3}})?)"
)
BLUEBOOK_PAGE = re.compile(
    r"(?<![Vv]ersion)(?:,? at)? ((?:(?!(?:1[5-9]|20)\d\d\b)\d{1,4}(?:[–-]\d+)?(?:, )?)+"
    r"(?: (?:& )?nn?\. ?\d+)?|(?<=at )[ivxlc]+)$"
)
"""The page of a book, between its title in capitals and its imprint: "PEACE-KEEPING 12 (1994)"."""
_TIME = re.compile(r",?\s\d{1,2}[:.]\d\d\s?(?:[ap]\.?\s?m\b\.?|Uhr|h\b)")
_ISSUER = re.compile(
    rf"[,.]?\s(?P<body>[A-ZÀ-Þ][^()“”\d:;.]{{6,90}}?),\s(?=(?:(?:\d{{1,2}}\s)?{MONTHS}\s(?:\d{{1,2}},\s)?)?{YEAR}\b)"
)
_PAGES = re.compile(r"(?:(?:pp?\.?|S\.|pages|págs?\.)\s?|:\s?|,\s)(?P<page>\d{1,5}\s?[–—-]\s?\d{1,5})(?=[\s,.;)]|$)")
_PAGES_THEN_YEAR = re.compile(rf",\spp?\.\s?(?P<page>\d{{1,5}}\s?[–—-]\s?\d{{1,5}}),\s(?P<year>{YEAR})\.?$")
"""Brazil's order: "v. 53, n. 2, p. 45-60, 2010"."""
_PAGES_OF_CHAPTER = re.compile(r"\)\s(?P<page>\d{1,4}),\s(?P<pin>\d{1,4}(?:[–-]\d+)?)[.\s]*$")
"""OSCOLA's and AGLC's first page of a chapter and page pointed to: "(Oxford University Press 2015) 109, 111"."""
_PAGE_AND_PIN = re.compile(
    r"(?:[,:]|(?<=\)))\s(?:S\.\s)?(?P<page>\d{1,5}(?:\s?[–-]\s?\d{1,5})?)(?:\s?ff?\.)?\s\((?:S\.\s)?(?!(?:1[5-9]|20)\d\d\))(?P<pin>\d+(?:[\s,–-]+\d+)*(?:\s?ff?\.?)?)\)\s*\.?$"
)
"""German lawyers' first page and page pointed to: "ZaöRV 54 (1994), 95 (110 f.)"."""
THESIS = re.compile(
    r"(?:Ph\.?\s?D\.?|DPhil|doctoral|master[’']?s|MA|MSc|LLM)\s(?:thesis|dissertation|diss\.?)|thèse"
    r"|mémoire\sde|Dissertation|tesis",
    re.IGNORECASE,
)
_DAILY_WITHOUT_YEAR = re.compile(
    rf"[\s.,]*(?P<c>[A-ZÀ-Þ][^,.()\d“”]{{2,50}}?)[,.]?\s\(?(?:\d{{1,2}}\.?\s{MONTHS}|{MONTHS}\s\d{{1,2}})\)?(?:\s{YEAR})?[\s.]*"
)
"""A newspaper with its day, where the year stands before the title: "The New York Times, 14. März"."""
_MONTH_ALONE = re.compile(MONTHS)
_NUMBER_NEXT = re.compile(r"\s\d")
_QUOTED_JOURNAL = Rare(r"(\bin\s)[«“]\s?([^»”]{3,100}?)\s?[»”](?=,\s\d)", "in «", "in “")
"""The Italians' "in «Rivista storica italiana», 64 (1970), 5"."""


def publication(after: str, csl: dict[str, Any], *, quoted: bool, dated: bool = False) -> Locator | None:
    """Read what follows the title into `csl`: container, numbers, imprint, pages; return the page pointed to."""
    after = _QUOTED_JOURNAL.sub(r"\1\2", after)
    inside = WITHIN.search(after)
    journal = inside and journal_in(after[inside.end() :])
    edited = inside and EDITED_LAST.search(after)
    if found := journal or (None if edited else journals.after_title(after, dated=dated)):
        return journals.read(found, csl)
    paged = _PAGES_THEN_YEAR.search(after)
    if m := paged:
        csl["page"], csl["issued"] = re.sub(r"\s?[–—-]\s?", "–", m["page"]), issued(m["year"])
        after = after[: m.start()]
    place = None if paged else locators.tail(f",{after}" if _NUMBER_NEXT.match(after) else after)
    if place and place.locator.label in {"volume", "note"} and re.search(YEAR, place.locator.value):
        place = None  # "vol. 72, 1, 2018": volume, issue and year
    rest = after[: place.start] if place else after
    rest = take_series(_issuer(rest, csl) if quoted else rest, csl)
    pinned = None
    inside = WITHIN.search(rest)
    about = rest[inside.end() :] if inside else rest
    imprint = _find_imprint(about)
    if inside and not is_journal(about):
        pinned = book(about, imprint, csl)
    else:
        _container(about, csl, quoted=quoted)
    loose = loose_imprint(about) if inside and not imprint else None
    if imprint or (not (loose and loose.year) and (imprint := _find_imprint(rest))):
        _imprint(imprint, csl, quoted=quoted)
    else:
        printed = {"volume", "container-title"} <= csl.keys()
        _loose(about, csl, journal=printed and (not inside or is_journal(about)))
    if dated and (undated := _DAILY_WITHOUT_YEAR.fullmatch(after)):
        csl.setdefault("container-title", undated["c"])
    if (
        apa := HOUSE_ALONE.fullmatch(after) or (dated and "container-title" not in csl and press_alone(rest))
    ) and not _MONTH_ALONE.fullmatch(apa["publisher"]):
        daily = PERIODICAL.search(apa["publisher"]) or (
            apa["publisher"].startswith("The ") and not PUBLISHER.search(apa["publisher"])
        )
        name = "publisher-place" if is_town(apa["publisher"]) else "container-title" if daily else "publisher"
        csl.setdefault(name, apa["publisher"])
    if genre := THESIS.search(rest):
        csl["genre"] = genre.group()
    return _extent(after, rest, place, csl) or pinned


def _issuer(rest: str, csl: dict[str, Any]) -> str:
    """Take the body that issued a quoted title off: "International Peace Institute, November 2017"."""
    m = _ISSUER.match(rest)
    if not m or not names.is_body(m["body"].split(", ")[0]) or PERIODICAL.search(m["body"]):
        return rest
    csl["publisher"] = m["body"]
    return rest[m.end("body") :]


_YEAR_AND_ISSUE = re.compile(rf"(?<=,\s){YEAR}(?=/\d{{1,2}}\b)")
"""French reviews: "Revue internationale et stratégique, no 61, 2006/1"."""


def _loose(about: str, csl: dict[str, Any], *, journal: bool) -> None:
    """Read an imprint or date without brackets; a journal has no place."""
    found = loose_imprint(about)
    behind = loose_imprint(f", {about.lstrip()}") if about[:1] not in ",." else None
    if behind and (is_town(behind.place) or (behind.publisher and "container-title" not in csl)):
        found = behind  # the comma stands inside the quotation marks: "“Trends,” New York: IPI, March 2017"
    if found and found.year:
        csl.setdefault("issued", issued(found.year))
    elif m := DATE.search(about):
        csl.setdefault("issued", issued(next(filter(None, m.groups()))))
    elif m := YEAR_ALONE.search(about) or _YEAR_AND_ISSUE.search(about):
        csl.setdefault("issued", issued(m.group()))
    within = str(csl.get("container-title", "\n"))
    if found and not journal and within != found.place and not found.publisher.startswith(within):
        for name, value in (("publisher-place", found.place), ("publisher", found.publisher)):
            if value:
                csl.setdefault(name, value)


def _container(rest: str, csl: dict[str, Any], *, quoted: bool) -> None:
    # "June 14, 2013" has no volume 14
    undated = _TIME.sub("", _PAGES.sub(lambda m: "" if _is_range(m) else m.group(), DATE.sub("", rest)))
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
    imprint = IMPRINT.search(rest)
    if quoted and not numbered and imprint and (m := _BOOK_OF_PAPERS.match(rest[: imprint.start()])):
        csl["container-title"] = m["c"]
    elif not numbered and (m := _NEWSPAPER.match(rest)) and not (PUBLISHER.search(m["c"]) or is_town(m["c"])):
        csl["container-title"] = m["c"].strip()
    elif numbered or (quoted and not PUBLISHER.search(rest)):
        m = re.match(r"[,.:;]?\s*(?P<c>[A-ZÀ-Þ][^\d(“‘«\[]*?)\s*(?:,|\.\s|\d|\(|\[|[Vv]ol\.|$|Bd\.|Jg\.|n[o°]\s)", rest)
        if short := journals.ABBREVIATED.match(rest):
            csl["container-title"] = short["c"] or short["listed"]
        elif (
            m
            and len(m["c"]) > 2
            and not re.match(
                rf"{MONTHS}|(?:\w+\spackage\s)?[Vv]ersion\b|P(?:ar)?ts?\b|(?:\w+\s)?[Vv]ideo$|U\.?N\.?\sDoc\b", m["c"]
            )
            and not is_town(m["c"])
        ):
            csl["container-title"] = re.sub(r",?\s(?:(?:vol|no|n°)\.?|video)$", "", m["c"]).strip(" ,.")


_BOOK_OF_PAPERS = re.compile(r",\s(?P<c>[A-ZÀ-Þ][^“‘«();]{8,120}?[^\W\d]),?\s?$")
"""What a quoted title stands in, before its imprint: "SIPRI Yearbook 2022: Armaments (Oxford, 2022)"."""
_NEWSPAPER = re.compile(
    rf"(?:,\s|^)(?P<c>(?!Stand\b)(?:[A-Z][A-Z.&’'\s-]*[A-Z.]|[A-ZÀ-Þ][^,()\d“‘«]*?)),?\s(?:(?:vom|du|del?)\s)?\(?"
    rf"(?={MONTHS}\s\d{{1,2}},\s{YEAR}|\d{{1,2}}\.?\s(?:{MONTHS})\s?{YEAR}|\d{{1,2}}\.\d{{1,2}}\.{YEAR})"
)
"""A newspaper or blog, with its day, after a title: ", N.Y. TIMES (June 6, 2015)", ", ISS Today, 17 May 2018"."""


_SESSION = re.compile(r"\bn[o°]\.?\s?\d+\s?$")
"""The number of a paper of parliament, before the bracket with its session."""


def _find_imprint(text: str) -> re.Match[str] | None:
    """Return the imprint in brackets, which the session is not in "Rapport n° 728 (2015-2016), 29 juin 2016"."""
    m = IMPRINT.search(text)
    return None if m and _SESSION.search(text, 0, m.start()) and DATE.search(text, m.end()) else m


def _imprint(m: re.Match[str], csl: dict[str, Any], *, quoted: bool) -> None:
    if y := ANY_YEAR.search(m["year"]) or ANY_YEAR.search(m["after"]):  # "(forthcoming Feb. 2017)"
        csl.setdefault("issued", issued(y.group(1)))
    if not (m["year"].startswith("n.") or ANY_YEAR.search(m["year"])):
        csl["status"] = m["year"]
    if edited := EDITED_IN_IMPRINT.match(m["inside"].strip()):
        _edited(edited, csl)
        return
    inside = re.sub(rf"^(?:{MONTHS}|\d{{1,2}}\s)+", "", m["inside"].strip(" ,;")).strip(" ,;")
    if genre := _GENRE.match(inside):
        csl["genre"], inside = genre["genre"], inside[genre.end() :].strip()
    if not inside or re.match(r"\d|[Ee]ds?\.|issued\b|published\b", inside) or re.search(r"\seds?\.,?$", inside):
        return
    if quoted and "container-title" not in csl and re.match(r"\d{1,2}\s", m["year"]):
        csl["container-title"] = inside  # a blog post: "(EJIL: Talk!, 24 November 2014)"
    elif place := _PLACE.match(inside):
        town, body = place["place"].strip(), place["publisher"].strip(" ,")
        if not is_town(town) and (is_town(body) or (PUBLISHER.search(town) and not PUBLISHER.search(body))):
            town, body = body, town  # "(Continuum: New York, London, 2005)"
        csl["publisher-place"], csl["publisher"] = town, body
    elif is_town(inside):
        csl["publisher-place"] = inside
    else:
        body, comma, town = inside.rpartition(", ")
        if comma and is_town(town) and not ("genre" in csl and body.startswith("University of ")):
            inside, csl["publisher-place"] = body, town
        csl["publisher"] = inside


def _edited(m: re.Match[str], csl: dict[str, Any]) -> None:
    """Read the Bluebook's "(Marc Weller ed., 2015)", "(C.P. Chadsey ed., Doubleday 1946)"."""
    if (people := names.parse(m["who"])) and any("given" in p for p in people.csl):
        csl.setdefault("editor", list(people.csl))
    rest = re.sub(r"^.*\btrans\.,\s", "", m.string[m.end() :].strip(" ,"))
    if rest and "trans." not in rest:
        csl.setdefault("publisher", rest)


_YEAR_FOLLOWS = re.compile(rf"\s\([^()]*{YEAR}\)")


def _is_range(m: re.Match[str]) -> bool:
    """Whether a match of pages is a range of them: not "87–3", volume and issue, or ", 1969–81", years."""
    first, _, last = re.sub(r"\s", "", m["page"]).replace("—", "–").replace("-", "–").partition("–")
    bare = m.group().startswith(",")
    if bare and (re.fullmatch(YEAR, first) or _YEAR_FOLLOWS.match(m.string, m.end())):
        return False
    return locators.length(f"{first}–{last}") > 0


_FIRST_OF_MORE = re.compile(r"(\d+)\s?(?:e\s)?ss")
"""The Italians' first page: "in Rivista di diritto internazionale, 1996, p. 5 ss."."""
_RANGE_AND_PIN = re.compile(r"(?P<page>(?P<from>\d+)–\d+), (?P<pin>\d+)")
"""The pages of an article and the one pointed to: "18/2 (2011): 152–67, 160"."""
_VOLUME_AND_PAGES = re.compile(r"(\d{1,2}):(\d+–\d+)")


def _extent(after: str, rest: str, place: locators.Place | None, csl: dict[str, Any]) -> Locator | None:
    """Decide between the pages that a work fills and the page that is pointed to.

    "36, no. 1 (2015): 40–54" is the article's extent, "(2015): 45–46" a pinpoint: in an article or chapter, a range
    with no other before it is the extent from eight pages on where a colon stands before it (Chicago's notes point
    so, too), and from three on after a comma or "pp.".
    """
    if "editor" in csl and (m := _PAGES_OF_CHAPTER.search(after)):
        csl["page"] = m["page"]
        return Locator("page", m["pin"])
    if "container-title" in csl and (m := _PAGE_AND_PIN.search(after)):
        csl["page"] = re.sub(r"\s?[–-]\s?", "–", m["page"])
        return Locator("page", re.sub(r"\s?[–—-]\s?", "–", m["pin"].strip()))
    earlier = next(filter(_is_range, _PAGES.finditer(rest)), None)
    if earlier and re.sub(r"\s?[–—-]\s?", "–", earlier["page"]) != f"{csl.get('volume')}–{csl.get('issue')}":
        csl["page"] = re.sub(r"\s?[–—-]\s?", "–", earlier["page"])
        return place.locator if place else None
    inside = "container-title" in csl
    if place and inside and (m := _FIRST_OF_MORE.fullmatch(place.locator.value)):
        csl["page"] = m.group(1)
        return None
    if place and inside and (m := _VOLUME_AND_PAGES.fullmatch(place.locator.value)):
        csl["volume"], csl["page"] = m.groups()  # "Timaeus, in Opera, 4:17–105"
        return None
    if place and inside and (m := _RANGE_AND_PIN.fullmatch(place.locator.value)) and int(m["from"]) <= int(m["pin"]):
        csl["page"] = m["page"]
        return Locator("page", m["pin"])
    pages = locators.length(place.locator.value) if place and place.locator.label == "page" else 0
    if place and inside and pages >= (8 if re.match(r"\s?:", after[place.start :]) else 3):
        csl["page"] = place.locator.value
        return None
    return place.locator if place else None
