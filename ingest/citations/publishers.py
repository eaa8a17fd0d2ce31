"""The words that publishers have in their names, and the towns where books appear."""

import re

from ingest.words.folding import fold
from ingest.words.joiners import AND
from ingest.words.wordlists import wordlist

PUBLISHER = re.compile(
    r"\b(?:Press(?:es)?|Publish\w*|Verlag|[ÉEe]dit(?:ions|orial|ore|ora|ori|ores)|Edi(?:zioni|ciones|ções)|Books|Uitgeverij"
    r"|Librairie|Librería|[A-Z]?UP|Universit\w+|Universidad\w*|Institut(?:e|o)?|Association|Sons)\b"
)
"""What houses have in their names. Those that have only people's ("Brill", "Pedone") are known by where they stand."""
_TOWNS = frozenset(town.replace("_", " ") for town in wordlist("publishing_towns"))
_BETWEEN = re.compile(rf"\s?/\s?|\s[–-]\s|\s{AND}\s|,\s")


def is_town(words: str) -> bool:
    """Whether `words` are a town where books appear, or several: "München/Wien", "Roma-Bari"."""
    first = _BETWEEN.split(words.strip(" ,."), maxsplit=1)[0]
    first = first.removesuffix(" u. a.").removesuffix(" u.a.")
    return fold(first) in _TOWNS or ("-" in first and all(fold(town) in _TOWNS for town in first.split("-")))
