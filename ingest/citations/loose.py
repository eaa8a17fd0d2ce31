"""Place, publisher and year without brackets: "Paris, LGDJ, 2000", "München 1999", "Bloomfield, CT: Kumarian Press"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.citations.jurisdictions import jurisdiction
from ingest.citations.publishers import PUBLISHER, is_town
from ingest.words import names
from ingest.words.dates import CENTURIES, MONTHS, YEAR
from ingest.words.given import is_title_word
from ingest.words.joiners import AND
from ingest.words.rare import Rare

_TOWN = r"[A-ZÀ-Þ’'][\w’'-]*\.?(?:\s(?:[A-ZÀ-Þ][\w’'-]*\.?|a\.\s?[MOd]\.?|am|an\sder|upon|sur|de|la|del|of|do)){0,3}"
_STATE = r",\s(?:[A-Z]{2}|[A-Z]\.\s?[A-Z]\.|Mass|Conn|Calif|Md|Pa|UK|USA)\b\.?"
_PLACE = rf"{_TOWN}(?:{_STATE})?(?:\s?[/–-]\s?{_TOWN}|,\s{_TOWN}(?=\s?:)|\s{AND}\s{_TOWN})*"
_PART = re.compile(rf"[^,]+?(?:{_STATE})?(?=,\s|$)")
"""Between commas; a town keeps its state: "Princeton, NJ"."""
_WITH_STATE = re.compile(rf"{_STATE}$")
_ALONE = re.compile(rf"{_PLACE}$")
_COLON = re.compile(rf"(?P<place>{_PLACE})\s?:\s(?P<publisher>[^\W\d_][^:;“”«»]{{1,80}}?)[,.]?\s?$")
_BREAK = re.compile(r"^|[,.;]\s")
_YEAR = Rare(
    rf"(?P<sep>[,;]\s|\.\s|\s)(?P<date>(?:(?:vom|v\.|du|del)\s(?=\d))?(?:\d{{1,2}}\.?\s(?:{MONTHS}\s?)?[–-]\s?(?=\d))?(?:(?:\d{{1,2}}(?:er|st|nd|rd|th|\.)?\s)?{MONTHS}\s(?:\d{{1,2}},\s)?|\d{{1,2}}\.\s?\d{{1,2}}\.\s?))?\[?(?P<year>{YEAR})\]?(?:[a-z]|/{YEAR})?"
    r"(?=[,.;)]|\s\(|\s?$|\s[–-]\s|\s(?:at|à\sla|aux?)\s)",
    *CENTURIES,
)
_TOWN_LAST = re.compile(r"(?:^|,\s)(?P<place>[A-ZÀ-Þ][\w ]+?(?:,\s(?:[A-Z]{2}|D\.C\.))?)$")
_LONGEST_PUBLISHER = 8
"""Words: "Oxford University Press for the Royal Institute"."""


@dataclass(frozen=True, slots=True)
class Loose:
    """An imprint at [start, end) of a text; what it lacks is empty."""

    start: int
    end: int
    place: str
    publisher: str
    year: str


@lru_cache(maxsize=4096)
def loose_imprint(text: str) -> Loose | None:
    """Return the last imprint without brackets in `text`, or a year alone after a comma; None where there is none."""
    years = [m for m in _YEAR.finditer(text) if m.start() > 0 or m["sep"] != " "]
    years = [m for m in years if not text[: m.start()].isdigit()]  # "8 December 2017"
    if not years:
        found = _named(text)
        return Loose(found.start(), found.end(), found["place"], found["publisher"].strip(" ,."), "") if found else None
    m = years[-1]
    before, year = text[: m.start()], m["year"]
    town = _TOWN_LAST.search(before) if m["date"] else None
    if town and is_town(town["place"]):
        return Loose(town.start(), m.end(), town["place"], "", year)
    if named := _named(before):
        return Loose(named.start(), m.end(), named["place"], named["publisher"].strip(" ,."), year)
    parts = [p for p in _PART.finditer(before) if p.group().strip()]
    last = _last_part(before, parts)
    if m["date"]:
        asked = last and before[: last[0]].rstrip().endswith("?")  # what follows is a subtitle
        if last and not asked and m["sep"] == ", " and names.is_body(last[1]) and _is_publisher(last[1]):
            return Loose(last[0], m.end(), "", last[1], year)  # "Centre FrancoPaix, février 2018"
        return Loose(m.start(), m.end(), "", "", year)
    if last is None:
        return Loose(m.start(), m.end(), "", "", year) if m["sep"] == ", " else None
    start, words = last
    earlier = _last_part(before[:start].rstrip(" ,"), [p for p in parts if p.end() <= start])
    if earlier and is_town(words) and _is_house(before, earlier, apart=m["sep"] == ", "):
        return Loose(earlier[0], m.end(), words, earlier[1], year)
    town_first = earlier and earlier[0] > 0 and not is_town(words) and _is_place(earlier[1])
    if m["sep"] == ", " and earlier and town_first and _is_publisher(words):
        return Loose(earlier[0], m.end(), earlier[1], words, year)
    if (PUBLISHER.search(words) or (m["sep"] == ", " and names.is_body(words))) and _is_publisher(words):
        return Loose(start, m.end(), "", words, year)
    if _is_place(words):
        after_comma = before[:start].rstrip().endswith(",") or before.startswith(",")
        if m["sep"] == ", " and after_comma and not is_town(words) and not _WITH_STATE.search(words):
            return Loose(start, m.end(), "", words, year)  # "Droit international, Pedone, 2014"
        return Loose(start, m.end(), words, "", year)
    return Loose(m.start(), m.end(), "", "", year) if m["sep"] == ", " else None


def _last_part(before: str, parts: list[re.Match[str]]) -> tuple[int, str] | None:
    """Return where the last part between commas or full stops begins, and its words; None for the first of all."""
    if not parts:
        return None
    start = parts[-1].start()
    if stop := list(re.finditer(r"(?<=[\w”»)]{2})[.?!]\s(?=[A-ZÀ-Þ])", before[start:])):
        start += stop[-1].end()
    words = before[start:].strip(" ,.")
    return (start, words) if words and (start > 0 or before[:1] in ",.") else None


_LONGEST_HOUSE = 4
"""Words of a house that has none of those that tell one: "Presses de Sciences Po", "Tirant lo Blanch"."""
_SMALL = frozenset({"of", "and", "&", "de", "la", "le", "les", "lo", "du", "y", "e", "et"})


def _is_house(before: str, part: tuple[int, str], *, apart: bool) -> bool:
    """Whether a part between commas before a town is a publisher: "Bruylant", "Martinus Nijhoff", not "Somalia".

    Args:
        before: What stands before the year.
        part: Where the part begins in it, and its words.
        apart: Whether a comma stands between town and year: "Martinus Nijhoff, Leiden, 2005"; else one must stand
            before the publisher, too: "CEDAM, Padova 1998", not "Charta. Kommentar, München 1991".
    """
    start, words = part
    if start == 0 or is_town(words) or not (apart or before[:start].rstrip().endswith(",")):
        return False
    return _house_alone(words) or bool(PUBLISHER.search(words) and _is_publisher(words))


_GERMAN_TITLE = re.compile(r"(?:Der|Die|Das)\s|.*\d")
"""No German house begins so, and none has figures: "Die Alamannen3, Stuttgart 1998"."""


def _house_alone(words: str) -> bool:
    """Whether words are as short as the names of houses, and no title's or country's."""
    tokens = words.split()
    return (
        len(tokens) <= _LONGEST_HOUSE
        and not _GERMAN_TITLE.match(words)
        and all(t[:1].isupper() or t in _SMALL for t in tokens)
        and not any(map(is_title_word, tokens))
        and not jurisdiction(words)
    )


def _is_place(words: str) -> bool:
    return is_town(words) or (len(words) > 2 and bool(_ALONE.fullmatch(words)) and not PUBLISHER.search(words))


def _named(text: str) -> re.Match[str] | None:
    """Return the match of "Place: Publisher" at the end of `text`, the shortest that is one."""
    for begin in reversed(list(_BREAK.finditer(text))) if ":" in text else ():
        m = _COLON.match(text, begin.end())
        if m and _is_imprint(m) and not (_STATE_ALONE.fullmatch(m["place"]) and begin.group() == ", "):
            return m
    return None


_STATE_ALONE = re.compile(r"[A-Z]{2}|[A-Z]\.[A-Z]\.")
"""What follows a town: "Cambridge, MA: Harvard University Press"."""


def _is_imprint(named: re.Match[str]) -> bool:
    """Whether "Place: Publisher" is that, and not "Title: Subtitle"."""
    if is_town(named["place"]):
        return True
    place, house = named["place"].split(), named["publisher"].strip(" ,.")
    if len(place) > _LONGEST_HOUSE or not named.start():
        return False
    if PUBLISHER.search(house) and _is_publisher(house):
        return True
    # "Die neuen Kriege, Reinbek: Rowohlt 2002": a word that no title begins with, and a house's name
    alone = len(place) == 1 and not is_title_word(place[0]) and not jurisdiction(place[0])
    return alone and named.string[: named.start()].endswith(", ") and _house_alone(house)


def _is_publisher(words: str) -> bool:
    return len(words.split()) <= _LONGEST_PUBLISHER and bool(_CAPITAL.match(words)) and not _AND_THE.search(words)


_AND_THE = re.compile(rf"\s{AND}\s(?:the|der|die|das|la|les?|el|los|il|gli)\s")
"""What titles have, and no house: "Imperialism, Sovereignty and the Making of International Law, 2005"."""
_CAPITAL = re.compile(r"(?:il\s|la\s|les?\s|el\s)?[^\W\d_a-zà-ÿ]")
"""How a publisher begins: "Hurst", "il Mulino"."""
