"""Numbers in running heads and feet that may be a page's: "7/22", "- 12 -", "S-12", "xii", "IGAD AND PEACE 67"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.layout import romans

_WHOLE = re.compile(
    rf"""[\s\-–—|•·\[(]*
    (?:(?:page|seite|p\.|s\.|pag\.|página|pagina)\s*)?
    (?:(?P<prefix>[A-Z]{{1,2}}[-–.](?!0)|(?-i:[SEe])(?=[1-9])|\d{{1,2}}[-–](?=[1-9]\d{{0,3}}\b))?(?P<number>\d{{1,5}})
    |(?P<roman>{romans.PATTERN}))
    (?:\s*(?:/|of|von|sur|de|out\ of)\s*(?P<total>\d{{1,4}}))?
    [\s\-–—|•·\])]*""",
    re.IGNORECASE | re.VERBOSE,
)
_SPACED = re.compile(r"\d(?:\s\d){1,3}")
"""A number whose figures are spaced: "1 3 1"."""
_LEADER = re.compile(r"(?:[.…·]\s?){4,}")
"""What leads to a page number in a table of contents."""
_EDGE = re.compile(r"^(?P<first>\d{1,4})(?=[\s|•·])|(?:(?<=[\s|•·])|(?<=page ))(?P<last>\d{1,4})$", re.IGNORECASE)
_STOPS = (".", ",", ";")
"""No running head ends with one."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A number in a running head or foot that may be the page's label."""

    page: int
    """Page index."""
    style: str
    """"D" arabic, "r" or "R" roman, with the prefix where there is one ("S-" in S-12)."""
    value: int
    weight: float
    """How much it looks like a page number, up to 1."""
    key: int
    """Which fragment of the page prints it (for `ingest.layout.furniture`)."""
    look: tuple[object, ...] = ()
    """Where on the page and in what type."""


def printed(page: int, key: int, text: str, look: tuple[object, ...] = ()) -> Iterator[Printed]:
    """Yield what a fragment of a running head or foot may print as the page's label.

    Args:
        page: Page index.
        key: The fragment's key.
        text: Its words: "7/22", "- 12 -", "1 3 1", "S-12", "e1200", "Page 3 of 20", "xii", "IGAD AND PEACE 67". A UN
            paper's job number, "19-00361", is none.
        look: Where on the page and in what type it stands.
    """
    text = text.strip()
    if _SPACED.fullmatch(text):
        text = text.replace(" ", "")
    found = _WHOLE.fullmatch(text)
    if found and found["number"]:
        yield Printed(page, "D" + (found["prefix"] or ""), int(found["number"]), 1.0, key, look)
        if found["prefix"] and found["prefix"][0].isdigit():
            yield Printed(page, "D", int(found["number"]), 0.3, key, look)
    elif found and found["roman"] and found["roman"].isascii():
        roman = found["roman"]
        if roman in (roman.lower(), roman.upper()):
            yield Printed(page, "r" if roman.islower() else "R", romans.value(roman.lower()), 0.9, key, look)
    elif len(text) < 150 and not _LEADER.search(text):
        for edge in _EDGE.finditer(text):
            # "4 Author correspondence with Mark Deeks, 6 June 2017." is a note.
            if edge["first"] and text.endswith(_STOPS):
                continue
            yield Printed(page, "D", int(edge["first"] or edge["last"]), 0.6, key, look)


def label_of(style: str, value: int) -> str:
    """Return a label as it is printed."""
    if style[0] == "D":
        return f"{style[1:]}{value}"
    return romans.roman(value) if style == "r" else romans.roman(value).upper()
