"""Titles and journals that a citation prints in capitals, as their title pages write them.

The Bluebook sets books and journals in small capitals, which come out of a PDF as capitals: "INTERNATIONAL
ORGANIZATIONS AS LAW-MAKERS", "16 CHI. J. INT’L L.". No program that cites them could undo that.
"""

import re
from functools import cache

from index.terms.missions import missions
from ingest.words.folding import FUNCTION_WORDS
from ingest.works.spelling import bodies
from ui.cites.titlewords import is_listed

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_CUT = re.compile(r"(?<![\w.])[^\W\d_]{2,}(?:[’'][^\W\d_]+)*(?=\.(?![^\W\d_]))")
"""A word that a stop cuts short: "CHI.", "INT’L" in "CHI. J. INT’L L."; not the letters of "N.Y.U."."""
_LONG, _FEWEST = 4, 2
"""Letters of a word that no English list has, and words without which capitals are signs: "BGE 131 II 361"."""
_SIGN = re.compile(r"X{0,3}(?:IX|IV|V?I{1,3}|V|(?<=X))|[^AEIOUY’']{2,}")
"""A roman number, or letters without a vowel."""
_ACRONYM = 3
"""Letters of the longest word that is no English one and yet more likely an acronym than a name: "UN", "DRC"."""


def title_out_of_capitals(title: str) -> str:
    """A title in capitals with capitals at its words' beginnings alone; any other as it is."""
    words = list(_WORD.finditer(title))
    if not title.isupper() or sum(_is_word(word[0]) for word in words) < _FEWEST:
        return title
    made, end = [], 0
    for word in words:
        between = title[end : word.start()]
        made += [between, _written(word[0], opens=not end or ":" in between)]
        end = word.end()
    return "".join([*made, title[end:]])


def journal_out_of_capitals(name: str) -> str:
    """A journal's abbreviated name in capitals, each word with one capital; any other name as it is."""
    if not name.isupper() or not _CUT.search(name):
        return name
    return _WORD.sub(lambda word: _named(word, name), name)


def _named(word: re.Match[str], name: str) -> str:
    if len(word[0]) == 1:
        return word[0]  # "J.", "L."
    cut_short = name[word.end() : word.end() + 1] == "."
    return word[0].capitalize() if cut_short else _written(word[0], opens=word.start() == 0)


def _written(word: str, *, opens: bool) -> str:
    small = word.lower()
    if small in FUNCTION_WORDS and not opens:
        return small
    known = is_listed(small) or small in FUNCTION_WORDS
    if word in _acronyms() or _SIGN.fullmatch(word) or (not known and len(word) <= _ACRONYM):
        return word
    return small[0].upper() + small[1:]


def _is_word(word: str) -> bool:
    if _SIGN.fullmatch(word):
        return False
    return len(word) >= _LONG or (len(word) == _ACRONYM and is_listed(word.lower()))


@cache
def _acronyms() -> frozenset[str]:
    """Missions and bodies that go by letters: "MINUSMA", "DPKO"."""
    return frozenset(missions()) | frozenset(bodies().values())
