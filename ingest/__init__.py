"""PDF file -> Document: the only room that opens a PDF.

The names below are loaded on first use, so that importing this package costs nothing. A function that bears its
module's name (`ingest.passages.passages`, `ingest.picture.picture`) is not among them: once the module is loaded, the
name means the module.
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
