"""What a correction says, in one line."""

from datetime import datetime

from index.kept.corrections import BY_HAND, Cites, Correction, Field, MarkerMeans, PageLabel, SameWork
from ui.fields import shown

_TELLING = 60
"""Characters of the words before a mark by which a reader knows where it stands."""


def correction_words(correction: Correction) -> str:
    """Say "marker 12 after “… in the north.” means note 13"."""
    match correction.change:
        case MarkerMeans(at, label, note):
            meant = f"note {note.label}" if note else "no note"
            return f"marker {label} after {_quoted(at.before)} means {meant}"
        case Cites(at, work):
            where = f"note {at.label}: " if at.label else ""
            return f"{where}{_quoted(at.words)} cites {work.text if work else 'no work'}"
        case PageLabel(page, label, on):
            return f"page {page + 1} of the file is p. {label}" + (", and the pages after it count on" if on else "")
        case Field(name, value):
            return f"{name}: none" if value is None else f"{name}: {shown(value)}"
        case SameWork(kept, other, kept_words, other_words):
            return f"{other_words or other} is the same work as {kept_words or kept}"


def hand_words(correction: Correction) -> str:
    """Say "by hand, 22 November 2026"."""
    made = datetime.fromisoformat(correction.made).astimezone()
    return f"{BY_HAND}, {made.day} {made:%B %Y}"


def _quoted(words: str) -> str:
    return f"“{words}”" if len(words) <= _TELLING else f"“… {words[2 - _TELLING :]}”"
