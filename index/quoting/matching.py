"""Quoted words found in a text: exactly, but for hyphens and blanks, but for signs, or nearly.

Pure, and used wherever somebody's words are held against a text: clippings that find their place anew, a copied
quotation against its page, the quotations of a draft against the library.
"""

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Literal

from ingest.words.folding import LETTERS

Likeness = Literal["exact", "joined", "signs", "near"]
"""In falling order. "joined": the same but for hyphens and blanks, as where a word is broken over a line's end;
"signs": the same words but for case, accents and punctuation; "near": some words differ."""
LIKENESSES: tuple[Likeness, ...] = ("exact", "joined", "signs", "near")

NEAR = 80.0
"""Of 100, by rapidfuzz's ratio over letters: of a quotation of eight words one may be another word."""

_WORD = re.compile(r"\S+")
_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛`´ʼ′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2009\u202f\n\t\r", " "),
    }
)
"""How typewriters write what printers set."""


@dataclass(frozen=True, slots=True)
class Match:
    """Characters [start, end) of a text that quoted words were found at."""

    start: int
    end: int
    likeness: Likeness
    score: float = 100.0
    """How many of 100 letters agree."""


@dataclass(frozen=True, slots=True)
class Reduced:
    """What is left of a text's signs, and where each of them stands in it."""

    text: str
    places: "array[int]"


class Searched:
    """A text to look words up in; its plainer forms are made once, when they are first needed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._forms: dict[Likeness, Reduced] = {}

    def form(self, likeness: Likeness) -> Reduced:
        """What is left of the text where no more than this much likeness is asked."""
        if likeness not in self._forms:
            self._forms[likeness] = _reduced(self.text, likeness)
        return self._forms[likeness]


def find(words: str, searched: Searched, around: int = 0) -> Match | None:
    """The place of the words in the text, the most alike; of several, the one nearest to offset `around`.

    Other words are not looked for: see `find_near`, which costs more.
    """
    wanted = " ".join(words.split())
    for likeness in LIKENESSES[:-1]:
        form, needle = searched.form(likeness), _reduced(wanted, likeness).text
        found = (
            Match(form.places[start], form.places[start + len(needle) - 1] + 1, likeness)
            for start in _starts(needle, form.text)
        )
        whole = [match for match in found if _of_whole_words(match, searched.text)]
        if whole:
            return min(whole, key=lambda match: abs(match.start - around))
    return None


def find_near(words: str, searched: Searched) -> Match | None:
    """The stretch of the text whose letters are most like the words', where any come as close as `NEAR`."""
    needle, hay = _reduced(words, "near").text.strip(), searched.form("near")
    if not needle or len(needle) > len(hay.text):  # rapidfuzz would look for the text in the words
        return None
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(needle, hay.text, score_cutoff=NEAR)
    if found is None or found.dest_start >= found.dest_end:
        return None
    first, last = _edges(needle.split(), hay.text, found.dest_start, found.dest_end)
    return Match(hay.places[first], hay.places[last - 1] + 1, "near", found.score)


def _edges(needle: Sequence[str], hay: str, start: int, end: int) -> tuple[int, int]:
    """Where the first word of an alignment begins and the last ends: rapidfuzz aligns letters and may cut a word."""
    slack = 2 * max(map(len, needle))
    left = hay.rfind(" ", 0, max(0, start - slack)) + 1
    right = hay.find(" ", end + slack)
    there = [
        (left + word.start(), left + word.end()) for word in _WORD.finditer(hay[left : right if right > 0 else None])
    ]
    steps = SequenceMatcher(None, needle, [hay[one:two] for one, two in there], autojunk=False).get_opcodes()
    lead, tail = steps[0], steps[-1]
    # Words of the text before the first and after the last that agrees: as many as the quotation has there.
    before = 0 if lead[0] == "equal" else max(0, lead[4] - (lead[2] - lead[1]))
    after = len(there) if tail[0] == "equal" else min(len(there), tail[3] + (tail[2] - tail[1]))
    return there[before][0], there[after - 1][1]


def _starts(needle: str, text: str) -> Iterator[int]:
    at = text.find(needle) if needle else -1
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def _of_whole_words(match: Match, text: str) -> bool:
    return not any(_inside_a_word(text, edge) for edge in (match.start, match.end))


def _inside_a_word(text: str, edge: int) -> bool:
    """Whether a word runs on here; between a letter and a figure it does not: in "agenda.12The" 12 is a note's mark."""
    left, right = text[edge - 1 : edge] if edge else "", text[edge : edge + 1]
    return (left.isalpha() and right.isalpha()) or (left.isdigit() and right.isdigit())


def _reduced(text: str, likeness: Likeness) -> Reduced:
    form = _FORMS[likeness]
    pieces: list[str] = []
    places = array("L")
    for at, sign in enumerate(text):
        left = form(sign)
        if not left or (likeness == "near" and left == " " and pieces and pieces[-1] == " "):
            continue
        pieces.append(left)
        places.extend([at] * len(left))
    return Reduced("".join(pieces), places)


def as_typed(text: str) -> str:
    """The text with a typewriter's quotation marks, hyphens and blanks; each stays where it was."""
    return text.translate(_SAME)


@cache
def _without_gaps(sign: str) -> str:
    plain = unicodedata.normalize("NFKC", sign).translate(_SAME)
    return "".join(one for one in plain if one not in " -\u00ad")


@cache
def _folded(sign: str) -> str:
    apart = unicodedata.normalize("NFKD", sign.casefold().translate(LETTERS))
    return "".join(one for one in apart if one.isalnum())


@cache
def _folded_or_blank(sign: str) -> str:
    return _folded(sign) or ("" if unicodedata.combining(sign) or sign in "'’-‐‑\u00ad" else " ")


_FORMS: Mapping[Likeness, Callable[[str], str]] = {
    "exact": as_typed,
    "joined": _without_gaps,
    "signs": _folded,
    "near": _folded_or_blank,
}
"""What becomes of each sign."""
