"""Patterns that few texts match, each with a quick look for letters of which every match holds some.

Most notes cite no interview, no treaty and no thesis, yet to find that out a pattern is tried at each letter of a text.
To look for a few letters takes a hundredth of the time, and where none of them stands the pattern need not be tried.
"""

import re
import sys
from collections.abc import Iterable
from functools import lru_cache

_NO_END = sys.maxsize


class _Guarded:
    """A pattern and its signs."""

    __slots__ = ("_any_case", "_flags", "compiled", "pattern", "signs")

    def __init__(self, pattern: str, *signs: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """Takes up a pattern, which is compiled when a text first holds one of its signs.

        Args:
            pattern: As for `re.compile`.
            signs: What its matches are known by, in small letters where the pattern ignores case. The only white space
                in texts is the space.
            flags: As for `re.compile`.
        """
        self.compiled: re.Pattern[str]
        self.pattern = pattern
        self.signs = signs
        self._flags = flags
        self._any_case = bool(flags & re.IGNORECASE) or "(?i:" in pattern

    def __getattr__(self, name: str) -> re.Pattern[str]:
        """Compile the pattern, once: Python asks here for what is not yet there."""
        if name != "compiled":
            raise AttributeError(name)
        self.compiled = re.compile(self.pattern, self._flags)
        return self.compiled


class Rare(_Guarded):
    """A pattern every match of which holds one of its signs; it answers as `re.Pattern` does."""

    __slots__ = ()

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
        return self.compiled.search(text, start, end) if self.may_match(text) else None

    def match(self, text: str, start: int = 0, end: int = _NO_END) -> re.Match[str] | None:
        """Return the match that begins at `start`."""
        return self.compiled.match(text, start, end) if self.may_match(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match that is all of a text."""
        return self.compiled.fullmatch(text) if self.may_match(text) else None

    def finditer(self, text: str, start: int = 0, end: int = _NO_END) -> Iterable[re.Match[str]]:
        """Return the matches in [start, end)."""
        return self.compiled.finditer(text, start, end) if self.may_match(text) else ()

    def subn(self, by: str, text: str, count: int = 0) -> tuple[str, int]:
        """Return a text with `by` for each match, and how many there were."""
        return self.compiled.subn(by, text, count) if self.may_match(text) else (text, 0)

    def sub(self, by: str, text: str, count: int = 0) -> str:
        """Return a text with `by` for each match."""
        return self.compiled.sub(by, text, count) if self.may_match(text) else text


class Opening(_Guarded):
    """A pattern every match of which begins with one of its signs, two characters each."""

    __slots__ = ("_pairs",)

    def __init__(self, pattern: str, *signs: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """Takes up a pattern; the arguments are those of `Rare`."""
        super().__init__(pattern, *signs, flags=flags)
        self._pairs = frozenset(signs)

    def match(self, text: str, start: int = 0, end: int = _NO_END) -> re.Match[str] | None:
        """Return the match that begins at `start`."""
        begun = text[start : start + 2]
        if (_small(begun) if self._any_case else begun) not in self._pairs:
            return None
        return self.compiled.match(text, start, end)


@lru_cache(maxsize=2048)
def _small(text: str) -> str:
    """Return a text in small letters, as `re` compares them in any case: "ı" and "İ" are "i" to it, "ſ" is "s"."""
    return text.lower().replace("ı", "i").replace("i̇", "i").replace("ſ", "s")
