"""What makes a trial layout."""

from dataclasses import dataclass
from typing import Literal

Engine = Literal["pdflatex", "xelatex", "typst", "office"]
NotePlace = Literal["foot", "end", "chapter-end", "references"]
"""At "references" what the sample has as notes becomes a numbered list of works: no note at all."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One layout and what is set in it."""

    name: str
    document: str = r"\documentclass[11pt,a4paper]{article}"
    """LaTeX: the class with its options. Typst: the engine's own template does without."""
    setup: tuple[str, ...] = ()
    """Snippets of the preamble, in order."""
    oddities: tuple[str, ...] = ()
    source: str = "article"
    words: int = 2000
    notes: NotePlace = "foot"
    engine: Engine = "pdflatex"
    begin: str = ""
    """Right after the document begins."""
    counted: Literal["document", "page", "chapter"] = "document"
    page_numbers: bool = True
    """Whether pages print their numbers."""
    note_heading: str = "Notes"
    """Of endnotes."""
    numerals: Literal["arabic", "roman"] = "arabic"
    """Of endnotes."""
    list_subheadings: str = ""
    """Between endnotes of two chapters: "Chapter {number}", "Notes to pages {first}–{last}"."""
