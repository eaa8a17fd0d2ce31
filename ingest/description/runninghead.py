"""Running heads in a periodical: the title on one page, the periodical's name on the page facing it.

"What the Blue Helmets Are For" stands on each odd page, "The Observer’s Post" on each even one.
"""

from collections.abc import Collection, Iterator, Sequence

from ingest.description.titlepage import TitlePage, agrees
from ingest.pdf.raw import RawPage

_EDGE = 0.12
"""Share of a page's height, above and below, within which its head or foot stands."""
_PAGES = 12
_TWICE = 2
"""Pages that must bear a name: a heading may stand at the top of one."""
_LONGEST = 10
"""Words of a periodical's name."""


def facing_the_title(page: TitlePage, pages: Sequence[RawPage], families: Collection[str]) -> str:
    """Return what stands on every page of one side, where the other side bears the title; "" where nothing does.

    Args:
        page: The title page.
        pages: All pages.
        families: The authors' family names: with them a head names these.
    """
    start = page.title.page
    within = pages[start : start + _PAGES]
    sides = [[set(_heads(raw)) for raw in within if raw.index % 2 == side] for side in (0, 1)]
    for own, other in (sides, sides[::-1]):
        if len(other) < _TWICE or not any(agrees(text, page.title.text) for heads in own for text in heads):
            continue
        names = [text for text in set.intersection(*other) if _may_name(text, page, families)]
        if len(names) == 1 and not any(names[0] in heads for heads in own):
            return names[0]
    return ""


def _heads(raw: RawPage) -> Iterator[str]:
    for line in raw.lines:
        if line.baseline < _EDGE * raw.height or line.baseline > (1 - _EDGE) * raw.height:
            yield " ".join(line.text.split()).strip("0123456789 |·•–—")


def _may_name(text: str, page: TitlePage, families: Collection[str]) -> bool:
    words = text.split()
    named = any(family.casefold() in text.casefold() for family in families)
    plain = 2 <= len(words) <= _LONGEST and text[0].isupper() and not any(sign.isdigit() for sign in text)
    return plain and not named and not agrees(text, page.title.text) and "www." not in text
