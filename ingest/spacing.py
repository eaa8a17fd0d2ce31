"""Spaces that a page leaves out: narrow ones, which TeX makes by moving on and MuPDF takes for kerning."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pymupdf

_LEAST = 0.09
"""In ems: kerning moves letters less apart. Lines of Garamond part words by 0.147; MuPDF sees a space from 0.15 on."""
_LETTERS = 0.33
"""Of a run's letters, the share from which gaps are letter-spacing."""
_TRIES = 3
"""Pages of long words looked at by letters: then the document's words are long (German), and no space is missing."""
# "cooperationwassuspendedformostofayear"; no part of an address.
_GLUED = re.compile(r"(?<![./@_:=-])\b[^\W\d_A-Z]{18,}\b(?![./@_:=-])")
# "Black,Steven", which nobody writes.
_TOUCHING = re.compile(r"(?<![./@_:={[-])\b[^\W\d_]{3,}[,;][A-Z][a-z]{2,}\b(?![./@_=}])")


@dataclass(slots=True)
class Spacing:
    """Reads the pages of one document, by letters (which takes four times as long) where spaces are missing."""

    flags: int
    """Of MuPDF's text extraction."""
    tried: int = 0
    lacking: bool = False

    def content(self, page: pymupdf.Page) -> dict[str, Any]:
        """Return a page's text as MuPDF's "dict", with its narrow spaces."""
        content: dict[str, Any] = page.get_text("dict", flags=self.flags, sort=False)
        touching = _has(_TOUCHING, content)
        if not (self.lacking or touching) and (self.tried >= _TRIES or not _has(_GLUED, content)):
            return content
        spaced = _spaced(page.get_text("rawdict", flags=self.flags, sort=False))
        self.tried += 1
        self.lacking = self.lacking or not _has(_TOUCHING if touching else _GLUED, spaced)
        return spaced if self.lacking else content


def _has(sign: re.Pattern[str], content: Mapping[str, Any]) -> bool:
    """Tell whether a page has a word that shows that spaces may be missing."""
    return any(
        sign.search(span["text"])
        for block in content["blocks"]
        if block["type"] == 0
        for line in block["lines"]
        for span in line["spans"]
    )


def _spaced(content: dict[str, Any]) -> dict[str, Any]:
    """Return MuPDF's "rawdict" as "dict", a space in each gap that is wider than kerning."""
    for block in content["blocks"]:
        for line in block["lines"] if block["type"] == 0 else ():
            for span in line["spans"]:
                span["text"] = _text(span.pop("chars"), span["size"])
    return content


def _text(letters: Sequence[Mapping[str, Any]], size: float) -> str:
    gaps = [
        one["c"] != " " and two["c"] != " " and two["bbox"][0] - one["bbox"][2] > _LEAST * size
        for one, two in pairwise(letters)
    ]
    if sum(gaps) > _LETTERS * len(letters):
        gaps = [False] * len(gaps)
    return "".join(letter["c"] + " " * gap for letter, gap in zip(letters, [*gaps, False], strict=False))
