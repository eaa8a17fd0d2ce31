"""How much of an addition is reading and embedding: `python tests/bench/bench_add.py [ROUNDS]`, 3 by default.

The documents of the ranking's measure (samples, and real ones where they are at hand). Reading with all cores and
embedding are timed by themselves, then `Library.add` as a whole, round by round, for other programs weigh on all three.
Efficiency is the first two together by the third, each as quick as it ever was: 1 means that nothing else costs time.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

import questions

from index import Library
from index.encoding.embedder import load_embedder
from index.encoding.embedding import embedded
from ingest import child
from ingest.model import Document, Passage
from ingest.passages.cutting import passages

CORES = os.cpu_count() or 1


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rounds", nargs="?", type=int, default=3)
    paths = questions.pdfs()
    embedder = load_embedder()
    embedder.ask("loads the model")
    cut: list[Sequence[Passage]] = []
    rounds = []
    for _ in range(parser.parse_args().rounds):
        documents: list[Document] = []
        reading = timed(lambda documents=documents: documents.extend(read(paths)))
        cut = [passages(document, embedder.count, embedder.window) for document in documents]
        embedding = timed(lambda cut=cut: [embedded(embedder, its) for its in cut])
        with (
            tempfile.TemporaryDirectory() as folder,
            Library.open(Path(folder) / "library", create=True, embedder=embedder) as library,
        ):
            whole = timed(lambda library=library: library.add(paths, jobs=CORES))
            again = timed(lambda library=library: library.add(paths[:1], jobs=CORES))
        rounds.append((reading, embedding, whole, (reading + embedding) / whole, again))
        print(
            "reading {:.1f} s, embedding {:.1f} s, added in {:.1f} s: {:.2f}; nothing new {:.2f} s".format(*rounds[-1])
        )
    count = sum(map(len, cut))
    reading, embedding, whole, by_rounds, _ = (list(each) for each in zip(*rounds, strict=True))
    print(
        f"{len(paths)} documents, {count} passages; efficiency {(min(reading) + min(embedding)) / min(whole):.2f}, "
        f"by rounds {median(by_rounds):.2f}"
    )


def read(paths: Sequence[Path]) -> list[Document]:
    """All documents, as many at a time as there are cores."""
    with child.kept(), ThreadPoolExecutor(CORES) as pool:
        return list(pool.map(child.read, paths))


def timed(act: Callable[[], object]) -> float:
    """Seconds."""
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
