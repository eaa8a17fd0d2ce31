"""Which words of a text a question names."""

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"\w+(?:[/’'.\-]\w+)*")
SHORTEST_MARKED = 4
"""Letters: shorter words ("the", "des", "in") say nothing by standing in a text; symbols and acronyms are longer or
in capitals, and those are kept whatever their length."""

_FUNCTION_WORDS = frozenset(
    """
    about after also been before being between both could does during each even ever every from have having here into
    just many might more most much must only other over same should some such than that their them then there these
    they this those through under until upon very were what when where whether which while whom whose will with would
    your avec aussi ainsi cette chez comme dans dont elle elles entre leur leurs mais même nous pour quand quel quelle
    quelles quels sans sera sont sous leur tous tout toute toutes très vers vous était
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""They stand in every text and are no find."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters [start, end) of a text."""

    start: int
    end: int


def question_words(question: str) -> frozenset[str]:
    """The folded words of a question that are worth marking."""
    telling = [word for word in _WORD.findall(question) if word.lower() not in _FUNCTION_WORDS]
    return frozenset(
        _fold(word) for word in telling if len(word) >= SHORTEST_MARKED or (len(word) > 1 and word.isupper())
    )


def mark_words(text: str, words: frozenset[str]) -> list[Marked]:
    """Where a text has one of the words, whatever its case, accents or plural."""
    if not words:
        return []
    wanted = words | {_singular(word) for word in words}
    return [
        Marked(match.start(), match.end())
        for match in _WORD.finditer(text)
        if (folded := _fold(match[0])) in wanted or _singular(folded) in wanted
    ]


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold()).replace("’", "'")
    return "".join(char for char in plain if not unicodedata.combining(char))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > SHORTEST_MARKED and word.endswith("s") and not word.endswith("ss") else word
