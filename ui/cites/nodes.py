"""Nodes of pandoc's documents, made as data and not as Markdown: no text of a document is ever taken for markup.

The shapes are those of pandoc's JSON (https://pandoc.org/using-the-pandoc-api.html): an object with "t", the kind, and
"c", its content.
"""

from collections.abc import Mapping, Sequence
from typing import Any

Inline = dict[str, Any]
Block = dict[str, Any]
Pandoc = dict[str, Any]

VERSION = [1, 23, 1]
"""Of pandoc-types, as of pandoc 3; a later pandoc reads it too."""

_NO_ATTRIBUTES: tuple[str, list[str], list[list[str]]] = ("", [], [])


def words(text: str) -> list[Inline]:
    """The text as it stands, whatever its signs mean elsewhere."""
    inlines: list[Inline] = []
    for number, word in enumerate(text.split(" ")):
        if number:
            inlines.append({"t": "Space"})
        if word:
            inlines.append({"t": "Str", "c": word})
    return inlines


def para(inlines: Sequence[Inline]) -> Block:
    """A paragraph."""
    return {"t": "Para", "c": list(inlines)}


def quote(blocks: Sequence[Block]) -> Block:
    """A block quotation."""
    return {"t": "BlockQuote", "c": list(blocks)}


def header(level: int, text: str) -> Block:
    """A heading; level 1 is the outermost."""
    return {"t": "Header", "c": [level, _NO_ATTRIBUTES, words(text)]}


def references_here() -> list[Block]:
    """Where the list of references goes, under its heading."""
    return [header(1, "References"), {"t": "Div", "c": [("refs", [], []), []]}]


def raw(format_: str, text: str) -> Inline:
    """Words of the output's own language."""
    return {"t": "RawInline", "c": [format_, text]}


def cite(item: str, suffix: str) -> Inline:
    """A cite of one item; what follows it holds the locator, as pandoc reads it (see `ui.cites.citing.suffix`)."""
    citation = {
        "citationId": item,
        "citationPrefix": [],
        "citationSuffix": words(suffix),
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[citation], words(f"[@{item}{suffix}]")]}


def plain(node: Any) -> str:
    """The words below a node."""
    if isinstance(node, list):
        return "".join(map(plain, node))
    if not isinstance(node, dict):
        return ""
    kind = node["t"]
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind == "Str":
        return str(node["c"])
    if kind == "Quoted":
        marks = "‘’" if node["c"][0]["t"] == "SingleQuote" else "“”"
        return marks[0] + plain(node["c"][1]) + marks[1]
    return plain(node.get("c"))


def document(blocks: Sequence[Block], meta: Mapping[str, Any] | None = None) -> Pandoc:
    """A whole document."""
    return {"pandoc-api-version": VERSION, "meta": dict(meta or {}), "blocks": list(blocks)}


def said(text: str) -> dict[str, Any]:
    """A value of a document's metadata: words."""
    return {"t": "MetaInlines", "c": words(text)}


def literally(text: str) -> dict[str, Any]:
    """A value of a document's metadata: a string that nobody reads as words."""
    return {"t": "MetaString", "c": text}
