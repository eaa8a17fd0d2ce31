"""Vectors that can be searched: built in parts from SQLite's, written to a file and read again.

Every index holds float16 as SQLite does, so that it scores what SQLite holds and nothing is lost. One of many vectors
holds beside them a sketch of each in 96 bytes, quicker to go through by seven times, which says which ones to score
(product quantization: Jégou, Douze and Schmid, "Product Quantization for Nearest Neighbor Search", 2011).
"""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.store import Vectors

Rows = NDArray[np.int64]
Admitted = NDArray[np.bool_]
"""Of each row of table passages, whether it may answer; rows beyond the end may not."""

SKETCHED = 50_000
"""Vectors: to score fewer takes a millisecond or two."""
CHOSEN = 10
"""So many times the vectors that are asked for are chosen by their sketches. On passages of real documents all of the
nearest are among them, of vectors drawn at random, which are all about as far away, 99 in 100."""
_DIMENSIONS_TOGETHER = 2
"""Of a sketch: each two dimensions become one of 16 points."""
_EXAMPLES = 20_000
"""Vectors that the points are chosen by."""
_TOGETHER = 20_000
"""Vectors read at a time."""
_PIECE = 1 << 24
"""Bytes read at a time."""


class Base:
    """Vectors and the rows that they belong to."""

    def __init__(self, index: Any) -> None:
        self._index = index  # a faiss.IndexIDMap
        faiss = _faiss()
        inner = faiss.downcast_index(index.index)
        self._sketched = inner if isinstance(inner, faiss.IndexRefine) else None
        self._flat = inner if self._sketched is None else faiss.downcast_index(inner.refine_index)
        self._rows: Rows = faiss.vector_to_array(index.id_map)

    def __len__(self) -> int:
        return len(self._rows)

    def nearest(self, vector: Vectors, count: int, admitted: Admitted | None) -> list[tuple[int, float]]:
        """Rows and cosines of the nearest vectors, best first; with `admitted`, the nearest of those rows."""
        faiss = _faiss()
        count = min(count, len(self))
        if admitted is not None:
            known = self._rows < len(admitted)
            inside = np.zeros(len(self), bool)
            inside[known] = admitted[self._rows[known]]
            bits = np.packbits(inside, bitorder="little")
            chosen = faiss.SearchParameters(sel=faiss.IDSelectorBitmap(len(self), faiss.swig_ptr(bits)))
            scores, places = self._flat.search(vector.reshape(1, -1), count, params=chosen)
        elif self._sketched is not None:
            chosen = faiss.IndexRefineSearchParameters(k_factor=CHOSEN)
            scores, places = self._sketched.search(vector.reshape(1, -1), count, params=chosen)
        else:
            scores, places = self._flat.search(vector.reshape(1, -1), count)
        there = places[0] >= 0
        return list(zip(self._rows[places[0][there]].tolist(), scores[0][there].tolist(), strict=True))

    def add(self, rows: Rows, vectors: Vectors) -> None:
        """Take more in."""
        self._index.add_with_ids(vectors, rows)
        self._rows = np.concatenate([self._rows, rows])

    def write(self, path: Path) -> None:
        """To a file, which is not synced."""
        _faiss().write_index(self._index, str(path))


def read(path: Path) -> Base | None:
    """What was written; None where this FAISS cannot read it."""
    faiss = _faiss()
    try:
        # Laid into memory, not copied.
        return Base(faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC))
    except RuntimeError:
        return None


def fetch(path: Path) -> None:
    """Have the system hold a file in memory.

    The vectors that a question scores lie all over it: to read them one by one as they are needed took the first
    questions among a million three times as long as the file from end to end.

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb", buffering=0) as file:
        while file.read(_PIECE):
            pass


def built(connection: sqlite3.Connection, until: int = 2**62) -> Base | None:
    """All vectors up to a row, in memory; None where there are none."""
    # Each passage has its vector; to count passages SQLite reads a small index.
    (count,) = connection.execute("SELECT count(*) FROM passages WHERE row <= ?", (until,)).fetchone()
    base = None
    for rows, vectors in parts(connection, 0, until):
        if base is None:
            base = empty(vectors.shape[1], _examples(connection, until) if count >= SKETCHED else None)
        base.add(rows, vectors)
    return base


def empty(dimensions: int, examples: "Vectors | None" = None) -> Base:
    """For vectors of so many dimensions; sketched, where there are examples to learn from."""
    faiss = _faiss()
    index = faiss.IndexScalarQuantizer(dimensions, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    if examples is not None and dimensions % _DIMENSIONS_TOGETHER == 0:
        spec = f"PQ{dimensions // _DIMENSIONS_TOGETHER}x4fs"
        sketches = faiss.index_factory(dimensions, spec, faiss.METRIC_INNER_PRODUCT)
        sketches.train(examples)
        index = faiss.IndexRefine(sketches, index)
    return Base(faiss.IndexIDMap(index))


def parts(connection: sqlite3.Connection, after: int, until: int = 2**62) -> Iterator[tuple[Rows, Vectors]]:
    """Rows and vectors in order, many at a time."""
    while True:
        pairs = connection.execute(
            "SELECT row, vector FROM vectors WHERE row > ? AND row <= ? ORDER BY row LIMIT ?",
            (after, until, _TOGETHER),
        ).fetchall()
        if not pairs:
            return
        yield np.array([row for row, _ in pairs], np.int64), _unpacked([vector for _, vector in pairs])
        after = pairs[-1][0]


def _examples(connection: sqlite3.Connection, until: int) -> Vectors:
    """Vectors from all over the library, for documents differ."""
    (last,) = connection.execute("SELECT max(row) FROM vectors WHERE row <= ?", (until,)).fetchone()
    rows = np.unique(np.linspace(1, last, _EXAMPLES, dtype=np.int64))
    found = connection.execute(
        "SELECT vector FROM json_each(?) CROSS JOIN vectors ON row = value", (json.dumps(rows.tolist()),)
    )
    return _unpacked([vector for (vector,) in found])


def _unpacked(vectors: list[bytes]) -> Vectors:
    return np.frombuffer(b"".join(vectors), "<f2").astype(np.float32).reshape(len(vectors), -1)


def _faiss() -> Any:
    import faiss

    # One question is scored by one thread: waking a second one takes ten times as long as the work that it would share.
    faiss.omp_set_num_threads(1)
    return faiss
