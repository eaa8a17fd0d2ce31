"""From passages in order of relevance to what a page shows: folded, grouped, sorted, and page by page.

Each step only looks at what stands before, so that a longer list begins like a shorter one and pages fit each other.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from index.found import Hit, Twin
from index.hits import hits_of
from index.model import Filters, View
from index.store import Carded, Store
from ingest.passages.ids import is_of_text
from ingest.words.folding import fold

PER_DOCUMENT = 3
"""Passages that a document shows, where results are by document."""
SORTED = 50
"""So many of the most relevant passages are put in the order of date or page; after them relevance is chance."""
_SHINGLE = 5
"""Words."""
_SAME = 0.8
"""Of the runs of words of the shorter text, how many the longer one has: page breaks cut a preprint and the printed
version differently, and a proof-reader changes a word here and there."""
_LONG = 6
"""Letters."""
_PERHAPS = 0.5
"""Of the long words of the shorter text: where fewer are in both, no runs of words need be compared."""
_FEWEST = 8
"""Words; shorter texts ("Ibid., 5.") are alike without being the same."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class Shown:
    """One passage of a page."""

    passage: str
    score: float
    twins: list[str] = field(default_factory=list)
    """Passages of other documents with the same text; by document also the best ones of its other versions."""
    more: int = 0
    """By document, at its first passage: how many more of its passages were found."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One page."""

    shown: tuple[Shown, ...]
    further: bool
    """Whether anything comes after it."""


def needed(view: View, count: int) -> int:
    """How many passages have to be ranked for a page of so many."""
    if view.sort != "relevance":
        return SORTED
    page = view.offset + count
    return max(SORTED, page * PER_DOCUMENT + 1) if view.group == "document" else page + max(10, page // 2) + 1


def listing(store: Store, ranked: Sequence[tuple[str, float]], view: View, count: int) -> Listing:
    """The page that a view wants of passages that were found.

    Args:
        store: within a snapshot.
        ranked: passages with their scores, the most relevant first.
        view: grouping, order, and where the page begins.
        count: passages or documents to a page.
    """
    homes = store.homes([passage for passage, _ in ranked])
    texts = store.texts([passage for passage, _ in ranked])
    page = view.offset + count
    folded = _folded(ranked, homes, texts, page + 1 if view == View(offset=view.offset) else len(ranked))
    rank: dict[str, int] = {}
    if view.sort != "relevance":
        folded = folded[:SORTED]
        places = store.order([one.passage for one in folded], newest=view.sort == "date")
        rank = {passage: number for number, passage in enumerate(places)}
    if view.group == "passage":
        folded = sorted(folded, key=lambda one: rank.get(one.passage, 0))
        return Listing(tuple(folded[view.offset : page]), len(folded) > page)
    return _by_document(store, folded, homes, rank, view, count)


def _by_document(
    store: Store, folded: Sequence[Shown], homes: Mapping[str, str], rank: Mapping[str, int], view: View, count: int
) -> Listing:
    """Documents in the order asked for, each with its most relevant passages, whatever that order is."""
    documents: dict[str, list[Shown]] = {}
    for one in folded:
        documents.setdefault(homes[one.passage], []).append(one)
    _fold_versions(store, documents)
    ordered = sorted(documents.values(), key=lambda passages: min(rank.get(one.passage, 0) for one in passages))
    shown: list[Shown] = []
    for passages in ordered[view.offset : view.offset + count]:
        best = passages[:PER_DOCUMENT]
        if view.sort == "page":
            best.sort(key=lambda one: rank[one.passage])
        best[0].more = max(0, len(passages) - PER_DOCUMENT)
        shown += best
    return Listing(tuple(shown), len(documents) > view.offset + count)


def _fold_versions(store: Store, documents: dict[str, list[Shown]]) -> None:
    """Lets documents go that are another version of one before them; their best passages stand there as twins."""
    from ingest.works.versions import kin  # with all the rules for citations: a tenth of a second

    order = list(documents)
    entries = store.ledger(Filters(documents=tuple(order))) if order else []
    for one, other, _ in kin((entry.id, entry.csl) for entry in entries):
        first, second = sorted((one, other), key=order.index)
        if first in documents and second in documents:
            documents[first][0].twins.append(documents.pop(second)[0].passage)


def shown_hits(store: Store, shown: Sequence[Shown], first: int) -> tuple[Hit, ...]:
    """The passages of a page as hits, ranked from `first`."""
    cards = store.cards([one for each in shown for one in (each.passage, *each.twins)])
    hits = hits_of([cards[each.passage] for each in shown], [each.score for each in shown], store.known, first)
    return tuple(
        replace(hit, also=tuple(_twin(cards[twin]) for twin in each.twins), more=each.more)
        if each.twins or each.more
        else hit
        for hit, each in zip(hits, shown, strict=True)
    )


def _twin(one: Carded) -> Twin:
    return Twin(one.entry, one.passage.id, one.card.cite)


def _folded(
    ranked: Sequence[tuple[str, float]], homes: Mapping[str, str], texts: Mapping[str, str], most: int
) -> list[Shown]:
    """The first passages, `most` at most, each without those below it that say the same in another document."""
    kept: list[Shown] = []
    said: list[frozenset[str]] = []
    runs = cache(lambda passage: _shingles(texts[passage]))
    for passage, score in ranked:
        # Two authors' notes that cite alike are two notes.
        own = _long_words(texts[passage]) if is_of_text(passage) else frozenset()
        twin = next(
            (
                one
                for one, words in zip(kept, said, strict=True)
                if homes[one.passage] != homes[passage]
                and len(own & words) > _PERHAPS * min(len(own), len(words))
                and _same(runs(passage), runs(one.passage))
            ),
            None,
        )
        if twin is not None:
            twin.twins.append(passage)
        elif len(kept) < most:
            kept.append(Shown(passage, score))
            said.append(own)
    return kept


def _long_words(text: str) -> frozenset[str]:
    """As they stand between blanks: to part them from their signs as well takes twice as long as all else here."""
    return frozenset([word for word in text.casefold().split() if len(word) >= _LONG])


def _same(one: frozenset[int], other: frozenset[int]) -> bool:
    return bool(one and other) and len(one & other) >= _SAME * min(len(one), len(other))


def _shingles(text: str) -> frozenset[int]:
    """The text's runs of words, as numbers; none for a text of few words."""
    words = [fold(word) for word in _WORD.findall(text)]
    if len(words) < _FEWEST:
        return frozenset()
    return frozenset(hash(tuple(words[at : at + _SHINGLE])) for at in range(len(words) - _SHINGLE + 1))
