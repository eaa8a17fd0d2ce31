"""How fast the desk draws: `python tests/bench/bench_desk.py [DOCUMENTS]`, 2,000 by default.

The sample documents, read once and put in again and again under other ids and with other words, and with random
vectors: it times what comes between the ranking and the browser, not the model. The bound is 0.3 s from the ranking to
the Search page drawn by its own script: ten hits, their notes resolved, what filters would keep, citations from cache.
"""

import argparse
import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from randomly import RandomEmbedder

ROOT = Path(__file__).parents[2]

from index.library import Library  # noqa: E402
from index.model import Filters  # noqa: E402
from index.record import Description, Origin, record  # noqa: E402
from index.search import searching  # noqa: E402
from ingest import read_pdf  # noqa: E402
from ingest.model import Document  # noqa: E402
from ingest.passages.cutting import passages  # noqa: E402
from ui.cards.readcard import matches_data, part_html  # noqa: E402
from ui.cites.citecache import cite_cache  # noqa: E402
from ui.serving import shelf  # noqa: E402

BOUND = 0.3
"""Seconds from the ranking to the page drawn."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
QUESTIONS = (
    "Why do troops hesitate to fight for the people they were sent to guard?",
    "consent of the host state",
    "S/RES/2100",
    "protection of civilians mandates",
    "who pays compensation for the epidemic",
    "robust peacekeeping and the use of force",
)


def fill(library: Library, samples: Sequence[Document], size: int) -> None:
    """Put so many documents in, the samples by turns."""
    embedder = RandomEmbedder()
    for number in range(size):
        sample = reworded(samples[number % len(samples)], number // len(samples))
        read = replace(sample, id=f"{number:016x}", title=f"{sample.title} ({number})")
        cut = passages(read, embedder.count, embedder.window)
        vectors = embedder.encode([passage.id for passage in cut])
        origin = Origin(str(library.path / f"{number}.pdf"), None, kept=False)
        described = Description(read.csl, f"sample{number}")
        library._store.put(record(read, cut, vectors, origin=origin, described=described, taken=lambda _: ()))
    library._store.settle()


def reworded(document: Document, copy: int) -> Document:
    """A copy whose words are its own, each as long as before, save those that are asked for: else it is folded away."""
    asked = {word for question in QUESTIONS for word in re.findall(r"\w+", question.casefold())}
    shifts = [1 + copy % 25, 1 + copy // 25 % 25]
    tables = [str.maketrans(LETTERS, LETTERS[by:] + LETTERS[:by]) for by in shifts]

    def other(word: re.Match[str]) -> str:
        return word[0] if word[0] in asked else word[0].translate(tables[word.start() % 2])

    def said(text: str) -> str:
        return re.sub(r"\b[a-z]{4,}\b", other, text)

    return replace(
        document,
        blocks=tuple(replace(block, text=said(block.text)) for block in document.blocks),
        notes=tuple(replace(note, text=said(note.text)) for note in document.notes),
    )


class Clock:
    """Milliseconds by the wall and of this process alone, since it was started."""

    def __init__(self) -> None:
        self.start()

    def start(self) -> None:
        self._from = np.array([time.perf_counter(), time.process_time()])

    def read(self) -> "np.typing.NDArray[np.float64]":
        return 1000 * (np.array([time.perf_counter(), time.process_time()]) - self._from)


def timed(name: str, act: Callable[[str], object], again: int = 3, clock: Clock | None = None) -> float:
    """Print how long an act on each question takes; the 95th percentile of what it takes of this process.

    Args:
        name: of the act.
        act: given a question.
        again: so often.
        clock: started within the act; by default it runs over all of it.
    """
    times = []
    for question in QUESTIONS * again:
        watch = clock or Clock()
        act(question)
        times.append(watch.read())
    (wall, own), (_, p95) = np.quantile(times, 0.5, axis=0), np.quantile(times, 0.95, axis=0)
    print(f"{name:<52} p50 {wall:7.1f} ms, of this process {own:7.1f} ms (p95 {p95:7.1f} ms)")
    return float(p95)


@contextmanager
def after_ranking(clock: Clock) -> Iterator[None]:
    """Start the clock whenever passages have been ranked."""
    ranked = searching.ranked

    def told(*given: Any, **named: Any) -> Any:
        found = ranked(*given, **named)
        clock.start()
        return found

    searching.ranked = told
    try:
        yield
    finally:
        searching.ranked = ranked


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", nargs="?", type=int, default=2000)
    given = parser.parse_args()
    samples = [read_pdf(path) for path in sorted((ROOT / "corpus").glob("*.pdf"))]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder  # no citation was ever set
        with Library.open(Path(folder) / "library", create=True, embedder=RandomEmbedder()) as library:
            fill(library, samples, given.documents)
        with Library.open(Path(folder) / "library", embedder=RandomEmbedder()) as library:
            measure(library)


def measure(library: Library) -> None:
    """Time searches, the Search page, and a page of the reader."""
    from streamlit.testing.v1 import AppTest

    shelf.library = lambda: library  # type: ignore[assignment]
    page = AppTest.from_file(ROOT / "ui" / "desk" / "app.py", default_timeout=120)

    def draw(question: str) -> None:
        page.query_params["q"] = question
        page.run()
        assert not page.exception, page.exception

    print(f"{len(library.entries())} documents, {sum(library.facets().documents.values())} passages")
    timed("a search, ranked and resolved", library.search)
    timed("the same with what each filter would keep", lambda question: library.search(question, counted=True))
    one = Filters(kinds=("report",))
    timed("the same limited to reports", lambda question: library.search(question, filters=one, counted=True))
    clock = Clock()
    with after_ranking(clock):
        timed("from the ranking to the page, citations by pandoc", draw, again=1, clock=clock)
        cite_cache.cache_clear()
        timed("the same by the next process", draw, again=1, clock=clock)
        p95 = timed("the same, citations from cache", draw, clock=clock)
    timed("documents and counts, after a change", lambda _: (library.entries(), library.facets()))
    document = library.document(library.entries()[0].id)
    timed("a document read whole", lambda _: library.document(document.id))
    timed("a page's notes in the reader", lambda _: part_html(library, document, len(document.pages) // 2))
    timed("words found in a document", lambda question: matches_data(document, question.split()[0]))
    print(f"bound {1000 * BOUND:.0f} ms: {'held' if p95 <= 1000 * BOUND else 'BROKEN'}")


if __name__ == "__main__":
    main()
