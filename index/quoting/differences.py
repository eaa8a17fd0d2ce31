"""Where a quotation differs from what is printed, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from index.quoting.matching import as_typed

_WORD = re.compile(r"\S+")
_EDGES = " .,;:!?'\"()[]…"


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that stand in one of the two, and what stands there in the other; one of them may be ""."""

    quoted: str
    printed: str
    at: int
    """Offset of the printed words in the printed text, or of the place where they are wanting."""


def differences(quoted: str, printed: str) -> tuple[Difference, ...]:
    """The words that differ, in order.

    What an author may change without a word does not count: straight for curly marks, the first letter's case, and the
    stops before and after the quotation.
    """
    ours, theirs = _words(quoted), _words(printed)
    steps = SequenceMatcher(None, _keys(ours), _keys(theirs), autojunk=False).get_opcodes()
    return tuple(
        Difference(
            quoted=" ".join(word[0] for word in ours[i1:i2]),
            printed=" ".join(word[0] for word in theirs[j1:j2]),
            at=theirs[j1].start() if j1 < len(theirs) else len(printed),
        )
        for kind, i1, i2, j1, j2 in steps
        if kind != "equal"
    )


def _words(text: str) -> list["re.Match[str]"]:
    return list(_WORD.finditer(text))


def _keys(words: list["re.Match[str]"]) -> list[str]:
    keys = [as_typed(word[0]) for word in words]
    if keys:
        first = keys[0].lstrip(_EDGES)
        keys[0] = first[:1].lower() + first[1:]
        keys[-1] = keys[-1].rstrip(_EDGES)
    return keys
