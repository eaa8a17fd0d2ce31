"""What stands beside a hit, where its answer may go on: a passage ends where it is full, not where the thought does."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.found import Beside, Hit
from index.query import Query
from index.store import Store
from ingest.passages.ids import next_to
from ingest.words.folding import fold


def with_neighbours(store: Store, query: Query, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits, with sentences from over the edge at which their best one stands; their phrases may go on over either.

    Args:
        store: within a snapshot.
        query: the question.
        hits: its answers, with their best sentences.
    """
    wanted = {hit.passage.id: tuple(_wanted(hit, query)) for hit in hits}
    beyond = [next_to(hit.passage.id, step) for hit in hits for step in wanted[hit.passage.id]]
    near = store.cards(beyond)

    def beside(hit: Hit, step: int) -> Beside | None:
        one = near.get(next_to(hit.passage.id, step)) if step in wanted[hit.passage.id] else None
        if one is None or one.passage.heading != hit.passage.heading:  # another section
            return None
        piece = one.card.begins if step > 0 else one.card.ends
        return Beside(one.passage.id, one.passage.text[piece.start : piece.end], piece.cite) if piece else None

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
