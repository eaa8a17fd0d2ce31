"""How fast a large library takes in and answers: `python tests/bench/bench_scale.py [PASSAGES]`, 20,000 by default.

Texts are drawn word by word, the default model's own words with the frequencies of prose (Zipf), and so are questions,
as long as those of `questions.jsonl` are on average; vectors of passages and tokens are drawn at random. Questions are
read by that model, so that each time can be told as so many readings of a question, each read just before it is
searched: other programs weigh on both. The processor's time beside the clock's says how much they do.

Beyond TOKENED passages no vectors of tokens are drawn (19 KB a passage), and there is no second look.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

import numpy as np
from tokenizers import Tokenizer

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "support")]

from factories import document, paragraph  # noqa: E402

from index.encoding.embedder import FolderEmbedder, load_embedder  # noqa: E402
from index.encoding.encoder import Reading  # noqa: E402
from index.library import Library  # noqa: E402
from index.model import Filters, View  # noqa: E402
from index.record import Description, Origin, record  # noqa: E402
from index.search.floor import FLOOR, MEASURED, current  # noqa: E402
from index.search.listing import needed  # noqa: E402
from index.search.searching import ranked, worded  # noqa: E402
from index.sqlite import derived  # noqa: E402
from index.sqlite.writing import write_document  # noqa: E402
from index.store import Codes, Record, Vectors  # noqa: E402
from ingest.model import Passage, Slice  # noqa: E402
from ingest.passages.cutting import embedded_text  # noqa: E402

SIZE, WORDS, SENTENCE = 384, 180, 18
TOKENED = 200_000
PER_DOCUMENT, SECTION = 100, 5
TOGETHER = 200
"""Documents to a commit, where commits are not what is measured."""
NOT_THERE = ("missions", "abbreviations", "cited")
"""Steps of `index.sqlite.derived` that find nothing in drawn words, a third of the time that it takes to write them."""
TIMED = 10
"""Documents put in one by one and timed, first and last."""
QUESTIONS, QUESTION = 60, 10

Given = TypeVar("Given")


class Asked:
    """The default model for questions; passages have vectors that were drawn."""

    def __init__(self) -> None:
        model = load_embedder()
        assert isinstance(model, FolderEmbedder)
        self._model, self.name, self.window, self.identity = model, model.name, model.window, model.identity

    @cached_property
    def words(self) -> list[str]:
        """The words that the model has a token for, the commonest first, as its makers put them."""
        tokenizer: Tokenizer = self._model._tokenizer
        known = sorted((number, word) for word, number in tokenizer.get_vocab().items())
        return [word for _, word in known if word.isascii() and word.isalpha() and len(word) > 1]

    def count(self, text: str) -> int:
        return self._model.count(text)

    def encode(self, texts: Sequence[str]) -> Vectors:
        return self._model.encode(texts)

    def read(self, texts: Sequence[str]) -> Iterator[tuple[int, Reading]]:
        return self._model.read(texts)

    def ask(self, question: str) -> Reading:
        return self._model.ask(question)


class Prose:
    """Draws words by Zipf's law: the n-th commonest is n times as rare as the commonest."""

    def __init__(self, words: Sequence[str], rng: np.random.Generator) -> None:
        self._words = words
        shares = np.cumsum(1 / np.arange(1, len(words) + 1))
        self._shares = shares / shares[-1]
        self._rng = rng

    def words(self, count: int) -> list[str]:
        drawn = np.searchsorted(self._shares, self._rng.random(count))
        return [self._words[at] for at in drawn]

    def text(self, count: int) -> str:
        words = self.words(count)
        sentences = [" ".join(words[at : at + SENTENCE]) for at in range(0, count, SENTENCE)]
        return " ".join(sentence.capitalize() + "." for sentence in sentences)


def records(
    prose: Prose, rng: np.random.Generator, size: int, count: Callable[[str], int], *, tokens: bool
) -> Iterator[Record]:
    """Documents of a hundred passages each, five to a section."""
    for number in range(size // PER_DOCUMENT):
        read = document(
            [paragraph(prose.text(WORDS), [f"Section {n // SECTION}"], id=f"b{n}") for n in range(PER_DOCUMENT)],
            id=f"{number:016x}",
            csl={"type": "report", "title": f"Title {number}", "issued": {"date-parts": [[2000 + number % 20]]}},
        )
        cut = tuple(
            Passage(
                f"{read.id}-body-{n:04d}", "body", block.text, f"Section {n // SECTION}", (), "1", "1", 0, 0,
                (Slice(block.id, None, 0, len(block.text)),), (), (),
            )
            for n, block in enumerate(read.blocks)
        )  # fmt: skip
        yield record(
            read,
            cut,
            drawn(rng, len(cut)),
            tokens=codes(rng, [count(embedded_text(one)) for one in cut]) if tokens else (),
            origin=Origin(f"/{number}.pdf", None, kept=False),
            described=Description(read.csl, f"key{number}"),
            taken=lambda _: (),
        )


def drawn(rng: np.random.Generator, count: int) -> Vectors:
    """Vectors of passages."""
    vectors = rng.standard_normal((count, SIZE), np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def codes(rng: np.random.Generator, lengths: Sequence[int]) -> tuple[Codes, ...]:
    """Vectors of the tokens of passages, in two bits a dimension."""
    return tuple(rng.integers(0, 256, (length, SIZE // 4), np.uint8) for length in lengths)


def fill(library: Library, made: Iterator[Record], documents: int) -> tuple[float, float]:
    """Seconds to write a document of a hundred passages, at first and at last, without reading and embedding."""
    first = _each(library, islice(made, TIMED))
    made_of_it = {name: step for name, step in derived._steps().items() if name not in NOT_THERE}
    with patch.object(derived, "_steps", lambda: made_of_it):
        for done in range(TIMED, documents - TIMED, TOGETHER):
            with library._store._connections.transaction() as connection:
                for one in islice(made, min(TOGETHER, documents - TIMED - done)):
                    write_document(connection, one)
    return first, _each(library, made)


def _each(library: Library, made: Iterator[Record]) -> float:
    return float(np.median([seconds(library._store.put, one) for one in made]))


def timed(name: str, read: Callable[[str], object], act: Callable[[str], object], questions: Sequence[str]) -> None:
    """Prints milliseconds, by the clock and of the processor, and both as so many readings of the question."""
    act(questions[0])
    clock, processor, units, processors_units = [], [], [], []
    for question in questions:
        for spent, used, call in ((units, processors_units, read), (clock, processor, act)):
            before = time.process_time()
            spent.append(seconds(call, question))
            used.append(time.process_time() - before)
    print(
        f"{name:<24} p50 {1000 * np.median(clock):7.1f} ms   p95 {1000 * np.quantile(clock, 0.95):7.1f}   "
        f"least {1000 * np.min(clock):6.1f}   processor {1000 * np.median(processor):6.1f}   questions read: "
        f"{np.median(np.divide(clock, units)):5.1f} by the clock, "
        f"{np.median(np.divide(processor, processors_units)):5.1f} of the processor",
        flush=True,
    )


def seconds(act: Callable[[Given], object], given: Given) -> float:
    started = time.perf_counter()
    act(given)
    return time.perf_counter() - started


def main() -> None:
    """Fills a library and prints its times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passages", nargs="?", type=int, default=20_000)
    parser.add_argument("--keep", type=Path, help="folder of the library; a second run takes it from there")
    given = parser.parse_args()
    rng = np.random.default_rng(1)
    embedder = Asked()
    prose = Prose(embedder.words, rng)
    sets = [[" ".join(prose.words(QUESTION)) for _ in range(QUESTIONS)] for _ in range(3)]
    with tempfile.TemporaryDirectory() as folder:
        path: Path = given.keep or Path(folder) / "library"
        if not path.exists():
            tokens = given.passages <= TOKENED
            _build(path, embedder, given.passages, records(prose, rng, given.passages, embedder.count, tokens=tokens))
        _answer(path, embedder, *sets, tokens=given.passages <= TOKENED)


def _build(path: Path, embedder: Asked, size: int, made: Iterator[Record]) -> None:
    with Library.open(path, create=True, embedder=embedder) as library:
        library._store.note({"model": embedder.name, "identity": embedder.identity})
        started = time.perf_counter()
        first, last = fill(library, made, size // PER_DOCUMENT)
        filled = time.perf_counter()
        library._store.settle()
        bytes_ = sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
        print(
            f"{size} passages in {filled - started:.0f} s, {bytes_ / size / 1000:.1f} KB each; to write a hundred of "
            f"them: the first {1000 * first:.0f} ms, the last {1000 * last:.0f} ms; derived file "
            f"{time.perf_counter() - filled:.1f} s; most memory {_memory()}",
            flush=True,
        )


def _answer(
    path: Path, embedder: Asked, questions: Sequence[str], first: Sequence[str], others: Sequence[str], *, tokens: bool
) -> None:
    recent = Filters(years=(2015, None))
    # A folder that was kept since before a rule changed stays as it is: drawn words have nothing of what is made anew.
    with patch("index.sqlite.store.refresh"), Library.open(path, embedder=embedder) as library:
        library._store.note({FLOOR: "-1", MEASURED: current()})  # drawn vectors are near nothing
        ask = embedder.ask
        timed("a question read", ask, ask, questions)
        print(f"first search {1000 * seconds(library.search, questions[0]):.0f} ms")
        with patch("index.search.searching._looked_at_again", lambda store, asked, query, first, *more: first):
            timed("the first questions", ask, library.search, first)  # after them the disk has less to say
            timed("ten hits, one look", ask, library.search, questions)
            timed("their order alone", ask, lambda text: _order(library, text), others)
        if tokens:
            timed("ten hits, two looks", ask, library.search, questions)
        timed("years from 2015", ask, lambda text: library.search(text, filters=recent), questions)
        timed("meaning alone", ask, lambda text: library.search(text, mode="dense"), questions)
        timed("words alone", ask, lambda text: library.search(text, mode="words"), questions)
        timed("exact phrase", ask, lambda text: library.search(" ".join(text.split()[:2]), mode="phrase"), questions)
        timed("symbol", ask, lambda _: library.search("S/RES/2100"), questions)
    print(f"most memory {_memory()}")


def _order(library: Library, text: str) -> object:
    """As many passages as a page of ten is chosen from, in order: the question read, both voices asked, fused."""
    with library._store.snapshot():
        ask = library._asking(text, "hybrid", everywhere=True)
        asked = worded(library._store, text, Filters(), "hybrid")
        return ranked(library._store, ask, asked, count=needed(View(), 10), filters=Filters())


def _memory() -> str:
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB"


if __name__ == "__main__":
    main()
