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
        if not self.lacking and (self.tried >= _TRIES or not _is_glued(content)):
            return content
        spaced = _spaced(page.get_text("rawdict", flags=self.flags, sort=False))
        self.tried += 1
        self.lacking = self.lacking or not _is_glued(spaced)
        return spaced if self.lacking else content


def _is_glued(content: Mapping[str, Any]) -> bool:
    """Tell whether a page has a word so long that spaces may be missing."""
    return any(
        _GLUED.search(span["text"])
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
