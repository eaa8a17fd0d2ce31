"""What stands beside a hit, where its answer may go on: a passage ends where it is full, not where the thought does."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.found import Beside, Hit
from index.places import cite, sentences
from index.query import Query
from index.store import Excerpt, Store
from ingest.passages.ids import next_to
from ingest.words.folding import fold

SENTENCES = 2
"""So many from over an edge. On the questions of tests/bench one brings less, and more of them bring no more."""
_ASIDE = frozenset({"table", "caption"})


def with_neighbours(store: Store, query: Query, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits, with sentences from over the edge at which their best one stands; their phrases may go on over either.

    Args:
        store: within a snapshot.
        query: the question.
        hits: its answers, with their best sentences.
    """
    wanted = {hit.passage.id: tuple(_wanted(hit, query)) for hit in hits}
    beyond = [next_to(hit.passage.id, step) for hit in hits for step in wanted[hit.passage.id]]
    near = store.excerpts(beyond, noted=False)

    def beside(hit: Hit, step: int) -> Beside | None:
        excerpt = near.get(next_to(hit.passage.id, step)) if step in wanted[hit.passage.id] else None
        return _edge(excerpt, step) if excerpt and _goes_on(hit, excerpt) else None

    return tuple(
        replace(hit, before=beside(hit, -1), after=beside(hit, 1)) if wanted[hit.passage.id] else hit for hit in hits
    )


def _wanted(hit: Hit, query: Query) -> Iterator[int]:
    """On which sides of a passage something may belong to its answer: -1 before it, 1 after it. A note is whole."""
    if hit.passage.kind == "note":
        return
    text = f" {fold(hit.passage.text)} " if query.phrases else ""
    cut = any(f" {fold(phrase)} " not in text for phrase in query.phrases)  # it runs over one of the edges
    last = len(hit.sentences) - 1
    if cut or last < 1 or hit.best == 0:
        yield -1
    if cut or last < 1 or hit.best == last:
        yield 1


def _goes_on(hit: Hit, excerpt: Excerpt) -> bool:
    """Whether it is of the same section; a table between two paragraphs is no part of either."""
    aside = any(block.kind in _ASIDE for block in excerpt.document.blocks)
    return excerpt.passage.heading == hit.passage.heading and not aside


def _edge(excerpt: Excerpt, step: int) -> Beside | None:
    passage, document, key = excerpt.passage, excerpt.document, excerpt.entry.key
    cut = sentences(passage, document, key)
    taken = cut[:SENTENCES] if step > 0 else cut[-SENTENCES:]
    if not taken:
        return None
    start, end = taken[0].start, taken[-1].end
    return Beside(passage.id, passage.text[start:end], cite(passage, document, key, start, end))
