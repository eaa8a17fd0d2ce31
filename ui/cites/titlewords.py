"""The words of an English title, and which of them are surely common: no names, and no parts of names.

A word is surely common where an English word list has it in small letters alone (`data/english_words.txt`) and no name
goes through it (`ui.cites.titlenames`). All others keep their capitals: one too many offends less than a name written
small.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal

from index.terms.functionwords import language_of
from ui.cites.titlenames import bare, in_names

Opening = Literal["", "title", "sentence", "subtitle"]

_WORD = re.compile(r"<[^<>]*>|(?:https?://|www\.)\S+|[^\W_]+(?:['’.&/][^\W_]+)*(?:[-‑][^\W_]+(?:['’.][^\W_]+)*)*")
"""A word with its hyphens; markup and addresses are none, but would look like some."""
_NO_WORD = ("<", "http://", "https://", "www.")
_OPENING = re.compile(
    r"(?P<colon>:|—|\s[–-](?=\s))[”’\"'»)]*\s*[“‘\"'«(]*$|(?:[?!…]|(?<=[a-zß-ÿ]{3})\.)[”’\"'»)]*\s+[“‘\"'«(]*$"
)
"""What stands before the first word of a subtitle or of another sentence; "U.S. Policy" and "v. France" are none."""
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|s)")
_INNER = re.compile(r"(?<!^)(?<![-‑])[^\W\d_a-zß-ÿ]")
"""A capital inside a word: MINUSMA, McDonald, U.N.; not the M of "Decision-Making"."""
_ENGLISH = 0.4
"""Of a title's words, the share that an English one has in the word list; the others may be names."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a title."""

    start: int
    text: str
    common: bool
    """Whether it is written small wherever nothing asks for a capital."""
    opens: Opening
    """What it is the first word of."""

    @property
    def end(self) -> int:
        """The character after it."""
        return self.start + len(self.text)

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


def words_of(title: str) -> list[Word]:
    """The words of an English title, in order."""
    found = [one for one in _WORD.finditer(title) if not one[0].startswith(_NO_WORD)]
    texts = [one[0] for one in found]
    joined = [title[one.end() : two.start()].isspace() for one, two in pairwise(found)]
    openings = [_opening(title[: one.start()], at) for at, one in enumerate(found)]
    surely = [_is_common(text, opening) for text, opening in zip(texts, openings, strict=True)]
    names = in_names(texts, joined, {at for at, common in enumerate(surely) if not common and texts[at][0].isupper()})
    return [Word(one.start(), one[0], surely[at] and at not in names, openings[at]) for at, one in enumerate(found)]


def is_english(words: Sequence[Word], language: str = "") -> bool:
    """Whether a title is English.

    Args:
        words: its words.
        language: as BCP 47 names it, where the title's data say it.
    """
    if language:
        return language.lower().startswith("en")
    told = language_of([word.text for word in words])
    return told in (None, "en") and sum(
        len(word.text) == 1 or is_listed(word.text) for word in words
    ) >= _ENGLISH * len(words)


def _opening(before: str, at: int) -> Opening:
    if at == 0:
        return "title"
    found = _OPENING.search(before)
    return "" if found is None else "subtitle" if found["colon"] else "sentence"


def _is_common(word: str, opening: Opening) -> bool:
    """Whether it is surely no name by itself. "Plan A": a letter alone may be a label, unless a subtitle begins so."""
    if len(word) == 1:
        return word.islower() or (word == "A" and opening != "")
    return not _INNER.search(word) and is_listed(word)


def is_listed(word: str) -> bool:
    """Whether all its parts are English words that are no names: "Women’s", "Post-Conflict", "20th-Century"."""
    return all(part in _lexicon() or _ORDINAL.fullmatch(part) for part in map(bare, re.split("[-‑]", word)))


@cache
def _lexicon() -> frozenset[str]:
    lines = files("ui").joinpath("data", "english_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
