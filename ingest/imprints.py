"""What follows a title: journal and numbers, the book that a chapter stands in, place, publisher, year, pages."""

import re
from typing import Any

from . import locators, names
from .dates import ANY_YEAR, DATE, MONTHS, YEAR, YEAR_ALONE, issued
from .heads import PUBLISHER, split_head
from .model import Locator

IMPRINT = re.compile(
    rf"[(\[](?P<inside>(?:[^()]|\([^()]*\))*?)(?:[,;:]?\s|^|(?<=\())(?P<year>(?:(?:{MONTHS}"
    rf"|\d{{1,2}})\s)*(?:\[?{YEAR}\]?(?:[–/-]\d{{2,4}})?[a-z]?|forthcoming|in\spress|n\.d\."
    rf"|à\sparaître))(?P<after>[^()\[\]]{{0,30}})[)\]]"
)
_PLACE = re.compile(r"^(?P<place>[A-ZÀ-Þ][^:]{1,60}?)\s?:\s?(?P<publisher>\S.*)$")
WITHIN = re.compile(
    r"(?:^\s*|[,.;:)]\s)(?:in|In|IN|dans|Dans|en|En)\s?:?\s+(?=[A-ZÀ-Þ“‘\"«]|d[eiau]\s|v[ao]n\s|id\.|ders)"
)
_EDITED = re.compile(
    r",?\s\(?(?:eds?\.(?:\sby)?|edited\sby|dir\.|sous\sla\sdir(?:ection|\.)\sde|hrsg\.?\s(?:von|v\.)"
    r"|herausgegeben\svon|a\scura\sdi|éd\.|coord\.)\s(?P<who>[A-ZÀ-Þ][^()]+?)(?=\s?\(|,\s(?:vol|\d"
    r"|[A-Z][\w ]+:\s)|\)|$)"
)
_EDITORS_AFTER = re.compile(
    r"^(?P<who>[^()“‘«]{3,140}?),?\s\(?(?:eds?\.?|editors?|Hrsg\.?|Hg\.?|dirs?\.?|éds?\.?|coords?\.?"
    r"|ed\s&\s)\)?(?=[,:;\s])[,:;]?\s(?P<title>.+)$"
)
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
)
BLUEBOOK = re.compile(
    rf",?\s(?P<volume>\d{{1,4}})\s(?P<container>[A-Z][^,()\d]{{1,60}}?)\s(?P<page>\d{{1,5}})(?:,\s(?P<pin>[\d–\-,\s]+(?:\sn\.\d+)?))?\s\((?:[^()]*\s)?(?P<year>{YEAR})(?:[–-]\d+)?\)"
)
BLUEBOOK_BY_YEAR = re.compile(
    rf",\s(?P<year>{YEAR})\s(?P<container>[A-Z][^,()\d]{{3,60}}?)\s(?P<page>\d{{1,5}})(?:,\s(?P<pin>[\d–\-,\s]+))?$"
)
"""A journal that counts by years: "1956 BUTTERWORTHS S. AFR. L. REV. 169, 171"."""
BLUEBOOK_PAGE = re.compile(r"(?:,? at)? ((?:(?!(?:1[5-9]|20)\d\d\b)\d{1,4}(?:[–-]\d+)?(?:, )?)+|(?<=at )[ivxlc]+)$")
"""The page of a book, between its title in capitals and its imprint: "PEACE-KEEPING 12 (1994)"."""
_OSCOLA = re.compile(
    rf"^,?\s?[(\[](?P<year>{YEAR})[)\]]\s(?:(?P<volume>\d{{1,4}})(?:\s?\((?P<issue>[\d–/-]+)\))?\s)?"
    r"(?P<container>[A-ZÀ-Þ][^,\d()]{1,80}?)"
    r"(?:,?\s(?P<volume2>\d{1,3})\s?\((?P<issue2>\d+)\):?)?(?:,?\s(?P<page>\d{1,5}(?:\s?[–-]\s?\d+)?))?(?:,\s(?P<pin>[\d–\-,\s]+))?\s*$"
)
GERMAN_JOURNAL = re.compile(
    rf"^(?P<container>[A-ZÄÖÜ][A-Za-zÄÖÜäöü&. -]{{1,40}}?)\s(?P<year>{YEAR}),\s(?P<page>\d{{1,5}}(?:[–-]\d+)?)"
    r"(?:\sf{1,2}\.?)?(?:\s\((?P<pin>\d+[^)]*)\)|,\s(?P<pin2>\d+[^,]*))?[.\s]*$"
)
GERMAN_TAIL = re.compile(rf"[,?!.]\s[A-ZÄÖÜ][\w.-]*(?:\s[A-ZÄÖÜ][\w.-]*)?\s{YEAR},\s\d{{1,5}}[^,]{{0,30}}$")
"""The journal after a title: "Rebhahn, Die Zukunft der Kollektivautonomie, EuZA 2010, 62 (70)"."""
_PAGES = re.compile(r"(?:(?:pp?\.?|S\.|pages|págs?\.)\s?|:\s?|,\s)(?P<page>\d{1,5}\s?[–—-]\s?\d{1,5})(?=[\s,.;)]|$)")
THESIS = re.compile(
    r"(?:Ph\.?\s?D\.?|DPhil|doctoral|master[’']?s|MA|MSc|LLM)\s(?:thesis|dissertation|diss\.?)|thèse"
    r"|mémoire\sde|Dissertation|tesis",
    re.IGNORECASE,
)
EDITION = re.compile(
    r",?\s(?:\d+(?:st|nd|rd|th|e|ème)?\.?\s?(?:rev\.\s)?(?:ed(?:n|\.|ition)?|éd\.?|Aufl(?:age|\.)?)"
    r"|revised\sed(?:ition|\.)?|rev\.\sed\.)(?=[,\s.;(]|$)",
    re.IGNORECASE,
)


def publication(after: str, csl: dict[str, Any], *, quoted: bool) -> Locator | None:
    """Read what follows the title into `csl`: container, numbers, imprint, pages; return the page pointed to."""
    for pattern, form in (
        (BLUEBOOK, after),
        (BLUEBOOK_BY_YEAR, after),
        (_OSCOLA, after.strip(" .")),
        (GERMAN_JOURNAL, after.strip(" .,")),
    ):
        if m := pattern.search(form):
            return journal(m, csl)
    place = locators.tail(re.sub(r"^\s(?=\d)", ", ", after))
    rest = after[: place.start] if place else after
    if m := WITHIN.search(rest):
        _book(rest[m.end() :], csl)
        rest_for_year = rest[m.end() :]
    else:
        rest_for_year = rest
        _container(rest, csl, quoted=quoted)
    if m := IMPRINT.search(rest):
        _imprint(m, csl)
    elif m := DATE.search(rest_for_year):
        csl.setdefault("issued", issued(m.group(1) or m.group(2)))
    elif m := YEAR_ALONE.search(rest_for_year):
        csl.setdefault("issued", issued(m.group()))
        _loose_imprint(rest_for_year[: m.start()], csl)
    if THESIS.search(rest):
        csl["genre"] = THESIS.search(rest).group()  # type: ignore[union-attr]
    return _extent(after, rest, place, csl)


def journal(m: re.Match[str], csl: dict[str, Any]) -> Locator | None:
    """Read the match of a law journal's form into `csl`; return the page pointed to."""
    fields = m.groupdict()
    csl["container-title"] = fields["container"].strip(" ,")
    csl["issued"] = issued(fields["year"])
    for name, alternatives in (("volume", ("volume", "volume2")), ("issue", ("issue", "issue2")), ("page", ("page",))):
        value = next((fields[a] for a in alternatives if fields.get(a)), None)
        if value:
            csl[name] = re.sub(r"\s?[–-]\s?", "–", value.strip())
    pin = fields.get("pin") or fields.get("pin2")
    return Locator("page", re.sub(r"\s?[–-]\s?", "–", pin.strip(" ,."))) if pin else None


def _container(rest: str, csl: dict[str, Any], *, quoted: bool) -> None:
    for pattern in _VOLUME:
        if m := pattern.search(rest):
            if m["volume"]:
                csl["volume"] = m["volume"]
            if m["issue"]:
                csl["issue"] = m["issue"]
            break
    numbered = "volume" in csl or "issue" in csl
    if numbered or (quoted and not PUBLISHER.search(rest)):
        m = re.match(r"[,.:;]?\s*(?P<c>[A-ZÀ-Þ][^\d(“‘«\[]*?)\s*(?:,|\.\s|\d|\(|\[|[Vv]ol\.|$|Bd\.|Jg\.|n[o°]\s)", rest)
        if m and len(m["c"]) > 2 and not re.match(MONTHS, m["c"]):
            csl["container-title"] = re.sub(r",?\s(?:vol|no|n°)\.?$", "", m["c"]).strip(" ,.")


def _book(text: str, csl: dict[str, Any]) -> None:
    """Read "Editors (eds), Book (Imprint)" or "Book, ed. Editors (Imprint)" after "in"."""
    core = text
    if m := IMPRINT.search(text):
        core = text[: m.start()]
    core = core.strip(" ,.:")
    if (m := _EDITORS_AFTER.match(core)) and (people := names.parse(m["who"])):
        csl["editor"] = list(people.csl)
        core = m["title"]
    elif (m := _EDITED.search(" " + core)) and (people := names.parse(m["who"])):
        csl["editor"] = list(people.csl)
        core = core[: max(0, m.start() - 1)]
    else:
        head, title = split_head(core)
        people = names.parse(head) if head else None
        if people and title:
            csl["editor"] = list(people.csl)
            core = title
    if (m := BLUEBOOK_PAGE.search(core)) and core[: m.start()].isupper():
        core = core[: m.start()]
    core = re.split(rf",\s(?=(?:[^,]{{2,30}},\s)?[^,]*,\s{YEAR}|{YEAR}|pp?\.|\d)", core)[0]
    csl["container-title"] = core.strip(' ,.;:“”‘’"«»')


def _imprint(m: re.Match[str], csl: dict[str, Any]) -> None:
    if y := ANY_YEAR.search(m["year"]):
        csl.setdefault("issued", issued(y.group(1)))
    elif not m["year"].startswith("n."):
        csl["status"] = m["year"]
    inside = re.sub(rf"^(?:{MONTHS}|\d{{1,2}}\s)+", "", m["inside"].strip(" ,;")).strip(" ,;")
    if THESIS.search(inside):
        csl["genre"] = inside
    elif place := _PLACE.match(inside):
        csl["publisher-place"], csl["publisher"] = place["place"].strip(), place["publisher"].strip(" ,")
    elif inside and not re.match(r"\d", inside) and not EDITION.fullmatch(" " + inside):
        csl["publisher"] = EDITION.sub("", " " + inside).strip(" ,")


def _loose_imprint(before: str, csl: dict[str, Any]) -> None:
    """Read "Place, Publisher" or "Place: Publisher" without brackets, as French and APA practice has it."""
    parts = [p.strip() for p in re.split(r",\s|\.\s", before) if p.strip(" ,.")]
    if not parts or csl.get("volume"):
        return
    last = parts[-1].strip(" ,.")
    if place := _PLACE.match(last):
        csl["publisher-place"], csl["publisher"] = place["place"], place["publisher"]
    elif PUBLISHER.search(last) or len(parts) > 1:
        csl["publisher"] = last
        if len(parts) > 1 and len(parts[-2].split()) < 4:
            csl["publisher-place"] = parts[-2]


def _extent(after: str, rest: str, place: locators.Place | None, csl: dict[str, Any]) -> Locator | None:
    """Decide between the pages that a work fills and the page that is pointed to.

    "36, no. 1 (2015): 40–54" is the article's extent, "(2015): 45–46" a pinpoint: in an article or chapter, a range
    with no other before it is the extent from eight pages on where a colon stands before it (Chicago's notes point
    so, too), and from three on after a comma or "pp.".
    """
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
