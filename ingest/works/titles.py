"""When two titles are one, and when a short title is that of a work."""

import re
from collections.abc import Set
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from ingest.citations.work import Work
from ingest.words.folding import fold, main_title, words

_SERIAL = re.compile(
    r"(?:\b[Nn][or]s?\.|\b[Nn][º°]|\b[Nn]úm\.|#|\b(?:[Pp]art|[Vv]ol(?:ume|\.)?|[Tt]eil|[Bb]and))\s?(\d+|[IVX]+\b)"
)
"""The number of a title in its series: "update No. 267", "General comment No. 31", "Part II"."""
_NUMBER = re.compile(r"\d+|\b[IVX]{1,5}\b")
_SUBTITLES_ALIKE = 75
"""Per cent of letters in common; "a review" and "review" are alike, "Gaza strip" and "West Bank" are not."""
_MAKERS = re.compile(
    r"[.,;”»]+\s(?:(?:[Ee]d(?:ited|s)?|[Tt]rans(?:lated)?|[Cc]ompiled|[Ii]llustrated)(?:\.|\sby\b)|[Hh]rsg\.|[Éé]d\.\spar|[Tt]rad\.)\s"
)
_HONOUR = (
    r"(?:FS|GS|GedS|FG|Festschrift|Gedächtnisschrift|Festgabe|M[ée]l(?:anges|\.)|Liber\s[Aa]micorum|Homenaje"
    r"|Studi\sin\sonore)"
)
"""What a book is called that honours someone; the first three as German lawyers shorten it."""
_IN_HONOUR = re.compile(rf"(?:.*?\b)?{_HONOUR}\s(?:(?:für|f\.|offerts?\sà|di|à|al?)\s)?(?P<who>[A-ZÀ-Þ].*)")
_LONG = 5
_ENDING = re.compile(r"(?:e[nrsm]?|[ns])$")
_SHORTEST = 4
"""Letters of a title."""
_CUT_SHORT = re.compile(r"\b([^\W\d_]{2,})\.(?=\s\w)")
"""A title's word cut short: "Allg. Steuerrecht"."""


@lru_cache(maxsize=65536)
def without_makers(title: str) -> str:
    """Return a title without the editor or translator who was read with it: "Poems. Edited by ..." is "Poems"."""
    m = _MAKERS.search(title)
    return title[: m.start()] if m and m.start() >= _SHORTEST else title


def contradict(one: str, other: str) -> bool:
    """Whether two titles that begin alike are those of two works: their numbers or their subtitles differ.

    "Situation update No. 267" and "No. 276"; "Thematic report: attacks ..." and "Thematic report: detention ...".
    A title may lack a number or a subtitle that the other has, but not the number of a series: "No. 5", "Part II".
    """
    if _SERIAL.findall(one) != _SERIAL.findall(other):
        return True
    a, b = (set(_NUMBER.findall(t)) for t in (one, other))
    if not (a <= b or b <= a):
        return True
    below = [words(t[len(main_title(t)) :]) for t in (without_makers(one), without_makers(other))]
    return all(below) and fuzz.partial_ratio(*(" ".join(w) for w in below)) < _SUBTITLES_ALIKE


def same_title(one: str, other: str) -> bool:
    """Whether two printed titles are the same, with or without subtitle, articles, accents."""
    one, other = without_makers(one), without_makers(other)
    a, b = words(main_title(one)), words(main_title(other))
    if a == b:
        return True
    whole_a, whole_b = words(one), words(other)
    shorter, longer = sorted((whole_a, whole_b), key=len)
    if len(shorter) >= 4 and longer[: len(shorter)] == shorter:
        return True
    if len(shorter) < 3 or fuzz.ratio(" ".join(whole_a), " ".join(whole_b)) < 94:
        return False
    return _with_digits(whole_a) == _with_digits(whole_b)  # a misprint in "79a" makes another work of it


def _with_digits(told: tuple[str, ...]) -> set[str]:
    return {word for word in told if any(letter.isdigit() for letter in word)}


def title_fits(short: str, work: Work) -> bool:
    """Whether a short title's words stand, in order, in one of the work's titles."""
    wanted = words(short)
    cut = {fold(w) for w in _CUT_SHORT.findall(short)}
    return any(_in_order(wanted, words(t), cut) for t in work.titles)


def begins(called: str, work: Work) -> bool:
    """Whether a case or instrument goes by the words at the beginning of its title, or of its second party's name."""
    wanted = tuple(fold(called).split())
    if len(wanted) < 2 and work.kind != "legal":
        return False  # "Cambodia" is a country and no short form of "Cambodia's NGO bill"
    return any(
        wanted == tuple(fold(t).split())[at : at + len(wanted)]
        for t in work.titles
        for at in (0, *(_parties(t) if work.kind == "legal" else ()))
    )


_PARTIES = re.compile(r"\((?=[^()]*\s(?:v|vs|c|gegen|contre)\.?\s)")


def _parties(title: str) -> tuple[int, ...]:
    """Where the words of a party begin: "Attorney-General v. Nissan" -> 3, "R (Tully) v Secretary of State" -> 1."""
    there = fold(title).split()
    after = tuple(i + 1 for i, w in enumerate(there) if w in {"v", "vs", "c", "gegen", "contre", "parte"})
    if bracket := _PARTIES.search(title):  # "Military Activities (Nicaragua v. United States)"
        after = (len(fold(title[: bracket.start()]).split()), *after)
    return (1, *after) if there[:1] in (["r"], ["re"]) else (2, *after) if there[:2] == ["in", "re"] else after


def runs_through(short: str, work: Work) -> bool:
    """Whether at least two words of a title without an author stand side by side in the work's title.

    A single word is too little: "Report, para. 5" is no title of a work known by its author.
    """
    wanted = words(short)
    if len(wanted) < 2:
        return any(wanted == words(main_title(t)) for t in work.titles)
    return any(f" {' '.join(wanted)} " in f" {' '.join(words(t))} " for t in work.titles)


def begins_with(text: str, title: str) -> bool:
    """Whether a title's words stand right behind the first name of a citation: "S. MARCHISIO, L’ONU. Il diritto"."""
    _, comma, rest = text.partition(", ")
    there, wanted = fold(rest).split(), fold(title).split()
    another = re.match(r"[A-ZÀ-Þ]\.", title)  # "J. Auler, P. Hiller, ..."
    return bool(comma and wanted and not another) and there[: len(wanted)] == wanted


def in_honour(short: str, work: Work) -> bool:
    """Whether a short form names the book that an article is in: "FS Doehring", "Festschrift für Karl Doehring"."""
    named, within = (_IN_HONOUR.match(t) for t in (short, str(work.csl.get("container-title", ""))))
    return named is not None and within is not None and set(words(named["who"])) <= set(words(within["who"]))


def headed(head: str, title: str, work: Work) -> bool:
    """Whether a citation begins with the words of a head and has those of a title: a body cited by its first words.

    "Independent Inquiry, Report" is "Independent Inquiry into the Actions of the United Nations. Report. S/1999/1257".
    """
    there, wanted = fold(work.text).split(), fold(head).split()
    return there[: len(wanted)] == wanted and set(words(title)) <= set(words(work.text))


def named_by_word(word: str, work: Work) -> bool:
    """Whether one word is all of a work's title before its colon: "Peaceland: Conflict Resolution ..."."""
    return any(fold(re.split(r":\s", title, maxsplit=1)[0]) == fold(word) for title in work.titles)


def _misprinted(one: str, other: str) -> bool:
    """Whether two long words differ in one letter or in a German ending, "Vereinte" and "Vereinten".

    What differs otherwise at its end is another word: "Diplomate" is not "diplomatie".
    """
    if len(one) <= _LONG:
        return False
    if one[-2:] == other[-2:] and Levenshtein.distance(one, other, score_cutoff=1) <= 1:
        return True
    shared = {one, _ENDING.sub("", one)} & {other, _ENDING.sub("", other)}
    return any(len(stem) >= _LONG for stem in shared)


def _in_order(wanted: tuple[str, ...], there: tuple[str, ...], cut: Set[str]) -> bool:
    at = iter(there)
    return bool(wanted) and all(
        any(w == x or (w in cut and x.startswith(w)) or _misprinted(w, x) for x in at) for w in wanted
    )
