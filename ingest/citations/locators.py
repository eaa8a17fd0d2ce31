"""Where in a work: pages, paragraphs, articles, chapters, at the end of a citation."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.model import Locator
from ingest.words.dates import YEAR
from ingest.words.joiners import AND

_FRENCH_CODE = r"[LRDA]\.?\s?\*?\s?(?=\d+-\d)"
"""The part of a code that an article stands in: "art. L. 511-1"."""
_NUM = (
    rf"(?:[A-Z]-?|{_FRENCH_CODE})?(?:\d+|[ivxlc]+\b)(?:\.\d+)*[a-z]?\b"
    r"(?:\s?\((?:\d{1,2}|[a-zA-Z]{1,2}|[ivx]+)\)|[\s.]?(?:[a-h]|[ivx]{1,4})\))*"
)
_NOTE = r"(?:nn?\.|notes?|[Ff]n\.?|footnotes?|Anm\.)"
_AND_FOLLOWING = (
    r"(?:ff?\b\.?|ss?\b\.?|et\sseq\b\.?|(?:et|e|y)\s(?:ss?|suiv(?:antes?)?|sgg?|segg?|sigs?)\b\.?|sgg?\.|sq+\b\.?"
    rf"|n(?:n|\.)?\s?\d+|,?\s(?:&\s)?{_NOTE}\s?\d+)"
)
"""The pages after the first one named, or a note on it: "45 ff.", "pp. 12 y ss.", "45 n. 3", "155–56 & n.3"."""
_ABOVE_ALL = (
    r"(?:(?:esp|spéc|spec|bes|insb)\.|esp(?:ecially)?|in\spart(?:icular|icolare|\.)|notamment|spécialement|besonders"
    r"|insbesondere|here|hier|ici|qui)"
)
"""What leads to the one place meant: "esp. 12", "hier S. 12"."""
_RANGE = rf"{_NUM}(?:\s?[–—-]\s?{_NUM})?(?:\s?{_AND_FOLLOWING})?"
_LIST = rf"{_RANGE}(?:(?:,|\s?&|,?\s{AND}(?=\s))\s?{_RANGE}(?!\s[A-Z]\w{{2,8}}\.?\s\d{{4}}|\s(?:[A-Z]\.){{2}}))*"
"""Not the day in "§ 33, 30 March 2023", nor the volume in "art. 7, 2004 O.J. (L 158) 77"."""

_WORDS = (
    (
        "paragraph",
        r"(?:aux?\s)?(?:operative\s|op(?:erative)?\.?\s?|preambular\s)?(?:paragraphs?|paras?\.?|pars?\.|§§?|¶¶?|Rn\.|Rz\.?"
        r"|Rdnr\.|Ziff(?:er|\.)?|Abs(?:atz|\.)|párr?s?\.|apartados?|punto|points?(?=\s\d)|alinéas?|al\.)|op\.|OP\s?",
    ),
    (
        "page",
        r"(?:at\s)?(?:pp?\.|pages?|(?<![A-Z]\.)S\.(?=\s?\d)|Seiten?|págs?\.|pagg?\.|aux?\sp\.)|(?:à\sla|aux)\spp?\.?(?=\s\d)|(?:at|p(?=\s?\d)|pp(?=\s?\d))",
    ),
    ("article-locator", r"(?:[Aa]rts?\.?|[Aa]rticles?|Artikel|artículos?|Reg\.|r\.)"),
    ("section", r"(?:[Ss]ects?\.?|[Ss]ections?|secs?\.|s\.(?=\s?\d)|ss\.|secci(?:ón|ones)|Abschn(?:itt|\.))"),
    ("chapter", r"(?:[Cc]haps?\.?|[Cc]hapters?|chapitres?|chs?\.|chs?(?=\s\d)|Kap(?:itel|\.)|capítulo|cap\.)"),
    ("volume", r"(?:vols?\.|v\.(?=\s?\d{1,4},\s[np]\.)|volumes?|tomes?|Bd\.)"),
    ("figure", r"(?:figs?\.|figures?|Abb\.)"),
    ("table", r"(?:[Tt]ab(?:les?|leaux?|ellen?|\.)(?=\s\d))"),
    ("rule", r"(?:[Rr]ules?|[Rr]ègles?|Regeln?)(?=\s\d)"),
    ("column", r"(?:[Cc]ols?\.|cols?(?=\s)|[Cc]olumns?|Sp\.)(?=\s?\d)"),
    ("folio", r"(?:[Ff]ols?\.|Bl\.)(?=\s?\d)"),
    ("part", r"(?:parts?|partie|Teil)(?=\s(?:\d|[IVX]+\b))"),
    ("note", rf"(?:{_NOTE})"),
    ("supplement", r"(?:[Aa]nnex(?:e?s|e)?|[Aa]nexos?|[Aa]llegat[oi]|[Ee]nclosures?|[Aa]ppendi(?:x|ces)|Anhang)"),
)
_SUPPLEMENT = "supplement"
_SINGULAR = {
    "annexes": "annex", "appendices": "appendix", "enclosures": "enclosure", "anhang": "Anhang", "anexos": "anexo",
    "allegati": "allegato",
}  # fmt: skip
_LABELLED = "|".join(f"(?P<{label.split('-')[0]}>{words})" for label, words in _WORDS)
_ROMAN_TOO = rf"(?:{_LIST}|[IVXLC]+\b(?:\.\w+|-\d+(?:[–-](?:[IVXLC]+-)?\d+)?)?|(?<=sect\.\s)[A-Z]\b)"
_ONE = rf"(?:{_LABELLED})\s?(?P<value>{_ROMAN_TOO})"
_MORE = "|".join(words for _, words in _WORDS)
PLACE = rf"(?:(?:{_MORE})\s?(?:\d|[IVXLC]+\b)|\d+(?:\s?[–-]\s?\d+)?[)\]])"
"""What behind a year in brackets points to a place: "(2016, para. 31)", "(2015, 44)", not "(2015, 3 March)"."""
_TAIL = re.compile(
    rf"(?:^|[,:;.)\]’”\"»]\s?|\s)\s?[(\[]?(?:{_ONE})[)\]]?"
    rf"(?:(?>[,;]\s(?!at\s|{_ABOVE_ALL}\s)(?:and\s)?(?:{_MORE})?\s?{_ROMAN_TOO}))*\s*[.,;]*\s*$"
)
"""Atomic, for "n. 3, n. 3" is one place or two: a row of fifty would be read in each of 2⁵⁰ ways."""
_PAGE = (
    r"(?:(?:\d{1,2}:(?=\d+(?:[–-]\d+)?[.,;]*\s*$))?\d+(?:\s?[–—-]\s?\d+)?"
    rf"(?:\s?{_AND_FOLLOWING})?"
    r"|\d{1,4}[a-e]\d{0,2}(?:\s?[–—-]\s?(?:\d{1,4})?[a-e]?\d{1,2})?)"
)
"""Also volume and page, "2:45", and page, column and line of Plato and Aristotle, "1253a30–39"."""
_BARE = re.compile(
    rf"(?:(?:,|:|(?<=[)’”\"»]))\s?(?:{_ABOVE_ALL}\s)?|^)(?P<value>(?:{_PAGE}|[IVXLC]+\.\d+\b|[ivxlc]+\b(?:[–-][ivxlc]+)?|[A-D]\d{{1,2}})(?:(?:,|\s?&|,?\s{AND}(?=\s))\s?{_PAGE})*)"
    r"(?:\s\((?!(?:1[5-9]|20)\d\d\))[\d\s,–-]+f{0,2}\.?\))?\s*[.,;]*\s*$"
)
_PIN_AFTER_RANGE = re.compile(
    rf"(?P<range>\d+\s?[–—-]\s?\d+),\s(?:{_ABOVE_ALL}\s)?(?:pp?\.|S\.)\s?(?P<pin>\d[\d–-]*(?:\s?ff?|\s?ss?)?)[.,;]*\s*$"
)
"""The pages of an article and the one pointed to: "pp. 201-220, p. 205"."""
_NEVER = ':”’"»“„‘«/?!'
"""Behind the first character of `_TAIL` none of these stands."""
_LONGEST_WORD = 4
"""Letters of the last word of a locator, "segg", if it is no roman number and no "suivantes"."""
_ROMAN = frozenset("ivxlc")
_FIRST = re.compile(rf"(?:^|[\s,(])(?:{_ONE})")
_NEXT = re.compile(rf"[,:]?\s?(?:(?:{AND}|{_ABOVE_ALL}|at|see)\s)?(?:{_ONE})(?![/\d])")
"""Not into the next document: "resolutions 60/1, paras. 138–139, and 63/308"."""
_JOINED = re.compile(rf",?\s{AND}$")
"""What joins a second place to the first, which counts: "12 and 15, and annex 2"."""
_COARSE = ("volume", "note", "supplement", "chapter")
"""What a page or paragraph behind it is in."""
_NORDIC_PAGE = re.compile(r"[,:]\ss\.\s?\d+(?:[–-]\d+)?(?:\s?ff?\.?)?[.)\s]*$")
_LABELS = {label.split("-")[0]: label for label, _ in _WORDS}


@dataclass(frozen=True, slots=True)
class Place:
    """A locator and the character at which it begins in its text."""

    locator: Locator
    start: int


@lru_cache(maxsize=8192)
def tail(text: str, *, bare: bool = True) -> Place | None:
    """Return the locator that `text` ends with: ", para. 14", " at 45–7", ", S. 134", or with `bare` ", 45"."""
    if not _may_end(text):
        return None
    m = _TAIL.search(text, max(0, *map(text.rfind, _NEVER)))
    if m and bare and m.group("note") and (page := _BARE.search(text)) and page.start() < m.start():
        return Place(Locator("page", _clean(page["value"])), page.start())  # "(n 30) 179 fn 12"
    while m and any(map(m.group, _COARSE)) and (more := _TAIL.search(text, m.end("value"))):
        m = more  # "vol. 50, 2004, p. 108", "n. 2, 2014, p. 205" and "chap. 3, p. 12" point to the page
    if m and m.group("page") and (pin := _PIN_AFTER_RANGE.match(m["value"] + text[m.end("value") :])):
        return Place(Locator("page", _clean(pin["pin"])), m.start("value") + pin.end("range"))
    if m:
        start = m.start() + (1 if m.group()[:1] in ')]’”"»' else 0)
        joint = _JOINED.search(text, 0, start)
        earlier = tail(text[: joint.start()], bare=bare) if joint else None
        return earlier or Place(_locator(m), start)
    if bare and (m := _BARE.search(text)) and not _is_year(m["value"], text[: m.start()]):
        start, value = m.start(), m["value"]
        if dated := _YEAR_THEN.match(value):
            # "Conflict Trends, 1, 2013, 3–10", "Institute for Security Studies, 2007, 22"
            start, value = m.start("value") + dated.end("before"), value[dated.end() :]
        return Place(Locator("page", _clean(value)), start)
    return None


def _may_end(text: str) -> bool:
    """Whether a text's last word may be a locator's: most texts end with one that is too long for that."""
    last = text.rstrip(" .,;)]").rpartition(" ")[2]
    short = len(last) <= _LONGEST_WORD or last.startswith("suiv")
    return short or not last.isalpha() or _ROMAN.issuperset(last[1:].lower())


def labelled(text: str, start: int, end: int) -> tuple[Locator, int] | None:
    """Return the labelled locator at `start`, behind a blank, a comma or a colon, and where it ends."""
    m = _NEXT.match(text, start, end)
    return (_locator(m), m.end()) if m and not (m["volume"] or m["note"]) else None


def in_a_work(locator: Locator | None, text: str) -> Locator | None:
    """Return the locator of a book or article, in which "s. 90" is no section: so Nordic languages print pages."""
    if locator and locator.label == "section" and _NORDIC_PAGE.search(text):
        return Locator("page", locator.value)
    return locator


def first(text: str) -> Place | None:
    """Return the first labelled locator anywhere in `text`."""
    m = _FIRST.search(text)
    return Place(_locator(m), m.start()) if m else None


_YEAR_THEN = re.compile(r"(?P<before>(?:\d{1,3},\s)?(?:19[4-9]\d|20[0-4]\d)(?:[–-](?:19|20)\d\d)?),\s(?=\d)")
"""A year, perhaps with a volume before it, that a page follows."""


def _locator(m: re.Match[str]) -> Locator:
    label = next(label for group, label in _LABELS.items() if m.group(group))
    name = m.group(label).casefold() if label == _SUPPLEMENT else ""
    return Locator(label, _clean(m["value"]), _SINGULAR.get(name, name))


_SPANS_OF_YEARS = re.compile(rf"{YEAR}[–-]{YEAR}(?:,\s(?:{AND}\s)?{YEAR}[–-]{YEAR})+")
"""What the boxes of an archive hold: "1888–1896, 1897–1904, & 1905–1914"."""


_VOLUME_AND_YEAR = re.compile(r"\d{1,4},\s(?:19|20)\d\d")
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d(?:[a-e]|\s?[–—-]\s?(?:(?:19|20)\d\d|\d\d))?")
_DASH = re.compile(r"(?<=\w)\s?[–—-]\s?(?=\w)")


def _is_year(value: str, before: str) -> bool:
    """Whether a value is a year or a range of years; after a journal's year in brackets "1819–28" are pages."""
    if _VOLUME_AND_YEAR.fullmatch(value) or _SPANS_OF_YEARS.fullmatch(value):
        return True  # a journal's volume and year: "International Peacekeeping, 21, 2014"
    single = value.isdigit() or value[-1:].isalpha()
    return bool(_YEARS.fullmatch(value)) and (single or not before.endswith(")"))


def _clean(value: str) -> str:
    """Return a range with an en dash and single spaces: "40 -54" -> "40–54"."""
    return " ".join(_DASH.sub("–", value).split()).strip(" .,")


def length(value: str) -> int:
    """Return how many pages a range holds: "40–54" 15, "213–28" 16, "45" 1, anything else 0."""
    m = re.fullmatch(r"(\d+)(?:–(\d+))?", value)
    if not m:
        return 0
    first_page, last = m.group(1), m.group(2) or m.group(1)
    if len(last) < len(first_page):
        last = first_page[: len(first_page) - len(last)] + last
    return max(0, int(last) - int(first_page) + 1)
