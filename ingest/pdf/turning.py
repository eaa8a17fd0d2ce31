"""Pages read sideways: a landscape table on a portrait page is turned upright for reading and back for showing."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pymupdf

from ingest.model import Box

Turn = Literal[0, 90, 270]
"""Degrees clockwise that the page as displayed is turned by so that its text stands upright."""


def upright(lines: Sequence[Mapping[str, Any]], rotation: pymupdf.Matrix) -> Turn:
    """Tell how a page must be turned for most of its letters to stand upright.

    Args:
        lines: Lines of PyMuPDF's "dict", in the page's own coordinates.
        rotation: The page's rotation matrix, from its own coordinates to those displayed.
    """
    if not rotation.b and rotation.a > 0 and all(line["dir"] == (1.0, 0.0) for line in lines):
        return 0
    letters = {0: 0, 90: 0, 270: 0}
    for line in lines:
        x, y = line["dir"]
        across, down = x * rotation.a + y * rotation.c, x * rotation.b + y * rotation.d
        count = sum(len(run["text"]) for run in line["spans"])
        if abs(down) < 0.1 and across > 0:
            letters[0] += count
        elif abs(across) < 0.1:
            letters[270 if down > 0 else 90] += count
    if letters[90] > letters[0] and letters[90] >= letters[270]:
        return 90
    return 270 if letters[270] > letters[0] else 0


def matrix(turn: Turn, width: float, height: float) -> pymupdf.Matrix:
    """Return the matrix from the page as displayed to the page turned upright, both with the origin at the top left."""
    if turn == 90:
        return pymupdf.Matrix(0, 1, -1, 0, height, 0)
    if turn == 270:
        return pymupdf.Matrix(0, -1, 1, 0, 0, width)
    return pymupdf.Matrix(1, 1)


def turned(content: Mapping[str, Any], by: pymupdf.Matrix) -> dict[str, Any]:
    """Return PyMuPDF's "dict" of a page with its boxes, origins and directions turned."""

    def line(raw: Mapping[str, Any]) -> dict[str, Any]:
        x, y = raw["dir"]
        spans = [
            {
                **span,
                "bbox": tuple(pymupdf.Rect(span["bbox"]) * by),
                "origin": tuple(pymupdf.Point(span["origin"]) * by),
            }
            for span in raw["spans"]
        ]
        return {**raw, "spans": spans, "dir": (x * by.a + y * by.c, x * by.b + y * by.d)}

    return {
        "blocks": [
            {**block, "bbox": tuple(pymupdf.Rect(block["bbox"]) * by), "lines": list(map(line, block.get("lines", ())))}
            for block in content["blocks"]
        ]
    }


def shown(box: Box, turn: Turn, width: float, height: float) -> Box:
    """Return where a box of the upright page stands on the page as displayed.

    Args:
        box: In points of the page turned upright.
        turn: How it was turned.
        width: Of the page as displayed.
        height: Of the page as displayed.
    """
    if turn == 0:
        return box
    x0, y0, x1, y1 = pymupdf.Rect(box) * ~matrix(turn, width, height)
    return (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))
