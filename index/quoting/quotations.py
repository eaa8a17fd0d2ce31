"""Quotations found in the library: whose words they are, where they are printed, and what differs.

Words that are surely rare together are looked up first, as a phrase; then those passages that share the most telling
words. Each place is then compared with the quotation itself, which may leave words out ("…") and put others in
("[the mission]").
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.found import Cite
from index.model import Entry, Filters
from index.query import Scope, parse
from index.quoting.differences import Difference, differences
from index.quoting.matching import LIKENESSES, Likeness, Match, Searched, find, find_near
from index.quoting.running import Running
from index.store import Store
from ingest.model import Passage

FEWEST_WORDS = 4
"""A quotation of fewer words ("robust peacekeeping") stands in too many works to be anybody's."""

_PROBE = 8
"""Words that seldom stand side by side in two works."""
_ASKED = 12
"""Passages that are compared with the quotation for each way of looking up."""
_CLOSE = 3.0
"""Of 100 letters, by how many two places may differ that are as good."""
_DOCUMENTS = 24
"""Documents kept at hand: a draft quotes the same few works again and again."""

_SIC = re.compile(r"\s*[\[(]sic!?[\])]", re.IGNORECASE)
_IN_A_WORD = re.compile(r"\[(\w{1,3})\](?=\w)|(?<=\w)\[(\w{1,4})\]")
"""“[T]he mission”, “mandate[s]”."""
_LEFT_OUT = re.compile(r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.\s?\.\s?\.(?:\s?\.)?|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A place where a quotation is printed, or nearly."""

    document: Entry
    cite: Cite
    passage: str | None
    """Id of the passage that it begins in."""
    words: str
    """As they are printed; "…" between the parts of a quotation that leaves words out."""
    likeness: Likeness
    """Of the part that is least alike."""
    score: float
    """How many of 100 letters agree, in that part."""
    differences: tuple[Difference, ...]
    pages: tuple[str, ...] = ()
    """Labels of the first and the last page that it stands on, one where they are the same; none where none is
    printed."""


class Quotations:
    """Looks up quotations; keeps at hand what it read of documents."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._running = lru_cache(maxsize=_DOCUMENTS)(self._read)

    def find(
        self,
        quotation: str,
        most: int = 3,
        cited: Collection[str] = (),
        as_cited: Callable[[Quoted], bool] = lambda _: False,
    ) -> tuple[Quoted, ...]:
        """Where it is printed, the most alike first: all places that agree as well as the best does, one a document.

        Args:
            quotation: the words, without quotation marks.
            most: so many places.
            cited: ids of the documents that they are said to stand in. Where they do, these come before others, also
                when the words are nearer to another's: of a preprint to those of its printed version.
            as_cited: whether a place is the one that is cited. Of several places in one document it is the one told:
                summaries and recommendations say again what stands in the body.
        """
        parts = fragments(quotation)
        if not parts:
            return ()
        scopes = [Filters(documents=tuple(cited)), Filters()] if cited else [Filters()]
        with self._store.snapshot():
            found = self._compared(parts, [one for scope in scopes for one in self._by_phrase(parts, scope)])
            if not any(one.likeness != "near" for one in found):
                found += self._compared(parts, [one for scope in scopes for one in self._by_words(parts, scope)])
        best: dict[str, Quoted] = {}
        for one in sorted(found, key=_rank):
            there = best.setdefault(one.document.id, one)
            if _as_good(one, there) and as_cited(one) and not as_cited(there):
                best[one.document.id] = one
        ranked = list(best.values())
        first = [one for one in ranked if one.document.id in cited and one.likeness != "near"]
        alike = [one for one in ranked if one.likeness == ranked[0].likeness and one not in first]
        alike.sort(key=lambda one: one.document.id not in cited)
        return (*first, *alike)[:most]

    def _by_phrase(self, parts: Sequence[str], within: Filters) -> list[str]:
        probes = dict.fromkeys(probe for part in parts for probe in _probes(part))
        return [one for probe in probes for one in self._store.every(_ASKED, Scope(within, (probe,)))]

    def _by_words(self, parts: Sequence[str], within: Filters) -> list[str]:
        query = parse(max(parts, key=len).replace('"', " "), "words")
        found = {} if query.empty else self._store.lexical(query, _ASKED, Scope(within))
        return list(self._store.names(found).values())

    def _compared(self, parts: Sequence[str], passages: Sequence[str]) -> list[Quoted]:
        found = []
        for passage, document in self._store.homes(list(dict.fromkeys(passages))).items():
            running, by_id = self._running(document)
            start, end = _extent(running, by_id[passage], sum(map(len, parts)))
            matches = _in_order(parts, running.text[start:end], start)
            if matches:
                found.append(self._quoted(parts, matches, running, list(by_id.values())))
        return found

    def _quoted(
        self, parts: Sequence[str], matches: Sequence[Match], running: Running, passages: Sequence[Passage]
    ) -> Quoted:
        (entry,) = self._store.ledger(Filters(documents=(running.document.id,)))
        printed = [running.passage(match.start, match.end).text for match in matches]
        differs = [one for part, text in zip(parts, printed, strict=True) for one in differences(part, text)]
        likeness = max((match.likeness for match in matches), key=LIKENESSES.index)
        return Quoted(
            document=entry,
            cite=running.cite(matches[0].start, matches[-1].end, entry.key),
            passage=running.holder(passages, matches[0].start),
            words=" … ".join(printed),
            likeness=likeness if differs else "exact",  # an author may begin with another case: “[t]he mission”
            score=min(match.score for match in matches),
            differences=tuple(differs),
            pages=running.labels(matches[0].start, matches[-1].end),
        )

    def _read(self, document: str) -> tuple[Running, Mapping[str, Passage]]:
        return Running(self._store.document(document)), {one.id: one for one in self._store.passages(document)}


def fragments(quotation: str) -> tuple[str, ...]:
    """The parts of a quotation that must be printed: without “[sic]”, between “…” and what brackets put in.

    Empty where they are too few words to be looked up.
    """
    plain = _IN_A_WORD.sub(lambda found: found[1] or found[2], _SIC.sub("", quotation))
    parts = [" ".join(part.split()).strip(" ,;:.") for part in _LEFT_OUT.split(plain)]
    kept = tuple(part for part in parts if len(part.split()) > 1)
    return kept if sum(len(part.split()) for part in kept) >= FEWEST_WORDS else ()


def _probes(part: str) -> Iterator[str]:
    """The beginning, the middle and the end: one of them may be misquoted, or run from one passage into the next."""
    words = part.split()
    last = max(0, len(words) - _PROBE)
    for start in dict.fromkeys((0, last // 2, last)):
        yield " ".join(words[start : start + _PROBE])


def _extent(running: Running, passage: Passage, length: int) -> tuple[int, int]:
    """The passage's place in the running text, and around it as much as the quotation may reach beyond."""
    places = [running.start_of(span.block or span.note or "") + span.start for span in passage.spans]
    ends = [running.start_of(span.block or span.note or "") + span.end for span in passage.spans]
    return max(0, min(places) - 2 * length), min(len(running.text), max(ends) + 2 * length)


def _in_order(parts: Sequence[str], text: str, start: int) -> list[Match]:
    """Each part after the one before it; empty where one of them is not even nearly there."""
    matches: list[Match] = []
    at = 0
    for part in parts:
        searched = Searched(text[at:])
        match = find(part, searched) or find_near(part, searched)
        if match is None:
            return []
        matches.append(replace(match, start=start + at + match.start, end=start + at + match.end))
        at += match.end
    return matches


def _as_good(one: Quoted, best: Quoted) -> bool:
    alike = (one.likeness == "near") == (best.likeness == "near")
    return alike and one.score >= best.score - _CLOSE


def _rank(quoted: Quoted) -> tuple[int, float]:
    return LIKENESSES.index(quoted.likeness), -quoted.score
