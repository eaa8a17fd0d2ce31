"""Word, with the cites as live Zotero fields: in real footnotes where the style is one of notes.

Pandoc sets the cites and the references; then each gets its field around it, and pandoc writes the file.
"""

import json
from collections.abc import Iterator
from typing import Any

from index import pandoc
from ui.cites import nodes
from ui.cites.styles import style_arguments, style_file
from ui.errors import CitingError
from ui.export import zotero
from ui.export.prose import document_of, items_of
from ui.export.selection import Selection


def write(selection: Selection, style: str) -> bytes:
    """The file's content.

    Raises:
        CitingError: there is no such style, or pandoc cannot set a work.
    """
    try:
        whole = document_of(selection, style)
        set_ = json.loads(pandoc.convert(whole, "json", "json", "--citeproc", *style_arguments(style)))
        notes = _live_cites(selection, style, set_["blocks"])
        _live_references(set_["blocks"])
        told = zotero.preferences(style_file(style), notes=notes)
        meta = {"title": whole["meta"]["title"], **{name: nodes.literally(text) for name, text in told.items()}}
        return pandoc.convert(nodes.document(set_["blocks"], meta), "json", "docx")
    except pandoc.PandocFailed as error:
        raise CitingError(f"pandoc cannot write the text: {error}") from error


def _live_cites(selection: Selection, style: str, blocks: list[nodes.Block]) -> bool:
    """Put a field around each cite; whether they are notes."""
    items = {str(item["id"]): item for item in items_of(selection.works, style)}
    notes = 0
    for number, (extract, cite) in enumerate(zip(selection.extracts, list(_cites(blocks)), strict=True)):
        inside = cite["c"][1]
        note = next((one for one in inside if one["t"] == "Note"), None)
        notes += note is not None
        shown = note["c"][0]["c"] if note else inside
        item = items[extract.work.key]
        code = zotero.cite_code(number, extract, item, nodes.plain(shown), note=notes if note else 0)
        shown[:] = zotero.field(code, shown)
    return bool(notes)


def _live_references(blocks: list[nodes.Block]) -> None:
    """Put one field around all entries of the list of references."""
    entries = [
        block
        for div in blocks
        if div["t"] == "Div" and div["c"][0][0] == "refs"
        for entry in div["c"][1]
        for block in entry["c"][1]
    ]
    if entries:
        entries[0]["c"][:0] = zotero.opening(zotero.bibliography_code())
        entries[-1]["c"].append(zotero.closing())


def _cites(node: Any) -> Iterator[dict[str, Any]]:
    """The cites below a node, in order."""
    if isinstance(node, dict):
        if node.get("t") == "Cite":
            yield node
            return
        yield from _cites(node.get("c"))
    elif isinstance(node, list):
        for one in node:
            yield from _cites(one)
