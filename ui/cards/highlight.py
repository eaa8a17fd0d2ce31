"""Which words of a text a question names: its words, quoted phrases, symbols, and what else was looked for."""

import re
from collections import defaultdict
from dataclasses import dataclass

from index.found import Results
from index.model import Mode
from index.query import parse
from ingest.words.folding import fold

_WORD = re.compile(r"[^\W_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
SHORTEST_MARKED = 4
"""Letters: shorter words ("the", "des", "in") say nothing by standing in a text; acronyms are kept whatever their
length."""
_RESOLUTION = "S/RES/"


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters [start, end) of a text."""

    start: int
    end: int


def sought(results: Results, mode: Mode = "hybrid") -> frozenset[str]:
    """The words and runs of words, folded, that are worth marking in the answers to a question."""
    query = parse(results.query, mode)
    compounds = _COMPOUND.findall(query.question) if query.terms else []
    inside = {word for compound in compounds for word in compound.split("-")}
    telling = {word for word in query.telling if len(word) >= SHORTEST_MARKED}
    words = [one for one in query.terms if one not in inside and (one in telling or (len(one) > 1 and one.isupper()))]
    prose = [f"resolution {one.removeprefix(_RESOLUTION)}" for one in query.symbols if one.startswith(_RESOLUTION)]
    runs = (*query.phrases, *query.symbols, *prose, *compounds, *results.widened, *results.read_as.values())
    return frozenset(map(fold, (*words, *runs)))


def mark_words(text: str, words: frozenset[str]) -> list[Marked]:
    """Where a text has one of the words or runs of words, whatever its case, accents, signs or plural."""
    by_first: dict[str, list[list[str]]] = defaultdict(list)
    for run in sorted((one.split() for one in words if one), key=len, reverse=True):
        by_first[_singular(run[0])].append([_singular(word) for word in run])
    there = [(found.start(), found.end(), _singular(fold(found[0]))) for found in _WORD.finditer(text)]
    marked, at = [], 0
    while at < len(there):
        runs = by_first.get(there[at][2], ())
        length = next((len(run) for run in runs if [word for _, _, word in there[at : at + len(run)]] == run), 0)
        if length:
            marked.append(Marked(there[at][0], there[at + length - 1][1]))
        at += length or 1
    return marked


def _singular(word: str) -> str:
    return word[:-1] if len(word) > SHORTEST_MARKED and word.endswith("s") and not word.endswith("ss") else word
