"""A question -> passages in order: which voices are asked, how they are weighed, and when nothing answers."""

from collections.abc import Callable, Mapping, Sequence

from index.floor import FLOOR
from index.model import Filters, Mode
from index.query import Query, Scope, parse
from index.ranking import DEPTH, fuse, ordered
from index.secondlook import FIRST, reordered
from index.store import Store, Vectors

TELLING = 0.5
"""A passage with half of the question's words, weighed by rarity, answers it by its words alone."""

Encode = Callable[[Sequence[str]], Vectors]
Look = Callable[[str, Sequence[str]], Sequence[float] | None]
"""A question and texts -> how well each answers it, looked at closely; None where the model can't."""

_LOOKED_AT = 5
"""Of the passages with the best words, how many are tested for having enough of them."""


def ranked(
    store: Store,
    encode: Encode,
    look: Look,
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
        encode: texts to vectors; not called where words alone decide.
        look: compares the question with passages closely.
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
    vector = encode([query.question])[0] if _asks_meaning(query, mode) else None

    def voices(depth: int) -> list[tuple[str, float]]:
        dense = {} if vector is None else store.dense(vector, depth, scope)
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
    if mode == "hybrid" and vector is not None:
        found = [*_looked_at_again(store, look, query, found[:FIRST]), *found[FIRST:]]
    return found[:count]


def documents(
    store: Store, encode: Encode, look: Look, text: str, *, count: int, filters: Filters, mode: Mode
) -> list[tuple[str, float]]:
    """The first `count` documents, each with the score of its best passage; there is no floor."""
    wanted = count
    while True:
        found = ranked(store, encode, look, text, count=wanted, filters=filters, mode=mode, floor=False)
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
    if not dense or max(dense.values()) >= floor:
        return False
    best = sorted(lexical, key=lambda passage: -lexical[passage])[:_LOOKED_AT]
    return all(store.telling(query, passage) < TELLING for passage in best)


def _looked_at_again(
    store: Store, look: Look, query: Query, first: Sequence[tuple[str, float]]
) -> Sequence[tuple[str, float]]:
    if len(first) < 2:
        return first
    texts = store.texts([passage for passage, _ in first])
    likeness = look(query.question, [texts[passage] for passage, _ in first])
    return first if likeness is None else reordered(first, likeness)


def _told(store: Store, query: Query, lexical: Mapping[str, float]) -> float:
    """How much of the question's words the passage has that is the best one by words."""
    best = ordered(lexical)[:1]
    return store.telling(query, best[0][0]) if best else 0.0


def _unit(scores: Mapping[str, float]) -> Mapping[str, float]:
    """BM25 scores have no upper bound; the best one is 1."""
    best = max(scores.values(), default=1.0)
    return {passage: score / best for passage, score in scores.items()}
