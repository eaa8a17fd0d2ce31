"""What the next document costs, and what a library of many: `python tests/bench/bench_documents.py [DOCUMENTS ...]`.

By default in libraries of 10, 1,000 and 10,000 documents. They are the beginnings of the sample documents, put in again
and again by `Library.add` with other words, other titles and other works cited. Reading and the model are left out,
which cost the same for each: what was read is at hand, and vectors are drawn at random. All times are the processor's.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from unittest.mock import patch

from bench_desk import reworded
from questions import CORPUS
from randomly import RandomEmbedder

from index.disk import sha256_of
from index.library import Library
from index.search.floor import measured_floors
from ingest import child, read_pdf
from ingest.model import Document

SIZES = (10, 1_000, 10_000)
TIMED = 9
"""Documents that are put in and taken out one by one at each size, and rounds of all else."""
BLOCKS = 12
"""Of each sample: about three passages."""
TOGETHER = 200
"""Files to one `Library.add` where a library is filled."""


@dataclass(frozen=True, slots=True)
class Copies:
    """Files that are read as copies of the samples' beginnings."""

    folder: Path
    samples: Sequence[Document]

    def path(self, number: int) -> Path:
        """The file of one document."""
        path = self.folder / f"{number:06}.pdf"
        path.write_text(path.name)
        return path

    def read(self, path: str | Path) -> Document:
        """A document as `ingest.child.read` gives it."""
        number = int(Path(path).stem)
        copy, sample = divmod(number, len(self.samples))
        told = reworded(self.samples[sample], copy)
        sources = tuple(
            replace(one, key=f"{one.key} {copy}", csl={**one.csl, "title": f"{one.csl.get('title')} {copy}"})
            for one in told.sources
        )
        title = f"{told.title} ({number})"
        return replace(
            told, id=sha256_of(Path(path))[:16], title=title, csl={**told.csl, "title": title}, sources=sources
        )


def beginning(document: Document) -> Document:
    """The first blocks of a document, with their notes and what these cite."""
    blocks = document.blocks[:BLOCKS]
    called = {marker.note for block in blocks for marker in block.markers}
    notes = tuple(note for note in document.notes if note.id in called)
    named = {citation for note in notes for citation in note.citations}
    citations = tuple(one for one in document.citations if one.id in named)
    meant = {source for one in citations for source in (one.source, *one.candidates)}
    sources = tuple(one for one in document.sources if one.id in meant)
    return replace(document, blocks=blocks, notes=notes, citations=citations, sources=sources)


def main() -> None:
    """Prints a line for each act: milliseconds at each size, and the last by the first."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("documents", nargs="*", type=int, default=SIZES)
    sizes = parser.parse_args().documents
    samples = [beginning(read_pdf(path)) for path in sorted(CORPUS.glob("*.pdf")) if path.stem != "scan"]
    with tempfile.TemporaryDirectory() as folder:
        copies = Copies(Path(folder), samples)
        with patch.object(child, "read", copies.read):
            told = [measured(Path(folder) / "library", copies, size) for size in sizes]
    print(f"{'documents':32}" + "".join(f"{size:>10}" for size in sizes))
    for name in told[0]:
        times = [1000 * at[name] for at in told]
        print(f"{name:32}" + "".join(f"{each:7.1f} ms" for each in times) + f"{times[-1] / times[0]:7.2f}")


def measured(path: Path, copies: Copies, size: int) -> dict[str, float]:
    """Seconds that each act takes in a library that is filled up to so many documents."""
    embedder = RandomEmbedder()
    with Library.open(path, create=True, embedder=embedder) as library:
        # What was taken out leaves its number free: each file is new.
        there = len(library.entries())
        last = max((int(Path(entry.file).stem) for entry in library.entries()), default=-1)
        numbers = iter(range(last + 1, last + 1 + size - there + TIMED))
        new = [copies.path(next(numbers)) for _ in range(size - there)]
        for first in range(0, len(new), TOGETHER):
            library.add(new[first : first + TOGETHER], link=True)
        library._store.note(measured_floors(library._store, embedder))  # else they fall due at some document
        files = [copies.path(number) for number in numbers]
        took = {"the next document, put in": each(lambda file: library.add([file], link=True), files)}
        ids = [sha256_of(file)[:16] for file in files]
        took["taken out"] = each(library.remove, ids)
        library.empty_trash()
        took["listed"] = repeated(library.entries)
        took["counts for filters"] = repeated(library.facets)
        took["works cited most"] = repeated(library.works)

    def opened() -> None:
        with Library.open(path, embedder=embedder) as library:
            library.search("protection of civilians mandates")

    took["opened and searched"] = repeated(opened)
    with Library.open(path, embedder=embedder) as library:
        took["searched again"] = repeated(lambda: library.search("consent of the host state"))
    return took


def each(act: Callable[[object], object], things: Sequence[object]) -> float:
    """The median of the seconds that one of them takes."""
    return median(timed(lambda one=one: act(one)) for one in things)


def repeated(act: Callable[[], object]) -> float:
    """The median of the seconds that it takes."""
    return median(timed(act) for _ in range(TIMED))


def timed(act: Callable[[], object]) -> float:
    """Seconds of the processor."""
    started = time.process_time()
    act()
    return time.process_time() - started


if __name__ == "__main__":
    main()
