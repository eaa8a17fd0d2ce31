"""Which pages of a broken file are not all there: most such files are downloads that ended early.

MuPDF repairs a file by collecting the objects that are left. A page whose text is gone then reads as an empty one, and
one whose fonts are gone as gibberish; neither says so by itself.
"""

import re

import pymupdf

BROKEN = (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase)
"""What PyMuPDF raises on what it cannot read."""

_REFERENCE = re.compile(r"(?<!\d)(\d+) \d+ R\b")
_SHAPES = re.compile(r"/FontDescriptor \d+ \d+ R")
"""Glyphs are missed by the eye alone: LaTeX writes them last, and the text reads the same without them."""
_OBJECT = re.compile(rb"(?<!\d)(\d+)\s+\d+\s+obj\b")
_DEEPEST = 50
"""Levels of a page tree; a tree with more leads back into itself."""


def lost_pages(pdf: pymupdf.Document, content: bytes) -> frozenset[int]:
    """Tell the pages whose text or fonts are not in the file, or not whole; none where nothing had to be repaired.

    Args:
        pdf: The file, open. It may have been repaired as late as when a page was read.
        content: Its bytes.
    """
    if not pdf.is_repaired:
        return frozenset()
    cut = _cut_off(content)
    return frozenset(index for index in range(pdf.page_count) if not _is_whole(pdf, index, cut))


def _cut_off(content: bytes) -> int | None:
    """The object in whose midst the file ends, of which MuPDF makes what it can."""
    number, end = None, 0
    for found in _OBJECT.finditer(content):
        number, end = int(found[1]), found.end()
    return number if b"endobj" not in content[end:] else None


def _is_whole(pdf: pymupdf.Document, index: int, cut: int | None) -> bool:
    """Whether all that a page's text needs is there."""
    try:
        wanted = _text_objects(pdf, pdf.page_xref(index))
        seen: set[int] = set()
        while wanted:
            number = wanted.pop()
            if number in seen:
                continue
            seen.add(number)
            if number == cut or not 0 < number < pdf.xref_length():
                return False
            source = pdf.xref_object(number, compressed=True)
            if source.strip() == "null":
                return False
            wanted += _references(_SHAPES.sub("", source))
    except BROKEN:
        return False
    return True


def _text_objects(pdf: pymupdf.Document, page: int) -> list[int]:
    """The objects of a page's content, and of its fonts, which it may inherit."""
    objects = _references(pdf.xref_get_key(page, "Contents")[1])
    node = page
    for _ in range(_DEEPEST):
        kind, value = pdf.xref_get_key(node, "Resources")
        if kind == "xref":
            resources = _references(value)
            fonts = pdf.xref_get_key(resources[0], "Font")[1] if resources[0] < pdf.xref_length() else value
            return objects + _references(fonts)
        if kind == "dict":
            return objects + _references(pdf.xref_get_key(node, "Resources/Font")[1])
        kind, value = pdf.xref_get_key(node, "Parent")
        if kind != "xref":
            break
        node = _references(value)[0]
    return objects


def _references(source: str) -> list[int]:
    return [int(number) for number in _REFERENCE.findall(source)]
