"""What notes look like in a document beside its text: sizes and line distances, weighed by their odds."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from ingest.layout.rows import Row

WORDED = 15
"""Letters that make a line of text."""
_BEGINNING = 30
"""Characters in which a line of text has as many."""
_DRAWN = 60.0
"""Letters."""
_CLAMP = 2.0
"""The most that one row's size may say for or against a note (log odds)."""
_LOOSER = -0.1
"""The most that a line's distance may say against a note: inside long notes lines may stand as those of the text do."""


@dataclass(frozen=True, slots=True)
class Look:
    """How much a size, and a distance between lines, speaks for a note (log odds)."""

    sizes: Mapping[float, float]
    leadings: Mapping[float, float]
    ruled: bool
    """Whether a short rule stands above the notes of nearly every page."""

    def odds(self, row: Row) -> float:
        """Return the log odds that a row of this look belongs to a note."""
        by_size = self.sizes.get(size_of(row), 0.0)
        # Only where the letters do not tell are the lines' distances asked: "as large as the text, but set closer".
        by_leading = max(_LOOSER, self.leadings.get(leading_of(row), 0.0)) if abs(by_size) < 1 else 0.0
        return max(-_CLAMP, min(_CLAMP, by_size + 0.7 * by_leading))


def leading_of(row: Row) -> float:
    """Return the distance from the line above in half points, 0 where they do not follow closely."""
    tight = row.leading is not None and row.leading < 1.8 * row.line.size
    return round(row.leading * 2) / 2 if row.leading is not None and tight else 0.0


def log_odds(note: Counter[float], text: Counter[float]) -> dict[float, float]:
    """Return for each value the log odds of notes against text, from the letters counted in each.

    Both shares are drawn towards that of the whole document, as if so many letters more had been seen of it in each:
    a size that hardly occurs says nothing, nor does a document with two short notes say much.
    """
    notes, texts = sum(note.values()), sum(text.values())
    out = {}
    for key in note.keys() | text.keys():
        prior = _DRAWN * (note[key] + text[key]) / (notes + texts)
        odds = log((note[key] + prior) / (notes + _DRAWN)) - log((text[key] + prior) / (texts + _DRAWN))
        out[key] = max(-_CLAMP, min(_CLAMP, odds))
    return out


def size_of(row: Row) -> float:
    """Return the size in fifths of a point."""
    return round(row.line.size * 5) / 5


def letters_of(row: Row) -> int:
    """Count a row's letters, of a long one those of its beginning."""
    text = row.line.text
    begun = sum(map(str.isalpha, text[:_BEGINNING]))
    return begun if begun >= WORDED else begun + sum(map(str.isalpha, text[_BEGINNING:]))
