"""How fast passages become vectors: `python tests/bench/bench_encoder.py [PASSAGES] [--ndcg]`, 64 by default.

The samples' passages, by sentence-transformers in single precision and by OpenVINO, in turns: each round is a ratio of
its own, so that another program on the same cores weighs on both; where there are many, the ratio of the processor's
times says more. The model is exported anew, to a temporary folder. With --ndcg also nDCG@10 of the ranking's questions
on the samples by these vectors alone: precision must not cost any. Under a minute with two cores of its own.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import numpy as np
import questions

sys.path.insert(0, str(Path(__file__).parents[2]))

from index.encoding.embedder import FolderEmbedder, load_embedder
from index.encoding.encoder import Encoder
from index.encoding.export import export, reference
from index.encoding.runtime import Runtime
from index.store import Vectors
from ingest import read_pdf
from ingest.model import Passage
from ingest.passages.cutting import embedded_text, passages

Encode = Callable[[Sequence[str]], Vectors]

ROUNDS = 5
QUESTION = ["Why did the host state withdraw its consent?"]
USUAL = "sentence-transformers f32"
ROW = "{:30} {:>10} {:>7} {:>10} {:>10} {:>9}"


def cut(embedder: FolderEmbedder) -> list[tuple[str, Passage]]:
    """All passages of the samples, each with its file's name, but of the scan, which takes longer to read than all."""
    files = sorted(file for file in questions.CORPUS.glob("*.pdf") if file.stem != "scan")
    return [(file.stem, one) for file in files for one in passages(read_pdf(file), embedder.count, embedder.window)]


def gains(encode: Encode, samples: Sequence[tuple[str, Passage]]) -> float:
    """nDCG@10 of the questions on the samples, where the passages that hold the answer's words are the right ones."""
    names = {name for name, _ in samples}
    asked = questions.load([file for file in questions.CORPUS.glob("*.pdf") if file.stem in names])
    scores = encode([one.question for one in asked]) @ encode([embedded_text(one) for _, one in samples]).T
    found = []
    for question, row in zip(asked, scores, strict=True):
        right = [name == question.document and questions.holds(one.text, question.words) for name, one in samples]
        best = np.argsort(-row, kind="stable")[:10]
        ideal = sum(1 / np.log2(rank + 2) for rank in range(min(10, sum(right))))
        found.append(sum(right[at] / np.log2(rank + 2) for rank, at in enumerate(best)) / ideal if ideal else 0.0)
    return float(np.mean(found))


def seconds(encode: Encode, given: Sequence[str]) -> tuple[float, float]:
    """By the clock, and of the processor."""
    started, worked = time.perf_counter(), time.process_time()
    encode(given)
    return time.perf_counter() - started, time.process_time() - worked


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passages", nargs="?", type=int, default=64)
    parser.add_argument("--ndcg", action="store_true")
    wanted = parser.parse_args()
    embedder = load_embedder()
    assert isinstance(embedder, FolderEmbedder)
    samples = cut(embedder)
    given = [embedded_text(one) for _, one in samples[:: max(1, len(samples) // wanted.passages)][: wanted.passages]]
    model = reference(embedder._folder, "cpu")

    def usual(asked: Sequence[str]) -> Vectors:
        made: Vectors = model.encode(list(asked), batch_size=32, normalize_embeddings=True, show_progress_bar=False)
        return made

    ways: dict[str, Encode] = {USUAL: usual}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.xml"
        export(embedder._folder, path, QUESTION)
        for precision in dict.fromkeys((Runtime(path).precision, "f32")):
            encoder = Encoder(Runtime(path, precision=precision), embedder._tokenizer, embedder.window)
            ways[f"OpenVINO {precision}"] = encoder.encode
        expected = usual(given)
        likeness = {name: float((encode(given) * expected).sum(axis=1).min()) for name, encode in ways.items()}
        rounds = [{name: seconds(encode, given) for name, encode in ways.items()} for _ in range(ROUNDS)]
        asked = [{name: seconds(encode, QUESTION)[0] for name, encode in ways.items()} for _ in range(ROUNDS * 3)]
        gained = {name: gains(encode, samples) for name, encode in ways.items() if wanted.ndcg}

    tokens = sum(embedder.count(text) for text in given) / len(given)
    print(f"{len(given)} passages of {tokens:.0f} tokens on average, median of {ROUNDS} rounds")
    print(ROW.format("", "passages/s", "ratio", "processor", "question", "cosine ≥"))
    for name in ways:
        rate = len(given) / median(one[name][0] for one in rounds)
        clock, worked = (median(one[USUAL][by] / one[name][by] for one in rounds) for by in (0, 1))
        question = median(one[name] for one in asked) * 1000
        print(
            ROW.format(
                name, f"{rate:.1f}", f"{clock:.2f}", f"{worked:.2f}", f"{question:.1f} ms", f"{likeness[name]:.5f}"
            )
        )
    for name, value in gained.items():
        print(f"nDCG@10 on the samples: {value:.4f} ({value - gained[USUAL]:+.4f}) by {name}")


if __name__ == "__main__":
    main()
