"""Nearest vectors: an immutable FAISS file derived from SQLite, and what came after it scored from SQLite itself.

SQLite holds the truth: `vectors` (float16), `passages`, and in `bases` the derived file's name, checksum and last row.
Nothing here need be believed: a file that is missing or differs from its checksum is built again, in memory. Of one
that nobody has touched since it was found to be sound (by its size and time of change) the checksum is not counted
again: of a million vectors that takes a second.
"""

import sqlite3
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from index.disk import renamed_durably, sha256_of, stamp_of
from index.sqlite import bases
from index.sqlite.bases import Admitted, Base
from index.sqlite.frequencies import passages_in
from index.sqlite.naming import ids_of
from index.store import Vectors

LEAST_DELTA = 4096
"""Vectors worth a file: fewer are read and scored in a few milliseconds."""
DELTA_SHARE = 0.2
"""Of the base: how much may have come or gone since before a new base is written."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What SQLite says of the derived file."""

    name: str
    sha256: str
    high: int
    """The last row of table passages that it holds."""
    count: int
    stamp: str
    """`stamp_of` the file when it was found to be as its checksum says; "" where that is not known."""


@dataclass(frozen=True, slots=True)
class _Foreseen:
    """What was found before it was asked for."""

    vector: Vectors
    depth: int
    held: tuple[int, int]
    """The last row that was in memory then, and how many there were."""
    found: list[tuple[int, float]]

    def answers(self, vector: Vectors, depth: int, held: tuple[int, int]) -> bool:
        """Whether it is what would be found now."""
        return self.vector is vector and (self.depth, self.held) == (depth, held)


class VectorIndex:
    """The derived vectors of one library folder, as this process holds them in memory; shared by its threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._guard = threading.Lock()
        self._name: str | None = None
        self._base: Base | None = None
        self._delta: Base | None = None
        self._last = 0
        self._foreseen: _Foreseen | None = None
        self.warnings: list[str] = []

    def nearest(
        self, connection: sqlite3.Connection, vector: Vectors, depth: int, admitted: Admitted | None
    ) -> list[tuple[int, float]]:
        """Rows and cosines of the `depth` nearest passages that are in this snapshot, best first.

        With `admitted`, only of these rows: they are picked before the best are, so a filter never leaves fewer hits
        than there are.
        """
        asked = depth
        while True:
            with self._guard:  # while one thread searches no other may take more in
                self._refresh(connection)
                seen, self._foreseen = self._foreseen, None
                of_use = seen is not None and seen.answers(vector, asked, self._held()) and admitted is None
                found = seen.found if seen and of_use else self._found(vector, asked, admitted)
                _, held = self._held()
            near = sorted(sorted(found), key=itemgetter(1), reverse=True)[:asked]
            live = near
            if held != passages_in(connection):  # else those in memory are those that there are
                there = ids_of(connection, [row for row, _ in near])
                live = [(row, score) for row, score in near if row in there]
            if len(live) >= depth or len(near) < asked:
                return live[:depth]
            asked *= 2  # some of the nearest have been removed from the library since the base was written

    def foresee(self, vector: Vectors, depth: int) -> None:
        """Look among the vectors in memory for what `nearest` will be asked for, while another thread is at work."""
        with self._guard:
            self._foreseen = _Foreseen(vector, depth, self._held(), self._found(vector, depth, None))

    def prepare(self, connection: sqlite3.Connection) -> None:
        """Bring into memory what is searched."""
        with self._guard:
            self._refresh(connection)

    def settle(self, connection: sqlite3.Connection, *, anew: bool = False) -> None:
        """Write a new base, within a writing transaction, where enough has come or gone since the last one.

        With `anew`, the last one holds nothing that is still of use.
        """
        row = _base_row(connection)
        high, count = (row.high, row.count) if row else (0, 0)
        # Every passage has its vector, and to count passages SQLite reads a small index, not all vectors.
        of_late = "SELECT count(*) FROM passages INDEXED BY passages_named WHERE row > ?"
        (after,) = connection.execute(of_late, (high,)).fetchone()
        (there,) = connection.execute("SELECT count(*) FROM passages").fetchone()
        changed = after + count - (there - after)
        if changed > max(LEAST_DELTA, DELTA_SHARE * count):
            self.write(connection)
        elif anew:
            connection.execute("DELETE FROM bases")
        elif row and not self._untouched(row) and self.sound(connection):
            # It came here by a copy, or from a Bluenote that wrote no stamps.
            connection.execute("UPDATE bases SET stamp = ?", (stamp_of(self._folder / row.name),))

    def write(self, connection: sqlite3.Connection) -> None:
        """Write a new base of all vectors, within a writing transaction; `sweep` takes the old one away later."""
        base = bases.built(connection)
        connection.execute("DELETE FROM bases")
        if base is None:
            return
        (high,) = connection.execute("SELECT max(row) FROM vectors").fetchone()
        partial = self._folder / f"vectors-{high}.faiss.part"
        base.write(partial)
        digest = sha256_of(partial)
        name = f"vectors-{high}-{digest[:12]}.faiss"
        renamed_durably(partial, self._folder / name)
        row = (name, digest, high, len(base), stamp_of(self._folder / name))
        connection.execute("INSERT INTO bases (name, sha256, high, count, stamp) VALUES (?, ?, ?, ?, ?)", row)

    def sweep(self, connection: sqlite3.Connection) -> None:
        """Delete derived files that SQLite does not name."""
        row = _base_row(connection)
        for path in self._folder.glob("vectors-*.faiss*"):
            if row is None or path.name != row.name:
                path.unlink(missing_ok=True)

    def sound(self, connection: sqlite3.Connection) -> bool:
        """Whether the derived file that SQLite names is there and as it was written."""
        row = _base_row(connection)
        return row is None or self._read(row, anew=True) is not None

    def forget(self) -> None:
        """Let go of what is in memory."""
        with self._guard:
            self._name, self._base, self._delta, self._last = None, None, None, 0

    def _found(self, vector: Vectors, depth: int, admitted: Admitted | None) -> list[tuple[int, float]]:
        return [pair for part in self._parts() for pair in part.nearest(vector, depth, admitted)]

    def _held(self) -> tuple[int, int]:
        return self._last, sum(map(len, self._parts()))

    def _parts(self) -> list[Base]:
        return [part for part in (self._base, self._delta) if part is not None]

    def _refresh(self, connection: sqlite3.Connection) -> None:
        row = _base_row(connection)
        if (row.name if row else None) != self._name:
            self._base = self._read(row) if row else None
            if self._base is None and row:
                self.warnings.append(
                    f"{row.name} is missing or damaged: its vectors were read from the database instead; "
                    "`bluenote doctor` writes it again"
                )
                self._base = bases.built(connection, row.high)
            self._name, self._last, self._delta = (row.name, row.high, None) if row else (None, 0, None)
        for rows, vectors in bases.parts(connection, self._last):
            if self._delta is None:
                self._delta = bases.empty(vectors.shape[1])
            self._delta.add(rows, vectors)
            self._last = int(rows[-1])

    def _read(self, row: _Row, *, anew: bool = False) -> Base | None:
        """The file, tested where it may have changed, or `anew` in any case; None where it is not as it was."""
        path = self._folder / row.name
        try:
            if anew or not self._untouched(row):
                if sha256_of(path) != row.sha256:
                    return None
            else:
                bases.fetch(path)
        except OSError:
            return None
        return bases.read(path)

    def _untouched(self, row: _Row) -> bool:
        path = self._folder / row.name
        return path.exists() and stamp_of(path) == row.stamp


def packed(vectors: Vectors) -> Iterable[bytes]:
    """Each vector as SQLite keeps it: float16, little-endian."""
    return (row.tobytes() for row in vectors.astype("<f2"))


def _base_row(connection: sqlite3.Connection) -> _Row | None:
    row = connection.execute("SELECT name, sha256, high, count, stamp FROM bases").fetchone()
    return _Row(*row) if row else None
