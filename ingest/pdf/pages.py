"""PDF file -> raw pages (see `ingest.pdf.raw`)."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pymupdf

from ingest.errors import Damaged
from ingest.model import TextLayer
from ingest.pdf.damage import BROKEN, lost_pages
from ingest.pdf.evened import steadied
from ingest.pdf.gathering import gather
from ingest.pdf.linking import links
from ingest.pdf.opening import opened, outline, own_labels, xmp
from ingest.pdf.pictured import is_layered, needs_eyes
from ingest.pdf.raw import RawFile, RawPage
from ingest.pdf.spacing import Spacing
from ingest.pdf.turning import matrix, turned, upright
from ingest.pdf.twice import once

Recognise = Callable[[pymupdf.Page], pymupdf.TextPage]
"""Optical character recognition of one page (see `ingest.pdf.ocr`)."""

_FLAGS = (
    pymupdf.TEXT_PRESERVE_WHITESPACE
    | pymupdf.TEXT_MEDIABOX_CLIP
    # The thin rectangles and strokes come with the text: get_cdrawings would walk the page a second time.
    | pymupdf.TEXT_COLLECT_VECTORS
)


def read(path: Path, recognise: Recognise | None = None, before_page: Callable[[], None] = lambda: None) -> RawFile:
    """Read every page of a PDF.

    Args:
        path: The file.
        recognise: Called for pages that are pictures without text; None leaves them without text.
        before_page: Called before each page is read.

    Raises:
        NotAPdf: The file is missing, empty or something else.
        Encrypted: It opens with a password only.
        Damaged: Most of its pages cannot be read.
    """
    with opened(path) as (pdf, content):
        labels = own_labels(path, pdf)
        pages = []
        spacing = Spacing(_FLAGS)
        for index in range(pdf.page_count):
            before_page()
            pages.append(_page(pdf, index, labels, recognise, spacing))
        damaged = lost_pages(pdf, content) | {index for index, page in enumerate(pages) if page is None}
        if 2 * len(damaged) > len(pages):
            raise Damaged(
                f"{path}: damaged: {len(damaged)} of {len(pages)} pages cannot be read in full; get another copy"
            )
        return RawFile(
            id=hashlib.sha256(content).hexdigest()[:16],
            path=path,
            pages=tuple(
                _blank(index) if page is None or index in damaged else page for index, page in enumerate(pages)
            ),
            info={key: value for key, value in (pdf.metadata or {}).items() if value},
            xmp=xmp(pdf),
            outline=outline(pdf),
        )


def _blank(index: int) -> RawPage:
    return RawPage(index, 0.0, 0.0, (), (), (), (), None, "none", damaged=True)


def _page(
    pdf: pymupdf.Document, index: int, labels: list[str] | None, recognise: Recognise | None, spacing: Spacing
) -> RawPage | None:
    """Read one page; None where the file's damage makes that impossible."""
    try:
        page = pdf[index]
        text: TextLayer = "layer"
        content = once(spacing.content(page))
        if needs_eyes(page, content):
            text = "none"
            if recognise is not None:
                content = page.get_text("dict", textpage=recognise(page))
                text = "ocr"
        scanned = text == "ocr" or is_layered(page, content)
        width, height = page.rect.width, page.rect.height
        turn = upright([line for block in content["blocks"] for line in block.get("lines", ())], page.rotation_matrix)
        if page.rotation or turn:
            content = turned(content, page.rotation_matrix * matrix(turn, width, height))
        lines, aslant, rules = gather(index, content)
        if scanned:
            lines = steadied(lines)
        if not lines and not aslant:
            text = "none"
        label = labels[index] if labels and index < len(labels) else None
        blank = text == "none" and not page.get_bboxlog()
        return RawPage(index, width, height, lines, aslant, rules, links(page), label, text, turn, scanned, blank=blank)
    except BROKEN:
        return None
