"""Short forms that give no title: "Howard, 9", "See Karlsrud", "Fortna and Martin (2009), 90"."""

import re
from dataclasses import replace

from ingest.citations import locators
from ingest.citations.mention import Mention
from ingest.citations.prepared import Text
from ingest.words import dates, names
from ingest.words.folding import fold
from ingest.words.given import is_given
from ingest.words.joiners import AND

_AUTHOR_DATE = re.compile(
    rf"^(?P<who>[^\d“”‘’\"()]{{2,90}}?),?\s[(\[]?(?P<year>{dates.YEAR})(?P<letter>[a-z])?"
    r"(?:[:,]\s?(?P<inside>[^()\[\]“‘\";]{1,40})(?=[)\]])|:\s?(?P<pages>\d+(?:[–-]\d+)?))?[)\]]?"
    r"(?:(?P<rest>(?:[,:]\s?[^“‘\"]{1,40})?)|(?<=[)\]])(?P<told>,?\s[a-zà-ÿ].*))\.?$"
)
LISTED_WITH_YEAR = re.compile(rf"[^()\d]*,[^()\d]*\s\(?{dates.YEAR}")
"""Several parts between commas before a year, which may be authors or name and title."""
_SURNAMES = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?(?:,\s[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?)+")
"""Several family names, as archaeologists print them before a year: "Todorova, Tschochadshiew, Vaisow 1981"."""
_AND_LAST = re.compile(rf",?\s{AND}\s[^,]+$|al\.?$")
_FIGURE = re.compile(r"\d")
_SAME = frozenset({"Ders", "Dies", "Id", "Idem", "Eadem"})
_FAMILY_NAMES = 3
"""Words of "Pérez García", and one more."""


def author_date(start: int, end: int, text: str, core: str, signal: str | None) -> Mention | None:
    """Read names with a year, perhaps a page: "Karlsrud 2015, 45"; an entry or a known work must answer to it."""
    m = _AUTHOR_DATE.match(core)
    who = m["who"].strip(" ,.") if m else ""
    people = _plain_names(who)
    listed = tuple(map(fold, who.split(", "))) if _SURNAMES.fullmatch(who) else ()
    if not m or not (people or listed or who in _SAME):
        return None
    inside, rest = m["inside"] or m["pages"] or "", m["rest"] or ""
    behind = locators.tail(rest)
    place = behind or locators.tail(f", {inside}")
    if not place and (rest.strip() or inside or m["told"]):
        return None
    if m["told"] or (rest.strip() and not behind):
        # "Bara and Hultman (2020, 350) reach the opposite conclusion"
        text = text[: m.start("told") if m["told"] else m.start("rest")]
        end = start + len(text)
    return Mention(
        start, end, "author-date", "work", text, signal, locators.in_a_work(place.locator, text) if place else None,
        listed or (people.surnames if people and who not in _SAME else ()), bool(people and people.others),
        year=int(m["year"]), year_letter=m["letter"] or "", same_author=who in _SAME, sure=False,
    )  # fmt: skip


def _plain_names(who: str) -> names.Names | None:
    """Read names that a year or page follows; "Stieper, GRUR 2020" has none: a comma wants an "and" after it."""
    family, comma, given = who.strip(" ,").partition(", ")
    inverted = comma and "," not in given and is_given(given.split()[0]) and len(family.split()) < _FAMILY_NAMES
    if "," in who and not inverted and not _AND_LAST.search(who):
        return None
    return names.parse(who)


_CONTRIBUTOR = re.compile(
    r"(?P<who>[A-ZÄÖÜ][\w-]+(?:/[A-ZÄÖÜ][\w-]+)*)\sin\s(?P<editors>[A-ZÄÖÜ][\w-]+(?:[/\s][A-ZÄÖÜ][\w-]+){0,4})"
    r"(?:,\s[A-ZÄÖÜ][^,;()§]{2,80}?)?(?=,\s\d|\s§|\s(?:Rz|Rn)\.?\s\d)"
)


def contributor(start: int, end: int, text: str, core: str, signal: str | None) -> Mention | None:
    """Read "Bothe in Graf Vitzthum, Völkerrecht⁵, 650": who wrote in whose book, which a known work must answer to."""
    m = _CONTRIBUTOR.match(core)
    place = locators.tail(core) if m else None
    who, editors = (names.parse(m["who"]), names.parse(m["editors"])) if m and place else (None, None)
    if not m or not place or not who or not editors:
        return None
    found = Mention(start, end, "short", "work", text, signal, place.locator, who.surnames, who.others, sure=False)
    titled = core[: place.start].strip(" ,")  # "Advances in Neural Information Processing Systems, 36"
    return replace(found, otherwise=replace(found, surnames=(), others=False, title=titled))


_MANUAL = re.compile(
    r"(?P<number>(?!UN)[A-Z]{2,5}(?:-\d{1,2}(?:[-.]\d{1,3}){1,3}|\s\d{1,2}-\d{1,3}(?:\.\d{1,3}){0,2})[A-Z]?)(?:,\s(?P<place>.+))?$"
)


def by_number(start: int, end: int, text: str, core: str, signal: str | None) -> Mention | None:
    """Read "JP 3-07.3, p. II-2": a manual by its number alone, which a known work must answer to."""
    m = _MANUAL.match(core)
    place = locators.tail(f", {m['place']}") if m and m["place"] else None
    if not m or (m["place"] and not (place and not place.start)):
        return None
    return Mention(
        start, end, "short", "work", text, signal, place.locator if place else None, title=m["number"], sure=False
    )


def by_name_alone(whole: Text, start: int, end: int, text: str, core: str, signal: str | None) -> Mention | None:
    """Read "Howard, 9" or "See Karlsrud": only names, which a known work must answer to."""
    place = locators.tail(core)
    head = core[: place.start] if place else core
    if not (place or signal or whole.text.strip(" .") == core) or _FIGURE.search(head):
        return None
    people = _plain_names(head.strip(" ,."))
    if not people:
        return None
    return Mention(
        start, end, "short", "work", text, signal, place.locator if place else None,
        people.surnames, people.others, sure=False,
    )  # fmt: skip
