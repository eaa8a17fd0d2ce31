"""A page of the PDF as a picture, with a passage marked as with a highlighter."""

from collections.abc import Sequence
from pathlib import Path

import pymupdf

from ingest.errors import Damaged
from ingest.model import Box
from ingest.pdf.damage import BROKEN
from ingest.pdf.opening import opened

_HIGHLIGHTER = (1.0, 0.91, 0.5)
"""A warm yellow: multiplied with the page it leaves black text black, and shows on white and grey alike."""
_BLEED = 1.5
"""Points by which a mark reaches over its line at either end; above and below, lines would darken one another."""


def picture(
    path: str | Path, index: int, boxes: Sequence[Box] = (), scale: float = 2.0, part: Box | None = None
) -> bytes:
    """Draw a page of a PDF and mark boxes on it.

    Args:
        path: The file.
        index: Counts pages of the file from 0.
        boxes: What to mark, in points of the page as displayed (the boxes of spans).
        scale: Pixels for a point; 2 is 144 dpi.
        part: Draw no more of the page than this.

    Returns:
        A PNG.

    Raises:
        IndexError: The file has no page of this index.
        NotAPdf: The file is missing, empty or something else.
        Encrypted: It opens with a password only.
        Damaged: It cannot be opened, or this page not be drawn.
    """
    with opened(Path(path)) as (pdf, _):
        if not 0 <= index < pdf.page_count:
            raise IndexError(f"{path}: no page of index {index}: the file has {pdf.page_count} pages, counted from 0")
        try:
            page = pdf[index]
            _mark(page, boxes)
            drawn = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), alpha=False, clip=part)
            png: bytes = drawn.tobytes("png")
        except BROKEN as error:
            raise Damaged(f"{path}: damaged: its page {index + 1} cannot be drawn") from error
        return png


def _mark(page: pymupdf.Page, boxes: Sequence[Box]) -> None:
    for box in boxes:
        x0, y0, x1, y1 = box
        area = pymupdf.Rect(x0 - _BLEED, y0, x1 + _BLEED, y1)
        # Annotations live in the unrotated page; boxes are of the page as displayed.
        mark = page.add_highlight_annot(area * page.derotation_matrix)
        mark.set_colors(stroke=_HIGHLIGHTER)
        mark.update(blend_mode="Multiply")
