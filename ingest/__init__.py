"""PDF file -> Document: the only room that opens a PDF.

The names below are loaded on first use, so that importing this package costs nothing.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "Document": "ingest.model",
    "IngestError": "ingest.errors",
    "passages": "ingest.passages",
    "picture": "ingest.picture",
    "read_pdf": "ingest.document",
    "read_text": "ingest.plain",
}

__all__ = ["Document", "IngestError", "passages", "picture", "read_pdf", "read_text"]


def __getattr__(name: str) -> Any:
    """Load a public name from the module that defines it (PEP 562)."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
