"""Abbreviations that a document defines itself: "All Sources Information Fusion Unit (ASIFU)", "(ci-après la MINUSMA)".

Found as Schwartz and Hearst describe ("A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text",
2003): the letters of the short form, read from right to left, must stand in this order in the words beside it, and the
first of them must begin a word. Two rules are our own: initials come first, and half of the letters must begin words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.words.folding import ARTICLES, FUNCTION_WORDS

_IN_BRACKETS = re.compile(r"\(([^()]{2,160})\)")
_OPENING = re.compile(
    r"(?:also\s|better\s)?(?:known\sas|hereinafter|hereafter|henceforth|abbreviated|in\sshort|short|or|dit[e]?s?"
    r"|ci-après(?:\sdénommée?s?|\sdésignée?s?)?|ou|en\sabrégé|sigle|im\sFolgenden|kurz)[:,]?\s",
    re.IGNORECASE,
)
"""What a bracket may say before the short form."""
_ARTICLE = re.compile(r"(?:the|an?|l[ae]s?|une?|die|der|das)\s|l[’']|[“”„\"«»‘’'\s]+", re.IGNORECASE)
_SHORT = re.compile(r"[^\W_][\w.&/’'-]*")
_WORD = re.compile(r"\S+")
_PART = re.compile(r"[^\W_]+")
_SMALL = FUNCTION_WORDS | ARTICLES
_BOUND = re.compile(r"[;:.!?]\s|[()“”„«»\"]")
"""A long form does not reach over the end of a sentence, a bracket or a quotation."""

_LONGEST = 10


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and the words that it stands for, as they are written where it is defined."""

    short: str
    long: str


def defined_in(texts: Iterable[str]) -> tuple[Abbreviation, ...]:
    """The abbreviations that the texts of one document define, each short form once, as it is defined first."""
    found: dict[str, Abbreviation] = {}
    for text in texts:
        if "(" in text:
            for one in _definitions(text):
                found.setdefault(one.short, one)
    return tuple(found.values())


def _definitions(text: str) -> Iterator[Abbreviation]:
    for bracket in _IN_BRACKETS.finditer(text):
        before = text[: bracket.start()].rstrip()
        inside = _bare(re.split(r"[;,]\s", bracket[1])[0])
        if _is_short(inside):
            if long := _long_form(inside, _words_before(before, inside)):
                yield Abbreviation(inside, long)
            continue
        # "ASIFU (All Sources Information Fusion Unit)"
        short = before.split()[-1].strip("“”„\"«»‘’'") if before else ""
        if _is_short(short) and (long := _long_form(short, bracket[1].strip())) and long == bracket[1].strip():
            yield Abbreviation(short, long)


def _bare(words: str) -> str:
    """A bracket's words without "hereinafter", article and quotation marks."""
    rest = words.strip()
    rest = rest[opening.end() :] if (opening := _OPENING.match(rest)) else rest
    while article := _ARTICLE.match(rest):
        rest = rest[article.end() :]
    return rest.rstrip("“”„\"«»‘’' ")


def _is_short(words: str) -> bool:
    """Whether words look like an abbreviation: two to ten signs, among them two capitals; "PoC", "R2P", "FC-G5S"."""
    capitals = sum(sign.isupper() for sign in words)
    return (
        2 <= len(words) <= _LONGEST
        and bool(_SHORT.fullmatch(words))
        and capitals >= 2
        and capitals * 2 >= sum(sign.isalpha() for sign in words)
        and not re.fullmatch(r"[IVXLC]+", words)  # "Chapter VII (VII)", "Part (II)"
    )


def _words_before(before: str, short: str) -> str:
    """As many words before the bracket as a short form of this length may stand for."""
    bounds = [found.end() for found in _BOUND.finditer(before)]
    clause = before[bounds[-1] if bounds else 0 :]
    letters = sum(sign.isalnum() for sign in short)
    words = [found.start() for found in _WORD.finditer(clause)]
    most = min(letters + 5, letters * 2)
    return clause[words[-most] :] if len(words) > most else clause.strip()


def _long_form(short: str, words: str) -> str:
    """The end of `words` that the short form stands for; "" where there is none."""
    letters = [sign.casefold() for sign in short if sign.isalpha()]  # "R2P": responsibility to protect
    if letters[-1] == "s" and short.endswith("s") and short[:-1].isupper():
        letters.pop()  # "SPMs": special political missions
    at = _by_initials(letters, words)
    if at is None and len(letters) > 2:
        at = _by_letters(letters, words)
    long = words[at:].strip(" ,–—-“”«»\"'’") if at is not None else ""
    while (first := long.split(" ", 1)[0]) in _SMALL:
        long = long[len(first) + 1 :]  # "of the United Nations High Commissioner" for "OHCHR"
    return long if len(long) > len(short) and len(long.split()) >= 2 and short not in long.split() else ""


def _by_initials(letters: list[str], words: str) -> int | None:
    """Where the words begin whose initials are the letters, small words left out: the three of "DDR", not two."""
    rest = list(letters)
    for word in reversed(list(_PART.finditer(words))):
        if word[0][0].casefold() == rest[-1]:
            rest.pop()
            if not rest:
                return word.start()
        elif word[0] not in _SMALL:
            return None
    return None


def _by_letters(letters: list[str], words: str) -> int | None:
    """Where the words begin that hold the letters in their order; half of the letters must begin words."""
    at, beginning = len(words), 0
    for number in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and not (words[at].casefold() == letters[number] and (number or _begins_word(words, at))):
            at -= 1
        if at < 0:
            return None
        beginning += _begins_word(words, at)
    return at if 2 * beginning >= len(letters) else None


def _begins_word(words: str, at: int) -> bool:
    return at == 0 or not words[at - 1].isalnum()
