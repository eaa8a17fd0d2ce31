"""Patterns that few texts match, each with a quick look for letters of which every match holds some.

Most notes cite no interview, no treaty and no thesis, yet to find that out a pattern is tried at each letter of a text.
To look for a few letters takes a hundredth of the time, and where none of them stands the pattern need not be tried.
"""

import re
import sys
from collections.abc import Iterable
from functools import lru_cache

_NO_END = sys.maxsize


class Rare:
    """A pattern that answers as `re.compile` has it, and sooner where none of its signs stands in the text."""

    __slots__ = ("_any_case", "pattern", "signs")

    def __init__(self, pattern: str, *signs: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """Compiles the pattern.

        Args:
            pattern: As for `re.compile`.
            signs: Every match holds one of these; in small letters where the pattern ignores case.
            flags: As for `re.compile`.
        """
        self.pattern = re.compile(pattern, flags)
        self.signs = signs
        self._any_case = bool(flags & re.IGNORECASE) or "(?i:" in pattern

    def may_match(self, text: str) -> bool:
        """Whether one of the signs stands in a text."""
        if self._any_case:
            text = _small(text)
        for sign in self.signs:  # noqa: SIM110  (`any` takes three times as long)
            if sign in text:
                return True
        return False

    def search(self, text: str, start: int = 0, end: int = _NO_END) -> re.Match[str] | None:
        """Return the first match in [start, end)."""
        return self.pattern.search(text, start, end) if self.may_match(text) else None

    def match(self, text: str, start: int = 0, end: int = _NO_END) -> re.Match[str] | None:
        """Return the match that begins at `start`."""
        return self.pattern.match(text, start, end) if self.may_match(text) else None

    def finditer(self, text: str, start: int = 0, end: int = _NO_END) -> Iterable[re.Match[str]]:
        """Return the matches in [start, end)."""
        return self.pattern.finditer(text, start, end) if self.may_match(text) else ()

    def sub(self, by: str, text: str) -> str:
        """Return a text with `by` for each match."""
        return self.pattern.sub(by, text) if self.may_match(text) else text


@lru_cache(maxsize=1024)
def _small(text: str) -> str:
    """Return a text in small letters, as `re` compares them in any case: it takes "ı" for "i" and "ſ" for "s"."""
    return text.lower().replace("ı", "i").replace("ſ", "s")
