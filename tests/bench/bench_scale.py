"""How fast a large library takes in and answers: `python tests/bench/bench_scale.py [PASSAGES]`, 20,000 by default.

Synthetic texts with the word frequencies of prose (Zipf) and random vectors of passages and tokens; questions are read
by the default model, so that each time can be told as so many readings of a question. Times are medians of one run;
each question is read just before it is searched, for other programs weigh on both.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

import numpy as np

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "support")]

from factories import document, paragraph  # noqa: E402

from index.encoding.embedder import FolderEmbedder, load_embedder  # noqa: E402
from index.encoding.encoder import Reading  # noqa: E402
from index.library import Library  # noqa: E402
from index.model import Filters  # noqa: E402
from index.record import Description, Origin, record  # noqa: E402
from index.search.floor import FLOOR  # noqa: E402
from index.store import Codes, Vectors  # noqa: E402
from ingest.passages.cutting import passages  # noqa: E402

SIZE, WORDS, VOCABULARY, SENTENCE, TOKENS = 384, 180, 60_000, 18, 200
PER_DOCUMENT = 100
QUESTIONS = 60


class Asked:
    """The default model for questions; passages have vectors that were drawn."""

    def __init__(self) -> None:
        model = load_embedder()
        assert isinstance(model, FolderEmbedder)
        self._model, self.name, self.window, self.identity = model, model.name, model.window, model.identity

    def count(self, text: str) -> int:
        return len(text.split())

    def encode(self, texts: Sequence[str]) -> Vectors:
        return self._model.encode(texts)

    def read(self, texts: Sequence[str]) -> Iterator[tuple[int, Reading]]:
        return self._model.read(texts)

    def ask(self, question: str) -> Reading:
        return self._model.ask(question)


def prose(rng: np.random.Generator, words: int) -> str:
    ranks = np.minimum(rng.zipf(1.15, size=words), VOCABULARY)
    sentences = [" ".join(f"w{rank}" for rank in ranks[at : at + SENTENCE]) for at in range(0, words, SENTENCE)]
    return " ".join(sentence.capitalize() + "." for sentence in sentences)


def drawn(rng: np.random.Generator, count: int) -> tuple[Vectors, tuple[Codes, ...]]:
    """Vectors of passages and, in two bits a dimension, of their tokens."""
    vectors = rng.standard_normal((count, SIZE), np.float32)
    tokens = rng.integers(0, 256, (count, TOKENS, SIZE // 4), np.uint8)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True), tuple(tokens)


def fill(library: Library, embedder: Asked, size: int, rng: np.random.Generator) -> list[float]:
    """Seconds to put each document in, a hundred passages each, without reading and embedding."""
    seconds = []
    for number in range(size // PER_DOCUMENT):
        read = document(
            [paragraph(prose(rng, WORDS), [f"Section {n}"], id=f"b{n}") for n in range(PER_DOCUMENT)],
            id=f"{number:016x}",
            csl={"type": "report", "title": f"Title {number}", "issued": {"date-parts": [[2000 + number % 20]]}},
        )
        cut = passages(read, embedder.count, embedder.window)
        vectors, tokens = drawn(rng, len(cut))
        made = record(
            read,
            cut,
            vectors,
            tokens=tokens,
            origin=Origin(str(library.path / f"{number}.pdf"), None, kept=False),
            described=Description(read.csl, f"key{number}"),
            taken=lambda _: (),
        )
        started = time.perf_counter()
        library._store.put(made)
        seconds.append(time.perf_counter() - started)
    return seconds


def timed(name: str, read: Callable[[str], object], act: Callable[[str], object], questions: Sequence[str]) -> None:
    """Prints the median in milliseconds, and as a multiple of reading the question."""
    act(questions[0])
    times, units = [], []
    for question in questions:
        units.append(seconds(read, question))
        times.append(seconds(act, question))
    median, ratio = np.median(times), np.median(np.divide(times, units))
    print(
        f"{name:<34} p50 {1000 * median:7.1f} ms   p95 {1000 * np.quantile(times, 0.95):7.1f} ms   "
        f"{ratio:5.1f} questions read",
        flush=True,
    )


def seconds(act: Callable[[str], object], question: str) -> float:
    started = time.perf_counter()
    act(question)
    return time.perf_counter() - started


def main() -> None:
    """Fills a library and prints its times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passages", nargs="?", type=int, default=20_000)
    parser.add_argument("--keep", type=Path, help="folder of the library; a second run takes it from there")
    given = parser.parse_args()
    rng = np.random.default_rng(1)
    questions = [prose(rng, 8).replace(".", "") for _ in range(QUESTIONS)]
    embedder = Asked()
    with tempfile.TemporaryDirectory() as folder:
        path: Path = given.keep or Path(folder) / "library"
        if not path.exists():
            _build(path, embedder, given.passages, rng)
        _answer(path, embedder, questions)


def _build(path: Path, embedder: Asked, size: int, rng: np.random.Generator) -> None:
    with Library.open(path, create=True, embedder=embedder) as library:
        library._store.note({"model": embedder.name, "identity": embedder.identity, FLOOR: "-1"})
        seconds = fill(library, embedder, size, rng)
        tenth = max(1, len(seconds) // 10)
        first, last = np.median(seconds[:tenth]), np.median(seconds[-tenth:])
        started = time.perf_counter()
        library._store.settle()
        bytes_ = sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
        print(f"{size} passages, {bytes_ / size / 1000:.1f} KB each; to write a hundred of them: the first "
              f"{1000 * first:.0f} ms, the last {1000 * last:.0f} ms; derived file "
              f"{time.perf_counter() - started:.1f} s", flush=True)  # fmt: skip


def _answer(path: Path, embedder: Asked, questions: Sequence[str]) -> None:
    recent = Filters(years=(2015, None))
    with Library.open(path, embedder=embedder) as library:
        ask = embedder.ask
        timed("a question read", ask, ask, questions)
        started = time.perf_counter()
        library.search(questions[0])
        print(f"first search {1000 * (time.perf_counter() - started):.0f} ms")
        with patch("index.search.searching._looked_at_again", lambda store, asked, query, first, *more: first):
            timed("ten hits, one look", ask, library.search, questions)
        timed("ten hits, two looks", ask, library.search, questions)
        timed("years from 2015", ask, lambda text: library.search(text, filters=recent), questions)
        timed("meaning alone", ask, lambda text: library.search(text, mode="dense"), questions)
        timed("words alone", ask, lambda text: library.search(text, mode="words"), questions)
        timed("exact phrase", ask, lambda text: library.search(" ".join(text.split()[:2]), mode="phrase"), questions)
        timed("symbol", ask, lambda _: library.search("S/RES/2100"), questions)
    print(f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")


if __name__ == "__main__":
    main()
