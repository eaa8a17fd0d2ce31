"""One spelling for the words of a key, whatever a citation's: "Peace-building Organisations" is "Peacebuilding ...".

Both spellings may become a word that no one writes; only that they become the same counts.
"""

import csv
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from ingest.words.folding import fold
from ingest.words.person import FAMILY_PARTICLES, PARTICLES

_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_]{2})")
_AMERICAN = (
    (re.compile(r"(?<=\w{3})is(?=(?:e[drs]?|ing|ations?|ational|ers?)$)"), "iz"),
    (re.compile(r"(?<=\w{3})our(?=$|s$|ed$|ing$|al$|able$|hood$)"), "or"),
    (re.compile(r"(?<=\w{3})ence(?=s?$)"), "ense"),
    (re.compile(r"(?<=progra)mme(?=s?$)"), "m"),
    (re.compile(r"(?<=\w{2})tre(?=s?$)"), "ter"),
    (re.compile(r"(?<=\w{2})ll(?=ed$|ing$|ers?$)"), "l"),
)
"""British endings and the American ones: organisation, labour, defence, programme, centre, modelling."""
_UMLAUT = re.compile(r"(?<=[aou])e(?!$)")
"""The umlaut written out: "Kuehne" for "Kühne", whose dots folding takes off."""


@lru_cache(maxsize=65536)
def spelled(word: str) -> str:
    """Return a folded word of a title in the spelling of keys."""
    for british, american in _AMERICAN:
        word = british.sub(american, word)
    return word


def unhyphened(title: str) -> str:
    """Return a title whose hyphens between words are gone: "peace-building" is "peacebuilding"."""
    return _HYPHEN.sub("", title)


def family(name: str) -> str:
    """Return a folded family name in the spelling of keys, without particles: "van der Hoeven" is "Hoeven"."""
    first, space, rest = name.partition(" ")
    return family(rest) if space and first in PARTICLES | FAMILY_PARTICLES else _UMLAUT.sub("", name)


def body(name: str) -> str:
    """Return the name of a body, folded, by its abbreviation where it is one that everybody knows: "ohchr"."""
    folded = fold(name)
    return _bodies().get(folded, folded)


@lru_cache(maxsize=1)
def bodies() -> Mapping[str, str]:
    """Return the names of bodies that everybody abbreviates, each with its abbreviation."""
    lines = resources.files("ingest").joinpath("data/bodies.csv").read_text("utf-8").splitlines()
    return {row["name"]: row["short"] for row in csv.DictReader(lines)}


@lru_cache(maxsize=1)
def _bodies() -> dict[str, str]:
    return {fold(name): fold(short) for name, short in bodies().items()}
