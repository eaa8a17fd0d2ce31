"""A cited work while its document is being read."""

from dataclasses import dataclass, field
from typing import Any

from ingest.model import CitationKind

TESTIMONY = frozenset({"interview", "correspondence", "on-file"})


@dataclass(slots=True)
class Work:
    """A work while the document is being read: what all its citations together tell of it."""

    number: int
    kind: CitationKind
    text: str
    csl: dict[str, Any]
    surnames: tuple[str, ...] = ()
    others: bool = False
    titles: set[str] = field(default_factory=set)
    quoted: bool = False
    capitals: bool = False
    """Whether its author is printed in capitals."""
    year: int | None = None
    symbols: list[str] = field(default_factory=list)
    short_names: set[str] = field(default_factory=set)
    notes: list[tuple[str, bool]] = field(default_factory=list)
    """Ids of the notes that cite it, and whether in full."""
    blocks: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Its title as the fullest citation prints it."""
        return str(self.csl.get("title", ""))
