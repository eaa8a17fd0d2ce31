"""Nearest vectors: an immutable FAISS file derived from SQLite, and what came after it scored from SQLite itself.

SQLite holds the truth: `vectors` (float16), `passages`, and in `bases` the derived file's name, checksum and last row.
Nothing here need be believed: a file that is missing or differs from its checksum is built again, in memory.
"""

import hashlib
import json
import sqlite3
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.disk import write_durably
from index.store import Vectors

Rows = NDArray[np.int64]

LEAST_DELTA = 4096
"""Vectors worth a file: fewer are read and scored in a few milliseconds."""
DELTA_SHARE = 0.2
"""Of the base: how much may have come or gone since before a new base is written."""


class VectorIndex:
    """The derived vectors of one library folder, as this process holds them in memory; shared by its threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._guard = threading.Lock()
        self._name: str | None = None
        self._base: Any = None  # a faiss.IndexIDMap
        self._last = 0
        self._delta_rows: Rows = np.empty(0, np.int64)
        self._delta: Vectors = np.empty((0, 0), np.float32)
        self.warnings: list[str] = []

    def nearest(
        self, connection: sqlite3.Connection, vector: Vectors, depth: int, allowed: Rows | None
    ) -> list[tuple[int, str, float]]:
        """Row, passage id and cosine of the `depth` nearest passages that are in this snapshot, best first.

        With `allowed`, only of these rows: they are picked before the best are, so a filter never leaves fewer hits
        than there are.
        """
        with self._guard:
            self._refresh(connection)
            base, delta_rows, delta = self._base, self._delta_rows, self._delta
        asked = depth
        while True:
            near = self._candidates(base, delta_rows, delta, vector, asked, allowed)
            ids = _ids(connection, [row for row, _ in near])
            live = [(row, ids[row], score) for row, score in near if row in ids]
            if len(live) >= depth or len(near) < asked:
                return live[:depth]
            asked *= 2  # some of the nearest have been removed from the library since the base was written

    def settle(self, connection: sqlite3.Connection, *, anew: bool = False) -> None:
        """Write a new base, within a writing transaction, where enough has come or gone since the last one.

        With `anew`, the last one holds nothing that is still of use.
        """
        _, _, high, count = _base_row(connection)
        (after,) = connection.execute("SELECT count(*) FROM vectors WHERE row > ?", (high,)).fetchone()
        # Every passage has its vector, and to count passages SQLite reads a small index, not all vectors.
        (there,) = connection.execute("SELECT count(*) FROM passages").fetchone()
        changed = after + count - (there - after)
        if changed > max(LEAST_DELTA, DELTA_SHARE * count):
            self.write(connection)
        elif anew:
            connection.execute("DELETE FROM bases")

    def write(self, connection: sqlite3.Connection) -> None:
        """Write a new base of all vectors, within a writing transaction; `sweep` takes the old one away later."""
        rows, vectors = _load(connection, 0)
        connection.execute("DELETE FROM bases")
        if not len(rows):
            return
        data = _faiss().serialize_index(_built(rows, vectors)).tobytes()
        digest = hashlib.sha256(data).hexdigest()
        name = f"vectors-{rows[-1]}-{digest[:12]}.faiss"
        write_durably(self._folder / name, data)
        connection.execute("INSERT INTO bases VALUES (?, ?, ?, ?)", (name, digest, int(rows[-1]), len(rows)))

    def sweep(self, connection: sqlite3.Connection) -> None:
        """Delete derived files that SQLite does not name."""
        name = _base_row(connection)[0]
        for path in self._folder.glob("vectors-*.faiss*"):
            if path.name != name:
                path.unlink(missing_ok=True)

    def sound(self, connection: sqlite3.Connection) -> bool:
        """Whether the derived file that SQLite names is there and as it was written."""
        name, digest, _, _ = _base_row(connection)
        return name is None or self._read(name, digest) is not None

    def forget(self) -> None:
        """Let go of what is in memory."""
        with self._guard:
            self._name, self._base, self._last = None, None, 0
            self._delta_rows, self._delta = np.empty(0, np.int64), np.empty((0, 0), np.float32)

    def _refresh(self, connection: sqlite3.Connection) -> None:
        name, digest, high, _ = _base_row(connection)
        if name != self._name:
            data = self._read(name, digest) if name is not None else None
            if data is not None:
                self._base = _faiss().deserialize_index(data)
            elif name is not None:
                self.warnings.append(
                    f"{name} is missing or damaged: its vectors were read from the database instead; "
                    "`bluenote doctor` writes it again"
                )
                rows, vectors = _load(connection, 0, high)
                self._base = _built(rows, vectors) if len(rows) else None
            else:
                self._base = None
            self._name, self._last = name, high
            self._delta_rows, self._delta = np.empty(0, np.int64), np.empty((0, 0), np.float32)
        rows, vectors = _load(connection, self._last)
        if len(rows):
            self._delta_rows = np.concatenate([self._delta_rows, rows])
            self._delta = np.concatenate([self._delta, vectors]) if len(self._delta) else vectors
            self._last = int(rows[-1])

    def _read(self, name: str, digest: str) -> NDArray[np.uint8] | None:
        try:
            data = np.fromfile(self._folder / name, np.uint8)
        except OSError:
            return None
        return data if hashlib.sha256(data.data).hexdigest() == digest else None

    @staticmethod
    def _candidates(
        base: Any, delta_rows: Rows, delta: Vectors, vector: Vectors, asked: int, allowed: Rows | None
    ) -> list[tuple[int, float]]:
        found: list[tuple[int, float]] = []
        if base is not None and (allowed is None or len(allowed)):
            faiss = _faiss()
            chosen = None if allowed is None else faiss.SearchParameters(sel=faiss.IDSelectorBatch(allowed))
            scores, rows = base.search(vector.reshape(1, -1), min(asked, base.ntotal), params=chosen)
            found += [(int(row), float(score)) for row, score in zip(rows[0], scores[0], strict=True) if row >= 0]
        if len(delta_rows):
            inside = np.arange(len(delta_rows)) if allowed is None else np.flatnonzero(np.isin(delta_rows, allowed))
            cosines = delta[inside] @ vector
            best = np.argsort(-cosines, kind="stable")[:asked]
            found += [(int(delta_rows[inside[at]]), float(cosines[at])) for at in best]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:asked]


def packed(vectors: Vectors) -> Iterable[bytes]:
    """Each vector as SQLite keeps it: float16, little-endian."""
    return (row.tobytes() for row in vectors.astype("<f2"))


def _load(connection: sqlite3.Connection, after: int, until: int = 2**62) -> tuple[Rows, Vectors]:
    pairs = connection.execute(
        "SELECT row, vector FROM vectors WHERE row > ? AND row <= ? ORDER BY row", (after, until)
    ).fetchall()
    if not pairs:
        return np.empty(0, np.int64), np.empty((0, 0), np.float32)
    flat = np.frombuffer(b"".join(vector for _, vector in pairs), "<f2").astype(np.float32)
    return np.array([row for row, _ in pairs], np.int64), flat.reshape(len(pairs), -1)


def _built(rows: Rows, vectors: Vectors) -> Any:
    """A flat index that holds float16 as SQLite does, so that it scores what SQLite holds and nothing is lost."""
    faiss = _faiss()
    flat = faiss.IndexScalarQuantizer(vectors.shape[1], faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    index = faiss.IndexIDMap(flat)
    index.add_with_ids(vectors, rows)
    return index


def _base_row(connection: sqlite3.Connection) -> tuple[str | None, str, int, int]:
    row = connection.execute("SELECT name, sha256, high, count FROM bases").fetchone()
    return (row["name"], row["sha256"], row["high"], row["count"]) if row else (None, "", 0, 0)


def _ids(connection: sqlite3.Connection, rows: list[int]) -> dict[int, str]:
    found = connection.execute(
        "SELECT row, id FROM passages WHERE row IN (SELECT value FROM json_each(?))", (json.dumps(rows),)
    )
    return dict(found.fetchall())


def _faiss() -> Any:
    import faiss

    # One question is scored by one thread: waking a second one takes ten times as long as the work that it would share.
    faiss.omp_set_num_threads(1)
    return faiss
