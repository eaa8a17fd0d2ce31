"""Spaces that a page leaves out: narrow ones, which TeX makes by moving on and MuPDF takes for kerning."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pymupdf

_LEAST = 0.09
"""In ems: kerning moves letters less apart. Lines of Garamond part words by 0.147; MuPDF sees a space from 0.15 on."""
_LETTERS = 0.33
"""Of a run's letters, the share from which gaps are letter-spacing."""
_TRIES = 3
"""Long words looked at by letters: then the document's words are long (German), and no space is missing."""
# "cooperationwassuspendedformostofayear"; no part of an address.
_LONG = 18
_LONGER = re.compile(rf"(?<!\S)\S{{{_LONG},}}")
_GLUED = re.compile(rf"(?<![./@_:=-])\b[^\W\d_A-Z]{{{_LONG},}}\b(?![./@_:=-])")
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
        if not self.lacking and not self._lacks(page, content):
            return content
        self.lacking = True
        return _spaced(page.get_text("rawdict", flags=self.flags, sort=False))

    def _lacks(self, page: pymupdf.Page, content: Mapping[str, Any]) -> bool:
        """Tell whether the first words of a page that look glued have gaps inside; they alone are read by letters."""
        words = "\n".join([run["text"] for run in _runs(content)])
        sign = _TOUCHING if _TOUCHING.search(words) else _GLUED
        if sign is _GLUED and (self.tried >= _TRIES or not _has_glued(words)):
            return False
        self.tried += 1
        box = next(run["bbox"] for run in _runs(content) if sign.search(run["text"]))
        x0, y0, x1, y1 = box
        near = page.get_text("rawdict", flags=self.flags, clip=(x0 - 1, y0, x1 + 1, y1), sort=False)
        return not sign.search("\n".join([run["text"] for run in _runs(_spaced(near))]))


def _has_glued(words: str) -> bool:
    """Whether `_GLUED` matches; to try it at every letter of a page takes ten times as long."""
    return any(_GLUED.search(word) for word in _LONGER.findall(words))


def _runs(content: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the runs of a page's text."""
    for block in content["blocks"]:
        if block["type"] == 0:
            for line in block["lines"]:
                yield from line["spans"]


def _spaced(content: dict[str, Any]) -> dict[str, Any]:
    """Return MuPDF's "rawdict" as "dict", a space in each gap that is wider than kerning."""
    for run in _runs(content):
        run["text"] = _text(run.pop("chars"), run["size"])
    return content


def _text(letters: Sequence[Mapping[str, Any]], size: float) -> str:
    gaps = [
        one["c"] != " " and two["c"] != " " and two["bbox"][0] - one["bbox"][2] > _LEAST * size
        for one, two in pairwise(letters)
    ]
    if sum(gaps) > _LETTERS * len(letters):
        gaps = [False] * len(gaps)
    return "".join(letter["c"] + " " * gap for letter, gap in zip(letters, [*gaps, False], strict=False))
