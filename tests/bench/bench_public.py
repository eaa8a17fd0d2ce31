"""Ranking on public collections: `BLUENOTE_COLLECTIONS=FOLDER python tests/bench/bench_public.py`.

FOLDER holds a folder for each collection as BEIR lays them out: corpus.jsonl, queries.jsonl and qrels/test.tsv. None
comes with Bluenote. Bluenote takes each in by name (.jsonl) and answers as `search --batch` does; beside it, the usual
stack, BM25 alone, and a plain convex combination of BM25 and vectors of whole texts. nDCG@10, mean over the questions.
"""

import json
import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import usual
from langchain_text_splitters import RecursiveCharacterTextSplitter

from index import Library
from index.encoding.embedder import Embedder
from index.search.ranking import fuse

DEPTH = 200
_RESAMPLES, _SEED = 5000, 20
Scores = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Collection:
    """Texts, questions, and which texts answer which question how well."""

    name: str
    texts: Mapping[str, tuple[str, str]]
    """Title and text, by id."""
    questions: Mapping[str, str]
    answers: Mapping[str, Mapping[str, int]]


def load(folder: Path) -> Collection:
    """One collection in BEIR's layout."""
    texts = {one["_id"]: (one.get("title") or "", one["text"]) for one in _lines(folder / "corpus.jsonl")}
    answers: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for line in (folder / "qrels" / "test.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        question, text, grade = line.split("\t")
        answers[question][text] = int(grade)
    asked = {one["_id"]: one["text"] for one in _lines(folder / "queries.jsonl") if one["_id"] in answers}
    return Collection(folder.name, texts, asked, answers)


def main() -> None:
    """Measures each collection and prints."""
    named = os.environ.get("BLUENOTE_COLLECTIONS")
    folders = sorted(path.parent for path in Path(named).glob("*/corpus.jsonl")) if named else []
    if not folders:
        print("no collections: BLUENOTE_COLLECTIONS names no folder of folders in BEIR's layout")
    for folder in folders:
        _measure(load(folder))


def _measure(collection: Collection) -> None:
    print(f"\n{collection.name}: {len(collection.texts)} texts, {len(collection.questions)} questions")
    with tempfile.TemporaryDirectory() as scratch, Library.open(Path(scratch) / "library", create=True) as library:
        runs = {**_others(collection, library.embedder, Path(scratch)), "Bluenote": _ours(collection, library, scratch)}
    gains = {name: np.array([_ndcg(run[q], collection.answers[q]) for q in run]) for name, run in runs.items()}
    plain = gains["convex combination"]
    draws = np.random.default_rng(_SEED).integers(0, len(plain), (_RESAMPLES, len(plain)))
    for name, each in gains.items():
        low, high = np.quantile((each - plain)[draws].mean(axis=1), [0.025, 0.975])
        print(f"  {name:20} {each.mean():.3f}   lead over the convex combination {low:+.3f} to {high:+.3f}")


def _ours(collection: Collection, library: Library, scratch: str) -> Mapping[str, Scores]:
    path = Path(scratch) / "collection.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for name, (title, text) in collection.texts.items():
            file.write(json.dumps({"id": name, "title": title, "text": text}) + "\n")
    library.add([path])
    run: dict[str, dict[str, float]] = {name: {} for name in collection.questions}
    for question, document, score in library.batch(list(collection.questions.items()), k=10):
        run[question][document] = score
    return run


def _others(collection: Collection, embedder: Embedder, scratch: Path) -> Mapping[str, Mapping[str, Scores]]:
    names = list(collection.texts)
    whole = [" ".join(filter(None, pair)) for pair in collection.texts.values()]
    splitter = RecursiveCharacterTextSplitter(chunk_size=usual.SIZE, chunk_overlap=usual.OVERLAP)
    chunks = [(names[at], chunk) for at, text in enumerate(whole) for chunk in splitter.split_text(text)]
    chunked = usual.Dense([text for _, text in chunks], embedder, scratch)
    dense, words = usual.Dense(whole, embedder, scratch), usual.Words(whole)
    depth = min(DEPTH, len(whole))

    def stack(question: str) -> Scores:
        best: dict[str, float] = {}
        for at, score in chunked.scores(question, min(DEPTH, len(chunks))).items():
            best.setdefault(chunks[at][0], score)
        return best

    def both(question: str) -> Scores:
        near = {names[at]: score for at, score in dense.scores(question, depth).items()}
        worded = {names[at]: score for at, score in words.scores(question, depth).items()}
        return dict(fuse(near, worded))

    ways: dict[str, Callable[[str], Scores]] = {
        "usual stack": stack,
        "BM25": lambda question: {names[at]: score for at, score in words.scores(question, depth).items()},
        "convex combination": both,
    }
    return {way: {name: ask(text) for name, text in collection.questions.items()} for way, ask in ways.items()}


def _ndcg(run: Scores, answers: Mapping[str, int], depth: int = 10) -> float:
    """Järvelin and Kekäläinen 2002, with gains as they are graded, as trec_eval computes it."""
    best = sorted(run, key=lambda name: (-run[name], name))[:depth]
    return _gain([answers.get(name, 0) for name in best]) / _gain(sorted(answers.values(), reverse=True)[:depth])


def _gain(grades: Sequence[int]) -> float:
    return float(sum(grade / np.log2(rank + 1) for rank, grade in enumerate(grades, start=1)))


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main()
