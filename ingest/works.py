"""The works that a document cites: which full citations name the same one, and which work a short form can mean."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

from .addresses import normal_url
from .folding import fold, main_title, words
from .mention import Mention
from .model import CitationKind

TESTIMONY = frozenset({"interview", "correspondence", "on-file"})


@dataclass(slots=True)
class Work:
    """A work while the document is being read: what all its citations together tell of it."""

    number: int
    kind: CitationKind
    text: str
    csl: dict[str, Any]
    surnames: tuple[str, ...] = ()
    others: bool = False
    titles: set[str] = field(default_factory=set)
    quoted: bool = False
    capitals: bool = False
    """Whether its author is printed in capitals."""
    year: int | None = None
    symbols: list[str] = field(default_factory=list)
    short_names: set[str] = field(default_factory=set)
    first_full: int | None = None
    """Ordinal of the mention that first cites it in full."""
    notes: list[tuple[str, bool]] = field(default_factory=list)
    """Ids of the notes that cite it, and whether in full."""
    blocks: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Its title as the fullest citation prints it."""
        return str(self.csl.get("title", ""))


class Works:
    """All works of one document, found by identifier, surname or short name."""

    def __init__(self) -> None:
        self.all: list[Work] = []
        self._by_identifier: dict[str, Work] = {}
        self._by_surname: dict[str, list[Work]] = defaultdict(list)
        self._by_title: dict[str, list[Work]] = defaultdict(list)
        self._short_named: list[Work] = []

    def of_full(self, mention: Mention) -> Work:
        """Return the work that a full citation names, a new one where none before is the same."""
        work = self.known(mention)
        if work is None:
            work = Work(len(self.all) + 1, mention.kind, mention.text, {})
            self.all.append(work)
        self._learn(work, mention)
        return work

    def known(self, mention: Mention) -> Work | None:
        """Return the work that a full citation names, where it is cited already."""
        for identifier in _identifiers(mention):
            if identifier in self._by_identifier:
                return self._by_identifier[identifier]
        if mention.kind == "un-document":
            return None
        if mention.kind == "legal" and (
            called := [w for w in self._short_named if fold(mention.title) in w.short_names]
        ):
            return called[0] if len(called) == 1 else None
        if paged := [w for w in self._alike(mention) if _same_article_by_page(w, mention)]:
            return paged[0] if len(paged) == 1 else None
        same = [w for w in self._alike(mention) if _same(w, mention)]
        return same[0] if len(same) == 1 or (same and mention.year) else None

    def _alike(self, mention: Mention) -> Iterable[Work]:
        """Works worth comparing: of the same first surname, or of the same first words of the title."""
        found = {w.number: w for w in self.by_any(mention.surnames[:1])}
        if key := _title_key(_title(mention)):
            found |= {w.number: w for w in self._by_title[key]}
        return [found[n] for n in sorted(found)]

    def _learn(self, work: Work, mention: Mention) -> None:
        """Add what one more full citation tells of `work`."""
        fields = dict(mention.description.csl) if mention.description else {}
        fuller = len(fields) > len(work.csl)
        work.csl = (work.csl | fields) if fuller and mention.kind == work.kind else (fields | work.csl)
        if fuller and len(mention.text) > len(work.text):
            work.text = mention.text
        work.surnames = work.surnames if len(work.surnames) >= len(mention.surnames) else mention.surnames
        work.others = work.others or mention.others
        work.quoted = work.quoted or mention.quoted
        work.capitals = work.capitals or in_capitals(mention.text)
        work.year = work.year or mention.year
        work.short_names |= {fold(name) for name in mention.defines}
        if title := _title(mention):
            work.titles.add(title)
            self._by_title[_title_key(title)].append(work)
        for name in mention.surnames:
            for word in {*name.split()[:1], *name.split()[-1:]}:
                if work not in self._by_surname[word]:
                    self._by_surname[word].append(work)
        if mention.defines and work not in self._short_named:
            self._short_named.append(work)
        if mention.document:
            for symbol in (mention.document.symbol, *mention.document.other):
                if symbol not in work.symbols:
                    work.symbols.append(symbol)
            work.csl["number"] = sorted(work.symbols)[0]
        for identifier in _identifiers(mention):
            self._by_identifier.setdefault(identifier, work)

    def by_any(self, surnames: Iterable[str]) -> list[Work]:
        """Works with one of the names, in the order of their first citation; names count by first and last word."""
        ends = {word for name in surnames for word in (*name.split()[:1], *name.split()[-1:])}
        found = {w.number: w for word in ends for w in self._by_surname.get(word, ())}
        return [found[n] for n in sorted(found)]

    def named(self, mention: Mention) -> list[Work]:
        """Return the works that a short form can mean by the names and title words that it gives, likeliest first."""
        by_short_name = [w for w in self._short_named if _goes_by(w, mention)]
        if by_short_name:
            return by_short_name
        if mention.surnames:
            found = [w for w in self.by_any(mention.surnames) if authors_agree(w, mention)]
            exact = [w for w in found if len(w.surnames) == len(mention.surnames) and not mention.others]
        else:
            found = exact = list(self.all)
        if not found:
            # "Al-Jedda, supra note 42": what reads like a name is the title of a work without an author
            called = " ".join((*mention.surnames, mention.title))
            return [w for w in self.all if not w.surnames and called and _begins(called, w)]
        if mention.title and not mention.surnames:
            by_number = self._by_identifier.get("legal:" + re.sub(r"[.\s]", "", mention.title).upper())
            fitting = [
                w for w in found if _runs_through(mention.title, w) or (not w.surnames and _begins(mention.title, w))
            ]
            return [by_number] if by_number else decided_by_wording(mention, fitting)
        if mention.title:
            fitting = [w for w in found if title_fits(mention.title, w)]
            if not fitting:
                fitting = [w for w in found if _is_given_name(w, mention.title)]
            return decided_by_wording(mention, fitting)
        if mention.year:
            found = [w for w in found if w.year == mention.year]
            exact = [w for w in exact if w.year == mention.year]
        return decided_by_wording(mention, exact or found)


def _identifiers(mention: Mention) -> list[str]:
    found = [f"doi:{a.value}" for a in mention.addresses if a.kind == "doi"]
    if mention.document:
        found += [f"un:{s}" for s in (mention.document.symbol, *mention.document.other)]
    if mention.kind in TESTIMONY:
        found.append(f"{mention.kind}:{fold(mention.text)}")
    if mention.kind == "web" and not mention.document:
        found += [f"url:{normal_url(a.value)}" for a in mention.addresses if a.kind == "url"]
    return found + [f"legal:{i}" for i in mention.identifiers]


def _title(mention: Mention) -> str:
    if mention.title:
        return mention.title
    fields: Mapping[str, Any] = mention.description.csl if mention.description else {}
    if "container-title" in fields and "title" not in fields:
        return f"{fields['container-title']} {fields.get('volume', '')} {fields.get('page', '')}"
    return str(fields.get("title", ""))


def _title_key(title: str) -> str:
    return " ".join(words(title)[:2])


def _same(work: Work, mention: Mention) -> bool:
    """Whether a full citation names `work`: title and first author agree, and year and identifier don't differ."""
    fields: Mapping[str, Any] = mention.description.csl if mention.description else {}
    if work.kind in TESTIMONY or mention.kind in TESTIMONY or (work.symbols and mention.kind == "un-document"):
        return False
    if "DOI" in fields and "DOI" in work.csl and fields["DOI"] != work.csl["DOI"]:
        return False
    if work.year and mention.year and work.year != mention.year:
        return False
    title = _title(mention)
    if not any(same_title(title, t) for t in work.titles):
        return False
    if work.surnames and mention.surnames:
        return _first_author(work, mention)
    if work.kind == mention.kind == "legal":
        return True
    return (
        len(words(title)) >= 3
        and work.surnames == mention.surnames
        or (len(words(title)) >= 4 and work.year == mention.year)
    )


def _same_article_by_page(work: Work, mention: Mention) -> bool:
    """Whether a journal, year and page without a title point into an article cited before.

    "Rebhahn, EuZA 2010, 80" stands for the article that begins at EuZA 2010, 62, if no other can be meant: the page
    must be at most forty pages further on.
    """
    fields: Mapping[str, Any] = mention.description.csl if mention.description else {}
    if "title" in fields or "page" not in fields or "page" not in work.csl or mention.year != work.year:
        return False
    first, here = (re.match(r"\d+", str(f["page"])) for f in (work.csl, fields))
    if fold(str(fields.get("container-title"))) != fold(str(work.csl.get("container-title"))) or not first or not here:
        return False
    return work.surnames == mention.surnames and 0 <= int(here.group()) - int(first.group()) <= 40


def _first_author(work: Work, mention: Mention) -> bool:
    """Whether the first authors agree, also where one of two citations has given and family name the other way round."""
    one, other = work.surnames[0], mention.surnames[0]
    if one == other or one.split()[-1] == other.split()[-1]:
        return True
    return bool(set(_name_words(work.csl)) & set(one.split() + other.split()) >= {other})


def _name_words(fields: Mapping[str, Any]) -> list[str]:
    people = fields.get("author") or fields.get("editor") or []
    return [w for p in people[:1] for v in p.values() for w in fold(v).split()]


def same_title(one: str, other: str) -> bool:
    """Whether two printed titles are the same, with or without subtitle, articles, accents."""
    a, b = words(main_title(one)), words(main_title(other))
    if a == b:
        return True
    whole_a, whole_b = words(one), words(other)
    shorter, longer = sorted((whole_a, whole_b), key=len)
    if len(shorter) >= 4 and longer[: len(shorter)] == shorter:
        return True
    return len(shorter) >= 3 and fuzz.ratio(" ".join(whole_a), " ".join(whole_b)) >= 94


def in_capitals(text: str) -> bool:
    """Whether the first word of more than three letters is all capitals."""
    first = re.search(r"[^\W\d_]{4,}", text)
    return bool(first and first.group().isupper())


def title_fits(short: str, work: Work) -> bool:
    """Whether a short title's words stand, in order, in one of the work's titles."""
    wanted = words(short)
    return any(_in_order(wanted, words(t)) for t in work.titles)


def _begins(called: str, work: Work) -> bool:
    """Whether a case or instrument goes by the words at the beginning of its title, or of its second party's name."""
    wanted = tuple(fold(called).split())
    return any(wanted == tuple(fold(t).split())[at : at + len(wanted)] for t in work.titles for at in (0, *_parties(t)))


def _parties(title: str) -> tuple[int, ...]:
    """Where the words of the second party begin: "Attorney-General v. Nissan" -> 3."""
    there = fold(title).split()
    return tuple(i + 1 for i, w in enumerate(there) if w in {"v", "vs", "c", "gegen", "contre"})


def _runs_through(short: str, work: Work) -> bool:
    """Whether at least two words of a title without an author stand side by side in the work's title.

    A single word is too little: "Report, para. 5" is no title of a work known by its author.
    """
    wanted = words(short)
    if len(wanted) < 2:
        return any(wanted == words(main_title(t)) for t in work.titles)
    return any(wanted == words(t)[i : i + len(wanted)] for t in work.titles for i in range(len(words(t))))


def _in_order(wanted: tuple[str, ...], there: tuple[str, ...]) -> bool:
    at = iter(there)
    return bool(wanted) and all(any(w == x or (len(w) > 5 and fuzz.ratio(w, x) >= 90) for x in at) for w in wanted)


def authors_agree(work: Work, mention: Mention) -> bool:
    """Whether the names of a short form are the work's authors, its first one at least, none besides."""
    if not work.surnames:
        return False
    # The first author must be named, except where all are in another order: "Ucko and Berdal" for Berdal and Ucko.
    whole = len(work.surnames) == len(mention.surnames) > 1
    if not whole and not _surname_agrees(work.surnames[0], mention.surnames[0]):
        return False
    return all(any(_surname_agrees(s, name) for s in work.surnames) for name in mention.surnames)


def _surname_agrees(one: str, other: str) -> bool:
    """ "de Carvalho" agrees with "Carvalho"; a body's name with its beginning or its short form."""
    if one == other or one.split()[-1:] == other.split()[-1:]:
        return True
    return len(other.split()) > 1 and (f" {one} ".startswith(f" {other} ") or f" {other} ".startswith(f" {one} "))


def _goes_by(work: Work, mention: Mention) -> bool:
    """Whether a short form is a name that the document itself gave to the work ("hereinafter Brahimi Report")."""
    if not work.short_names:
        return False
    said = {fold(mention.title), *mention.surnames}
    printed = f"{fold(mention.text).removeprefix('the ')} "
    return any(n in said or printed.startswith(f"{n} ") for n in (s.removeprefix("the ") for s in work.short_names))


def _is_given_name(work: Work, title: str) -> bool:
    """Whether what stands after a surname and a comma is the author's given name: "Karlsrud, John"."""
    return set(fold(title).split()) <= set(_name_words(work.csl))


def decided_by_wording(mention: Mention, fitting: list[Work]) -> list[Work]:
    """Narrow several works that answer to a short form by how it is written.

    By the exact title, the year, the quotation marks of an article against the italics of a book, the small capitals
    that the Bluebook gives to the authors of books ("BOTHE" against "Bothe"), the number of authors.
    """
    for test in (
        lambda w: (
            mention.title
            and any(words(main_title(t)) == words(mention.title) or words(t) == words(mention.title) for t in w.titles)
        ),
        lambda w: mention.year is not None and w.year == mention.year,
        lambda w: mention.title and w.quoted == mention.quoted,
        lambda w: w.capitals == in_capitals(mention.text),
        lambda w: len(w.surnames) == len(mention.surnames),
    ):
        narrowed = [w for w in fitting if test(w)]
        if len(fitting) > 1 and narrowed:
            fitting = narrowed
    return fitting
