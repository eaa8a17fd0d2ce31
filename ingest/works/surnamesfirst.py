"""Lists whose entries begin with the family name and have no comma behind it: "Badie Bertrand", "Orford A."."""

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from ingest.words.folding import fold
from ingest.words.given import is_given

_HEAD = re.compile(r"(?P<family>[A-ZÀ-Þ][\w’-]*[a-zà-ÿ])\s(?P<given>[A-ZÀ-Þ][\w’-]*[a-zà-ÿ])(?=,\s[“«A-ZÀ-Þ])")
_FEWEST = 3
"""Entries in a row that show an order."""
_ONE = r"[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?\s"
_INITIALLED = re.compile(rf"{_ONE}(?:[A-ZÀ-Þ]{{2,3}}(?:\.|,\s)|[A-ZÀ-Þ],\s{_ONE}[A-ZÀ-Þ]{{1,3}}[.,])")
"""Several initials, or several authors, without a stop or comma: "Liang KY.", "Bove V, Elia L."."""
_ALONE = re.compile(r"(?P<family>[A-ZÀ-Þ][\w’-]+)\s(?P<initial>[A-ZÀ-Þ])(?=\.\s)")
"""One author by one initial, which reads like a title's beginning: "Orford A. International Authority"."""
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


def initials_behind(texts: Sequence[str]) -> bool:
    """Whether most entries of a list begin with family names and bare initials, as medical journals print them."""
    sure = sum(_INITIALLED.match(text) is not None for text in texts)
    alone = sum(_ALONE.match(text) is not None for text in texts)
    return sure >= _FEWEST and 2 * (sure + alone) > len(texts)


def with_comma(text: str) -> str:
    """Return an entry of such a list by one author with one initial as others print it: "Orford, A. International"."""
    return _ALONE.sub(r"\g<family>, \g<initial>", text, count=1) if _ALONE.match(text) else text


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
