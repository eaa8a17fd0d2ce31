"""A draft, and the quotations in it: those in quotation marks and those set as blocks, in the text and in its notes."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest.errors import IngestError
from ingest.words.folding import FUNCTION_WORDS
from ui import pandoc
from ui.quotemarks import quoted

FORMATS = {".docx": "docx", ".odt": "odt", ".md": "markdown-smart", ".markdown": "markdown-smart"}

_TITLE_WORD = re.compile(r"[^\W\d_]{2,}")
_AFTER_A_TITLE = re.compile(r"[,.]?\s*(?:in:?\s|\((?:19|20)\d\d\)|\[(?:19|20)\d\d\])")


class DraftUnreadable(IngestError):
    """The draft is missing, of another kind than its name says, or of none that is read."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation of a draft."""

    text: str
    place: str
    """"paragraph 12" or "note 3", as they are counted from the beginning."""
    block: bool
    """Whether it is a block quotation."""
    title: bool
    """Whether it looks like the title of a work and not like words out of one."""


@dataclass(slots=True)
class _Paragraph:
    """The plain words of a paragraph, and which of them are set in italics."""

    text: str = ""
    italics: list[tuple[int, int]] = field(default_factory=list)


def quotations(path: Path) -> list[Quotation]:
    """The quotations of a Word, ODT or Markdown file, those of the text first.

    Raises:
        DraftUnreadable: it cannot be read.
    """
    if path.suffix.lower() not in FORMATS:
        raise DraftUnreadable(f"{path}: no draft of a known kind: {', '.join(FORMATS)} are read")
    try:
        if path.suffix.lower() in (".md", ".markdown"):
            path.read_text(encoding="utf-8")  # pandoc would read another encoding as whatever comes of it
        read = json.loads(pandoc.convert_file(path, FORMATS[path.suffix.lower()], "json", "--sandbox"))
    except (pandoc.PandocFailed, OSError, UnicodeDecodeError) as error:
        raise DraftUnreadable(f"{path}: cannot be read: {error}") from error
    reader = _Reader()
    found = list(reader.blocks(read["blocks"], "paragraph"))
    number = 0
    while number < len(reader.notes):  # a note may hold a note
        number += 1
        found += reader.blocks(reader.notes[number - 1], f"note {number}")
    return found


class _Reader:
    def __init__(self) -> None:
        self.notes: list[list[pandoc.Block]] = []
        self._paragraphs = 0

    def blocks(self, node: Any, place: str, *, inside_quote: bool = False) -> Iterator[Quotation]:
        """The quotations of these blocks."""
        if isinstance(node, list):
            for one in node:
                yield from self.blocks(one, place, inside_quote=inside_quote)
        elif isinstance(node, dict) and node.get("t") in ("Para", "Plain", "Header", "LineBlock"):
            yield from self._paragraph(node, place, block=inside_quote)
        elif isinstance(node, dict) and node.get("t") not in ("CodeBlock", "RawBlock"):
            yield from self.blocks(node.get("c"), place, inside_quote=inside_quote or node.get("t") == "BlockQuote")

    def _paragraph(self, node: pandoc.Block, place: str, *, block: bool) -> Iterator[Quotation]:
        paragraph = _Paragraph()
        self._inlines(node["c"], paragraph)
        if place == "paragraph":
            self._paragraphs += 1
            place = f"paragraph {self._paragraphs}"
        if block and paragraph.text.strip():
            yield Quotation(_unmarked(paragraph.text), place, block=True, title=False)
            return
        for marks in quoted(paragraph.text):
            text = paragraph.text[marks.start : marks.end].strip()
            if text:
                yield Quotation(text, place, block=False, title=_is_title(paragraph, marks.end, text))

    def _inlines(self, node: Any, into: _Paragraph) -> None:
        if isinstance(node, list):
            for one in node:
                self._inlines(one, into)
        elif isinstance(node, dict):
            self._inline(node, into)

    def _inline(self, node: pandoc.Inline, into: _Paragraph) -> None:
        kind, content = node["t"], node.get("c", [])
        if kind == "Str":
            into.text += content
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            into.text += " "
        elif kind == "Note":
            self.notes.append(content)
        elif kind in ("Code", "Math"):
            into.text += content[1]
        elif kind == "Emph":
            start = len(into.text)
            self._inlines(content, into)
            into.italics.append((start, len(into.text)))
        elif kind not in ("Cite", "RawInline", "Image"):
            self._inlines(content, into)


def _unmarked(text: str) -> str:
    """A block quotation without the marks that some put around it all the same."""
    whole = text.strip()
    marks = next(quoted(whole), None)
    return whole[1:-1] if marks and (marks.start, marks.end) == (1, len(whole) - 1) else whole


def _is_title(paragraph: _Paragraph, end: int, text: str) -> bool:
    """Whether its words have capitals as in a title, or what follows is the name or the year of what it stands in.

    “The UN at War,” *Third World Quarterly*; ‘The UN at war’ (2015) 36 Third World Quarterly 40; “The UN at war”, in …
    """
    telling = [word for word in _TITLE_WORD.findall(text) if word.lower() not in FUNCTION_WORDS or word.isupper()]
    if len(telling) > 1 and all(word[0].isupper() for word in telling):
        return True
    rest = paragraph.text[end + 1 :]
    next_word = end + 1 + len(rest) - len(rest.lstrip(" ,."))
    set_off = text.endswith((",", ".")) or rest.startswith((",", "."))
    container = set_off and any(start == next_word for start, _ in paragraph.italics)
    return container or _AFTER_A_TITLE.match(rest) is not None
