"""The sample corpus, read, beside its true answers: what the tests of tests/corpus compare."""

import functools
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from ingest import read_pdf
from ingest.model import Block, Citation, Document, Note

CORPUS = Path(__file__).parents[2] / "corpus"
SAMPLES = sorted(path.name.removesuffix(".truth.json") for path in CORPUS.glob("*.truth.json"))
SCANS = {"scan"}
"""Read by OCR, which mistakes a letter now and then; nothing but words is compared, and those not to the letter."""

Truth = Mapping[str, Any]


@functools.cache
def truth(name: str) -> dict[str, Any]:
    """The true answers of a sample."""
    answers: dict[str, Any] = json.loads((CORPUS / f"{name}.truth.json").read_text(encoding="utf-8"))
    return answers


@functools.cache
def reading(name: str) -> Document:
    """The sample as Bluenote reads it."""
    return read_pdf(CORPUS / f"{name}.pdf")


def fold(text: str) -> str:
    """Text as compared: quotation marks, dashes and white space in one form, none before French punctuation."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"[‘’‚′`]", "'", re.sub(r"[“”„«»]\s?|\s?[»]", '"', text))
    text = re.sub(r"[‐‑‒–—―−]", "-", text).replace("…", "...")
    return re.sub(r'\s*([:;!?%"])\s*', r"\1", re.sub(r"\s+", " ", text)).strip()


def squeeze(text: str) -> str:
    """Letters and digits alone, by which places in differently spaced texts are compared."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFC", text))


def bare(text: str) -> str:
    """Letters without accents and case, and digits: what any extraction of a text layer agrees on."""
    letters = re.sub(r"[\W_]", "", unicodedata.normalize("NFKD", text))
    return letters.encode("ascii", "ignore").decode().casefold()


@dataclass(frozen=True, slots=True)
class Pair:
    """A true citation and what the reader makes of the same words (None where it passes over them)."""

    where: str
    true: Truth
    read: Citation | None


@functools.cache
def twins(name: str) -> list[tuple[Truth, Note | None]]:
    """Each true note with the reader's note of the same label and, for the most part, the same words."""
    left = list(reading(name).notes)
    found: list[tuple[Truth, Note | None]] = []
    for true in truth(name)["notes"]:
        same = [(fuzz.ratio(fold(true["text"]), fold(note.text)), note) for note in left if note.label == true["label"]]
        likeness, note = max(same, key=lambda pair: pair[0], default=(0.0, None))
        found.append((true, note if likeness > 60 else None))
        if found[-1][1] is not None:
            left.remove(found[-1][1])
    return found


def note_pairs(name: str) -> list[Pair]:
    """Pairs for the citations of all notes."""
    pairs: list[Pair] = []
    for true, note in twins(name):
        read = [citation for citation in reading(name).citations if note and citation.note == note.id]
        pairs += _pairs(f"note {true['label']}", true["text"], true["citations"], note.text if note else "", read)
    return pairs


def body_pairs(name: str) -> list[Pair]:
    """Pairs for the citations in running text."""
    document, answers = reading(name), truth(name)
    pairs = []
    for number, true in enumerate(answers["blocks"]):
        cited = [citation for citation in answers["body_citations"] if citation["block"] == number]
        block = find_block(document.blocks, true["text"])
        if cited and block is not None:
            read = [citation for citation in document.citations if citation.block == block.id]
            pairs += _pairs(f"block {number}", true["text"], cited, block.text, read)
        else:
            pairs += [Pair(f"block {number}", citation, None) for citation in cited]
    return pairs


def invented(name: str) -> list[str]:
    """Words of notes that the reader takes for citations with a source and that cite nothing."""
    found = []
    for true, note in twins(name):
        places = [place for _, place in _places(true["text"], true["citations"])]
        for citation in reading(name).citations:
            if note and citation.note == note.id and citation.source is not None:
                start, end = _place(note.text, citation.start, citation.end)
                if not any(start < b and a < end for a, b in places):
                    found.append(f"note {note.label}: {note.text[citation.start : citation.end]}")
    return found


def find_block(blocks: Sequence[Block], text: str) -> Block | None:
    """The block that holds a text; by its beginning where none is the same."""
    wanted = squeeze(text)
    same = [block for block in blocks if squeeze(block.text) == wanted]
    near = [block for block in blocks if len(wanted) > 40 and squeeze(block.text)[:40] == wanted[:40]]
    return next(iter(same or near), None)


def before(document: Document, note: Note) -> str:
    """The text before a note's marker."""
    if note.marker is None:
        return ""
    anchor = note.marker
    block = next(block for block in document.blocks if block.id == anchor.block)
    return block.text[: anchor.offset]


def astray(pairs: Sequence[Pair]) -> list[Pair]:
    """The links that are wrong: each source stands for the one key that most of its citations truly mean.

    A source that mixes two works, two sources for one work, and a link where the truth is open are all wrong.
    """
    key_of = _keys(pairs)
    return [pair for pair in pairs if _led(pair) is not None and key_of.get(_led(pair)) != pair.true["key"]]


def missed(pairs: Sequence[Pair]) -> list[Pair]:
    """The citations of a known work that lead nowhere."""
    return [pair for pair in pairs if _led(pair) is None and pair.true["key"] is not None]


def say(pair: Pair, pairs: Sequence[Pair]) -> str:
    """What is the matter with a pair, in one line."""
    read = "passed over"
    if pair.read is not None:
        read = f"read as {_keys(pairs).get(_led(pair), _led(pair))}: {pair.read.why}"
    return f"{pair.where}: {pair.true['text']!r} is {pair.true['key']}, {read}"


def _led(pair: Pair) -> str | None:
    return pair.read.source if pair.read else None


def _keys(pairs: Sequence[Pair]) -> dict[str | None, str]:
    """The key that each source stands for."""
    votes = Counter((_led(pair), pair.true["key"]) for pair in pairs if _led(pair) and pair.true["key"])
    key_of: dict[str | None, str] = {}
    for (source, key), _ in votes.most_common():
        if source not in key_of and key not in key_of.values():
            key_of[source] = key
    return key_of


def _pairs(where: str, true_text: str, true: Sequence[Truth], text: str, read: Sequence[Citation]) -> Iterator[Pair]:
    """Pairs true and read citations of one text by the words that they share most of."""
    for citation, (start, end) in _places(true_text, true):
        shared = [(min(b, end) - max(a, start), c) for c in read for a, b in [_place(text, c.start, c.end)]]
        best = max(shared, key=lambda pair: pair[0], default=(0, None))
        yield Pair(where, citation, best[1] if best[0] > 0 else None)


def _places(text: str, citations: Sequence[Truth]) -> list[tuple[Truth, tuple[int, int]]]:
    """Each true citation with its place among the letters and digits of its text."""
    found, at = [], 0
    for citation in citations:
        start = text.index(citation["text"], at)
        at = start + len(citation["text"])
        found.append((citation, _place(text, start, at)))
    return found


def _place(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets in a text as offsets among its letters and digits."""
    first = len(squeeze(text[:start]))
    return first, first + len(squeeze(text[start:end]))
