"""A PDF file opened, or the reason why it cannot be; and what it says about itself."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pikepdf
import pymupdf

from ingest.errors import Damaged, Encrypted, NotAPdf
from ingest.pdf.damage import BROKEN
from ingest.pdf.glyphs import clean


def _content(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        # A pipe that nobody writes to would be waited on for ever.
        raise NotAPdf(f"{path}: not a regular file")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NotAPdf(f"{path}: cannot be opened: {error.strerror}") from error
    if not content:
        raise NotAPdf(f"{path}: the file is empty")
    # Acrobat accepts a header within the first 1024 bytes (ISO 32000-1, annex H.3, note 13).
    if b"%PDF-" not in content[:1024]:
        raise NotAPdf(f"{path}: not a PDF file")
    return content


@contextmanager
def opened(path: Path) -> Iterator[tuple[pymupdf.Document, bytes]]:
    """Open a PDF that has pages, and hand out its bytes too; errors as of `ingest.pdf.pages.read`."""
    content = _content(path)
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    try:
        pdf = pymupdf.open(stream=content, filetype="pdf")
    except BROKEN as error:
        raise Damaged(f"{path}: damaged beyond reading; get another copy") from error
    with pdf:
        if pdf.needs_pass:
            raise Encrypted(f"{path}: encrypted; save a copy without the password and add that")
        if not _page_count(pdf):
            raise Damaged(f"{path}: damaged: no page of this PDF can be read; get another copy")
        yield pdf, content


def _page_count(pdf: pymupdf.Document) -> int:
    """How many pages the file says it has, 0 where it says something impossible."""
    try:
        return int(pdf.page_count)
    except BROKEN:
        return 0


def own_labels(path: Path, pdf: pymupdf.Document) -> list[str] | None:
    """Read /PageLabels with pikepdf: PyMuPDF takes "/Type /PageLabel" for a prefix "ageLabel"."""
    try:
        if not pdf.get_page_labels():
            return None
    except (*BROKEN, KeyError, TypeError):
        return None
    try:
        with pikepdf.open(path, suppress_warnings=True) as file:
            return [str(page.label) for page in file.pages]
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return None


def xmp(pdf: pymupdf.Document) -> str:
    """Read the XMP metadata, empty where there is none."""
    with suppress(*BROKEN):
        return str(pdf.get_xml_metadata() or "")
    return ""


def outline(pdf: pymupdf.Document) -> tuple[tuple[int, str, int], ...]:
    """Read the bookmarks: (level from 1, title, page index or -1)."""
    with suppress(*BROKEN):
        return tuple((level, clean(title).strip(), page - 1) for level, title, page in pdf.get_toc())
    return ()
