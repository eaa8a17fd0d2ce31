"""Documents that were removed, until the trash is emptied: what was read in them, with their citekeys.

A document goes into the trash before it leaves the library, and leaves the trash after it is back: a process killed in
between leaves it in both, and it then counts as being in the library. Its PDF stays among the library's files.
"""

import base64
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from index.errors import NoSuchDocument
from index.model import Entry
from index.record import Origin
from index.store import Kept, Store
from ingest.contract import from_json, to_json
from ingest.model import Document


@dataclass(frozen=True, slots=True)
class Trashed:
    """A document in the trash."""

    id: str
    key: str
    """Citekey, which it bears again when it is restored."""
    title: str
    removed: str
    """ISO 8601, UTC."""
    origin: Origin


class Trash:
    """The documents that were removed from a library."""

    def __init__(self, store: Store) -> None:
        self._drawer = store.drawer("trash")

    def all(self) -> list[Trashed]:
        """What is in it, longest first."""
        return [_trashed(kept) for kept in self._drawer.all()]

    def get(self, document: str) -> Trashed | None:
        """A document by its id; None where it is not in the trash."""
        kept = self._drawer.get(document)
        return _trashed(kept) if kept else None

    def named(self, ref: str) -> Trashed:
        """The one document of this id, beginning of an id, citekey or file.

        Raises:
            NoSuchDocument: There is none, or more than one.
        """
        found = [one for one in self.all() if ref in (one.id, one.key, one.origin.file)]
        found = found or [one for one in self.all() if ref and one.id.startswith(ref)]
        if len(found) != 1:
            said = f"{len(found)} documents" if found else "no document"
            raise NoSuchDocument(f"{said} in the trash may be meant by {ref!r}: `bluenote list --trash` shows it")
        return found[0]

    def put(self, entry: Entry, origin: Origin, reading: Document) -> None:
        """Put a document in, as it was read."""
        packed = zlib.compress(json.dumps(to_json(reading), ensure_ascii=False).encode())
        data = {
            "key": entry.key,
            "title": entry.title,
            "file": origin.file,
            "sha256": origin.sha256,
            "kept": origin.kept,
            # Packed to a tenth, and as text: a drawer holds JSON.
            "reading": base64.b85encode(packed).decode(),
        }
        self._drawer.put(entry.id, data, entry.id)

    def reading(self, document: str) -> Document:
        """What was read in a document.

        Raises:
            NoSuchDocument: It is not in the trash.
        """
        kept = self._drawer.get(document)
        if kept is None:
            raise NoSuchDocument(f"no document {document} in the trash (any more)")
        whole: Mapping[str, Any] = json.loads(zlib.decompress(base64.b85decode(kept.data["reading"])))
        return from_json(whole)[0]

    def drop(self, document: str) -> None:
        """Let a document go for good, or because it is back."""
        self._drawer.drop(document)

    def files(self) -> frozenset[str]:
        """The hashes of the PDFs that the library keeps for documents in the trash."""
        return frozenset(one.origin.sha256 for one in self.all() if one.origin.kept and one.origin.sha256)


def _trashed(kept: Kept) -> Trashed:
    data = kept.data
    origin = Origin(data["file"], data["sha256"], data["kept"])
    return Trashed(kept.id, data["key"], data["title"], kept.changed, origin)
