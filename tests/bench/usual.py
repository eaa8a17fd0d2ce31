"""What one would build otherwise: each page's plain text, chunks of 1000 characters, MiniLM, flat FAISS; or BM25."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bm25s
import faiss
import numpy as np
import pymupdf
from langchain_text_splitters import RecursiveCharacterTextSplitter

from index.encoding.embedder import Embedder

SIZE, OVERLAP = 1000, 200
"""Characters."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of one page's plain text."""

    document: str
    text: str


def chunks(paths: Sequence[Path]) -> list[Chunk]:
    """Page by page, as the loaders of the usual frameworks hand PDFs to the splitter."""
    splitter = RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=OVERLAP)
    made = []
    for path in paths:
        with pymupdf.open(path) as pdf:
            made += [Chunk(path.stem, piece) for page in pdf for piece in splitter.split_text(page.get_text())]
    return made


class Dense:
    """Exact nearest neighbours of the question's vector."""

    def __init__(self, texts: Sequence[str], embedder: Embedder, keep: Path) -> None:
        """Takes the texts' vectors from a folder where an earlier run left them, else leaves them there."""
        named = hashlib.sha256("\0".join([embedder.identity, *texts]).encode()).hexdigest()[:16]
        kept = keep / f"usual-{named}.npy"
        if not kept.is_file():
            np.save(kept, embedder.encode(texts))
        vectors = np.load(kept)
        self._embedder = embedder
        self._index: Any = faiss.IndexFlatIP(vectors.shape[1])
        self._index.add(vectors)

    def search(self, question: str, k: int) -> list[int]:
        """The k nearest chunks by number."""
        return list(self.scores(question, k))

    def scores(self, question: str, k: int) -> dict[int, float]:
        """The k nearest chunks with their cosines, best first."""
        scores, found = self._index.search(self._embedder.ask(question).vector[None], k)
        return {int(number): float(score) for number, score in zip(found[0], scores[0], strict=True)}


class Words:
    """BM25 as bm25s comes: Lucene's variant, English stop words, no stemming."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._index = bm25s.BM25()
        self._index.index(bm25s.tokenize(list(texts), stopwords="en", show_progress=False), show_progress=False)

    def search(self, question: str, k: int) -> list[int]:
        """The k best chunks by number."""
        return list(self.scores(question, k))

    def scores(self, question: str, k: int) -> dict[int, float]:
        """The k best chunks with BM25's scores, best first."""
        asked = bm25s.tokenize(question, stopwords="en", show_progress=False)
        found, scores = self._index.retrieve(asked, k=k, show_progress=False)
        return {int(number): float(score) for number, score in zip(found[0], scores[0], strict=True) if score > 0}
