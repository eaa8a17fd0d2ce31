"""From an excerpt of a document, a hit: the passage with its notes resolved and what to cite."""

from collections.abc import Sequence

from index.found import Hit, HitCitation, HitNote, HitSource
from index.kept.corrections import BY_HAND
from index.places import cite, places, sentences
from index.sources import Finder, corpus_links
from index.store import Excerpt
from ingest.model import Block, Citation, Document, Note


def hits_of(excerpts: Sequence[Excerpt], scores: Sequence[float], known: Finder, first: int = 1) -> tuple[Hit, ...]:
    """One hit for each excerpt, ranked in the order given.

    Args:
        excerpts: the passages.
        scores: one for each.
        known: from identities of works to documents of the library, for links within it.
        first: rank of the first.
    """
    sources = [source for excerpt in excerpts for source in excerpt.document.sources]
    links = dict(zip(map(id, sources), corpus_links([source.csl for source in sources], known), strict=True))
    hits = []
    for rank, (excerpt, score) in enumerate(zip(excerpts, scores, strict=True), start=first):
        passage, document, key = excerpt.passage, excerpt.document, excerpt.entry.key
        shown = {
            source.id: HitSource(source.id, source.key, source.csl, source.text, source.links + links[id(source)])
            for source in document.sources
        }
        hits.append(
            Hit(
                rank=rank,
                score=score,
                document=excerpt.entry,
                passage=passage,
                notes=tuple(_notes(excerpt, shown)),
                cite=cite(passage, document, key),
                sentences=sentences(passage, document, key),
                places=places(passage, document),
            )
        )
    return tuple(hits)


def resolved_notes(document: Document) -> tuple[HitNote, ...]:
    """All notes of a document as a hit shows them, with where they lead within it; no library is asked."""
    sources = {
        source.id: HitSource(source.id, source.key, source.csl, source.text, source.links)
        for source in document.sources
    }
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


def _linked(document: Document, citations: Sequence[Citation], known: Finder) -> dict[str, HitSource]:
    """The sources that these citations lead or may lead to, with their links within the library."""
    wanted = {source for one in citations for source in (one.source, *one.candidates)}
    cited = [source for source in document.sources if source.id in wanted]
    links = corpus_links([source.csl for source in cited], known)
    return {
        source.id: HitSource(source.id, source.key, source.csl, source.text, source.links + more)
        for source, more in zip(cited, links, strict=True)
    }


def _notes(excerpt: Excerpt, sources: dict[str, HitSource]) -> list[HitNote]:
    notes = {note.id: note for note in excerpt.document.notes}
    return [_note(notes[one], excerpt.document, sources) for one in excerpt.passage.notes if one in notes]


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
