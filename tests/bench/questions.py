"""The question sets: questions with the words that answer them, and when a passage counts as holding the answer."""

import hashlib
import json
import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scoring import DEPTH

from index import Library

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
REAL = Path(os.environ.get("BLUENOTE_SHARED", ROOT.parent / "shared")) / "real"
REAL_FOLDERS = ("fossil/pdf", "un", "mixed")

FILES = ("questions.jsonl", "questions_fresh.jsonl", "questions_third.jsonl")
ENOUGH = 0.6
"""Of the answer's shingles, how many a passage must hold: a chunk that cuts the answer's edge still shows it."""
_SHINGLE = 3
"""Words."""
_GLUED_MARKER = re.compile(r"(?<=[^\W\d])\d+$")
"""A note's marker that a plain reading leaves on the word before it: "agenda1"."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question and the one place that answers it."""

    id: str
    document: str
    """The file's name without its suffix."""
    page: str
    """The printed label of the page that the words stand on."""
    words: str
    """6 to 15 words of the passage that answers, as they stand there."""
    question: str
    language: str
    """The question's own language (ISO 639-1)."""
    wording: Literal["paraphrased", "literal"]
    """Paraphrased: it shares no telling word with the 500 characters around the answer, names excepted; of a fresh
    question one or two words may stand there."""
    about: str
    """fact, argument, who, condition, comparison, note, symbol, phrase, or cross (question in another language)."""

    @property
    def part(self) -> str:
        """dev (to choose by) or test (to report), by the parity of the id's hash: fixed, and not by anyone's choice.

        Fresh ones are for reporting alone, the third set is for choosing alone; both stand in files of their own.
        """
        if self.id.startswith(("fresh-", "third-")):
            return self.id[:5]
        return ("dev", "test")[hashlib.sha256(self.id.encode()).digest()[-1] % 2]

    @property
    def sample(self) -> bool:
        """Whether it is on the sample corpus, not on a real document."""
        return (CORPUS / f"{self.document}.pdf").is_file()


def pdfs() -> list[Path]:
    """The documents that are searched: samples, and real ones where they are at hand.

    Samples without questions stay out: figures are compared over time, and more documents make every question harder.
    """
    lines = (Path(__file__).parent / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    asked = {json.loads(line)["document"] for line in lines}
    real = [path for folder in REAL_FOLDERS for path in sorted((REAL / folder).glob("*.pdf"))]
    return [*(path for path in sorted(CORPUS.glob("*.pdf")) if path.stem in asked), *real]


def load(documents: Sequence[Path], file: str = "questions.jsonl") -> list[Question]:
    """The questions of a file on these documents."""
    at_hand = {path.stem for path in documents}
    lines = (Path(__file__).parent / file).read_text(encoding="utf-8").splitlines()
    questions = [Question(**json.loads(line)) for line in lines]
    return [question for question in questions if question.document in at_hand]


def foreign() -> list[str]:
    """Questions that none of the documents answers, other than those that the library's floor is measured with."""
    return (Path(__file__).parent / "foreign.txt").read_text(encoding="utf-8").splitlines()


def rank(library: Library, question: Question) -> int | None:
    """The rank of the first passage that answers, as the library is searched; None where none of the first does."""
    for hit in library.search(question.question, k=DEPTH).hits:
        if Path(hit.document.file).stem == question.document and holds(hit.passage.text, question.words):
            return hit.rank
    return None


def fold(text: str) -> list[str]:
    """Words as compared: case, quotation marks, hyphens (also at line ends) and glued markers make no difference."""
    plain = re.sub(r"[-‐‑‒–—\u00ad]\s*", "", unicodedata.normalize("NFKC", text).casefold())
    return [_GLUED_MARKER.sub("", word) for word in re.findall(r"[^\W_]+", re.sub(r"['’‘`]", "", plain))]


def holds(text: str, words: str) -> bool:
    """Whether a passage has at least ENOUGH of the answer's runs of three words."""
    wanted = set(_shingles(fold(words)))
    return len(wanted & set(_shingles(fold(text)))) >= ENOUGH * len(wanted)


def _shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))
