"""The formats, one record each: what it is called, how its files end, and what writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ui.cites.styles import DEFAULT_STYLE
from ui.errors import CitingError
from ui.export import bib, csljson, markdown, odt, ris, table, word
from ui.export.selection import Selection


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    name: str
    ending: str
    words: str
    """As its users call it."""
    media: str
    """MIME type."""
    write: Callable[[Selection, str], bytes]
    """A selection, and the style that cites are set in."""
    text: bool = True
    """Whether a terminal can show it."""


FORMATS: tuple[Format, ...] = (
    Format(
        "docx",
        ".docx",
        "Word, with live Zotero citations",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        word.write,
        text=False,
    ),
    Format(
        "odt", ".odt", "OpenDocument (LibreOffice)", "application/vnd.oasis.opendocument.text", odt.write, text=False
    ),
    Format("md", ".md", "Markdown with pandoc citations", "text/markdown", markdown.write),
    Format("bib", ".bib", "BibLaTeX", "application/x-bibtex", bib.write),
    Format("ris", ".ris", "RIS", "application/x-research-info-systems", ris.write),
    Format("csl-json", ".json", "CSL-JSON", "application/vnd.citationstyles.csl+json", csljson.write),
    Format("csv", ".csv", "Table (CSV)", "text/csv", table.write),
)


def export(selection: Selection, format_: str | Format, style: str = DEFAULT_STYLE) -> bytes:
    """A selection as a file's content.

    Args:
        selection: what to export.
        format_: one of `FORMATS`, or its name.
        style: one of `ui.cites.styles.STYLES` or the path of a .csl file; the bibliographic formats have no use for it.

    Raises:
        CitingError: there is no such format or style, or pandoc cannot set a work.
    """
    chosen = format_ if isinstance(format_, Format) else _named(format_)
    return chosen.write(selection, style)


def format_of(name: str | None, file: Path | None) -> Format:
    """The format that is named, else the one that a file's name ends like.

    Raises:
        CitingError: none is.
    """
    if name is not None:
        return _named(name)
    ending = file.suffix.lower() if file else ""
    found = next((one for one in FORMATS if one.ending == ending), None)
    if found is None:
        raise CitingError(f"name a format: {', '.join(one.name for one in FORMATS)}")
    return found


def _named(name: str) -> Format:
    found = next((one for one in FORMATS if one.name == name), None)
    if found is None:
        raise CitingError(f"there is no format {name!r}; choose {', '.join(one.name for one in FORMATS)}")
    return found
