"""A place inside a work, in words and as pandoc cites it."""

import re
from collections.abc import Mapping

from ingest.model import Locator

_TERMS: Mapping[str, tuple[str, str]] = {
    "page": ("p.", "pp."),
    "paragraph": ("para.", "paras."),
    "note": ("n.", "nn."),
    "chapter": ("ch.", "chs."),
    "section": ("sec.", "secs."),
    "article": ("art.", "arts."),
    "article-locator": ("art.", "arts."),
}
_PLAIN = re.compile(r"[ivxlcdm]+|[\w.\-]*\d[\w.\-]*", re.IGNORECASE)
"""What pandoc reads as a locator without braces."""


def locator_words(locator: Locator | None) -> str:
    """Say "p. 67", "pp. 67–68", "para. 35"; "" for no locator."""
    if locator is None:
        return ""
    if is_counted(locator):
        return locator.value
    one, many = _TERMS.get(locator.label, (locator.label, locator.label))
    several = any(sign in locator.value for sign in "–,")
    return f"{many if several else one} {locator.value}"


def is_counted(locator: Locator) -> bool:
    """Tell whether it counts pages of the file, "PDF p. 3", since no number is printed on them."""
    return locator.value.startswith("PDF p")


def pandoc_cite(key: str, locator: Locator | None) -> str:
    """The cite for a text in pandoc's Markdown: `[@key, p. 67]`, in braces what pandoc would not read as a place."""
    if locator is None or not locator.value:
        return f"[@{key}]"
    words = locator_words(locator)
    plain = is_counted(locator) or all(_PLAIN.fullmatch(end) for end in locator.value.split("–"))
    return f"[@{key}, {words}]" if plain else f"[@{key}, {{{words}}}]"
