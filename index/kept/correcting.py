"""Corrections applied to a document as it was read: `corrected(document, corrections)`.

Pure, and always from the reading itself: a correction undone leaves no trace. What a correction is about has to be
found by its words; where they are gone it changes nothing and is told as lost.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from index.kept.corrections import BY_HAND, Change, Cites, Correction, Field, MarkerMeans, PageLabel, SameWork
from index.kept.reciting import cited_otherwise, one_work
from index.kept.relabelling import relabelled
from index.kept.spots import find
from ingest.model import Anchor, Block, Document, Marker, Note, Report

_ORDER = (MarkerMeans, Cites, SameWork, PageLabel, Field)
"""Markers and citations before the works that they lead to."""
NEAR = 3
"""Characters between a marker's words and the marker in another reading: a full stop, a quotation mark, a blank."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A document with its corrections in it."""

    document: Document
    lost: tuple[Correction, ...]
    """Those whose words are not there any more; they changed nothing."""


def corrected(document: Document, corrections: Iterable[Correction]) -> Corrected:
    """Apply corrections, each kind in the order in which they were made."""
    lost = []
    for correction in sorted(corrections, key=lambda one: _ORDER.index(type(one.change))):
        changed = _applied(document, correction.change)
        if changed is None:
            lost.append(correction)
        else:
            document = changed
    return Corrected(document, tuple(lost))


def _applied(document: Document, change: Change) -> Document | None:
    """The document so changed; None where what it is about is not there."""
    match change:
        case MarkerMeans():
            return _marker(document, change)
        case Cites():
            return cited_otherwise(document, change)
        case SameWork():
            return one_work(document, change)
        case PageLabel():
            return relabelled(document, change)
        case Field():
            return _field(document, change)


def _marker(document: Document, change: MarkerMeans) -> Document | None:
    place = find(document, change.at)
    aim = find(document, change.note) if change.note else None
    if place is None or not isinstance(place.holder, Block) or (change.note and aim is None):
        return None
    near = [
        (abs(marker.offset - place.start), at)
        for at, marker in enumerate(place.holder.markers)
        if marker.label == change.label and abs(marker.offset - place.start) <= NEAR
    ]
    if not near and not change.unread:
        return None
    note = aim.holder.id if aim else None
    markers = list(place.holder.markers)
    if near:
        at = min(near)[1]
        markers[at] = replace(markers[at], note=note, evidence=BY_HAND)
    else:
        markers = sorted([*markers, Marker(place.start, change.label, note, BY_HAND)], key=lambda marker: marker.offset)
    blocks = tuple(
        replace(block, markers=tuple(markers)) if block.id == place.holder.id else block for block in document.blocks
    )
    return replace(
        document,
        blocks=blocks,
        notes=_anchored(document.notes, document.blocks, blocks),
        report=_reported(document.report, change) if change.note else document.report,
    )


def _reported(report: Report, change: MarkerMeans) -> Report:
    """The report without what the correction has mended."""
    assert change.note is not None
    marker, note = (change.at.page, change.label), (change.note.page, change.note.label)
    return replace(
        report,
        markers_without_note=tuple(one for one in report.markers_without_note if (one.page, one.label) != marker),
        notes_without_marker=tuple(one for one in report.notes_without_marker if (one.page, one.label) != note),
    )


def _anchored(notes: Sequence[Note], before: Sequence[Block], after: Sequence[Block]) -> tuple[Note, ...]:
    """Each note at its first marker, where that has changed."""
    was, now = _first_markers(before), _first_markers(after)
    return tuple(
        replace(note, marker=now.get(note.id)) if was.get(note.id) != now.get(note.id) else note for note in notes
    )


def _first_markers(blocks: Sequence[Block]) -> Mapping[str, Anchor]:
    found: dict[str, Anchor] = {}
    for block in blocks:
        for marker in block.markers:
            if marker.note is not None:
                found.setdefault(marker.note, Anchor(block.id, marker.offset))
    return found


def _field(document: Document, change: Field) -> Document:
    csl = dict(document.csl)
    custom = dict(csl.get("custom") or {})
    read_from = dict(custom.get("read_from") or {})
    read_from[change.name] = BY_HAND
    if change.value is None:
        csl.pop(change.name, None)
    else:
        csl[change.name] = change.value
    if change.name == "title" and read_from.get("title-short") != BY_HAND:
        csl.pop("title-short", None)  # it is the former title's
        read_from.pop("title-short", None)
    csl["custom"] = {**custom, "read_from": dict(sorted(read_from.items()))}
    title = str(csl.get("title") or "") if change.name == "title" else document.title
    return replace(document, csl=csl, title=title)
