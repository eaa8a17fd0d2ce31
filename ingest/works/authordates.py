"""Citations by author and year in running text: "(see Fortna 2004a, 45; 2008)", "Doyle and Sambanis (2000, chap. 2)".

A year in brackets is found first; then as many capitalised words before it are its authors as an entry of the list of
references answers to: of "the lme4 package in R, Bates and Walker 2015" the last two.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from ingest.citations import locators, signals
from ingest.citations.mention import Mention
from ingest.citations.publishers import PUBLISHER
from ingest.model import Locator
from ingest.words import dates, names, roles
from ingest.words.folding import fold
from ingest.words.person import PARTICLES
from ingest.words.wordlists import wordlist

Answers = Callable[[Mention], bool]
"""Whether an entry of the list of references answers to a mention."""

UNDATED = r"(?:[Ff]orthcoming|n\.\s?d\.|[Ii]n\spress|o\.\s?J\.|s\.\s?[df]\.|à\sparaître)"
"""What stands for the year of a work that has none, or none yet."""
_YEARS = re.compile(
    rf"(?<![\d–/.-])(?P<year>{dates.YEAR}|(?<!\w){UNDATED})(?P<letter>[a-z])?(?:/{dates.YEAR})?(?![\w–/-])"
    rf"(?P<more>(?:,\s?(?:(?:and|und|et)\s)?(?:{dates.YEAR}[a-z]?|[a-z])(?![\w.–-]))*)"
    r"(?P<place>[,:]\s?(?:pp?\.\s?|S\.\s?|chs?\.?\s|chap(?:ters?|\.)\s|para(?:s|graph)?s?\.?\s)?[\divxlc]+(?:\s?[–-]\s?\d+)?"
    rf"(?:(?:,|\sand|\s?&)\s?(?!{dates.YEAR}[a-z]?:)\d+(?:\s?[–-]\s?\d+)?)*(?:\s?ff?\.)?(?![\w.]\w))?",
)
_YEAR = re.compile(rf"({dates.YEAR})?([a-z])?(?=[,;:)\]\s]|$)")
_BEFORE = re.compile(
    rf"(?:[’']s?)?(?:,?\s\(?{roles.POINTED}\)?)?,?\s?(?P<open>[(\[])?"
    rf"(?:[\[(]{dates.YEAR}[\])]\s?)?$"
)
"""Between the names and the year: "Weiss’s (1993", "Weiss, 1993", "Bellamy, eds. 2013", "Weber ([1919] 2004"."""
_LONGEST_BETWEEN = 20
_FURTHER = re.compile(r";\s?(?:see\salso\s)?$")
_PLACE_BEFORE = re.compile(r":\s?\d+(?:[–-]\d+)?,\s$")
_FIRST_PRINTED = re.compile(rf"[\])]\s?{dates.YEAR}")
"""Behind the year of a first edition: "[1919] 2004"."""
_WORD = re.compile(r"[^\s/,;:()\[\]“”„»«\"]+|[/,]")
_LOOKED_BACK = 200
"""Characters before a year among which its authors stand."""
_LONGEST_BRACKET = 800
_A_LIFE = 80
"""Years between two works of one author, at most: "(Walter 2021, 1706)" points to a page."""
_JOINTS = wordlist("small_in_bodies") | {"&", "al", "al.", "u.", "a.", "u.a.", "autres", "colleagues", "others"}
"""Small words within a list of authors or the name of a body."""
_NO_PERSON = frozenset({"the", "a", "an", "der", "die", "das", "le", "la", "les"})
"""What no person's name follows: "the Body Snatchers (1978)"."""
_OPENERS = wordlist("openers")
_LEAD = re.compile(
    r"\s*(?:.*?\b(?:see(?:\salso)?|e\.g\.,?|cf\.|for\sexample,?|for\sinstance,?|in|by|compare|voir|vgl\.|siehe|also"
    r"|quoted\sin|cited\sin|following|from|but\ssee)\s)?",
    re.IGNORECASE,
)


def author_dates(text: str, answers: Answers, *, bare: bool = False) -> Iterator[Mention]:
    """Yield the mentions by author and year in running text, in brackets or with the names in the sentence.

    Args:
        text: Of a paragraph or note.
        answers: Tells which of several readings the list of references knows.
        bare: Whether to read years outside of brackets, where an entry answers: "made by Benner et al., 2011: 55".
    """
    brackets: list[int] = []
    spoken_of: names.Names | None = None
    cited: tuple[int, names.Names] | None = None  # the bracket of the last mention, and whom it named
    for m in _YEARS.finditer(text):
        if text[m.start() - 1 : m.start()] in {"[", "("} and _FIRST_PRINTED.match(text, m.end()):
            continue
        before = _BEFORE.search(text, max(0, m.start() - _LONGEST_BETWEEN), m.start())
        brackets = brackets or _brackets(text)  # most texts hold no year
        bracket = brackets[m.start()]
        if before is None or (bracket < 0 and not bare):
            continue
        authors = _authors(text, before.start(), m, answers, alone=bracket >= 0)
        if authors:
            start, told = authors
        elif bracket < 0:
            continue
        elif cited and cited[0] == bracket and _goes_on(text[: m.start()], m["place"]):
            told, start = cited[1], m.start()
        elif m["letter"] and spoken_of and text[bracket + 1 : m.start()] == "":
            # in a bracket of its own only the letter tells that "(2014a, 493)" is the author's named before
            told, start = spoken_of, m.start()
        else:
            continue
        cited, spoken_of = (bracket, told), told
        closed = before["open"] and text[m.end() : m.end() + 1] in {")", "]"}
        yield from _with_years(text, start, m.end() + bool(closed), m, told)


def _goes_on(before: str, place: str | None) -> bool:
    """Whether a year without names is of the author before it: "(Chandler 2006: 12, 2010: 44; see also 2014)"."""
    return bool(_FURTHER.search(before) or (place and place.startswith(":") and _PLACE_BEFORE.search(before)))


def _brackets(text: str) -> list[int]:
    """For each character, where the innermost bracket around it opens; -1 outside of all."""
    found: list[int] = []
    opened: list[int] = []
    for at, letter in enumerate(text):
        if letter in ")]" and opened:
            opened.pop()
        if opened and at - opened[-1] > _LONGEST_BRACKET:
            opened.clear()
        found.append(opened[-1] if opened else -1)
        if letter in "([":
            opened.append(at)
    return found


def _authors(text: str, end: int, m: re.Match[str], answers: Answers, *, alone: bool) -> tuple[int, names.Names] | None:
    """The authors that stand before a year: as many names as an entry answers to, else those that look like names.

    The latter only if they may stand alone.
    """
    read = {start: names.parse(text[start:end]) for start in beginnings(text, end)}
    own = [start for start in read if fold(re.split(r"[\s,]", text[start:end], maxsplit=1)[0]) not in _OPENERS]
    # "See" is no given name of "See International Peace Institute (2018)", "The" may begin a body's name
    for start in (*own, *(start for start in read if start not in own)):
        people = read[start]
        if people and answers(_mention(text, start, end, people, m["year"], m["letter"], None)):
            return start, people
    begun = next(iter(own), end) if m["year"].isdigit() else end
    people = read.get(begun)
    return (begun, people) if alone and people and _stands_alone(text, begun, m) else None


def beginnings(text: str, end: int) -> list[int]:
    """Where the names before `end` may begin, the longest reading first."""
    found: list[int] = []
    begun = max(0, end - _LOOKED_BACK)
    after = end
    particle = 0
    for word in reversed(list(_WORD.finditer(text, begun, end))):
        if text[word.end() : after].strip():
            break
        after = word.start()
        token = word.group()
        if token[0].isupper() or (token in PARTICLES and found and particle == found[-1]):
            found.append(word.start())
            particle = word.start()
        elif token not in {",", "/"} and token not in _JOINTS:
            break
        else:
            particle = 0
    return found[::-1]


_TITLE_ASKS = re.compile(r"[?!][”’]?\s\($")
"""A bracket behind a title's own mark holds its imprint: "Who’s keeping the score? (Routledge, 2007)"."""


def _stands_alone(text: str, start: int, m: re.Match[str]) -> bool:
    """Whether names and year are all that their part of a bracket holds, or the names a person's in the sentence."""
    if text[: m.start()].endswith(("(", "[")):
        last = text[:start].rsplit(maxsplit=1)[-1:]
        return not last or last[0].lower() not in _NO_PERSON
    lead = re.split(r"[(\[;]", text[:start])[-1]
    closed = re.match(rf"[\s.]*(?:[;)\]]|$)|,\s{dates.YEAR}[a-z]?:\s?\d", text[m.end() :])
    imprint = PUBLISHER.search(text[start : m.start()]) or _TITLE_ASKS.search(text[:start])
    return bool(_LEAD.fullmatch(lead) and closed and not imprint)


def _with_years(text: str, start: int, end: int, m: re.Match[str], people: names.Names) -> Iterator[Mention]:
    """Yield a mention for each year: "(Coalter 2013a, 2013b)" cites two works."""
    place = locators.tail(m["place"]) if m["place"] else None
    years: list[tuple[str, str | None]] = [(m["year"], m["letter"])]
    for more in _YEAR.finditer(m["more"] or ""):
        year, letter = more.groups()
        if year and m["year"].isdigit() and abs(int(year) - int(m["year"])) > _A_LIFE:
            place = place or locators.Place(Locator("page", year), 0)
        elif year or letter:
            years.append((year or years[-1][0], letter))
    signal = _signal(text, start)
    for at, (year, letter) in enumerate(years):
        yield replace(_mention(text, start, end, people, year, letter, None if at else place), signal=signal)


def _signal(text: str, start: int) -> str | None:
    """The signal right before a mention, at the beginning of its part of a bracket: "(see also Tull 2018)"."""
    begun = max(text.rfind(stop, 0, start) + len(stop) for stop in ("(", "; "))
    at, signal = signals.signal_at(text, begun, start)
    return signal if at == start else None


def _mention(
    text: str, start: int, end: int, people: names.Names, year: str, letter: str | None, place: locators.Place | None
) -> Mention:
    number = int(year) if year.isdigit() else None
    return Mention(
        start, end, "author-date", "work", text[start:end], None, place.locator if place else None,
        people.surnames, people.others, year=number, year_letter=letter or "", sure=False,
    )  # fmt: skip
