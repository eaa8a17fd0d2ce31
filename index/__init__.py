"""Document -> Library: stores, vectors, words, ranking, bibliography. Never opens a PDF.

The names below are loaded on first use, so that importing this package costs nothing.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "Filters": "index.model",
    "Library": "index.library",
    "LibraryError": "index.errors",
    "load_embedder": "index.encoding.embedder",
}

__all__ = ["Filters", "Library", "LibraryError", "load_embedder"]


def __getattr__(name: str) -> Any:
    """Load a public name from the module that defines it (PEP 562)."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
