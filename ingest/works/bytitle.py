"""Known works that a note names by author and title, where its words were not read as one citation.

"Marchisio, L’ONU. Il diritto delle Nazioni Unite" looks like two titles, "Curran, More than Fighting for Peace?
Conflict Resolution" like two sentences, "Bronstein, International and Comparative Labour Law" like three authors. Where
author and title answer together to one known work, nothing else need be asked.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.citations import locators, signals
from ingest.citations.mention import Mention
from ingest.citations.publishers import PUBLISHER, is_town
from ingest.citations.work import Work
from ingest.words import names, roles
from ingest.words.folding import ARTICLES, fold, main_title, words
from ingest.works.authordates import beginnings
from ingest.works.authors import authors_agree
from ingest.works.readings import answering
from ingest.works.register import Works

_WORD = re.compile(r"[^\W_]+")
_BEFORE_TITLE = re.compile(r"[,.:;“„‘«\"'(\s]+$")
_ROLE = re.compile(rf"[,\s]+\(?(?:{roles.EDITOR}|{roles.EDITED_BY})\)?$", re.IGNORECASE)
"""What editors are called behind their names: "Mats Berdal et al. (eds.). United Nations Interventionism"."""
_ENDS = re.compile(r"\s*(?:[,.;:?!)\]”’»\"(\[]|$)")
"""What follows a whole title; a word would carry on another one: "Power in Peacekeeping Operations"."""
_PLACE = re.compile(
    r"[”’»\"]?[,.]?\s?(?P<cited>\(?(?:(?:op|art|loc|ob|óp)\.\s?)?(?:cit|préc)\b\.?\)?)?(?P<pin>[,:]?\s[^;”»]{1,40}?)?[.\s]*(?=;|$)"
)
_NOT_ITSELF = re.compile(
    r"\b(?:reviews?\sof|reply\sto|response\sto|comments?\son|review\sessay|compte\srendu|rezension|besprechung|recensione"
    r"|reseña)\b",
    re.IGNORECASE,
)
"""What is about a work and is not it: "review of Fortna, Does Peacekeeping Work?"."""
_INSIDE = re.compile(r"\b(?:in|dans|en|em|nel|nella)[:,]?\s+$", re.IGNORECASE)
"""What makes a book the container of what is cited: "Tardy, in Koops et al. (eds), The Oxford Handbook"."""
_PLACE_OF_BOOKS = re.compile(r"(?:[\w’]+\s){0,2}" + PUBLISHER.pattern + r"(?:\s\w+){0,2}")
"""No title, though an entry was read so: "Houghton Library: Harvard University"."""
_SUBTITLE = re.compile(r"\.\s[^.:;,()\d“”«»]{8,}(?=[.,(])")
"""The rest of "L’ONU. Il diritto delle Nazioni Unite", of which the first part was read as the title."""
_LOOKED_BACK = 120
"""Characters before a title among which its author stands."""
_TELLING = 2
"""Words that a title must have besides small ones."""


_TITLED = frozenset({"work", "web"})
_SHORT = frozenset({"short", "op-cit"})
_Named = tuple[Mention, Work | None]
"""A citation, and the work where author and title name it."""


class Titles:
    """The titles of a document's works, found in running text."""

    def __init__(self) -> None:
        self._by_pair: dict[tuple[str, str], list[tuple[tuple[str, ...], Work]]] = defaultdict(list)
        self._known: set[tuple[int, str]] = set()

    def add(self, works: Iterable[Work]) -> None:
        """Take up the titles of works; those of authors and of editors only."""
        for work in works:
            if work.kind not in _TITLED or not (work.surnames or "editor" in work.csl):
                continue
            for title in work.titles:
                if (work.number, title) in self._known or _PLACE_OF_BOOKS.fullmatch(title):
                    continue
                self._known.add((work.number, title))
                for shown in {title, main_title(title), _with_subtitle(title, work.text)}:
                    told = _without_article(fold(shown).split())
                    if len(told) > 1 and len(words(shown)) >= _TELLING:
                        self._by_pair[told[0], told[1]].append((told, work))

    def find(self, text: str) -> Iterator[tuple[int, int, Work]]:
        """Yield where authors and whole or main title of a work stand in a text; nothing where two may be meant."""
        if not any(pair in self._by_pair for pair in pairwise(fold(text).split())):
            return  # as most notes: where their words stand need not be told
        tokens = [(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]
        last = 0
        for at in range(len(tokens) - 1):
            known = self._by_pair.get((tokens[at][0], tokens[at + 1][0]))
            if not known or tokens[at][1] < last:
                continue
            here = [(told, work) for told, work in known if tuple(t[0] for t in tokens[at : at + len(told)]) == told]
            longest = max((len(told) for told, _ in here), default=0)
            works = {work.number: work for told, work in here if len(told) == longest}
            end = tokens[at + longest - 1][2]
            if len(works) != 1 or not _ENDS.match(text, end):
                continue
            (work,) = works.values()
            begun = tokens[at - 1][1] if at and tokens[at - 1][0] in ARTICLES else tokens[at][1]
            start = _authors_before(text, max(last, begun - _LOOKED_BACK), begun, work)
            if start is not None:
                last = end
                yield start, end, work


def with_titles(text: str, found: Sequence[Mention], titles: Titles, works: Works) -> list[_Named]:
    """Return a note's citations with those that author and title name, in order.

    Args:
        text: The note's.
        found: Its citations, read by their words. Those that lead nowhere, or are parts of one, give way.
        titles: Of the works known so far.
        works: The same works.
    """
    kept: list[_Named] = [(m, None) for m in found]
    for start, end, work in titles.find(text):
        over = [m for m, _ in kept if m.start < end and start < m.end]
        if not all(_gives_way(m, work, works, alone=len(over) == 1) for m in over):
            continue
        kept = [(m, w) for m, w in kept if m not in over]
        until = min((m.start for m, _ in kept if m.start >= end), default=len(text))
        signal = next((m.signal for m in over if m.signal), None) or _signal(text, start)
        kept.append((replace(_mention(text[:until], start, end), signal=signal), work))
    return sorted(kept, key=lambda named: named[0].start)


def _signal(text: str, start: int) -> str | None:
    """The signal right before a citation, at the beginning of its part of the note."""
    begun = max(text.rfind(stop, 0, start) + 2 for stop in ("; ", ". ", "("))
    at, signal = signals.signal_at(text, begun if begun > 1 else 0, start)
    return signal if at == start else None


def _gives_way(mention: Mention, work: Work, works: Works, *, alone: bool) -> bool:
    """Whether what was read there is no citation by itself: a part of one, or none that a known work answers to."""
    if mention.document or mention.note is not None or mention.kind != "work":
        return False
    if mention.form == "full":
        described = mention.description
        return described is not None and not described.published and works.known(mention) is None
    if mention.form not in _SHORT:
        return False
    _, answers = answering(mention, works)
    return len(answers) != 1 or (answers[0] is work and not alone)


def _without_article(told: Sequence[str]) -> tuple[str, ...]:
    return tuple(told[1:] if told and told[0] in ARTICLES else told)


def _with_subtitle(title: str, text: str) -> str:
    """A title with what follows its full stop in the citation, if that is no imprint."""
    after = text.partition(title)[2]
    m = _SUBTITLE.match(after)
    return title + m.group() if m and not PUBLISHER.search(m.group()) and not is_town(m.group()) else title


def _authors_before(text: str, begin: int, title: int, work: Work) -> int | None:
    """Return where the names before a title begin, if they are those of the work's authors."""
    before = text[:title]
    m = _BEFORE_TITLE.search(before)
    if not m or ";" in m.group():
        return None
    end = m.start()
    if role := _ROLE.search(before, begin, end):
        end = role.start()
    if text[end - 1 : end].isalpha() and text[end : end + 1] == "." and text[max(0, end - 2) : end - 1] in " .":
        end += 1  # "Holt, V., Taylor, G., Kelly, M. Protecting Civilians"
    for start in beginnings(text, end):
        if start < begin:
            continue
        shown = signals.without_signal(text[start:end])
        people = names.parse(shown)
        own = end - len(shown)
        said = (
            Mention(own, end, "short", "work", shown, surnames=people.surnames, others=people.others)
            if people
            else None
        )
        if said and authors_agree(work, said):
            lead = text[max(begin, own - 40) : own]
            return None if _NOT_ITSELF.search(lead) or _INSIDE.search(lead) else own
    return None


def _mention(text: str, start: int, end: int) -> Mention:
    """The citation from its first name to its locator."""
    m = _PLACE.match(text, end)
    place = locators.tail(m["pin"]) if m and m["pin"] else None
    if m and (place or not m["pin"]):
        end = m.end() if place or m["cited"] else end
    cited = bool(m and m["cited"])
    shown = text[start:end].rstrip(" .,;")
    return Mention(
        start, start + len(shown), "op-cit" if cited else "short", "work", shown, None, place.locator if place else None
    )
