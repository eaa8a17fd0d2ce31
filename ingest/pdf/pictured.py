"""Pages to be looked at: pictures, codes that are no letters; and those with a text that OCR laid over the picture."""

import re
from collections.abc import Mapping
from typing import Any

import pymupdf

_LETTERS = 60
"""Letters and figures that make a text; fewer may be a stamp on a picture."""
_UNREADABLE = re.compile(r"[\ufffd\ue000-\uf8ff]")
_UNREADABLE_SHARE = 0.3
_GIBBERISH_SHARE = 0.5
"""The same for a page that no picture covers: its fonts do not say which letters their glyphs are."""
_HIDDEN_SHARE = 0.5
"""Of a page's characters, what must be invisible: the site that sells the scan stamps it in letters that show."""
_COVERED = 0.4
"""Of the page, what the picture takes."""
_DRAWN = pymupdf.mupdf.FZ_STEXT_FILLED | pymupdf.mupdf.FZ_STEXT_STROKED


def needs_eyes(page: pymupdf.Page, content: Mapping[str, Any]) -> bool:
    """Tell whether a page must be looked at: an image with next to no text or codes for letters, or such codes alone.

    Args:
        page: Of an open PDF.
        content: PyMuPDF's "dict" of it.
    """
    text = "".join([run["text"] for run in _runs(content)])
    enough = sum(map(str.isalnum, text[: 2 * _LETTERS])) > _LETTERS or sum(map(str.isalnum, text)) > _LETTERS
    unreadable = len(_UNREADABLE.findall(text))
    if enough and unreadable < _UNREADABLE_SHARE * len(text):
        return False
    return unreadable > max(_LETTERS, _GIBBERISH_SHARE * len(text)) or _is_covered(page)


def is_layered(page: pymupdf.Page, content: Mapping[str, Any]) -> bool:
    """Tell whether the page is a picture with invisible words over it, as archives make scans searchable.

    Args:
        page: Of an open PDF.
        content: PyMuPDF's "dict" of it.
    """
    runs = _runs(content)
    hidden = sum(len(run["text"]) for run in runs if not run["char_flags"] & _DRAWN)
    return hidden > _HIDDEN_SHARE * sum(len(run["text"]) for run in runs) and _is_covered(page)


def _runs(content: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [
        run for block in content["blocks"] if block["type"] == 0 for line in block["lines"] for run in line["spans"]
    ]


def _is_covered(page: pymupdf.Page) -> bool:
    area = abs(page.rect)
    return any(abs(pymupdf.Rect(image["bbox"]) & page.rect) > _COVERED * area for image in page.get_image_info())
