"""Citations led to another work by a reader's hand, and two works made one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from index.kept.corrections import BY_HAND, Cites, SameWork, Work
from index.kept.spots import Place, Spot, find
from ingest.model import Block, Citation, CitationKind, Document, Note, Source


def cited_otherwise(document: Document, change: Cites) -> Document | None:
    """The document with these words citing another work, or none; None where the words are not there."""
    place = find(document, change.at)
    if place is None:
        return None
    holder = place.holder
    was = citation_at(document, place)
    sources, source = _known(document.sources, change.work, holder)
    if was is None:
        if source is None:
            return document  # they cite nothing already
        made = _new_citation(document, holder, place.start, place.end, source)
        return _with_citations(document, (*document.citations, made), sources)
    now = replace(
        was,
        source=source.id if source else None,
        through=(),
        candidates=(),
        why=BY_HAND if source else f"{BY_HAND}: no work",
    )
    citations = _followed([now if one.id == now.id else one for one in document.citations], was, now)
    return _with_citations(document, citations, sources)


def citation_at(document: Document, place: Place) -> Citation | None:
    """The citation at a place: of several the one that shares most with it."""
    own = [citation for citation in document.citations if place.holder.id in (citation.note, citation.block)]
    met = [(min(place.end, one.end) - max(place.start, one.start), -one.start, one) for one in own]
    best = max((pair for pair in met if pair[0] > 0), key=lambda pair: pair[:2], default=None)
    return best[2] if best else None


def work_at(document: Document, at: Spot) -> str | None:
    """Key of the work that some words cite; None where they cite none, or it was left open."""
    place = find(document, at)
    citation = citation_at(document, place) if place else None
    name = citation.source if citation else None
    return next((source.key for source in document.sources if source.id == name), None)


def _known(
    sources: tuple[Source, ...], work: Work | None, holder: Block | Note
) -> tuple[tuple[Source, ...], Source | None]:
    """The sources with this work among them, and the work as one of them."""
    if work is None:
        return sources, None
    known = next((source for source in sources if source.key.casefold() == work.key.casefold()), None)
    if known is not None:
        return sources, known
    note, block = (holder.id, None) if isinstance(holder, Note) else (None, holder.id)
    made = Source(_free("s", [one.id for one in sources]), work.key, work.csl, work.text, note, block, work.links)
    return (*sources, made), made


def _new_citation(document: Document, holder: Block | Note, start: int, end: int, source: Source) -> Citation:
    note, block = (holder.id, None) if isinstance(holder, Note) else (None, holder.id)
    kind: CitationKind = "un-document" if any(link.kind == "un" for link in source.links) else "work"
    return Citation(
        id=_free("c", [one.id for one in document.citations]),
        note=note,
        block=block,
        start=start,
        end=end,
        form="short",
        kind=kind,
        signal=None,
        locator=None,
        source=source.id,
        why=BY_HAND,
    )


def _free(letter: str, taken: Iterable[str]) -> str:
    numbers = [int(one[len(letter) :]) for one in taken if re.fullmatch(rf"{letter}\d+", one)]
    return f"{letter}{max(numbers, default=0) + 1}"


def _followed(citations: Sequence[Citation], was: Citation, now: Citation) -> tuple[Citation, ...]:
    """The Ibid. that led through a corrected note to what it was taken for follow it to what it means.

    One that stayed open follows only where the note cites nothing else.
    """
    if now.note is None:
        return tuple(citations)
    alone = sum(one.note == now.note for one in citations) == 1
    moved = {now.note}
    out = []
    for one in citations:
        follows = one.form == "ibid" and bool(one.through) and one.through[0] in moved and one.note != now.note
        if follows and one.source == was.source and (was.source is not None or alone):
            out.append(replace(one, source=now.source, candidates=(), why=f"{BY_HAND}, with the note before"))
            if one.note is not None:
                moved.add(one.note)
        else:
            out.append(one)
    return tuple(out)


def _with_citations(document: Document, citations: Sequence[Citation], sources: Sequence[Source]) -> Document:
    """The document with these, each note naming its own in their order, and no source that a correction orphaned."""
    holders = [*(block.id for block in document.blocks), *(note.id for note in document.notes)]
    order = {name: at for at, name in enumerate(holders)}
    placed = sorted(citations, key=lambda one: (order[one.note or one.block or ""], one.start))
    ids: dict[str, list[str]] = {}
    for citation in placed:
        if citation.note is not None:
            ids.setdefault(citation.note, []).append(citation.id)
    named_before, named = _named(document.citations), _named(placed)
    return replace(
        document,
        citations=tuple(placed),
        notes=tuple(replace(note, citations=tuple(ids.get(note.id, ()))) for note in document.notes),
        sources=tuple(source for source in sources if source.id in named or source.id not in named_before),
    )


def _named(citations: Iterable[Citation]) -> set[str]:
    return {name for one in citations for name in (one.source, *one.candidates) if name is not None}


def one_work(document: Document, change: SameWork) -> Document:
    """The document with two works as one; as it is where it does not cite the other one."""
    for key in change.others:
        document = _one_source(document, change.kept, key)
    return document


def _one_source(document: Document, kept_key: str, other_key: str) -> Document:
    other = next((source for source in document.sources if source.key == other_key), None)
    kept = next((source for source in document.sources if source.key == kept_key), None)
    if other is None:
        return document  # it holds in every document, and this one does not cite the work
    if kept is None:
        renamed = replace(other, key=kept_key)
        return replace(document, sources=tuple(renamed if one is other else one for one in document.sources))
    citations = tuple(_retargeted(one, other.id, kept.id) for one in document.citations)
    links = tuple(dict.fromkeys((*kept.links, *other.links)))
    sources = (replace(one, links=links) if one is kept else one for one in document.sources if one is not other)
    return replace(document, citations=citations, sources=tuple(sources))


def _retargeted(citation: Citation, other: str, kept: str) -> Citation:
    source = kept if citation.source == other else citation.source
    candidates = tuple(dict.fromkeys(kept if one == other else one for one in citation.candidates))
    if source is None and other in citation.candidates and len(candidates) == 1:
        return replace(citation, source=candidates[0], candidates=(), why=f"{BY_HAND}: its candidates are one work")
    return replace(citation, source=source, candidates=candidates)
