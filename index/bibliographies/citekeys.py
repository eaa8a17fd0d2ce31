"""Citekeys as Better BibTeX makes them: `auth.lower + shorttitle(3,3) + year`.

The formula's words are explained at https://retorque.re/zotero-better-bibtex/citing/: the first author's family name in
lower case; of the title the first three words that are no function words, each with a capital; the year. A key once
given is never changed, so it is made only for documents that bring none.
"""

import re
import unicodedata
from collections.abc import Callable, Container
from itertools import count

from index.names import creators, year_of
from ingest.model import Csl
from ingest.words.folding import FUNCTION_WORDS, LETTERS

_SHORT = 3
_WORD = re.compile(r"[^\W_]+")


def citekey(csl: Csl, taken: Callable[[str], Container[str]], fallback: str = "untitled") -> str:
    """A new key for this item: "karlsrudUNWarExamining2015", with a, b, … after it where it is taken.

    Args:
        csl: the item.
        taken: the keys in use that begin with these letters.
        fallback: what to make the key of where the item has no name, title or year.
    """
    names = creators(csl)
    name = str(names[0].get("family") or names[0].get("literal") or names[0].get("given") or "") if names else ""
    told = _latin(str(csl.get("title") or ""))
    # The words of a title in capitals: "THE CLAIMS COMMISSION" is "ClaimsCommission".
    title = [word for word in _WORD.findall(told.title() if told.isupper() else told) if not _small(word)]
    year = year_of(csl)
    key = (
        "".join(_WORD.findall(_latin(name))).lower()
        + "".join(word[0].upper() + word[1:] for word in title[:_SHORT])
        + (str(year) if year else "")
    )
    key = key or "".join(_WORD.findall(_latin(fallback))) or "untitled"
    used = taken(key)
    return next(one for one in (key + _suffix(number) for number in count()) if one not in used)


def _small(word: str) -> bool:
    """Whether it is a function word or the "v" between parties; "UN" is none, though French "un" is."""
    return word == "v" or (word.lower() in FUNCTION_WORDS and not (len(word) > 1 and word.isupper()))


def _suffix(number: int) -> str:
    """Nothing, then a, b, to z, aa, ab and so on."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _latin(text: str) -> str:
    """Without accents and apostrophes, and only what BibTeX takes in a key."""
    apart = unicodedata.normalize("NFKD", text.translate(LETTERS).replace("’", "").replace("'", ""))
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).encode("ascii", "ignore").decode()
