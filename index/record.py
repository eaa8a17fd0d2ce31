"""What goes into the store for one document, made of what was read."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from index.bibliographies.citekeys import citekey
from index.kept.correcting import corrected
from index.kept.corrections import Correction
from index.model import Entry, ReadingState
from index.sources import identities
from index.store import Codes, Record, Vectors
from ingest.model import NOTHING_PRINTED, Csl, Document, Passage
from ingest.passages.cutting import remarked


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document came from."""

    file: str
    """Where the file lies: its absolute path, or the name alone of one that is gone."""
    sha256: str | None
    """Of the PDF; None for a text without a PDF."""
    kept: bool


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of a document beside its own title page."""

    csl: Csl
    key: str | None
    """Citekey that it brings along, from a bibliography."""


def record(
    document: Document,
    passages: tuple[Passage, ...],
    vectors: Vectors,
    *,
    origin: Origin,
    described: Description,
    taken: Callable[[str], Container[str]],
    tokens: Sequence[Codes] = (),
    corrections: Sequence[Correction] = (),
) -> Record:
    """The document with its data, its citekey and its reading state.

    Args:
        document: as read.
        passages: of it.
        vectors: one for each passage.
        origin: the file.
        described: its data; they stand in for the title page's.
        taken: the citekeys of other documents that begin with these letters.
        tokens: one for each passage; none where the model gives no vectors of tokens.
        corrections: what readers corrected in it; they go before all else.
    """
    title = str(described.csl.get("title") or document.title)
    whole = corrected(replace(document, csl=described.csl, title=title), corrections).document
    key = described.key
    if not key or key in taken(key):
        key = citekey(whole.csl, taken, fallback=document.id)
    return Record(
        _entry(whole, key, origin.file),
        whole,
        remarked(whole, passages),
        vectors,
        origin.sha256,
        origin.kept,
        identities(whole.csl),
        tuple(tokens),
        reading=None if whole == document else document,
    )


def _entry(document: Document, key: str, file: str) -> Entry:
    return Entry(
        id=document.id,
        key=key,
        title=document.title,
        csl=document.csl,
        language=document.language,
        pages=len(document.pages),
        notes=len(document.notes),
        file=file,
        added=datetime.now(UTC).isoformat(timespec="seconds"),
        state=reading_state(document),
        sample=False,
    )


def reading_state(document: Document) -> ReadingState:
    """How well a document could be read, in numbers and in words."""
    linked = sum(note.marker is not None for note in document.notes)
    by_ocr = sum(page.text == "ocr" for page in document.pages)
    unread = sum(page.message != NOTHING_PRINTED for page in document.report.pages_without_text)
    loose = len(document.report.markers_without_note)
    said = []
    if document.notes:
        said.append(f"notes {linked} of {len(document.notes)}")
        said += [f"{loose} marker{'s' * (loose != 1)} without a note"] if loose else []
    elif loose:
        said.append("notes absent from this file")
    else:
        said.append("no notes")
    if by_ocr:
        said.append(
            "read by OCR" if by_ocr == len(document.pages) else f"{by_ocr} of {len(document.pages)} pages by OCR"
        )
    if unread:
        said.append(f"{unread} page{'s' * (unread != 1)} without text")
    return ReadingState(len(document.notes), linked, loose, unread, by_ocr, ", ".join(said))
