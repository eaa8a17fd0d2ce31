"""What a person types -> a small tree that each store compiles: terms, symbols and phrases.

No engine's syntax is read or written here: a bracket, a lone quotation mark or "AND" is text like any other, so that
no query can be malformed.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from index.model import Filters, Mode
from index.terms.functionwords import telling, tells
from index.typed import names_typed, only_a_place, place_typed, resolutions_within, whole
from ingest.words.folding import fold

MOST_TERMS = 64
"""A pasted paragraph is a fair question; beyond this many different words more of them change nothing."""

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛`´ʼ", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑", "-"),
        "\0": " ",
    }
)
_CUT = re.compile(r"(?<=[^\W\d_])-[^\S\n]*\n\s*(?=[^\W\d_])")
"""Where a line's end cuts a word that was copied from a PDF: "peacekee-⏎ping"."""
_QUOTED = re.compile(r'"([^"]*)"')
_SYMBOL = re.compile(r"(?<![\w/:.])([A-Za-z]{1,8}(?:/[\w.\-]+)+)(?:\s*\(\d{4}\))?")
JOINED = re.compile(r"-(?=[A-Za-z]{1,8}/)")
"""One document of two bodies: A/70/95-S/2015/446."""
_WORD = re.compile(r"[^\W_]+")
_telling = lru_cache(maxsize=64)(telling)  # asked for again with every passage


@dataclass(frozen=True, slots=True)
class Alternative:
    """Other words for some of a question's: its mission's full name, the term in the other language."""

    words: str
    instead: tuple[str, ...]
    """The terms of the question that it stands for."""
    weight: float
    """Of finding it, where finding the question's own words counts 1."""


@dataclass(frozen=True, slots=True)
class Query:
    """One question, taken apart."""

    question: str
    """The whole as a sentence, without quotation marks: what is embedded."""
    terms: tuple[str, ...]
    """Words that a passage may contain, each once, as typed."""
    symbols: tuple[str, ...]
    """UN symbols and the like, whole ("S/RES/2100"), without the year in brackets that may follow them; a DOI too,
    where it is all of the question."""
    phrases: tuple[str, ...]
    """Words that a passage must contain in this order, side by side; signs between them do not count."""
    also: tuple[Alternative, ...] = ()
    """What may stand in a passage instead of the question's own words (see `index.search.widening`)."""
    place: str = ""
    """The paragraph that is asked for of the works that the symbols name: "16" of "S/RES/2100, para. 16"."""

    @property
    def telling(self) -> tuple[str, ...]:
        """The terms without those that tell nothing ("the", "pourquoi"), where others are left."""
        return _telling(self.terms)

    @property
    def is_one_word(self) -> bool:
        """Whether it is looked up by one word alone: a name, or a term of art."""
        return len(self.telling) == 1 and not (self.symbols or self.phrases)

    @property
    def names_works(self) -> bool:
        """Whether it does nothing but name works by symbol or DOI, for which there are no other words."""
        return bool(self.symbols) and not (self.terms or self.phrases)

    @property
    def empty(self) -> bool:
        """Whether nothing at all can be looked up: meaning comes near "what is the" too, and says nothing by it."""
        return not (tells(self.terms) or self.symbols or self.phrases)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which passages may answer: those that the filters admit and that contain every phrase."""

    filters: Filters = field(default_factory=Filters)
    phrases: tuple[str, ...] = ()


@lru_cache(maxsize=64)  # every room of a search takes its question apart
def parse(text: str, mode: Mode = "hybrid") -> Query:
    """Take a question apart.

    In mode "phrase" the whole text is one phrase. Where it does nothing but name a work by symbol or DOI, however
    typed ("sres2098", "resolution 2098 (2013)", "S/RES/2100 para 16"), nothing else is looked for: no words are like
    it. Nor are any like a page of no document ("p. 33"). Otherwise "quoted parts" (in any typographic form) are
    phrases; words with a slash and a digit are symbols ("S/RES/2100 (2013)", "a/70/95", but not "and/or"), and so are
    resolutions; the rest are terms. A quotation mark without its partner counts for nothing.
    """
    plain = whole(" ".join(_plain_signs(text).split()))
    if mode == "phrase":
        phrase = " ".join(plain.replace('"', " ").split())
        return Query(phrase, (), (), (phrase,) if fold(phrase) else ())
    if only_a_place(plain):
        return Query(plain, (), (), ())
    rest, place = place_typed(plain)
    if names := names_typed(rest):
        return Query(plain, (), names, (), place=place)
    phrases = tuple(dict.fromkeys(part.strip() for part in _QUOTED.findall(plain) if fold(part)))
    rest = _QUOTED.sub(" ", plain).replace('"', " ")
    written = [found[1] for found in _SYMBOL.finditer(rest) if _numbered(found[1])]
    bare = [_bare(one) for words in written for one in JOINED.split(words)]
    symbols = tuple(dict.fromkeys((*bare, *resolutions_within(rest))))
    rest = _SYMBOL.sub(lambda found: " " if _numbered(found[1]) else found[0], rest)
    terms = tuple(dict.fromkeys(_WORD.findall(rest)))[:MOST_TERMS]
    return Query(" ".join(plain.replace('"', " ").split()), terms, symbols, phrases)


def _plain_signs(text: str) -> str:
    """With typewriter quotes and hyphens, and without what nobody sees or no store can hold.

    That is what copying brings along: ligatures, letters of full width, words that a line's end cuts, signs that only
    tell how to set a text (soft hyphens, joiners, directions); and lone surrogates and NUL.
    """
    sound = unicodedata.normalize("NFKC", text.encode("utf-8", "ignore").decode("utf-8")).translate(_SIGNS)
    return _CUT.sub("", "".join(sign for sign in sound if unicodedata.category(sign) != "Cf"))


def _numbered(word: str) -> bool:
    return any(sign.isdigit() for sign in word)


def _bare(symbol: str) -> str:
    return symbol.rstrip(".-/").upper()
