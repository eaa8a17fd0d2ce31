"""Dashes in a list of references: they stand for the authors of the entry before, one dash for all or for each."""

import re

from ingest.citations import colons, heads
from ingest.words import names

DASH = re.compile(
    r"^(?:[‒–—―⸺_-]\s?){2,}[.,:]?\s*|^[—―⸺⸻]\s?[.,:]?\s*|^–\s[.,:]?\s*"
    r"|^(?:Id\.|Idem\.?|[Dd](?:ers|ies)\.),?\s|^[.,]\s(?=\S)"
)
"""What stands for the authors of the entry before; of a line that was drawn there only the comma is left."""
_DASHES = re.compile(r"(?:[–_-]{2,}|—+)(?:,\s(?:[–_-]{2,}|—+))+")
"""One dash for each of them: "—, —, and Matt Schroeder. 2017."."""
_AND_OTHERS = re.compile(r"(?:and|&|et|und)\s|,\s?(?:and|&)")


def restored(shown: str, people: names.Names, before: str) -> str:
    """Return an entry with the authors for whom its dash or dashes stand, parted from the title as in another one.

    Args:
        shown: The entry, which begins with a dash.
        people: The authors of the entry before it.
        before: That entry.
    """
    several = _DASHES.match(shown)
    dash = several or DASH.match(shown)
    assert dash, "the entry begins with a dash"
    rest = shown[dash.end() :].lstrip(" .,")
    many = several[0].count(",") + 1 if several else 1
    if rest.startswith(":") or colons.headed(before):
        return f"{_in_words(people).removesuffix('.')}: {rest.lstrip(' :')}"
    if _AND_OTHERS.match(rest) or heads.inverted(before):
        more = _AND_OTHERS.match(rest) is not None
        return f"{_in_words(people, many if more else 0)} {rest}"
    family = [f"{p.get('non-dropping-particle', '')} {p.get('family') or p.get('literal', '')}" for p in people.csl]
    direct = [" ".join(f"{p.get('given', '')} {f}".split()) for p, f in zip(people.csl, family, strict=True)]
    return f"{' / '.join(direct)}, {rest}"


def _in_words(people: names.Names, first_of: int = 0) -> str:
    """Return the authors for whom a dash stands in the next entry, in a bibliography's order.

    "———. 2014." stands for all authors of the entry before, "———, and Matteo Romanello" for the first one, two dashes
    before another name for the first two.

    Args:
        people: All of them.
        first_of: How many of them, where others follow; 0 for all, and no others.
    """
    first, *others = people.csl[:first_of] if first_of else people.csl
    family = first.get("family") or first.get("literal", "")
    particle = first.get("non-dropping-particle")
    whole = ", ".join(x for x in (f"{particle} {family}" if particle else family, first.get("given")) if x)
    more = [" ".join(x for x in (o.get("given"), o.get("non-dropping-particle"), o.get("family")) if x) for o in others]
    if first_of:
        return f"{', '.join((whole, *more))},"
    listed = f"{whole}, {', '.join((*more[:-1], f'and {more[-1]}'))}" if more else whole
    return f"{listed}."
