"""The ids of passages, which say of which document they are, whether of its text or its notes, and where in it."""

from ingest.model import PassageKind


def passage_id(document: str, kind: PassageKind, place: int) -> str:
    """Return the id of the passage of this kind at a place in its document, counted from 1."""
    return f"{document}-{kind}-{place:04d}"


def is_of_text(passage: str) -> bool:
    """Tell whether the passage with this id is of its document's text, not of its notes."""
    return "-body-" in passage


def next_to(passage: str, step: int) -> str:
    """Return the id of the passage so many places on, whether or not there is one."""
    stem, place = passage.rsplit("-", 1)
    return f"{stem}-{int(place) + step:04d}"
