"""A reading of a trial against its true answers."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields

from layouts.truth import TrueNote, Truth
from rapidfuzz import fuzz

from ingest.model import Document, Note

SAME = 95.0
"""Of a hundred: how like its true words a note's must be."""
_PLACE = 14
"""Letters before a marker that must agree, as many as its block has."""
_GRAM = 4


@dataclass(slots=True)
class Score:
    """Counts of one trial, or of several together."""

    notes: int = 0
    read: int = 0
    whole: int = 0
    """Notes with the right label and words."""
    placed: int = 0
    """Of the whole ones: their marker stands where it was set."""
    paged: int = 0
    """Of the whole ones: they begin on the right page."""
    body: int = 0
    found: int = 0
    """Word sequences of the body that the blocks have."""
    leakable: int = 0
    leaked: int = 0
    """Word sequences of notes that stand in blocks."""
    invented: int = 0
    """Notes read that are like no true one."""
    pages: int = 0
    labelled: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Of whole notes; 1 where there is none to read and none is read."""
        return 2 * self.whole / (self.notes + self.read) if self.notes + self.read else 1.0

    def add(self, other: "Score") -> None:
        """Count another trial in."""
        for each in fields(self):
            if each.name != "faults":
                setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


def squeeze(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text)).casefold()


def measure(document: Document, true: Truth) -> Score:
    """Compare."""
    score = Score(notes=len(true.notes), read=len(document.notes))
    pairs = _pairs(true.notes, document.notes)
    places = {block.id: block.text for block in document.blocks}
    for number, note in enumerate(true.notes):
        read = pairs.get(number)
        if read is None:
            score.faults.append(f"note {note.label}: {_nearest(note, document.notes)}")
            continue
        score.whole += 1
        score.paged += note.page is None or read.pages[0] == note.page
        before = squeeze(places[read.marker.block][: read.marker.offset]) if read.marker else ""
        length = min(_PLACE, len(squeeze(note.before)))
        placed = read.marker is not None and before[len(before) - length :] == squeeze(note.before)[-length:]
        if length == 0:
            placed = read.marker is not None
        score.placed += placed
        if not placed:
            score.faults.append(f"marker {note.label}: {'after …' + before[-20:] if read.marker else 'missing'}")
    for read in document.notes:
        if not any(read is other for other in pairs.values()):
            likeness = max((fuzz.partial_ratio(squeeze(read.text), squeeze(n.text)) for n in true.notes), default=0)
            if likeness < 60:
                score.invented += 1
                score.faults.append(f"invented {read.label}: {read.text[:70]}")
    _measure_text(score, document, true)
    if true.labels:
        score.pages = len(true.labels)
        score.labelled = sum(page.label == label for page, label in zip(document.pages, true.labels, strict=False))
    return score


def _measure_text(score: Score, document: Document, true: Truth) -> None:
    read = _grams(block.text for block in document.blocks)
    body = _grams(true.body)
    notes = _grams(note.text for note in true.notes) - body
    score.body, score.found = len(body), len(body & read)
    score.leakable, score.leaked = len(notes), len(notes & read)
    for gram in sorted(body - read)[:3]:
        score.faults.append(f"body lost: {' '.join(gram)}")


def _grams(texts: Iterable[str]) -> set[tuple[str, ...]]:
    out: set[tuple[str, ...]] = set()
    for text in texts:
        words = re.findall(r"[^\W\d_]{2,}", unicodedata.normalize("NFKC", text).casefold())
        out.update(tuple(words[i : i + _GRAM]) for i in range(len(words) - _GRAM + 1))
    return out


def _pairs(true: Sequence[TrueNote], read: Sequence[Note]) -> dict[int, Note]:
    """Each true note with the note read that has its label and its words."""
    texts = [squeeze(note.text) for note in read]
    free = set(range(len(read)))
    out: dict[int, Note] = {}
    for number, note in enumerate(true):
        words = squeeze(note.text)
        like = [(fuzz.ratio(words, texts[i]), -abs(i - number), i) for i in free if read[i].label == note.label]
        best = max(like, default=(0.0, 0, -1))
        if best[0] >= SAME:
            free.remove(best[2])
            out[number] = read[best[2]]
    return out


def _nearest(note: TrueNote, read: Sequence[Note]) -> str:
    words = squeeze(note.text)
    like = max(((fuzz.ratio(words, squeeze(other.text)), other.label, other.text) for other in read), default=None)
    if like is None or like[0] < 50:
        return f"lost: {note.text[:60]}"
    return f"read as {like[1]} ({like[0]:.0f}): …{like[2][-60:]}"
