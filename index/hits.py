"""What is shown of a passage, its card, and as a hit: with its notes resolved and what to cite."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from index.found import Card, Hit, HitCitation, HitNote, HitSource, Sentence
from index.kept.corrections import BY_HAND
from index.places import cite, places, sentences
from index.sources import Finder, corpus_links
from index.store import Carded, Excerpt
from ingest.model import Block, Citation, Document, Link, Note, Source

EDGE = 2
"""Sentences that stand beside a passage, from over its edge. On the questions of tests/bench one brings less, and more
of them bring no more."""
_ASIDE = frozenset({"table", "caption"})


def card_of(excerpt: Excerpt) -> Card:
    """The card of a passage."""
    passage, document, key = excerpt.passage, excerpt.document, excerpt.entry.key
    cut = sentences(passage, document, key)
    aside = not cut or any(block.kind in _ASIDE for block in document.blocks)

    def piece(start: int, end: int) -> Sentence | None:
        return None if aside else Sentence(start, end, cite(passage, document, key, start, end))

    return Card(
        notes=tuple(_notes(excerpt)),
        cite=cite(passage, document, key),
        sentences=cut,
        places=places(passage, document),
        begins=piece(cut[0].start, cut[:EDGE][-1].end) if cut else None,
        ends=piece(cut[-EDGE:][0].start, cut[-1].end) if cut else None,
    )


def hits_of(shown: Sequence[Carded], scores: Sequence[float], known: Finder, first: int = 1) -> tuple[Hit, ...]:
    """One hit for each passage, ranked in the order given.

    Args:
        shown: the passages.
        scores: one for each.
        known: from identities of works to documents of the library, for links within it.
        first: rank of the first.
    """
    sources = {(one.entry.id, source.id): source for one in shown for source in _sources(one.card)}
    links = dict(zip(sources, corpus_links([source.csl for source in sources.values()], known), strict=True))
    hits = []
    for rank, (one, score) in enumerate(zip(shown, scores, strict=True), start=first):
        card = one.card
        more = {source.id: links[one.entry.id, source.id] for source in _sources(card)}
        hits.append(
            Hit(
                rank=rank,
                score=score,
                document=one.entry,
                passage=one.passage,
                notes=tuple(_leading(note, more) for note in card.notes) if any(more.values()) else card.notes,
                cite=card.cite,
                sentences=card.sentences,
                places=card.places,
            )
        )
    return tuple(hits)


def resolved_notes(document: Document) -> tuple[HitNote, ...]:
    """All notes of a document as a hit shows them, with where they lead within it; no library is asked."""
    sources = _unlinked(document.sources)
    return tuple(_note(note, document, sources) for note in document.notes)


def notes_of(document: Document, notes: Sequence[Note], known: Finder) -> tuple[HitNote, ...]:
    """Some of a document's notes as a hit shows them.

    Args:
        document: the document, whole.
        notes: some of its notes.
        known: as for `hits_of`.
    """
    wanted = {citation for note in notes for citation in note.citations}
    sources = _linked(document, [one for one in document.citations if one.id in wanted], known)
    return tuple(_note(note, document, sources) for note in notes)


def mentions_of(document: Document, block: Block, known: Finder) -> tuple[HitCitation, ...]:
    """What a block's own words cite, as "(Karlsrud 2015)" and "resolution 2391 (2017)" do.

    Args:
        document: the document, whole.
        block: one of its blocks.
        known: as for `hits_of`.
    """
    found = sorted((one for one in document.citations if one.block == block.id), key=lambda one: one.start)
    sources = _linked(document, found, known)
    return tuple(_citation(one, block.text, document, sources) for one in found)


def _unlinked(sources: Iterable[Source]) -> dict[str, HitSource]:
    """Sources with no links within the library."""
    return {one.id: HitSource(one.id, one.key, one.csl, one.text, one.links) for one in sources}


def _linked(document: Document, citations: Sequence[Citation], known: Finder) -> dict[str, HitSource]:
    """The sources that these citations lead or may lead to, with their links within the library."""
    wanted = {source for one in citations for source in (one.source, *one.candidates)}
    cited = [source for source in document.sources if source.id in wanted]
    links = corpus_links([source.csl for source in cited], known)
    return {
        source.id: HitSource(source.id, source.key, source.csl, source.text, source.links + more)
        for source, more in zip(cited, links, strict=True)
    }


def _sources(card: Card) -> Iterator[HitSource]:
    for note in card.notes:
        for citation in note.citations:
            yield from citation.candidates
            if citation.source:
                yield citation.source


def _leading(note: HitNote, links: Mapping[str, Sequence[Link]]) -> HitNote:
    """The note with these links to its sources, too."""

    def leading(source: HitSource) -> HitSource:
        return replace(source, links=(*source.links, *links[source.id]))

    return replace(
        note,
        citations=tuple(
            replace(
                citation,
                source=citation.source and leading(citation.source),
                candidates=tuple(map(leading, citation.candidates)),
            )
            for citation in note.citations
        ),
    )


def _notes(excerpt: Excerpt) -> Iterator[HitNote]:
    document = excerpt.document
    notes, sources = {note.id: note for note in document.notes}, _unlinked(document.sources)
    return (_note(notes[one], document, sources) for one in excerpt.passage.notes if one in notes)


def _note(note: Note, document: Document, sources: dict[str, HitSource]) -> HitNote:
    labels = {page.index: page.label for page in document.pages}
    citations = {citation.id: citation for citation in document.citations}
    return HitNote(
        id=note.id,
        label=note.label,
        kind=note.kind,
        scope=note.scope,
        text=note.text,
        pages=tuple(labels[index] for index in note.pages if index in labels),
        citations=tuple(
            _citation(citations[one], note.text, document, sources) for one in note.citations if one in citations
        ),
    )


def _citation(citation: Citation, home: str, document: Document, sources: dict[str, HitSource]) -> HitCitation:
    labels = {each.id: each.label for each in document.notes}
    return HitCitation(
        form=citation.form,
        kind=citation.kind,
        text=home[citation.start : citation.end],
        start=citation.start,
        end=citation.end,
        signal=citation.signal,
        locator=citation.locator,
        source=sources.get(citation.source) if citation.source else None,
        through=tuple(labels[one] for one in citation.through if one in labels),
        candidates=tuple(sources[one] for one in citation.candidates if one in sources),
        why=citation.why,
        by_hand=citation.why.startswith(BY_HAND),
    )
