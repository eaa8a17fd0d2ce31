"""A draft, and the quotations in it: those in quotation marks and those set as blocks, in the text and in its notes."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any

from index import pandoc
from ingest.errors import IngestError
from ingest.words.folding import FUNCTION_WORDS
from ui.cites import nodes
from ui.drafts.citedplaces import CitedPlace, places_in, places_of_cite
from ui.drafts.quotemarks import quoted

FORMATS = {".docx": "docx+styles", ".odt": "odt", ".md": "markdown-smart", ".markdown": "markdown-smart"}

_TYPED = {"\u00ad": "", "``": "“", "''": "”", ",,": "„"}
"""Hyphens that nobody sees, and marks from a typewriter."""
_QUOTE_STYLE = re.compile(r"quot|zitat|cita|extract|excerpt", re.IGNORECASE)
_TITLE_WORD = re.compile(r"[^\W\d_]{2,}")
_IN_BRACKETS = re.compile(r"\((?P<inside>[^()]{1,200})\)")
_BRACKETS = re.compile(r"[^.!?()“”]*\((?P<inside>[^()]{1,200})\)")
_BRACKETS_AT_END = re.compile(r"\s*\((?P<inside>[^()]{1,200})\)[.\s]*$")
_SENTENCE_END = re.compile(r"[.!?][”’\"'»)\]]*(?=\s+[“„«‘\"'(]?[^\Wa-zß-ÿ]|\s*$)")
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
    cited: tuple[CitedPlace, ...] = ()
    """Where the draft says that it stands: in the note or the brackets after it."""


@dataclass(slots=True)
class _Paragraph:
    """The plain words of a paragraph, which of them are set in italics, and what hangs on them."""

    text: str = ""
    italics: list[tuple[int, int]] = field(default_factory=list)
    hanging: list[tuple[int, nodes.Inline]] = field(default_factory=list)
    """Notes and cites, each with the offset at which it stands."""


def quotations(path: Path) -> list[Quotation]:
    """The quotations of a Word, ODT or Markdown file, those of the text first.

    Raises:
        DraftUnreadable: it cannot be read.
    """
    if path.suffix.lower() not in FORMATS:
        raise DraftUnreadable(f"{path}: no draft of a known kind: {', '.join(FORMATS)} are read")
    if not path.is_file():
        raise DraftUnreadable(f"{path}: no such file")
    try:
        if path.suffix.lower() in (".md", ".markdown"):
            path.read_text(encoding="utf-8")  # pandoc would read another encoding as whatever comes of it
        read = json.loads(pandoc.convert_file(path, FORMATS[path.suffix.lower()], "json", "--sandbox"))
    except (OSError, UnicodeDecodeError) as error:
        raise DraftUnreadable(f"{path}: cannot be read: {error}") from error
    except pandoc.PandocFailed as error:
        raise DraftUnreadable(f"{path}: damaged, or not what its name says: save it anew from your editor") from error
    reader = _Reader()
    found = list(reader.blocks(read["blocks"], "paragraph"))
    number = 0
    while number < len(reader.notes):  # a note may hold a note
        number += 1
        found += reader.blocks(reader.notes[number - 1], f"note {number}")
    return found


class _Reader:
    def __init__(self) -> None:
        self.notes: list[list[nodes.Block]] = []
        self._paragraphs = 0

    def blocks(
        self, node: Any, place: str, *, inside_quote: bool = False, following: Any = None
    ) -> Iterator[Quotation]:
        """The quotations of these blocks; `following` is the block after them."""
        if isinstance(node, list):
            for one, next_one in zip_longest(node, node[1:], fillvalue=following):
                yield from self.blocks(one, place, inside_quote=inside_quote, following=next_one)
        elif isinstance(node, dict) and node.get("t") in ("Para", "Plain", "Header", "LineBlock"):
            yield from self._paragraph(node, place, block=inside_quote, following=_opening_words(following))
        elif isinstance(node, dict) and node.get("t") not in ("CodeBlock", "RawBlock"):
            inside = inside_quote or node.get("t") == "BlockQuote" or _is_set_as_quote(node)
            yield from self.blocks(node.get("c"), place, inside_quote=inside, following=following)

    def _paragraph(self, node: nodes.Block, place: str, *, block: bool, following: str) -> Iterator[Quotation]:
        paragraph = _Paragraph()
        self._inlines(node["c"], paragraph)
        if place == "paragraph":
            self._paragraphs += 1
            place = f"paragraph {self._paragraphs}"
        if block and paragraph.text.strip():
            brackets = _BRACKETS_AT_END.search(paragraph.text)
            own = places_in(brackets["inside"]) if brackets else ()
            words = paragraph.text[: brackets.start()] if brackets and own else paragraph.text
            cited = (*own, *self._hanging(paragraph, len(words.rstrip()) - 1, len(paragraph.text)))
            yield Quotation(_unmarked(words), place, block=True, title=False, cited=cited)
            return
        behind = 0
        for marks in quoted(paragraph.text, following):
            text = paragraph.text[marks.start : marks.end].strip()
            if text:
                title = _is_title(paragraph, marks.end, text)
                cited = self._cited_after(paragraph, marks.end) or self._cited_before(paragraph, marks.start, behind)
                yield Quotation(text, place, block=False, title=title, cited=cited)
            behind = marks.end + 1

    def _cited_before(self, paragraph: _Paragraph, start: int, behind: int) -> tuple[CitedPlace, ...]:
        """What is cited in the sentence before a quotation, where no other quotation stands between.

        “Karlsrud (2015, 41) calls it ‘war by other means’.”

        Args:
            paragraph: that it stands in.
            start: where it begins.
            behind: where the quotation before it ends, 0 where there is none.
        """
        before = paragraph.text[:start]
        opens = max((ending.end() for ending in _SENTENCE_END.finditer(before.rstrip(" “„«‘\"'"))), default=0)
        if behind > opens:
            return ()
        brackets = [places_in(found["inside"]) for found in _IN_BRACKETS.finditer(before, opens)]
        return next((own for own in reversed(brackets) if own), ()) or self._hanging(paragraph, opens + 1, start)

    def _cited_after(self, paragraph: _Paragraph, end: int) -> tuple[CitedPlace, ...]:
        """What is cited for a quotation that ends there: in brackets, or in the first note of its sentence."""
        rest = paragraph.text[end + 1 :]
        brackets = _BRACKETS.match(rest)
        own = places_in(brackets["inside"]) if brackets else ()
        # “… of its hosts.”¹ is over with its own full stop, if no word of the sentence comes after it.
        over = paragraph.text[:end].endswith((".", "!", "?")) and not re.match(r"\W*[a-zß-ÿ]", rest)
        ending = None if over else _SENTENCE_END.search(rest)
        last = 0 if over else ending.end() if ending else len(rest)
        return (*own, *self._hanging(paragraph, end, end + 1 + last))

    def _hanging(self, paragraph: _Paragraph, start: int, end: int) -> tuple[CitedPlace, ...]:
        """The places that the first note or cite between two offsets names, and those at the same offset."""
        within = [(at, node) for at, node in paragraph.hanging if start <= at <= end]
        return tuple(place for at, node in within if at == within[0][0] for place in self._places(node))

    def _places(self, node: nodes.Inline) -> Iterator[CitedPlace]:
        if node["t"] == "Cite":
            yield from places_of_cite(node["c"][0])
            return
        note = _Paragraph()
        _Reader()._inlines(_inlines_of(node["c"]), note)
        yield from places_in(note.text)
        for _, inside in note.hanging:
            yield from self._places(inside)

    def _inlines(self, node: Any, into: _Paragraph) -> None:
        if isinstance(node, list):
            for one in node:
                self._inlines(one, into)
        elif isinstance(node, dict):
            self._inline(node, into)

    def _inline(self, node: nodes.Inline, into: _Paragraph) -> None:
        kind, content = node["t"], node.get("c", [])
        if kind == "Str":
            for typed, meant in _TYPED.items():
                content = content.replace(typed, meant)
            into.text += content
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            into.text += " "
        elif kind in ("Note", "Cite"):
            into.hanging.append((len(into.text), node))
            if kind == "Note":
                self.notes.append(content)
        elif kind in ("Code", "Math"):
            into.text += content[1]
        elif kind == "Emph":
            start = len(into.text)
            self._inlines(content, into)
            into.italics.append((start, len(into.text)))
        elif kind not in ("RawInline", "Image"):
            self._inlines(content, into)


def _is_set_as_quote(block: nodes.Block) -> bool:
    """Whether it is in a style of Word's that is called after what it sets: "Zitat", "Block quotation", "Extract"."""
    if block.get("t") != "Div":
        return False
    _, _, told = block["c"][0]
    return any(name == "custom-style" and _QUOTE_STYLE.search(value) for name, value in told)


def _opening_words(block: Any) -> str:
    """What a paragraph begins with; "" where the block is none."""
    while isinstance(block, dict) and block.get("t") == "Div" and block["c"][1]:
        block = block["c"][1][0]
    inlines = block["c"] if isinstance(block, dict) and block.get("t") in ("Para", "Plain") else []
    return nodes.plain(inlines[0]) if inlines else ""


def _inlines_of(node: Any) -> list[nodes.Inline]:
    """The inlines of blocks, paragraph after paragraph."""
    if isinstance(node, list):
        return [inline for one in node for inline in _inlines_of(one)]
    if node["t"] in ("Para", "Plain"):
        return [*node["c"], {"t": "Space"}]
    if node["t"] == "Div":
        return _inlines_of(node["c"][1])
    return _inlines_of(node["c"]) if node["t"] == "BlockQuote" else []


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
