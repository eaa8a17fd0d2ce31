"""Which sentence of a hit answers the question best, by vectors of tokens or by words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from shelves import WordEmbedder, article

import ingest.child
from index.library import Library

TEXT = (
    "Karlsrud on Mali\n"
    "Troops came from Chad in spring. Villages asked nobody for protection by the army. Rain fell in S/RES/2100."
)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setattr(ingest.child, "read", lambda path: article(Path(path)))
    (tmp_path / "mali.pdf").write_text(TEXT)
    with Library.open(tmp_path / "library", create=True, embedder=WordEmbedder()) as opened:
        opened.add([tmp_path / "mali.pdf"])
        yield opened


def best(library: Library, question: str, **asked: str) -> str | None:
    hit = next(hit for hit in library.search(question, **asked).hits if hit.passage.kind == "body")
    sentence = None if hit.best is None else hit.sentences[hit.best]
    return sentence and hit.passage.text[sentence.start : sentence.end]


@pytest.mark.parametrize(
    ("question", "asked", "words"),
    [
        ("protection for villages", {}, "Villages asked"),
        ("troops from Chad", {}, "Troops came"),
        ("protection", {"mode": "words"}, "Villages asked"),
        ("nobody for protection", {"mode": "phrase"}, "Villages asked"),
        ("S/RES/2100", {}, "Rain fell"),
    ],
)
def test_the_best_sentence_is_the_one_that_answers(
    library: Library, question: str, asked: dict[str, str], words: str
) -> None:
    assert (best(library, question, **asked) or "").startswith(words)
