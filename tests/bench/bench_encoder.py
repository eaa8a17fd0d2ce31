"""How fast passages become vectors: `python tests/bench/bench_encoder.py [PASSAGES]`, 96 by default.

The samples' passages, by sentence-transformers in single precision and by OpenVINO, in turns: each round is a ratio of
its own, so that another program on the same cores weighs on both. The model is exported anew, to a temporary folder.
Last, nDCG@10 of the ranking's questions on the samples by these vectors alone: precision must not cost any.
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
from ingest.passages.cutting import embedded_text, passages

Encode = Callable[[Sequence[str]], Vectors]

ROUNDS = 7
QUESTION = ["Why did the host state withdraw its consent?"]
ROW = "{:30} {:>10} {:>7} {:>10} {:>9}"


def texts(embedder: FolderEmbedder, most: int) -> list[str]:
    """Passages from all samples, in equal steps."""
    files = sorted((Path(__file__).parents[2] / "corpus").glob("*.pdf"))
    cut = [one.text for file in files for one in passages(read_pdf(file), embedder.count, embedder.window)]
    return cut[:: max(1, len(cut) // most)][:most]


def gains(encode: Encode, embedder: FolderEmbedder) -> float:
    """nDCG@10 of the questions on the samples, where the passages that hold the answer's words are the right ones."""
    files = sorted(questions.CORPUS.glob("*.pdf"))
    cut = [(file.stem, one) for file in files for one in passages(read_pdf(file), embedder.count, embedder.window)]
    asked = questions.load(files)
    scores = encode([one.question for one in asked]) @ encode([embedded_text(one) for _, one in cut]).T
    found = []
    for question, row in zip(asked, scores, strict=True):
        right = [name == question.document and questions.holds(one.text, question.words) for name, one in cut]
        best = np.argsort(-row, kind="stable")[:10]
        ideal = sum(1 / np.log2(rank + 2) for rank in range(min(10, sum(right))))
        found.append(sum(right[at] / np.log2(rank + 2) for rank, at in enumerate(best)) / ideal if ideal else 0.0)
    return float(np.mean(found))


def seconds(encode: Encode, given: Sequence[str]) -> float:
    started = time.perf_counter()
    encode(given)
    return time.perf_counter() - started


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passages", nargs="?", type=int, default=96)
    embedder = load_embedder()
    assert isinstance(embedder, FolderEmbedder)
    given = texts(embedder, parser.parse_args().passages)
    model = reference(embedder._folder, "cpu")

    def usual(asked: Sequence[str]) -> Vectors:
        made: Vectors = model.encode(list(asked), batch_size=32, normalize_embeddings=True, show_progress_bar=False)
        return made

    ways: dict[str, Encode] = {"sentence-transformers f32": usual}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.xml"
        export(embedder._folder, path, QUESTION)
        for precision in dict.fromkeys((Runtime(path).precision, "f32")):
            encoder = Encoder(Runtime(path, precision=precision), embedder._tokenizer, embedder.window)
            ways[f"OpenVINO {precision}"] = encoder.encode
        expected = usual(given)
        likeness = {name: float((encode(given) * expected).sum(axis=1).min()) for name, encode in ways.items()}
        rounds = [{name: seconds(encode, given) for name, encode in ways.items()} for _ in range(ROUNDS)]
        asked = [{name: seconds(encode, QUESTION) for name, encode in ways.items()} for _ in range(ROUNDS * 3)]
        gained = {name: gains(encode, embedder) for name, encode in ways.items() if name != "sentence-transformers f32"}

    tokens = sum(embedder.count(text) for text in given) / len(given)
    print(f"{len(given)} passages of {tokens:.0f} tokens on average, median of {ROUNDS} rounds")
    print(ROW.format("", "passages/s", "ratio", "question", "cosine ≥"))
    for name in ways:
        rate = len(given) / median(one[name] for one in rounds)
        ratio = median(one["sentence-transformers f32"] / one[name] for one in rounds)
        question = median(one[name] for one in asked) * 1000
        print(ROW.format(name, f"{rate:.1f}", f"{ratio:.2f}", f"{question:.1f} ms", f"{likeness[name]:.5f}"))
    print("nDCG@10 on the samples: " + ", ".join(f"{name} {value:.4f}" for name, value in gained.items()))


if __name__ == "__main__":
    main()
