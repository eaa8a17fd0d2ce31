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
_TOUCHING = re.compile(r"[,;](?<=[^\W\d_]{3}.)[A-Z][a-z]{2,}\b(?![./@_=}])")


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
        words = _words(content)
        sign = _TOUCHING if _TOUCHING.search(words) else _GLUED
        if not self.lacking and sign is _GLUED and (self.tried >= _TRIES or not _GLUED.search(words)):
            return content
        spaced = _spaced(page.get_text("rawdict", flags=self.flags, sort=False))
        self.tried += 1
        self.lacking = self.lacking or not sign.search(_words(spaced))
        return spaced if self.lacking else content


def _words(content: Mapping[str, Any]) -> str:
    """Return a page's words, one run a line, to look for signs that spaces are missing."""
    return "\n".join(
        [
            span["text"]
            for block in content["blocks"]
            if block["type"] == 0
            for line in block["lines"]
            for span in line["spans"]
        ]
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
