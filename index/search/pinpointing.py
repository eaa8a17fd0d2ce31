"""Which sentence of a passage answers a question best: what a reader's eye should meet first.

By the vectors of the passage's tokens, as in the second look; a question of symbols or phrases, or a library without
such vectors, goes by the words that a sentence has.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from index.found import Hit
from index.model import Filters, Mode
from index.query import Query, parse
from index.search.searching import Ask, asks_meaning, put_into
from index.search.secondlook import likeness, weights
from index.store import Codes, Store
from ingest.passages.cutting import embedded_text
from ingest.words.folding import fold

Count = Callable[[str], int]
"""Tokens of a text."""


def pinpointed(store: Store, ask: Ask, count: Count, text: str, hits: Sequence[Hit], mode: Mode) -> tuple[Hit, ...]:
    """The hits with their best sentences.

    Args:
        store: within a snapshot.
        ask: reads a question, and remembers it; not called where words alone decide.
        count: tokens of a text, as the passages' model counts them.
        text: the question.
        hits: its answers.
        mode: in which they were found.
    """
    query = parse(text, mode)
    put = put_into(store, query, Filters()) if mode == "hybrid" else {}
    tokens = store.tokens([hit.passage.id for hit in hits]) if asks_meaning(query, mode) else {}

    def pinpoint(hit: Hit) -> int | None:
        if len(hit.sentences) < 2:
            return None
        asked = put.get(hit.document.language, query)
        codes = _by_sentence(hit, tokens[hit.passage.id], count) if hit.passage.id in tokens else []
        if not codes:
            return _by_words(hit, asked, store.rarities([*asked.telling, *asked.symbols]))
        reading = ask(asked.question)
        likenesses = likeness(reading, weights(reading, asked.question, store.rarities), codes)
        return max(range(len(codes)), key=likenesses.__getitem__)

    return tuple(replace(hit, best=pinpoint(hit)) for hit in hits)


def _by_sentence(hit: Hit, codes: Codes, count: Count) -> list[Codes]:
    """The vectors of each sentence's tokens; none where these are not the tokens that there are vectors of.

    The model read the headings before the text; a sentence ends at a blank, and so does a token.
    """
    whole, text = embedded_text(hit.passage), hit.passage.text
    parts = [whole[: len(whole) - len(text)], *(text[one.start : one.end] for one in hit.sentences)]
    bounds = list(accumulate(count(part) for part in parts))
    return [codes[start:end] for start, end in pairwise(bounds)] if bounds[-1] == len(codes) else []


def _by_words(hit: Hit, query: Query, rarities: Mapping[str, float]) -> int | None:
    """The sentence with most of the question's words, rare ones counting for more; None where none has any."""
    wanted = [(f" {fold(term)} ", told) for term, told in rarities.items()]
    wanted += [(f" {fold(phrase)} ", 1.0) for phrase in query.phrases]
    said = [f" {fold(hit.passage.text[one.start : one.end])} " for one in hit.sentences]
    told = [sum(worth for word, worth in wanted if word in sentence) for sentence in said]
    return max(range(len(told)), key=told.__getitem__) if any(told) else None
