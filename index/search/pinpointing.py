"""Which sentence of a passage answers a question best: what a reader's eye should meet first.

By the vectors of the passage's tokens, as in the second look; a question of symbols or phrases, or a library without
such vectors, goes by the words that a sentence has.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from index.found import Hit
from index.query import Query
from index.search.searching import Ask, Wordings
from index.search.secondlook import likeness, weights
from index.store import Codes, Store
from ingest.passages.cutting import embedded_text
from ingest.words.folding import fold

Count = Callable[[str], int]
"""Tokens of a text."""


def pinpointed(store: Store, ask: Ask, count: Count, asked: Wordings, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits with their best sentences.

    Args:
        store: within a snapshot.
        ask: reads a question, and remembers it; not called where words alone decide.
        count: tokens of a text, as the passages' model counts them.
        asked: the question; what is in a language that it was put into is asked by those words.
        hits: its answers.
    """
    several = [hit for hit in hits if len(hit.sentences) > 1]
    tokens = store.tokens([hit.passage.id for hit in several]) if asked.meant else {}
    best: dict[str, int | None] = {}
    for query in asked.all:
        its_own = [hit for hit in several if asked.of(hit.document.language) is query]
        best |= _by_tokens(store, ask, count, query, its_own, tokens)
        others = [hit for hit in its_own if hit.passage.id not in best]
        rarities = store.rarities([*query.telling, *query.symbols]) if others else {}
        best |= {hit.passage.id: _by_words(hit, query, rarities) for hit in others}
    return tuple(replace(hit, best=best.get(hit.passage.id)) for hit in hits)


def _by_tokens(
    store: Store, ask: Ask, count: Count, query: Query, hits: Sequence[Hit], tokens: Mapping[str, Codes]
) -> Iterator[tuple[str, int]]:
    """For each passage of which there are vectors of tokens, which sentence of it is the most like the question."""
    parts = {hit.passage.id: _parts(hit, count) for hit in hits if hit.passage.id in tokens}
    parts = {passage: lengths for passage, lengths in parts.items() if sum(lengths) == len(tokens[passage])}
    if not parts:
        return
    reading = ask(query.question)
    lengths = [length for its_own in parts.values() for length in its_own]
    weighed = weights(reading, query.question, store.rarities)
    likenesses = iter(likeness(reading, weighed, [tokens[passage] for passage in parts], lengths))
    for passage, its_own in parts.items():
        _, *sentences = [next(likenesses) for _ in its_own]
        yield passage, max(range(len(sentences)), key=sentences.__getitem__)


def _parts(hit: Hit, count: Count) -> list[int]:
    """Tokens of the headings, which the model read before the text, and of each sentence.

    A sentence ends at a blank, and so does a token. Where the sum is not how many vectors there are, these are of other
    tokens.
    """
    whole, text = embedded_text(hit.passage), hit.passage.text
    return [count(whole[: len(whole) - len(text)]), *(count(text[one.start : one.end]) for one in hit.sentences)]


def _by_words(hit: Hit, query: Query, rarities: Mapping[str, float]) -> int | None:
    """The sentence with most of the question's words, rare ones counting for more; None where none has any."""
    wanted = [(f" {fold(term)} ", told) for term, told in rarities.items()]
    wanted += [(f" {fold(phrase)} ", 1.0) for phrase in query.phrases]
    said = [f" {fold(hit.passage.text[one.start : one.end])} " for one in hit.sentences]
    told = [sum(worth for word, worth in wanted if word in sentence) for sentence in said]
    return max(range(len(told)), key=told.__getitem__) if any(told) else None
