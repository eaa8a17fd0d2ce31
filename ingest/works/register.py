"""The works that a document cites: which full citations name the same one, and which work a short form can mean."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from ingest.citations.decisions import identifiers
from ingest.citations.mention import Mention
from ingest.citations.responses import is_response
from ingest.citations.work import TESTIMONY, Work
from ingest.words import names
from ingest.words.addresses import normal_url
from ingest.words.folding import fold, words
from ingest.words.unsymbols import symbol_of
from ingest.works.agreement import (
    decided_by_wording,
    in_capitals,
    in_its_book,
    printed_title,
    same_work,
    untitled_part,
)
from ingest.works.authors import author_may_be, authors_agree, is_given_name
from ingest.works.laws import other_decision
from ingest.works.shelves import Shelves
from ingest.works.titles import (
    begins,
    begins_with,
    headed,
    in_honour,
    named_by_word,
    runs_through,
    same_title,
    title_fits,
)

MANY = 60
"""Works of one author, above which a name alone says nothing, and a title's words must be spelled as it is cited."""
_TELLING_TITLE = 4
"""Words without which a quoted title may be that of several works: "Peacekeeping in Africa"."""
_TELLING_LAW = 3
"""Words by which a law or treaty is known without its year: "Agreement for Peace and Reconciliation, art. 7"."""
_INSTRUMENTS = frozenset({"legal", "un-document"})
_BODY = 2
"""Words of a body's name that it may be called by."""
_INITIALS = 3
"""Words of a body's name that may go by its initials: "HRW"."""
_ONE_WORD = 8
"""Letters of a word that may stand for a title without its author: "Peaceland, 25"."""
_SERIES = re.compile(r"(?P<series>[A-ZÀ-Þ][a-zà-ÿ]+(?:\s[A-Za-zà-ÿ]+){1,3})\s[Nn](?:o|r|úm)?[.º°]\s?\d+(?!\w)")
"""A series and a number: "General comment No. 36"."""

_REPORTED = re.compile(
    r"(?P<court>[A-ZÄÖÜ][\w-]{1,14})[\s,].*?\b(?P<journal>[A-Z][A-Za-z-]{1,9})\s(?P<year>(?:19|20)\d\d),\s(?P<page>\d{1,5})(?!\d)"
)
"""Court, journal, year and first page of a German ruling, with its date and number or without."""
_COMMENTARY = re.compile(
    r"\bzit(?:iert|\.)?\sals:?\s(?P<name>[\w.-]{2,20}(?:\s[A-ZÄÖÜ][\w-]{1,12})?)/(?:Bearbeiter|Verfasser|Autor)"
)
"""What a commentary goes by, before the writer of each section: "zit. als EBJS/Bearbeiter"."""


class Works:
    """All works of one document, found by identifier, surname or short name."""

    def __init__(self) -> None:
        self.all: list[Work] = []
        self._learnt: list[Work] = []
        self._by_identifier: dict[str, Work] = {}
        self._shelves = Shelves()
        self._initials: dict[str, str] = {}
        """Of bodies that are authors: "icg" for "international crisis group"."""
        self._abbreviations: dict[str, str] = {}
        """Of bodies that are authors: "ohchr" for "office of the united nations high commissioner for human rights"."""

    def of_full(self, mention: Mention) -> Work:
        """Return the work that a full citation names, a new one where none before is the same."""
        return self.learnt(mention, self.known(mention))

    def learnt(self, mention: Mention, work: Work | None) -> Work:
        """Return the work that `known` gave for a full citation, a new one for None, which knows what it tells."""
        self._abbreviations |= names.abbreviations(mention.text, mention.surnames)
        mention = self._unabbreviated(mention)
        if work is None:
            work = Work(len(self.all) + 1, mention.kind, mention.text, {})
            self.all.append(work)
        self._learn(work, mention)
        return work

    def newly_titled(self) -> list[Work]:
        """Return the works cited with a title since this was asked last."""
        learnt, self._learnt = self._learnt, []
        return learnt

    def known(self, mention: Mention) -> Work | None:
        """Return the work that a full citation names, where it is cited already."""
        mention = self._unabbreviated(mention)
        for identifier in _identifiers(mention):
            work = self._by_identifier.get(identifier)
            if work and not other_decision(work, mention):
                return work
        if mention.kind == "un-document":
            return None
        if mention.kind == "legal" and (called := self._shelves.called(fold(mention.title))):
            return called[0] if len(called) == 1 else None
        if mention.kind == "legal" and (numbered := self._numbered(mention)):
            return numbered
        alike = self._shelves.alike(mention)
        paged = [w for w in alike if untitled_part(w, mention)]
        if len(paged) == 1:
            return paged[0]
        same = list(islice((w for w in alike if same_work(w, mention)), 2))
        return same[0] if len(same) == 1 or (same and mention.year) else None

    def _numbered(self, mention: Mention) -> Work | None:
        """Return the one work of a body that a series and a number name: "General comment No. 36, para. 60"."""
        m = _SERIES.match(mention.text)
        if not m:
            return None
        called = f" {fold(m.group())} "
        found = [w for w in self._shelves.titled_with(m["series"]) if called in f" {fold(w.text)} " and w.surnames]
        return found[0] if len(found) == 1 else None

    def _unabbreviated(self, mention: Mention) -> Mention:
        """Give an author the whole name, where the document told it: "UNEP" after "... Programme (UNEP)"."""
        whole = tuple(self._abbreviations.get(name, name) for name in mention.surnames)
        if len(whole) == 1 and mention.title and (body := self._initials.get(whole[0])):
            # "ICG, “Central Mali”" after "International Crisis Group, “Central Mali: An Uprising in the Making?”"
            named = replace(mention, surnames=(body,))
            begun = words(mention.title)
            if any(begun == words(t)[: len(begun)] for w in self._shelves.by_author_and_word(named) for t in w.titles):
                return named
        return mention if whole == mention.surnames else replace(mention, surnames=whole)

    def _learn(self, work: Work, mention: Mention) -> None:
        """Add what one more full citation tells of `work`."""
        fields = dict(mention.description.csl) if mention.description else {}
        fuller = len(fields) > len(work.csl) and (mention.kind != "legal" or len(mention.text) > len(work.text))
        work.csl = (work.csl | fields) if fuller and mention.kind == work.kind else (fields | work.csl)
        if fuller and len(mention.text) > len(work.text):
            work.text = mention.text
        work.surnames = work.surnames if len(work.surnames) >= len(mention.surnames) else mention.surnames
        work.others = work.others or mention.others
        for name in mention.surnames:
            initials = "".join(word[0] for word in words(name))
            if len(initials) >= _INITIALS:
                self._initials.setdefault(initials, name)
        work.quoted = work.quoted or mention.quoted
        work.capitals = work.capitals or in_capitals(mention.text)
        work.year = work.year or mention.year
        # "World Health Organization (WHO), Title" abbreviates the author, "(hereinafter Title)" the work
        given = {fold(name) for name in mention.defines} - self._abbreviations.keys()
        given |= {f"{m['name']}/" for m in _COMMENTARY.finditer(mention.text)}
        work.short_names |= given
        if title := printed_title(mention):
            work.titles.add(title)
            self._learnt.append(work)
        self._shelves.put(work, mention, given)
        if mention.document:
            for symbol in (mention.document.symbol, *mention.document.other):
                if symbol not in work.symbols:
                    work.symbols.append(symbol)
            work.csl["number"] = sorted(work.symbols)[0]
        for identifier in _identifiers(mention):
            self._by_identifier.setdefault(identifier, work)

    def _titled(self, mention: Mention) -> list[Work]:
        """Return the one work whose title a short form quotes whole, however its author's name is spelled."""
        whole = words(mention.title)
        if not mention.quoted or len(whole) < _TELLING_TITLE:
            return []
        same = [
            w
            for w in self._shelves.like(mention.title)
            if any(words(t) == whole for t in w.titles) and author_may_be(w, mention)
        ]
        return same if len(same) == 1 else []

    def has_author(self, surnames: Iterable[str]) -> bool:
        """Whether a work is cited by someone with one of the names."""
        return self._shelves.has_author(surnames)

    def testimonies(self, mention: Mention) -> tuple[list[Work], list[Work]]:
        """Return interviews, letters or files with all the words that a mention gives, and those of its day."""
        return self._shelves.testimonies(mention)

    def named(self, mention: Mention) -> list[Work]:
        """Return the works that a short form can mean by the names and title words that it gives, likeliest first."""
        mention = self._unabbreviated(mention)
        if by_short_name := self._shelves.short_named(mention):
            return by_short_name
        if same := self._titled(mention):
            return same
        if mention.surnames:
            return [w for w in self._by_authors(mention) if in_its_book(w, mention)]
        return self._by_title(mention) if mention.title else []

    def instrument(self, mention: Mention) -> Work | None:
        """Return the one law or treaty whose title goes on where that of a mention without year or address ends."""
        if mention.year or mention.identifiers or mention.addresses or len(words(mention.title)) < _TELLING_LAW:
            return None
        known = [w for w in self.named(mention) if w.kind in _INSTRUMENTS and begins(mention.title, w)]
        return known[0] if len(known) == 1 else None

    def _by_authors(self, mention: Mention) -> list[Work]:
        """Return the works by the mention's authors that it can mean."""
        if mention.title:
            near = [w for w in self._shelves.by_author_and_word(mention) if authors_agree(w, mention)]
            if fitting := [w for w in near if title_fits(mention.title, w)]:
                return decided_by_wording(mention, fitting)
        every = (
            w for w in self._shelves.by_authors(mention.surnames) if mention.title or mention.year in (None, w.year)
        )
        found = list(islice((w for w in every if authors_agree(w, mention)), MANY))
        if mention.title and found:
            fitting = [w for w in found if title_fits(mention.title, w)] if len(found) < MANY else []
            # "Marchisio, L’ONU" of a title that was read from "Il diritto delle Nazioni Unite" on
            fitting = fitting or [w for w in found if begins_with(w.text, mention.title)]
            fitting = fitting or [w for w in found if in_honour(mention.title, w)]
            # a letter is missing: "Labour and the Lw in Europe"
            fitting = fitting or [w for w in found if any(same_title(mention.title, t) for t in w.titles)]
            return decided_by_wording(mention, fitting or [w for w in found if is_given_name(w, mention.title)])
        if not found and (papers := self._headed(mention)):
            return papers
        if not found:
            # "Al-Jedda, supra note 42": what reads like a name is the title of a work without an author
            called = " ".join((*mention.surnames, mention.title))
            titled = self._shelves.titled_with(called)
            if len(called) >= _ONE_WORD and (named := [w for w in titled if named_by_word(called, w)]):
                return named
            return [w for w in titled if not w.surnames and begins(called, w)]
        exact = [w for w in found if len(w.surnames) == len(mention.surnames) and not mention.others]
        # one name is not that of a work of two: "Bellamy, 71" is not Bellamy's and Williams'
        alike = [w for w in found if mention.others or len(mention.surnames) > 1 or len(w.surnames) < 2]
        return decided_by_wording(mention, exact or alike)

    def _headed(self, mention: Mention) -> list[Work]:
        """Return the UN documents by a body that a short form calls by the first words of its name."""
        head = mention.text.partition(",")[0]
        if not mention.title or len(head.split()) < _BODY:
            return []
        return [w for w in self.all if w.symbols and headed(head, mention.title, w)]

    def _by_title(self, mention: Mention) -> list[Work]:
        """Return the works that a title without an author can mean."""
        if by_number := self._by_identifier.get("legal:" + re.sub(r"[.\s]", "", mention.title).upper()):
            return [by_number]
        for identifier in identifiers(mention.title):
            if by_number := self._by_identifier.get(f"legal:{identifier}"):
                return [by_number]  # "Legge n. 145/2016, cit."
        if by_number := self._by_identifier.get(f"number:{symbol_of({'number': mention.title})}"):
            return [by_number]  # "PSC/PR/COMM.2(CCCLXXXV), para. 6"
        found = self._shelves.titled_with(mention.title)
        fitting = [w for w in found if runs_through(mention.title, w) or (not w.surnames and begins(mention.title, w))]
        return decided_by_wording(mention, fitting)


def _identifiers(mention: Mention) -> list[str]:
    found = [f"doi:{a.value}" for a in mention.addresses if a.kind == "doi"]
    described = mention.description.csl if mention.description else {}
    if mention.kind == "work" and (number := symbol_of(described)):
        found.append(f"number:{number}")
    if mention.document:
        found += [f"un:{s}" for s in (mention.document.symbol, *mention.document.other)]
    if mention.kind in TESTIMONY:
        found.append(f"{mention.kind}:{fold(mention.text)}")
    answers = mention.description is not None and is_response(mention.description.csl)
    if mention.kind == "web" and not mention.document and not answers:
        urls = [normal_url(a.value) for a in mention.addresses if a.kind == "url"]
        # A site's own address stands in works by many people: "R package. URL http://CRAN.R-project.org".
        found += [f"url:{url}" for url in urls if "/" in url or not mention.surnames]
    if mention.kind == "legal" and (m := _REPORTED.match(mention.text)):
        found.append(f"legal:{m['court']} {m['journal']} {m['year']} {m['page']}")
    return found + [f"legal:{i}" for i in mention.identifiers]


class CitedInFull(Works):
    """The works that are surely cited in full somewhere, for what only a known work makes a citation of."""

    def __init__(self, found: Iterable[list[Mention]]) -> None:
        super().__init__()
        self.first: dict[int, Mention] = {}
        """The first full citation of each, by its number here."""
        for mentions in found:
            for mention in mentions:
                if mention.form == "full" and mention.sure:
                    self.first.setdefault(self.of_full(mention).number, mention)
