"""When two citations agree on the work that they mean."""

import re
from collections.abc import Mapping
from typing import Any

from ingest.citations.mention import Mention
from ingest.citations.work import TESTIMONY, Work
from ingest.words.folding import ARTICLES, fold, main_title, words
from ingest.works.authors import same_first_author
from ingest.works.laws import other_number, paper_on, same_law
from ingest.works.titles import contradict, same_title

_AUTHORED = re.compile(
    r"[A-ZÀ-Þ][\w’-]+(?:/|,\s(?:[“‘„«]|[A-ZÀ-Þ][\w’-]+(?:,|\s[\w’-]+)|\w+\s(?:1[89]|20)\d\d,)|\sin\s[A-ZÀ-Þ])"
)
"""One name and then a title or a book: "Rebhahn, Mindestlöhne, wbl 2016", though a decision is named "(Rebhahn)"."""


_FIGURES = re.compile(r"\d+")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_TELLING = 3
"""Words of a title that, with its author, is one work's; without him it takes one more."""
_PAGES = 40
"""Of an article, at most."""


def printed_title(mention: Mention) -> str:
    """Return the title that a mention prints, or journal and page where it prints none."""
    if mention.title:
        return mention.title
    fields: Mapping[str, Any] = mention.description.csl if mention.description else {}
    if "container-title" in fields and "title" not in fields:
        return f"{fields['container-title']} {fields.get('volume', '')} {fields.get('page', '')}"
    return str(fields.get("title", ""))


def same_work(work: Work, mention: Mention) -> bool:
    """Whether a full citation names `work`: title and first author agree, and year and identifier don't differ."""
    fields: Mapping[str, Any] = mention.description.csl if mention.description else {}
    if work.kind in TESTIMONY or mention.kind in TESTIMONY or (work.symbols and mention.kind == "un-document"):
        return False
    if "DOI" in fields and "DOI" in work.csl and fields["DOI"] != work.csl["DOI"]:
        return False
    if work.year and mention.year and work.year != mention.year:
        return False
    title = printed_title(mention)
    if _same_pages(work.csl, fields) and work.surnames == mention.surnames:
        return True
    if work.kind == mention.kind == "legal":
        if "URL" in fields and "URL" in work.csl and fields["URL"] != work.csl["URL"]:
            return False  # sections of one code, each with an address of its own
        if work.csl.get("jurisdiction", "") != fields.get("jurisdiction", work.csl.get("jurisdiction", "")):
            return False  # the Penal Code of Kenya and that of Uganda
        if other_number(work.text, mention.text) or paper_on(work.text) != paper_on(mention.text):
            return False
        return any(same_law(title, t) for t in work.titles)
    if not any(same_title(title, t) for t in work.titles) or any(contradict(title, t) for t in work.titles):
        return False
    if work.surnames and mention.surnames:
        return same_first_author(work, mention)
    told = words(title)
    named = any(
        name.split()[-1] in told for name in (*work.surnames, *mention.surnames)
    )  # "The Letters of George Meredith"
    return (len(told) >= _TELLING and work.surnames == mention.surnames) or (
        len(told) >= (_TELLING if named else _TELLING + 1) and work.year == mention.year
    )


def _same_pages(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two articles begin on the same page of the same journal and year, whatever their titles leave out."""
    if not one.get("page") or one.get("issued") != other.get("issued") or one.get("volume") != other.get("volume"):
        return False
    first = [_FIGURES.match(str(f.get("page", ""))) for f in (one, other)]
    journals = [fold(str(f.get("container-title", ""))) for f in (one, other)]
    return bool(
        first[0] and first[1] and first[0].group() == first[1].group() and journals[0] and journals[0] == journals[1]
    )


def untitled_part(work: Work, mention: Mention) -> bool:
    """Whether a citation without a title is of an article or chapter that is known with its title.

    "Rebhahn, EuZA 2010, 80" stands for his article that begins at EuZA 2010, 62, if no other can be meant: the page
    must be at most forty pages further on. "Tardy, in: Koops/Williams, The Oxford Handbook" is his chapter there.
    """
    fields: Mapping[str, Any] = mention.description.csl if mention.description else {}
    within, known = (fold(str(f.get("container-title", ""))) for f in (fields, work.csl))
    if "title" in fields or not within or within != known or not work.surnames[:1] == mention.surnames[:1] != ():
        return False
    if fields.get("type") == "chapter" == work.csl.get("type"):
        return mention.year in (None, work.year)
    first, here = (_FIGURES.match(str(f.get("page", ""))) for f in (work.csl, fields))
    if not first or not here or mention.year != work.year:
        return False
    return 0 <= int(here.group()) - int(first.group()) <= _PAGES


_IN_A_BOOK = re.compile(r"[^,;:(“„‘]{2,40}?\sin:?\s(?P<book>[A-ZÀ-Þ][^“„‘]*)")
"""A writer in somebody's book, both by name: "Felten in Rummel/Lukas/Geroldinger, ABGB § 1155 Rz 49"."""
_TELLING_LETTERS = 4


def in_its_book(work: Work, mention: Mention) -> bool:
    """Whether a short form that names the book which its author writes in names that of `work`."""
    m = _IN_A_BOOK.match(mention.text) if mention.surnames and not mention.title else None
    if m is None:
        return True
    said = set(fold(m["book"]).split())
    editors = (fold(str(p.get("family", ""))).split()[-1:] for p in work.csl.get("editor", ()))
    within = {w for w in words(str(work.csl.get("container-title", ""))) if len(w) >= _TELLING_LETTERS}
    return any(said.issuperset(name) for name in editors if name) or bool(within & said)


def in_capitals(text: str) -> bool:
    """Whether the first word of more than three letters is all capitals."""
    first = _LONG_WORD.search(text)
    return bool(first and first.group().isupper())


def goes_by(work: Work, mention: Mention) -> bool:
    """Whether a short form is a name that the document itself gave to the work ("hereinafter Brahimi Report")."""
    if not work.short_names:
        return False
    said = {fold(mention.title), *mention.surnames}
    if mention.text.partition("/")[0] in {n.removesuffix("/") for n in work.short_names if n.endswith("/")}:
        return True
    printed = f"{_without_article(fold(mention.text))} "
    called = [_without_article(s) for s in work.short_names]
    if _AUTHORED.match(mention.text):
        if fold(mention.title) in called and work.surnames[:1] == mention.surnames[:1]:
            return True  # "Wilde, ITA, 193"
        called = [name for name in called if " " in name]
    return any(n in said or printed.startswith(f"{n} ") for n in called)


def _without_article(folded: str) -> str:
    first, space, rest = folded.partition(" ")
    return rest if space and first in ARTICLES else folded


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
        lambda w: (
            mention.title and any(words(t)[: len(words(mention.title))] == words(mention.title) for t in w.titles)
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
