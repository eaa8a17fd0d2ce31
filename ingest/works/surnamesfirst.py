"""Lists whose entries begin with the family name and have no comma behind it: "Badie Bertrand, Le diplomate"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.words.folding import fold
from ingest.words.given import is_given

_HEAD = re.compile(r"(?P<family>[A-ZÀ-Þ][\w’-]*[a-zà-ÿ])\s(?P<given>[A-ZÀ-Þ][\w’-]*[a-zà-ÿ])(?=,\s[“«A-ZÀ-Þ])")
_FEWEST = 3
"""Entries in a row that show an order."""


def surnames_first(texts: Sequence[str]) -> bool:
    """Whether most entries of a list begin so: in alphabetical order of their first words, given names second."""
    heads = [m for m in map(_HEAD.match, texts) if m]
    if len(heads) < _FEWEST or 2 * len(heads) < len(texts):
        return False
    first = [fold(m["family"]) for m in heads]
    falling = sum(one > other for one, other in pairwise(first))
    given = [is_given(m["given"]) and not is_given(m["family"]) for m in heads]
    return 2 * sum(given) > len(heads) and falling * _FEWEST < len(heads)


def in_direct_order(text: str) -> str:
    """Return an entry with the given name first: "Bertrand Badie, Le diplomate"."""
    return _HEAD.sub(r"\g<given> \g<family>", text, count=1)
