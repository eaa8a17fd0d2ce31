"""A question -> passages in order: which voices are asked, how they are weighed, and when nothing answers."""

from collections.abc import Callable, Mapping, Sequence

from index.encoder import Reading
from index.floor import FLOOR, nearness
from index.model import Filters, Mode
from index.query import Query, Scope, parse
from index.ranking import DEPTH, fuse, ordered
from index.secondlook import FIRST, likeness, reordered, weights
from index.store import Store

TELLING = 0.5
"""A passage with half of the question's words, weighed by rarity, answers it by its words alone."""

Ask = Callable[[str], Reading]
"""A question -> what the model makes of it."""

_LOOKED_AT = 5
"""Of the passages with the best words, how many are tested for having enough of them."""


def ranked(
    store: Store,
    ask: Ask,
    text: str,
    *,
    count: int,
    filters: Filters,
    mode: Mode,
    floor: bool = True,
) -> list[tuple[str, float]]:
    """The first `count` passages that answer, best first, with scores from 0 to 1.

    Voices are asked to a depth of DEPTH, and for a longer list to twice that and so on, each stage going on where the
    last one ended: a longer list begins like a shorter one. Where both voices are asked, the FIRST passages get a
    second look, however many are wanted.

    Args:
        store: within a snapshot.
        ask: reads the question; not called where words alone decide.
        text: the question.
        count: how many passages.
        filters: which may answer.
        mode: which voices are asked.
        floor: whether a question that nothing answers gets no passage rather than the least bad ones.
    """
    query = parse(text, mode)
    if query.empty:
        return []
    scope = Scope(filters, query.phrases)
    if mode == "phrase" or (mode == "words" and not (query.terms or query.symbols)):
        return [(passage, 1.0) for passage in store.every(count, scope)]
    asked = ask(query.question) if _asks_meaning(query, mode) else None

    def voices(depth: int) -> list[tuple[str, float]]:
        dense = {} if asked is None else store.dense(asked.vector, depth, scope)
        lexical = {} if mode == "dense" else store.lexical(query, depth, scope)
        if floor and not query.phrases and _foreign(store, query, dense, lexical):
            return []
        if mode == "hybrid":
            return fuse(dense, lexical, _told(store, query, lexical))
        return ordered(dense or _unit(lexical))

    listed: dict[str, float] = {}
    depth = DEPTH
    while len(listed) < count:
        stage = voices(depth)
        new = [(passage, score) for passage, score in stage if passage not in listed][: depth - len(listed)]
        lowest = min(listed.values(), default=1.0)
        listed |= {passage: min(score, lowest) for passage, score in new}
        if len(stage) < depth:
            break
        depth *= 2
    found = list(listed.items())
    if mode == "hybrid" and asked is not None:
        found = [*_looked_at_again(store, asked, query, found[:FIRST]), *found[FIRST:]]
    return found[:count]


def documents(
    store: Store, ask: Ask, text: str, *, count: int, filters: Filters, mode: Mode
) -> list[tuple[str, float]]:
    """The first `count` documents, each with the score of its best passage; there is no floor."""
    wanted = count
    while True:
        found = ranked(store, ask, text, count=wanted, filters=filters, mode=mode, floor=False)
        homes = store.homes([passage for passage, _ in found])
        best: dict[str, float] = {}
        for passage, score in found:
            best.setdefault(homes[passage], score)
        if len(best) >= count or len(found) < wanted:
            return list(best.items())[:count]
        wanted *= 4  # a long document may fill many places with its passages


def _asks_meaning(query: Query, mode: Mode) -> bool:
    """Vectors know nothing of symbols: a question that is only symbols is looked up by words."""
    return mode == "dense" or (mode == "hybrid" and bool(query.terms or query.phrases))


def _foreign(store: Store, query: Query, dense: Mapping[str, float], lexical: Mapping[str, float]) -> bool:
    """Whether neither meaning nor words of any passage come near the question."""
    floor = float(store.facts().get(FLOOR, "-1"))
    if not dense or nearness(dense.values()) >= floor:
        return False
    best = sorted(lexical, key=lambda passage: -lexical[passage])[:_LOOKED_AT]
    return all(store.telling(query, passage) < TELLING for passage in best)


def _looked_at_again(
    store: Store, asked: Reading, query: Query, first: Sequence[tuple[str, float]]
) -> Sequence[tuple[str, float]]:
    tokens = store.tokens([passage for passage, _ in first])
    if len(tokens) < len(first) or not len(asked.tokens):
        return first  # of documents that an older Bluenote took in, or of a model that gives none
    weighed = weights(asked, query.question, store.rarities)
    return reordered(first, likeness(asked, weighed, [tokens[passage] for passage, _ in first]))


def _told(store: Store, query: Query, lexical: Mapping[str, float]) -> float:
    """How much of the question's words the passage has that is the best one by words."""
    best = ordered(lexical)[:1]
    return store.telling(query, best[0][0]) if best else 0.0


def _unit(scores: Mapping[str, float]) -> Mapping[str, float]:
    """BM25 scores have no upper bound; the best one is 1."""
    best = max(scores.values(), default=1.0)
    return {passage: score / best for passage, score in scores.items()}
