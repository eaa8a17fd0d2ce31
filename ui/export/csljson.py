"""CSL-JSON, as reference managers and pandoc read it."""

import json

from ui.export.selection import Selection


def write(selection: Selection, style: str) -> bytes:  # noqa: ARG001 - data are in no style
    """A list of items; `id` is the citekey."""
    items = [{"type": "document", **work.csl, "id": work.key, "citation-key": work.key} for work in selection.works]
    return json.dumps(items, ensure_ascii=False, indent=2).encode() + b"\n"
