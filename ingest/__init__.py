"""PDF file -> Document: the only room that opens a PDF.

The way through: `pdf` (pages as they lie in the file), `layout` (rows, labels, paragraphs), `notes` (markers and
notes), `citations` (a note's text taken apart), `works` (which work each citation means), `description` (what the
document itself is), `document` (all of it, with a report), `passages`. `words` serves them all.

The names below are loaded on first use, so that importing this package costs nothing.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "Document": "ingest.model",
    "IngestError": "ingest.errors",
    "read_pdf": "ingest.document",
    "read_text": "ingest.plain",
}

__all__ = ["Document", "IngestError", "read_pdf", "read_text"]


def __getattr__(name: str) -> Any:
    """Load a public name from the module that defines it (PEP 562)."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
