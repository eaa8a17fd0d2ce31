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
_NAMES: Mapping[str, tuple[str, str]] = {
    "annex": ("annex", "annexes"),
    "annexe": ("annexe", "annexes"),
    "appendix": ("appendix", "appendices"),
    "enclosure": ("enclosure", "enclosures"),
    "Anhang": ("Anhang", "Anhänge"),
}
"""What CSL calls a supplement, each as a paper calls its own."""
_SEVERAL = re.compile(r"[–,;&]|\b(?:and|et|und|y)\s+(?=\w*\d|[ivxlcdm]+\b)", re.IGNORECASE)
"""What tells a range or a list: "67–68", "3, 5", "12 and 16"."""
_PLAIN = re.compile(r"[ivxlcdm]+|[\w.\-]*\d[\w.\-]*", re.IGNORECASE)
"""What pandoc reads as a locator without braces."""
_KEY = re.compile(r"\w(?:[:.#$%&\-+?<>~/]?\w)*")
"""A citekey that pandoc reads without braces (https://pandoc.org/MANUAL.html#extension-citations)."""
_MARKDOWN, _ESCAPE = re.compile(r"([!-/:-@\[-`{-~])"), r"\\\1"


def locator_words(locator: Locator | None) -> str:
    """Say "p. 67", "pp. 67–68", "para. 35", "annex II", "under “Findings”"; "" for no locator."""
    if locator is None or not locator.value:
        return ""
    if is_counted(locator):
        return locator.value
    if is_in_words(locator) and not locator.name:
        return f"under “{locator.value}”"
    one, many = _NAMES.get(locator.name) or _TERMS.get(locator.label, (locator.label, locator.label))
    return f"{many if _SEVERAL.search(locator.value) else one} {locator.value}"


def is_counted(locator: Locator) -> bool:
    """Tell whether it counts pages of the file, "PDF p. 3", since no number is printed on them."""
    return locator.value.startswith("PDF p")


def is_in_words(locator: Locator) -> bool:
    """Tell whether it stands in a cite as its own words, which CSL has no term for.

    Pages that are counted, sections with a name for a number, annexes.
    """
    named_section = locator.label == "section" and not _PLAIN.fullmatch(locator.value)
    return bool(is_counted(locator) or named_section or locator.name)


def pandoc_cite(key: str, locator: Locator | None) -> str:
    """The cite for a text in pandoc's Markdown: `[@key, p. 67]`, in braces what pandoc would not read as meant."""
    named = f"@{key}" if _KEY.fullmatch(key) else f"@{{{key}}}"
    if locator is None or not locator.value:
        return f"[{named}]"
    words = locator_words(locator)
    if is_in_words(locator) and not is_counted(locator):
        return f"[{named}, {_MARKDOWN.sub(_ESCAPE, words)}]"
    plain = is_counted(locator) or all(_PLAIN.fullmatch(end) for end in locator.value.split("–"))
    return f"[{named}, {words}]" if plain else f"[{named}, {{{words}}}]"
