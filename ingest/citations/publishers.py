"""The words that publishers and periodicals have in their names, and the towns where books appear."""

import re

from ingest.words.folding import fold
from ingest.words.joiners import AND
from ingest.words.wordlists import wordlist

PUBLISHER = re.compile(
    r"\b(?:Press(?:es)?|Publish\w*|Verlag|[ÉEe]dit(?:ions|orial|ore|ora|ori|ores)|Edi(?:zioni|ciones|ções)|Books|Uitgeverij"
    r"|Librairie|Librería|[A-Z]?UP|Universit\w+|Universidad\w*|Institut(?:e|o)?|Association|Sons)\b"
)
"""What houses have in their names. Those that have only people's ("Brill", "Pedone") are known by where they stand."""
PERIODICAL = re.compile(
    r"\b(?:Journal|Review|Revue|Quarterly|Times|Post|News|Chronicle|Today|Magazine|Herald|Observer|Observatory|Blog"
    r"|Bulletin|Yearbook|Annuaire|Jahrbuch|Zeitschrift|Archiv|Studies|Affairs|Monitor|Series|Reports?|Papers?|Briefs?|Notes?|Watch)$"
)
"""What a periodical's name ends with, though it may have a body's name in it: "UN Chronicle"."""
HOUSE_ALONE = re.compile(r"[\s.,]*(?P<publisher>[A-ZÀ-Þ][\w&’'-]*(?:\s(?:[A-ZÀ-Þ][\w&’'-]*|of|and|&)){0,5})[\s.]*")
"""All that the APA has after a book's title."""
_TOWNS = frozenset(town.replace("_", " ") for town in wordlist("publishing_towns"))
_BETWEEN = re.compile(rf"\s?/\s?|\s[–-]\s|\s{AND}\s|,\s")


def is_town(words: str) -> bool:
    """Whether `words` are a town where books appear, or several: "München/Wien", "Roma-Bari"."""
    first = _BETWEEN.split(words.strip(" ,."), maxsplit=1)[0]
    first = first.removesuffix(" u. a.").removesuffix(" u.a.")
    return fold(first) in _TOWNS or ("-" in first and all(fold(town) in _TOWNS for town in first.split("-")))


def press_alone(text: str) -> re.Match[str] | None:
    """Return the match of a house that says what it is, before a page: "Oxford University Press, pp. 12–15"."""
    m = HOUSE_ALONE.fullmatch(text)
    return m if m and PUBLISHER.search(m["publisher"]) else None
