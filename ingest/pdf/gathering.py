"""MuPDF's text of a page as lines and rules: runs joined, words drawn twice taken once."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ingest.model import Box
from ingest.pdf.glyphs import clean
from ingest.pdf.raw import Line, Rule, Run, make_line

_RULE_THICKNESS = 2.5
_RULE_LENGTH = 18.0
_HIDDEN = 1.0
"""Letters smaller than this many points are there for machines."""
_TYPEWRITER = re.compile(r"mono(?!type)|courier|consola|menlo|typewriter|(?:\b|\+)(?:cm|sf|ec|lm)\w?tt", re.IGNORECASE)
_UNDERSCORES = re.compile(r"\s*[_‗]{5,}\s*")
_DOTS = re.compile(r"\s*(?:[-–—]{8,}|(?:[.·]\s?){12,})\s*")
"""A rule where nothing stands beside it; in a table of contents they lead to a number."""


def gather(index: int, content: Mapping[str, Any]) -> tuple[tuple[Line, ...], tuple[Line, ...], tuple[Rule, ...]]:
    """Return the upright lines, the turned ones and the rules of a page's text.

    Args:
        index: The page's.
        content: PyMuPDF's "dict".
    """
    lines: list[Line] = []
    turned: list[Line] = []
    rules: list[Rule] = []
    seen: set[tuple[str, int, int]] = set()
    for block in content["blocks"]:
        if block["type"] == 3:
            x0, y0, x1, y1 = block["bbox"]
            if y1 - y0 <= _RULE_THICKNESS and x1 - x0 >= _RULE_LENGTH:
                rules.append(Rule(x0, x1, (y0 + y1) / 2))
        if block["type"] != 0:
            continue
        for raw in block["lines"]:
            line = _line(index, raw)
            if line is None:
                continue
            # Files that fake bold, or carry a layer twice, draw the same words at the same place again.
            place = (line.text, round(line.box[0] / 3), round(line.baseline / 3))
            if place in seen:
                continue
            seen.add(place)
            if abs(raw["dir"][1]) > 0.1 or raw["dir"][0] < 0:
                turned.append(line)
            elif _UNDERSCORES.fullmatch(line.text):
                rules.append(Rule(line.box[0], line.box[2], line.baseline, typed=True))
            else:
                lines.append(line)
    dotted = [line for line in lines if _DOTS.fullmatch(line.text)]
    for line in dotted:
        if all(other is line or abs(other.baseline - line.baseline) > line.size / 2 for other in lines):
            lines.remove(line)
            rules.append(Rule(line.box[0], line.box[2], line.baseline, typed=True))
    return tuple(lines), tuple(turned), _joined(rules)


def _line(index: int, raw: Mapping[str, Any]) -> Line | None:
    """Return the runs of one of MuPDF's lines; some producers write each word, or each letter, as a run of its own."""
    runs: list[Run] = []
    # The run to which spans of the same look are still added.
    drawn, font, size, flags, baseline, box = "", "", 0.0, 0, 0.0, (0.0, 0.0, 0.0, 0.0)
    for span in raw["spans"]:
        text = clean(span["text"], span["font"])
        if not text or span["size"] < _HIDDEN:
            continue
        height = span["origin"][1]
        if drawn:
            if text[0] == " " and size < 0.95 * span["size"] and abs(baseline - height) < 0.2:
                # MuPDF puts the space behind a raised mark at the mark's height; its letters stand lower.
                height = span["bbox"][3] + span["descender"] * span["size"]
            if (font == span["font"] and size == span["size"] and abs(baseline - height) < 0.2) or text.isspace():
                drawn += text
                _, top, x1, bottom = span["bbox"]
                box = (box[0], min(box[1], top), x1, max(box[3], bottom))
                continue
            runs.append(_run(drawn, font, size, flags, baseline, box))
        drawn, font, size, flags, baseline, box = text, span["font"], span["size"], span["flags"], height, span["bbox"]
    if drawn:
        runs.append(_run(drawn, font, size, flags, baseline, box))
    if not any(run.text.strip() for run in runs):
        return None
    return make_line(index, runs)


def _run(text: str, font: str, size: float, flags: int, baseline: float, box: Box) -> Run:
    """Return a run from MuPDF's flags of its look."""
    return Run(
        text, font, size, bool(flags & 16), bool(flags & 2), bool(flags & 1), baseline, box, _is_typed(font, flags)
    )


@lru_cache(maxsize=1024)
def _is_typed(font: str, flags: int) -> bool:
    """Tell whether a font's letters are all as wide; TeX's older fonts say it by their name alone ("SFTT0800")."""
    return bool(flags & 8) or _TYPEWRITER.search(font) is not None


def _joined(rules: list[Rule]) -> tuple[Rule, ...]:
    """Join rules that continue each other: a rule is often drawn in pieces, one for each table cell above it."""
    out: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.y), rule.x0)):
        if out and abs(out[-1].y - rule.y) < 1 and rule.x0 - out[-1].x1 < 2:
            last = out[-1]
            out[-1] = Rule(last.x0, max(last.x1, rule.x1), last.y, last.typed and rule.typed)
        else:
            out.append(rule)
    return tuple(out)
