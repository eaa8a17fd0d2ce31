"""Markdown with pandoc's cites; the works stand in the front matter, so that one file is all that pandoc needs."""

import re
from typing import Any

from index import pandoc
from ui.cites import nodes
from ui.errors import CitingError
from ui.export.prose import document_of
from ui.export.selection import Selection

_OBEYED = re.compile(r"(@|\"|'|--+|\.\.\.)")
"""What pandoc would read as a cite or set otherwise than it stands, and does not escape where it writes."""


def write(selection: Selection, style: str) -> bytes:
    """The file's content; `pandoc --citeproc --csl STYLE FILE` sets it.

    Raises:
        CitingError: pandoc cannot read a work.
    """
    try:
        # Not with "smart": it would write dashes as "--" and lose which quotation marks stood in the text.
        whole = _as_it_stands(document_of(selection, style))
        return pandoc.convert(whole, "json", "markdown-smart", "--standalone", "--wrap=none")
    except pandoc.PandocFailed as error:
        raise CitingError(f"pandoc cannot write the text: {error}") from error


def _as_it_stands(node: Any) -> Any:
    """The same nodes with a backslash before every sign in the text that a reader of Markdown would obey."""
    if isinstance(node, dict):
        kept = node.get("t") in ("Cite", "MetaString")
        return node if kept else {name: _as_it_stands(one) for name, one in node.items()}
    if not isinstance(node, list):
        return node
    made = []
    for one in node:
        if isinstance(one, dict) and one.get("t") == "Str":
            made += [_sign(piece) for piece in _OBEYED.split(one["c"]) if piece]
        else:
            made.append(_as_it_stands(one))
    return made


def _sign(piece: str) -> nodes.Inline:
    if not _OBEYED.fullmatch(piece):
        return {"t": "Str", "c": piece}
    return nodes.raw("markdown", "".join(f"\\{sign}" for sign in piece))
