"""Ranking, measured: Bluenote beside the usual stack and BM25, on the same documents and questions in one run.

    python tests/bench/bench_ranking.py [--keep FOLDER] [--ranks FILE]

See README.md in this folder.
"""

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from unittest.mock import patch

import questions
import scoring
import usual
from questions import Question

from index import Library
from index.found import Hit
from index.model import Mode
from ingest.model import Document

USUAL = "(a) usual stack"
HALVES = ("dev", "test")
Found = Sequence[tuple[str, str]]
"""Document and text of each passage found, best first."""


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--keep", type=Path, help="leave library and vectors here, and use those of an earlier run")
    options.add_argument("--ranks", type=Path, help="write the rank of each question's answer in each system (JSON)")
    asked = options.parse_args()
    paths = questions.pdfs()
    chosen = [one for file in questions.FILES for one in questions.load(paths, file)]
    if not questions.REAL.is_dir():
        print(f"no real documents at {questions.REAL} (BLUENOTE_SHARED names another folder): samples only")
    with tempfile.TemporaryDirectory() as scratch:
        keep: Path = asked.keep or Path(scratch)
        with Library.open(keep / "library", create=True) as library:
            _fill(library, paths)
            _verify(library, chosen)
            _refuse(library, chosen)
            systems = _systems(library, paths, keep)
            ranks = {name: [_rank(search(one.question), one) for one in chosen] for name, search in systems.items()}
    silent = {path.stem for path in paths} - {chunk.document for chunk in usual.chunks(paths)}
    for title, numbers in _groups(chosen, silent):
        print(f"\n{title} ({len(numbers)} questions)")
        print("\n".join(scoring.table(ranks, USUAL, numbers)))
    if asked.ranks:
        asked.ranks.write_text(json.dumps({"ids": [one.id for one in chosen], **ranks}), encoding="utf-8")


def _fill(library: Library, paths: Sequence[Path]) -> None:
    began = time.perf_counter()
    added = library.add(paths, jobs=os.cpu_count() or 1)
    failed = [f"{one.path}: {one.message}" for one in added if one.status == "failed"]
    if failed:
        raise SystemExit("\n".join(failed))
    passages = sum(len(library.passages(entry.id)) for entry in library.entries())
    print(f"library: {len(added)} documents, {passages} passages, {time.perf_counter() - began:.0f} s", flush=True)


def _systems(library: Library, paths: Sequence[Path], keep: Path) -> Mapping[str, Callable[[str], Found]]:
    chunks = usual.chunks(paths)
    texts = [chunk.text for chunk in chunks]
    print(f"usual stack: {len(chunks)} chunks", flush=True)
    dense, words = usual.Dense(texts, library.embedder, keep), usual.Words(texts)

    def chunked(search: Callable[[str, int], list[int]]) -> Callable[[str], Found]:
        return lambda text: [(chunks[at].document, chunks[at].text) for at in search(text, scoring.DEPTH)]

    def combined(text: str) -> Found:
        with (
            patch("index.search.ranking.heard", lambda told: 1.0),
            patch("index.search.searching.FIRST", 0),
            patch("index.search.searching.translated", lambda query, languages: {}),
        ):
            return ours("hybrid", _passage)(text)

    def ours(mode: Mode, shown: Callable[[Hit], str]) -> Callable[[str], Found]:
        return lambda text: [
            (Path(hit.document.file).stem, shown(hit)) for hit in library.search(text, k=scoring.DEPTH, mode=mode).hits
        ]

    return {
        USUAL: chunked(dense.search),
        "(b) BM25, same chunks": chunked(words.search),
        "(c) convex combination, headings": combined,
        "(d) Bluenote": ours("hybrid", _passage),
        "    by meaning alone": ours("dense", _passage),
        "    by words alone": ours("words", _passage),
        "    hybrid, its shown notes counted": ours("hybrid", _with_notes),
        "    and what it shows beside it": ours("hybrid", _as_shown),
    }


def _passage(hit: Hit) -> str:
    return hit.passage.text


def _with_notes(hit: Hit) -> str:
    return " ".join([hit.passage.text, *(note.text for note in hit.notes)])


def _as_shown(hit: Hit) -> str:
    before, after = (near.text if near else "" for near in (hit.before, hit.after))
    return " ".join([before, hit.passage.text, after, *(note.text for note in hit.notes)])


def _rank(found: Found, question: Question) -> int | None:
    right = (
        rank
        for rank, (document, text) in enumerate(found, start=1)
        if document == question.document and questions.holds(text, question.words)
    )
    return next(right, None)


def _groups(chosen: Sequence[Question], silent: Iterable[str]) -> Iterable[tuple[str, list[int]]]:
    """Titles with the numbers of their questions; empty groups are left out."""
    tests: dict[str, Callable[[Question], bool]] = {
        "all": lambda one: one.part in HALVES,
        "fresh": lambda one: one.part == "fresh",
        "fresh, paraphrased": lambda one: one.part == "fresh" and one.wording == "paraphrased",
        "third": lambda one: one.part == "third",
        "all with a text layer (no scans)": lambda one: one.part in HALVES and one.document not in silent,
        "dev": lambda one: one.part == "dev",
        "test": lambda one: one.part == "test",
        "corpus": lambda one: one.part in HALVES and one.sample,
        "real": lambda one: one.part in HALVES and not one.sample,
        "paraphrased": lambda one: one.part in HALVES and one.wording == "paraphrased",
        "literal": lambda one: one.part in HALVES and one.wording == "literal",
        "test, paraphrased": lambda one: one.part == "test" and one.wording == "paraphrased",
    }
    groups = ((title, [at for at, one in enumerate(chosen) if test(one)]) for title, test in tests.items())
    return [(title, numbers) for title, numbers in groups if numbers]


def _verify(library: Library, chosen: Sequence[Question]) -> None:
    """Says which answers the reader does not have, word for word, on the printed page that the set names."""
    ids = {Path(entry.file).stem: entry.id for entry in library.entries()}
    documents = {stem: library.document(ids[stem]) for stem in {one.document for one in chosen}}
    lost = [one for one in chosen if not _stands(documents[one.document], one)]
    print(f"answers read on their printed pages: {len(chosen) - len(lost)} of {len(chosen)}")
    for one in lost:
        print(f"  not on p. {one.page} of {one.document}: {one.words} ({one.id})")


def _refuse(library: Library, chosen: Sequence[Question]) -> None:
    """Says how many questions get no answer, of those that have none and of those that have one."""
    foreign = questions.foreign()
    refused = [text for text in foreign if not library.search(text, k=1).hits]
    silent = [one.id for one in chosen if not library.search(one.question, k=1).hits]
    print(f"no answer: {len(refused)} of {len(foreign)} foreign questions, {len(silent)} of {len(chosen)} others")
    print("".join(f"  nothing found: {name}\n" for name in silent), end="", flush=True)


def _stands(document: Document, question: Question) -> bool:
    labelled = {page.index for page in document.pages if page.label == question.page}
    wanted = f" {' '.join(questions.fold(question.words))} "
    printed = [(block.text, block.spans) for block in document.blocks] + [
        (note.text, note.spans) for note in document.notes
    ]
    for text, spans in printed:
        lines = [span for span in spans if span.page in labelled]
        if lines and wanted in f" {' '.join(questions.fold(text[lines[0].start : lines[-1].end]))} ":
            return True
    return False


if __name__ == "__main__":
    main()
