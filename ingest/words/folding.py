"""Folding words so that spellings of one name or title compare equal."""

import re
import unicodedata
from functools import lru_cache

from ingest.words.wordlists import wordlist

LETTERS = str.maketrans({"ø": "o", "ß": "ss", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})
"""Letters that Unicode does not take apart into a base letter and an accent: Bjørn, Weiß, Łódź."""

ARTICLES = wordlist("articles")

FUNCTION_WORDS = ARTICLES | wordlist("function_words")

KINDS_OF_LAWS = wordlist("kinds_of_laws")
"""Words that say of a law only of what kind it is, folded."""

_NOT_WORD = re.compile(r"[\W_]+")
_BLANKS = {code: " " for code in range(128) if not chr(code).isalnum()}
"""The same for plain letters, several times as fast."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_LONGER = re.compile(r"\w\w+")
_SUBTITLE = re.compile(r"\s*:\s|(?<!\bNo)(?<!\bno)(?<!\bNr)[.?!]\s|\s[–—-]\s")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return `text` in lower case, without accents and punctuation, its words one space apart.

    "Dag Hammarskjöld’s “U.N.”" -> "dag hammarskjold s u n".
    """
    plain = text.casefold()
    if plain.isascii():
        return plain if plain.isalnum() else " ".join(plain.translate(_BLANKS).split())
    plain = _NOT_ASCII.sub(lambda letters: _without_accents(letters.group()), plain)
    return plain if plain.isalnum() else _NOT_WORD.sub(" ", plain).strip()


@lru_cache(maxsize=4096)
def _without_accents(letters: str) -> str:
    parted = unicodedata.normalize("NFKD", letters.translate(LETTERS))
    return "".join([c for c in parted if not unicodedata.combining(c)])


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`, function words and articles left out (unless nothing else is there)."""
    every = fold(text).split()
    return tuple(w for w in every if w not in FUNCTION_WORDS) or tuple(every)


@lru_cache(maxsize=65536)
def main_title(title: str) -> str:
    """Return a title without its subtitle: "The UN at War: Examining ..." -> "The UN at War".

    A subtitle begins at a colon, a full stop, a question mark or a spaced dash, the marks that library catalogues
    put there. A main title of one word is too little to know a work by and keeps its subtitle.
    """
    head = _SUBTITLE.split(title, maxsplit=1)[0]
    # "UN" is no article, though French "un" is one: "The UN at War" are two words to know a work by.
    bodies = [] if head.isupper() else [word for word in _LONGER.findall(head) if word.isupper()]
    telling = {*words(head), *map(fold, bodies)}
    return head if len(telling) > 1 else title
