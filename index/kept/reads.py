"""What was read last, and where each document was left: to go on reading there another day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from index.store import Drawer


@dataclass(frozen=True, slots=True)
class Read:
    """A document that was opened."""

    document: str
    """Its id; it may have left the library."""
    index: int
    """Of the page where it was left."""
    when: str
    """ISO 8601, UTC."""


class Reads:
    """The documents that were opened on the Read page."""

    def __init__(self, drawer: Drawer) -> None:
        self._drawer = drawer

    def left(self, document: str, index: int) -> None:
        """Remember that a document was read at this page just now."""
        self._drawer.put(document, {"index": index, "when": datetime.now(UTC).isoformat()}, document)

    def last(self) -> Sequence[Read]:
        """All that were opened, the last one first."""
        reads = (Read(kept.id, kept.data["index"], kept.data["when"]) for kept in self._drawer.all())
        return sorted(reads, key=lambda one: one.when, reverse=True)
