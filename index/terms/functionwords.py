"""Words of a question that tell nothing of what it asks for: "pourquoi", "the", "welche".

In a library in English no passage has "pourquoi", so that it would count for more than all that a French question is
about; and the few French passages have each "des". Which of a question's words these are depends on its language, and
that shows by the same words.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from ingest.words.folding import fold


def telling(words: Sequence[str]) -> tuple[str, ...]:
    """The words without those that tell nothing in the question's language; all, where none would be left."""
    small = silent(language_of(words))
    return tuple(word for word in words if fold(word) not in small) or tuple(words)


def tells(words: Sequence[str]) -> bool:
    """Whether words tell anything of what is asked: not "what is the" or "the", but "un" alone, or "the WHO", may."""
    language = language_of(words)
    if len(words) == 1 and language != "en":
        return True
    small = silent(language)
    return any(fold(word) not in small or (len(word) > 1 and word.isupper()) for word in words)


def language_of(words: Sequence[str]) -> str | None:
    """The language (ISO 639-1) that a question's small words are of, English where two have as many; None without any.

    Letters do not count: the "L" of "A/C.4/48/L.11" is no French article.
    """
    folded = [word for word in map(fold, words) if len(word) > 1]
    counts = {language: sum(word in small for word in folded) for language, small in _lists().items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] else None


@cache
def silent(language: str | None) -> frozenset[str]:
    """The words, folded, that tell nothing in a question in this language; none where it is not known."""
    return _lists().get(language or "", frozenset()) | _words().get(f"{language} too", frozenset())


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    """The words that tell a language."""
    return {language: words for language, words in _words().items() if not language.endswith(" too")}


@cache
def _words() -> Mapping[str, frozenset[str]]:
    lines = files("index").joinpath("data", "function_words.txt").read_text("utf-8").splitlines()
    named = (line.split(": ", 1) for line in lines if line and not line.startswith("#"))
    return {language: frozenset(map(fold, words.split())) for language, words in named}
