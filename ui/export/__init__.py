"""Passages and works for other programs: Word, ODT, Markdown, BibLaTeX, RIS, CSL-JSON, CSV.

A `Selection` says what is exported; each format is a record in `FORMATS` and a module of its own.
"""

from ui.export.formats import FORMATS, Format, export, format_of
from ui.export.selection import Extract, Selection, Work

__all__ = ["FORMATS", "Extract", "Format", "Selection", "Work", "export", "format_of"]
