"""The works of one document on shelves: by author, word of the title, short name, journal, day.

Each question is answered from the smallest shelf that must hold the answer, so that reading a document with thousands
of notes takes no longer than they must: the reports of one body may be a thousand works of one author.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ingest.citations.mention import Mention
from ingest.citations.work import TESTIMONY, Work
from ingest.words.dates import DATE
from ingest.words.folding import ARTICLES, fold, words
from ingest.works.agreement import goes_by, printed_title
from ingest.works.authors import known_by
from ingest.works.titleindex import TitleIndex

Shelf = dict[int, Work]
"""Works by their numbers."""

_BODY = 3
"""Words of a name that is a body's."""
_LONGEST_NAME = 12
"""Words of a short name that a document gives to a work."""


class Shelves:
    """Works, found by what their citations say."""

    def __init__(self) -> None:
        self._by_number: Shelf = {}
        self._by_surname: dict[str, Shelf] = defaultdict(dict)
        self._by_word: dict[str, Shelf] = defaultdict(dict)
        self._by_short_name: dict[str, Shelf] = defaultdict(dict)
        self._by_journal: dict[tuple[str, int | None], Shelf] = defaultdict(dict)
        self._by_testimony: dict[tuple[str, str], Shelf] = defaultdict(dict)
        self._titles = TitleIndex()

    def put(self, work: Work, mention: Mention, short_names: Iterable[str]) -> None:
        """Put a work where the words of one more citation of it belong.

        Args:
            work: The work, which knows already what the citation tells.
            mention: The citation.
            short_names: The names, folded, that the citation gives to the work.
        """
        self._by_number[work.number] = work
        for name in mention.surnames or known_by(work):
            for word in _ends(name):
                self._by_surname[word][work.number] = work
        for name in short_names:
            self._by_short_name[_without_article(name)][work.number] = work
        if title := printed_title(mention):
            self._titles.add(work.number, title, work.year)
            for word in fold(title).split():
                self._by_word[word][work.number] = work
        if journal := work.csl.get("container-title"):
            for year in {work.year, None}:  # a chapter may be cited by its author and book alone
                self._by_journal[fold(str(journal)), year][work.number] = work
        if mention.kind in TESTIMONY:
            for word in (*words(mention.text), *_day(mention.text)):
                self._by_testimony[mention.kind, word][work.number] = work

    def alike(self, mention: Mention) -> list[Work]:
        """Return the works that a full citation may name: of like titles, or in the same journal and year."""
        numbers = self._titles.like(printed_title(mention), mention.year)
        fields: Mapping[str, object] = mention.description.csl if mention.description else {}
        if journal := fields.get("container-title"):
            numbers |= self._by_journal.get((fold(str(journal)), mention.year), {}).keys()
        return [self._by_number[n] for n in sorted(numbers)]

    def has_author(self, surnames: Iterable[str]) -> bool:
        """Whether any work is by someone with one of the names; a body's counts as a whole, not by a word of it."""
        names = list(surnames)
        return any(
            name == known
            or (min(len(name.split()), len(known.split())) < _BODY and name.split()[-1:] == known.split()[-1:])
            for work in self.by_authors(names)
            for known in known_by(work)
            for name in names
        )

    def by_authors(self, surnames: Iterable[str]) -> list[Work]:
        """Return the works by someone with one of the names, which count by first and last word."""
        return _ordered(self._of_authors(surnames))

    def by_author_and_word(self, mention: Mention) -> list[Work]:
        """Return the works by one of a mention's authors whose titles have the rarest word of its title."""
        known = [shelf for word in words(mention.title) if (shelf := self._by_word.get(word))]
        rarest = min(known, key=len, default={})
        shelves = self._of_authors(mention.surnames)
        return [rarest[n] for n in sorted(rarest) if any(n in shelf for shelf in shelves)]

    def _of_authors(self, surnames: Iterable[str]) -> list[Shelf]:
        return [shelf for name in surnames for word in _ends(name) if (shelf := self._by_surname.get(word))]

    def titled_with(self, title: str) -> list[Work]:
        """Return the works whose titles have the first telling word of `title`, or its first at all.

        Of the two shelves and those of the other words the smaller ones decide.
        """
        first = {*fold(title).split()[:1], *words(title)[:1]}
        there = [s for word in first if (s := self._by_word.get(word))]
        rest = [s for word in words(title)[1:] if (s := self._by_word.get(word))]
        rarest = min(rest, key=len, default=None)
        if rarest is None or len(rarest) != min(map(len, (*there, *rest)), default=0):
            return _ordered(there)
        return [rarest[n] for n in sorted(rarest) if any(n in shelf for shelf in there)]

    def like(self, title: str) -> list[Work]:
        """Return the works whose titles may be this one."""
        return [self._by_number[n] for n in sorted(self._titles.like(title, None))]

    def called(self, name: str) -> list[Work]:
        """Return the works to which the document gave just this short name, folded."""
        return _ordered([self._by_short_name.get(_without_article(name), {})])

    def short_named(self, mention: Mention) -> list[Work]:
        """Return the works that a short form names as the document itself did: "hereinafter Brahimi Report"."""
        printed = _without_article(fold(mention.text)).split()[:_LONGEST_NAME]
        names = {_without_article(name) for name in (fold(mention.title), *mention.surnames)}
        names |= {" ".join(printed[:length]) for length in range(1, len(printed) + 1)}
        names.add(f"{mention.text.partition('/')[0]}/")
        shelves = [shelf for name in names if (shelf := self._by_short_name.get(name))]
        return [w for w in _ordered(shelves) if goes_by(w, mention)]

    def testimonies(self, mention: Mention) -> tuple[list[Work], list[Work]]:
        """Return interviews, letters or files with all the words that a mention gives, and those of its day."""
        said = words(mention.title)
        shelves = [self._by_testimony.get((mention.kind, word), {}) for word in said]
        smallest = min(shelves, key=len, default={})
        same = [w for n, w in sorted(smallest.items()) if all(n in shelf for shelf in shelves)]
        day = [self._by_testimony.get((mention.kind, word), {}) for word in _day(mention.text)]
        return same, _ordered(day)


def _ends(name: str) -> set[str]:
    """The words by which a name is looked for, its first and its last: "de carvalho", "united nations"."""
    there = name.split()
    return {*there[:1], *there[-1:]}


def _day(text: str) -> tuple[str, ...]:
    m = DATE.search(text)
    return (f"day {m.group()}",) if m else ()


def _without_article(folded: str) -> str:
    first, space, rest = folded.partition(" ")
    return rest if space and first in ARTICLES else folded


def _ordered(found: Iterable[Shelf]) -> list[Work]:
    """Return works without repetition, in the order of their first citation."""
    every = {number: work for some in found for number, work in some.items()}
    return [every[number] for number in sorted(every)]
