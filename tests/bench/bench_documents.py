"""What one more document costs, and one fewer: `python tests/bench/bench_documents.py [DOCUMENTS]`, 2,000 by default.

The sample documents, read once and put in again and again with other words, other works cited and random vectors, each
in a transaction of its own. The first and the last rounds of all samples are compared by the processor's time, and so
is taking documents out, first and last; `bench_scale.py` does the same for passages by the hundred thousand.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from bench_desk import reworded
from questions import CORPUS
from randomly import RandomEmbedder

from index.library import Library
from index.record import Description, Origin, record
from index.search.floor import measured_floors
from ingest import read_pdf
from ingest.model import Document
from ingest.passages.cutting import passages

ROUNDS = 3


def main() -> None:
    """Prints a line for each act: milliseconds at first, and at last."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("documents", nargs="?", type=int, default=2000)
    samples = [read_pdf(path) for path in sorted(CORPUS.glob("*.pdf")) if path.stem != "scan"]
    copies = max(2 * ROUNDS, parser.parse_args().documents // len(samples))
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / "library", create=True, embedder=RandomEmbedder()) as library,
    ):
        puts: list[float] = []
        took: dict[str, list[float]] = {"taken out": [], "vectors settled": [], "floors measured": []}
        for copy in range(copies):
            first = copy * len(samples)
            puts.append(sum(put(library, one, copy, number) for number, one in enumerate(samples, start=first)))
            if copy < ROUNDS or copy >= copies - ROUNDS:
                took["vectors settled"].append(timed(library._store.settle))
                took["floors measured"].append(timed(lambda: measured_floors(library._store, RandomEmbedder())))
                took["taken out"].append(timed(lambda first=first: library.remove(f"{first:016x}")))
        count = len(library.entries())
    print(f"{count} documents; of the processor, at first and at last")
    per_document = [each / len(samples) for each in puts]
    for name, times in {"put in": per_document, **took}.items():
        print(f"{name:16} {1000 * median(times[:ROUNDS]):7.1f} ms {1000 * median(times[-ROUNDS:]):7.1f} ms")


def put(library: Library, sample: Document, copy: int, number: int) -> float:
    """Seconds that it takes to put in a copy of a sample.

    Args:
        library: empty at first.
        sample: as it was read.
        copy: which one of its copies this is.
        number: of the document in the library.
    """
    embedder = RandomEmbedder()
    read = reworded(sample, copy)
    sources = tuple(replace(one, key=f"{one.key} {copy}", csl={**one.csl, "title": f"{copy}"}) for one in read.sources)
    read = replace(read, id=f"{number:016x}", title=f"{read.title} ({number})", sources=sources)
    cut = passages(read, embedder.count, embedder.window)
    vectors = embedder.encode([passage.id for passage in cut])
    origin = Origin(str(library.path / f"{number}.pdf"), None, kept=False)
    described = Description(read.csl, f"sample{number}")

    def act() -> None:
        library._store.put(record(read, cut, vectors, origin=origin, described=described, taken=lambda _: ()))

    return timed(act)


def timed(act: Callable[[], object]) -> float:
    """Seconds of the processor."""
    started = time.process_time()
    act()
    return time.process_time() - started


if __name__ == "__main__":
    main()
