"""Libraries for tests: a deterministic stand-in for the embedding model, and PDFs that are read without a PDF."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from factories import document, heading, note, paragraph

from index.encoding.encoder import Reading
from index.store import Vectors
from ingest.model import Anchor, Citation, Document, Link, Locator, Source

DIMENSIONS = 1021


class WordEmbedder:
    """Bags of words: texts that share words are near, others are not; the same in every process."""

    name = "words"
    window = 254

    def __init__(self, identity: str = "words-1") -> None:
        self.identity = identity
        self.encoded: list[str] = []

    def count(self, text: str) -> int:
        return len(text.split())

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded += texts
        vectors = np.zeros((len(texts), DIMENSIONS), np.float32)
        for number, text in enumerate(texts):
            for word in re.findall(r"\w+", text.lower()):
                vectors[number, int(hashlib.md5(word.encode()).hexdigest(), 16) % DIMENSIONS] += 1.0
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)

    def read(self, texts: Sequence[str]) -> Iterator[tuple[int, Reading]]:
        """Of each word a vector too, the last text first; words do not count as encoded."""
        for place in reversed(range(len(texts))):
            words = list(re.finditer(r"\w+", texts[place]))
            (vector,) = self.encode([texts[place]])
            tokens = WordEmbedder().encode([word[0] for word in words])
            yield place, Reading(vector, tokens, tuple(word.span() for word in words))

    def ask(self, question: str) -> Reading:
        ((_, reading),) = self.read([question])
        return reading


RESOLUTION = Source(
    id="s1",
    key="S/RES/2100",
    csl={"type": "legislation", "title": "Resolution 2100", "number": "S/RES/2100"},
    text="S/RES/2100 (2013)",
    first_note="n1",
    first_block=None,
    links=(Link("un", "https://docs.un.org/en/S/RES/2100(2013)"),),
)


def article(path: Path) -> Document:
    """What `ingest.child.read` is replaced by: the file's text as an article of two pages from 65 on.

    Its first line is the title. A paragraph a line; the first one bears a note that cites S/RES/2100, the second one
    a note that says Ibid.
    """
    content = path.read_bytes()
    title, *lines = content.decode().strip().splitlines()
    head = heading("Findings", id="b0")
    body = [
        paragraph(text + f"^{number}" if number < 3 else text, ["Findings"], id=f"b{number}", pages=(0, 1))
        for number, text in enumerate(lines, start=1)
    ]
    texts = [
        "See S/RES/2100 (2013), para. 16. It left open what the mission could do in support of the state, and how.",
        "Ibid., para. 17.",
    ]
    notes = [
        note(text, str(number), marker=Anchor(f"b{number}", len(body[number - 1].text)), citations=(f"c{number}",))
        for number, text in enumerate(texts[: len(body)], start=1)
    ]
    cites = [
        Citation("c1", "n1", None, 4, 30, "full", "un-document", "See", Locator("paragraph", "16"), "s1"),
        Citation(
            "c2", "n2", None, 0, 15, "ibid", "un-document", None, Locator("paragraph", "17"), "s1", ("n1",), (), "as 1"
        ),
    ]
    return document(
        [head, *body],
        notes,
        id=hashlib.sha256(content).hexdigest()[:16],
        title=title,
        csl={"type": "article-journal", "title": title, "author": [{"family": title.split()[0], "given": "A."}]},
        citations=tuple(cites[: len(body)]),
        sources=(RESOLUTION,),
        pages=2,
        first=65,
    )
