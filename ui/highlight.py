"""Which words of a text a question names."""

import re
from dataclasses import dataclass

from index.terms.functionwords import telling
from ingest.words.folding import fold

_WORD = re.compile(r"\w+(?:[/’'.\-]\w+)*")
SHORTEST_MARKED = 4
"""Letters: shorter words ("the", "des", "in") say nothing by standing in a text; symbols and acronyms are longer or
in capitals, and those are kept whatever their length."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters [start, end) of a text."""

    start: int
    end: int


def question_words(question: str) -> frozenset[str]:
    """The folded words of a question that are worth marking."""
    words = telling(_WORD.findall(question))
    return frozenset(fold(word) for word in words if len(word) >= SHORTEST_MARKED or (len(word) > 1 and word.isupper()))


def mark_words(text: str, words: frozenset[str]) -> list[Marked]:
    """Where a text has one of the words, whatever its case, accents or plural."""
    if not words:
        return []
    wanted = words | {_singular(word) for word in words}
    return [
        Marked(match.start(), match.end())
        for match in _WORD.finditer(text)
        if (folded := fold(match[0])) in wanted or _singular(folded) in wanted
    ]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > SHORTEST_MARKED and word.endswith("s") and not word.endswith("ss") else word
