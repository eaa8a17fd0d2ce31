"""Works that a question names by their author and words of their title: "Weiss Humanitarian Intervention".

A reader remembers a work so, and notes cite it so for the second time. A work fits where all that the question says is
a name of its people or stands in its title; where several fit, all do.

Many family names are ordinary words ("White", "Long"), and most bodies are called by nothing else. What may be one
names a work only with so much of a title, in its order, as nobody says by chance.
"""

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.names import year_of
from index.sqlite.alternatives import quoted
from index.sqlite.works import names_said
from index.terms.dictionaries import is_known
from index.terms.functionwords import language_of, silent
from index.terms.glossary import stem
from index.typed import CITING
from ingest.words.folding import FUNCTION_WORDS, fold, main_title

YEAR = re.compile(r"(?:1[89]|20)\d\d[a-z]?")
BEGINNING = 3
"""Telling words by which the beginning of a title is known."""
_MOST = 14
"""Words; what is longer is no author and title."""
# fmt: off
_BESIDE = frozenset(
    {
        "al", "ed", "eds", "ibid", "id", "supra", "infra", "note", "notes", "n", "op", "cit", "loc", "p",
        "pp", "vol", "argue", "argues", "argued", "claim", "claims", "think", "thinks", "wrote", "write",
        "writes", "writing", "written", "according", "view", "views", "works", "author", "authors",
        "book", "books", "article", "articles", "paper", "papers", "publications", "selon", "dit", "ecrit",
        "pense", "auteur", "oeuvres", "ouvrages", "livres", "laut", "schreibt", "meint", "sagt", "autor", "werke",
    }
)
# fmt: on
"""What is said beside author and title by a note, or by who asks what somebody says."""
_LONG = range(1, 4)
"""Words of a family's name."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as an author, or an author and words of a title, in order."""

    said: tuple[str, ...]
    """Folded; the small words left out."""
    years: frozenset[str]
    capital: frozenset[str]
    """Words that have a capital where others have none: names."""
    runs: tuple[str, ...]
    """Words and runs of words that may be a family's name: "le bihan"."""
    small: frozenset[str]
    """What tells nothing in it, nor in a title."""


@lru_cache(maxsize=64)  # several rooms of a search ask
def asked(question: str) -> Asked | None:
    """The question so read; None where it cannot be one."""
    every = _WORD.findall(question)
    if len(every) > _MOST:
        return None
    bodies = {fold(word) for word in every if len(word) > 1 and word.isupper()} if not question.isupper() else set()
    small = (
        _BESIDE | CITING | FUNCTION_WORDS | silent(language_of(every))
    ) - bodies  # "UN" tells something, "un" nothing
    told = [word for word in every if fold(word) not in small]
    folded = [fold(word) for word in told]
    said = dict.fromkeys(word for word in folded if not YEAR.fullmatch(word) and not word.isdigit())
    if not said:
        return None
    some_small = any(word.islower() for word in (told if len(said) > 1 else every))
    return Asked(
        tuple(said),
        frozenset(word[:4] for word in folded if YEAR.fullmatch(word)),
        frozenset(fold(word) for word in told if some_small and word[0].isupper() and word is not every[0]),
        tuple(fold(" ".join(every[at : at + long])) for long in _LONG for at in range(len(every) - long + 1)),
        small,
    )


def cited_works(connection: sqlite3.Connection, one: Asked) -> Iterator[tuple[int, int]]:
    """The numbers of the cited works that fit, each with how often a document surely cites it."""
    sought = " AND ".join(f"({{authors title}} : {quoted(_beginning(word))} *)" for word in one.said)
    found = connection.execute(
        "SELECT work, authors, title, year, certain FROM cited WHERE row IN "
        "(SELECT rowid FROM cited_words WHERE cited_words MATCH ?)",
        (sought,),
    )
    for row in found:
        if _fits(one, row["authors"], row["title"], row["year"]):
            yield row["work"], row["certain"]


def documents(connection: sqlite3.Connection, one: Asked) -> Iterator[str]:
    """The ids of the documents of the library that fit."""
    found = connection.execute(
        "SELECT id, year, data -> 'document' -> 'csl' AS csl FROM documents WHERE row IN "
        "(SELECT document FROM authors WHERE folded IN (SELECT value FROM json_each(?))) ORDER BY year DESC, row",
        (json.dumps(one.runs),),
    )
    for row in found:
        csl = json.loads(row["csl"])
        if _fits(one, names_said(csl), str(csl.get("title") or ""), str(year_of(csl) or "")):
            yield row["id"]


def _fits(one: Asked, authors: str, title: str, year: str) -> bool:
    families, given = (frozenset(part.split()) for part in authors.split(" / ", 1))
    names = (families | given).intersection(one.said)
    rest = [word for word in one.said if word not in names]
    years = one.years.difference(fold(title).split())  # "United Nations Peacekeeping, 1946–1967"
    if not rest or not names & families or (years and year not in years):
        return False
    run, whole = _stems(rest), _telling(title, one)
    if run in (whole, _telling(main_title(title), one)) or (len(run) >= BEGINNING and whole[: len(run)] == run):
        return True
    if not given:  # a body
        return False
    if any(is_a_name(name, one) for name in names & families):
        return set(run) <= set(whole)
    return len(run) > 1 and any(whole[at : at + len(run)] == run for at in range(len(whole)))


def is_a_name(word: str, one: Asked) -> bool:
    """Whether a family's name is surely meant as one, not as an ordinary word."""
    return word in one.capital or not is_known(word, ("en", "fr"))


def _beginning(word: str) -> str:
    """With what a word's other forms begin as well."""
    stemmed = stem(word, "en")
    return stemmed if word.startswith(stemmed) else word


def _telling(title: str, one: Asked) -> tuple[str, ...]:
    return _stems([word for word in fold(title).split() if word not in one.small and not word.isdigit()])


def _stems(said: Sequence[str]) -> tuple[str, ...]:
    return tuple(stem(word, "en") for word in said)
