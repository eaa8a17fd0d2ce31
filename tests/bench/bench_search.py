"""How fast a library takes in and answers: `python tests/bench/bench_search.py [PASSAGES]`, 20,000 by default.

Synthetic texts with the word frequencies of prose (Zipf), random vectors: it times store and search, not the model.
With `--model` the default model embeds the questions and 500 texts as well.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "support")]

from factories import document, paragraph  # noqa: E402

from index.embedder import load_embedder  # noqa: E402
from index.encoder import Reading  # noqa: E402
from index.library import Library  # noqa: E402
from index.model import Filters  # noqa: E402
from index.record import Description, Origin, record  # noqa: E402
from index.store import Vectors  # noqa: E402
from ingest.passages import passages  # noqa: E402

SIZE, WORDS, VOCABULARY, SENTENCE = 384, 180, 60_000, 18
PER_DOCUMENT = 100
QUESTIONS = 60


class RandomEmbedder:
    """Random directions, the same for the same text."""

    name, window, identity = "random", 254, "random"

    def count(self, text: str) -> int:
        return len(text.split())

    def encode(self, texts: Sequence[str]) -> Vectors:
        drawn = [np.random.default_rng(abs(hash(text)) % 2**32).normal(size=SIZE) for text in texts]
        vectors = np.array(drawn, np.float32)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def read(self, texts: Sequence[str]) -> Iterator[tuple[int, Reading]]:
        return ((place, Reading(vector, vector[None, :0].T, ())) for place, vector in enumerate(self.encode(texts)))

    def ask(self, question: str) -> Reading:
        return next(self.read([question]))[1]


def prose(rng: np.random.Generator, words: int) -> str:
    ranks = np.minimum(rng.zipf(1.15, size=words), VOCABULARY)
    sentences = [" ".join(f"w{rank}" for rank in ranks[at : at + SENTENCE]) for at in range(0, words, SENTENCE)]
    return " ".join(sentence.capitalize() + "." for sentence in sentences)


def fill(library: Library, size: int, rng: np.random.Generator) -> float:
    """Seconds to put so many passages in, a hundred a document, without reading and embedding."""
    embedder, seconds = RandomEmbedder(), 0.0
    for number in range(size // PER_DOCUMENT):
        read = document(
            [paragraph(prose(rng, WORDS), [f"Section {n}"], id=f"b{n}") for n in range(PER_DOCUMENT)],
            id=f"{number:016x}",
            csl={"type": "report", "title": f"Title {number}", "issued": {"date-parts": [[2000 + number % 20]]}},
        )
        cut = passages(read, embedder.count, embedder.window)
        made = record(
            read,
            cut,
            embedder.encode([passage.id for passage in cut]),
            origin=Origin(str(library.path / f"{number}.pdf"), None, kept=False),
            described=Description(read.csl, f"key{number}"),
            taken=lambda _: (),
        )
        started = time.perf_counter()
        library._store.put(made)
        seconds += time.perf_counter() - started
    started = time.perf_counter()
    library._store.settle()
    return seconds + time.perf_counter() - started


def timed(name: str, act: Callable[[str], object], questions: Sequence[str]) -> None:
    act(questions[0])
    times = []
    for question in questions:
        started = time.perf_counter()
        act(question)
        times.append(1000 * (time.perf_counter() - started))
    print(f"{name:<34} p50 {np.median(times):7.1f} ms   p95 {np.quantile(times, 0.95):7.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passages", nargs="?", type=int, default=20_000)
    parser.add_argument("--model", action="store_true")
    given = parser.parse_args()
    rng = np.random.default_rng(1)
    questions = [prose(rng, 8).replace(".", "") for _ in range(QUESTIONS)]
    recent = Filters(years=(2015, None))
    with tempfile.TemporaryDirectory() as folder:
        with Library.open(Path(folder) / "library", create=True, embedder=RandomEmbedder()) as library:
            seconds = fill(library, given.passages, rng)
            count = sum(library.facets().documents.values())
            size = sum(path.stat().st_size for path in library.path.rglob("*") if path.is_file())
            print(f"{count} passages taken in, {count / seconds:.0f} a second; {size / count / 1000:.1f} KB each")
        with Library.open(Path(folder) / "library", embedder=RandomEmbedder()) as library:
            started = time.perf_counter()
            library.search(questions[0])
            print(f"first search {1000 * (time.perf_counter() - started):.0f} ms")
            timed("hybrid, ten hits", library.search, questions)
            timed("hybrid, years from 2015", lambda text: library.search(text, filters=recent), questions)
            timed("meaning alone", lambda text: library.search(text, mode="dense"), questions)
            timed("words alone", lambda text: library.search(text, mode="words"), questions)
            timed(
                "exact phrase of two words",
                lambda text: library.search(" ".join(text.split()[:2]), mode="phrase"),
                questions,
            )
            timed("symbol", lambda _: library.search("S/RES/2100"), questions)
    if given.model:
        model = load_embedder()
        model.encode(["warm"])
        timed("a question embedded", lambda text: model.encode([text]), questions)
        texts = [prose(rng, 60) for _ in range(500)]
        started = time.perf_counter()
        model.encode(texts)
        tokens = np.mean([model.count(text) for text in texts])
        print(f"{500 / (time.perf_counter() - started):.0f} passages of {tokens:.0f} tokens embedded a second")


if __name__ == "__main__":
    main()
