"""Lists whose entries begin with the family name and have no comma behind it: "Badie Bertrand, Le diplomate"."""

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from ingest.words.folding import fold
from ingest.words.given import is_given

_HEAD = re.compile(r"(?P<family>[A-ZÀ-Þ][\w’-]*[a-zà-ÿ])\s(?P<given>[A-ZÀ-Þ][\w’-]*[a-zà-ÿ])(?=,\s[“«A-ZÀ-Þ])")
_FEWEST = 3
"""Entries in a row that show an order."""
_SAME_TITLE = 24
"""Characters behind a name in a list and in a note that show one work."""


def surnames_first(texts: Sequence[str], notes: Sequence[str] = ()) -> frozenset[str]:
    """Return the names that the entries of a list print so: "Badie Bertrand".

    All of them where most entries begin so, in alphabetical order of their first words, given names second. Else those
    before whose title a note has the same two words in the other order, and with these all that end with a given name.

    Args:
        texts: the entries'.
        notes: the texts of the document's notes.
    """
    heads = [m for m in map(_HEAD.match, texts) if m]
    if not heads:
        return frozenset()
    if _ordered(heads, len(texts)):
        return frozenset(m.group() for m in heads)
    said = "\n".join(notes)
    turned = {m.group() for m in heads if f"{_turned(m)}{m.string[m.end() : m.end() + _SAME_TITLE]}" in said}
    kept = any(m.string[: m.end() + _SAME_TITLE] in said for m in heads)
    alike = {m.group() for m in heads if is_given(m["given"]) and not is_given(m["family"])}
    return frozenset(turned | alike if turned and not kept else turned)


def in_direct_order(text: str, turned: Set[str]) -> str:
    """Return an entry that begins with one of these names with the given name first: "Bertrand Badie, Le diplomate"."""
    m = _HEAD.match(text)
    return f"{_turned(m)}{text[m.end() :]}" if m and m.group() in turned else text


def _turned(head: re.Match[str]) -> str:
    return f"{head['given']} {head['family']}"


def _ordered(heads: Sequence[re.Match[str]], entries: int) -> bool:
    """Whether most entries of a list begin so, in alphabetical order of their first words, given names second."""
    if len(heads) < _FEWEST or 2 * len(heads) < entries:
        return False
    first = [fold(m["family"]) for m in heads]
    falling = sum(one > other for one, other in pairwise(first))
    given = [is_given(m["given"]) and not is_given(m["family"]) for m in heads]
    return 2 * sum(given) > len(heads) and falling * _FEWEST < len(heads)
