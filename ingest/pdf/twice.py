"""Words that a page draws twice at one place: a shadow, false bold, a layer of OCR over words that were there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

_NEAR = 0.2
"""Sizes of the letters by which one copy may stand beside the other."""
_WORD = 3
"""Letters that no other word holds by chance: fewer must be a word of the other."""
_LATIN = "\u024f"
"""The last Latin letter, with all its accents, before other scripts."""
_SHOWN = 16 | 32
"""MuPDF's flags of characters that are filled or stroked; an archive's layer of OCR has neither."""

Span = Mapping[str, Any]


def once(content: dict[str, Any]) -> dict[str, Any]:
    """Return MuPDF's "dict" of a page with each word as often as a reader sees it.

    Args:
        content: PyMuPDF's "dict"; returned as it is where nothing lies upon anything.
    """
    spans = [span for span in _spans(content) if span["text"].strip()]
    if not _overlap(spans):
        return content
    kept: dict[int, list[Span]] = defaultdict(list)
    copies: set[int] = set()
    for span in spans:
        slot = round(span["origin"][1] / 4)
        for at in (slot - 1, slot, slot + 1):
            for other in kept[at]:
                if id(other) not in copies and _lies_on(span, other):
                    copies.add(id(span))
                elif id(other) not in copies and _lies_on(other, span):
                    copies.add(id(other))
        if id(span) not in copies:
            kept[slot].append(span)
    blocks = []
    for block in content["blocks"]:
        if "lines" in block:
            lines = [{**line, "spans": [s for s in line["spans"] if id(s) not in copies]} for line in block["lines"]]
            block = {**block, "lines": [line for line in lines if line["spans"]]}
        blocks.append(block)
    return {**content, "blocks": blocks}


def _spans(content: Mapping[str, Any]) -> Iterator[Span]:
    for block in content["blocks"]:
        for line in block.get("lines", ()):
            yield from line["spans"]


def _overlap(spans: list[Span]) -> bool:
    """Tell whether a span begins well before the end of the one before it on its baseline."""
    reach: dict[int, float] = {}
    for span in spans:
        height, (x0, _, x1, _) = round(span["origin"][1]), span["bbox"]
        if x0 < reach.get(height, x0) - span["size"] / 2:
            return True
        reach[height] = x1
    return False


def _lies_on(span: Span, other: Span) -> bool:
    """Tell whether a span repeats words of another at their place, or is an invisible layer over it."""
    size = other["size"]
    room = _NEAR * size
    if abs(span["origin"][1] - other["origin"][1]) > room or abs(span["size"] - size) > room:
        return False
    (x0, _, x1, _), (left, _, right, _) = span["bbox"], other["bbox"]
    if x0 < left - room or x1 > right + room:
        return False
    text = span["text"].strip()
    if len(text) < _WORD and (text > _LATIN or text not in other["text"].split()):
        # The letters and vowel signs of Arabic stand in each other's boxes.
        return False
    hidden = not span["char_flags"] & _SHOWN and other["char_flags"] & _SHOWN
    return bool(hidden) or "".join(text.split()) in "".join(other["text"].split())
