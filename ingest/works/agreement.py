"""When two citations agree: on the work, on its title, on its authors."""

import re
from collections.abc import Mapping
from typing import Any

from rapidfuzz import fuzz

from ingest.citations.mention import Mention
from ingest.citations.work import TESTIMONY, Work
from ingest.words.folding import ARTICLES, fold, main_title, words

_SERIAL = re.compile(
    r"(?:\b[Nn][or]s?\.|\b[Nn][º°]|\b[Nn]úm\.|#|\b(?:[Pp]art|[Vv]ol(?:ume|\.)?|[Tt]eil|[Bb]and))\s?(\d+|[IVX]+\b)"
)
"""The number of a title in its series: "update No. 267", "General comment No. 31", "Part II"."""
_NUMBER = re.compile(r"\d+|\b[IVX]{1,5}\b")
_SUBTITLES_ALIKE = 75
"""Per cent of letters in common; "a review" and "review" are alike, "Gaza strip" and "West Bank" are not."""


_AUTHORED = re.compile(
    r"[A-ZÀ-Þ][\w’-]+(?:/|,\s(?:[“‘„«]|[A-ZÀ-Þ][\w’-]+(?:,|\s[\w’-]+)|\w+\s(?:1[89]|20)\d\d,)|\sin\s[A-ZÀ-Þ])"
)
"""One name and then a title or a book: "Rebhahn, Mindestlöhne, wbl 2016", though a decision is named "(Rebhahn)"."""


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
        return any(same_law(title, t) for t in work.titles)
    if not any(same_title(title, t) for t in work.titles) or any(contradict(title, t) for t in work.titles):
        return False
    if work.surnames and mention.surnames:
        return _first_author(work, mention)
    return (len(words(title)) >= 3 and work.surnames == mention.surnames) or (
        len(words(title)) >= 4 and work.year == mention.year
    )


def _same_pages(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two articles begin on the same page of the same journal and year, whatever their titles leave out."""
    first = [re.match(r"\d+", str(f.get("page", ""))) for f in (one, other)]
    journals = [fold(str(f.get("container-title", ""))) for f in (one, other)]
    return bool(
        first[0]
        and first[1]
        and first[0].group() == first[1].group()
        and journals[0]
        and journals[0] == journals[1]
        and one.get("issued") == other.get("issued")
        and one.get("volume") == other.get("volume")
    )


def same_article_by_page(work: Work, mention: Mention) -> bool:
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
    """Whether the first authors agree, also where one has given and family name the other way round."""
    one, other = work.surnames[0], mention.surnames[0]
    if one == other or one.split()[-1] == other.split()[-1]:
        return True
    return bool(set(_name_words(work.csl)) & set(one.split() + other.split()) >= {other})


def _name_words(fields: Mapping[str, Any]) -> list[str]:
    people = fields.get("author") or fields.get("editor") or []
    return [w for p in people[:1] for v in p.values() for w in fold(v).split()]


def contradict(one: str, other: str) -> bool:
    """Whether two titles that begin alike are those of two works: their numbers or their subtitles differ.

    "Situation update No. 267" and "No. 276"; "Thematic report: attacks ..." and "Thematic report: detention ...".
    A title may lack a number or a subtitle that the other has, but not the number of a series: "No. 5", "Part II".
    """
    if _SERIAL.findall(one) != _SERIAL.findall(other):
        return True
    a, b = (set(_NUMBER.findall(t)) for t in (one, other))
    if not (a <= b or b <= a):
        return True
    below = [words(t[len(main_title(t)) :]) for t in (one, other)]
    return all(below) and fuzz.partial_ratio(*(" ".join(w) for w in below)) < _SUBTITLES_ALIKE


def other_decision(work: Work, mention: Mention) -> bool:
    """Whether `mention` has another ECLI than `work`, which tells decisions apart whatever number was misprinted."""
    fields: Mapping[str, Any] = mention.description.csl if mention.description else {}
    numbers = [str(f.get("number", "")) for f in (work.csl, fields)]
    return all(n.startswith("ECLI:") for n in numbers) and numbers[0] != numbers[1]


def same_law(one: str, other: str) -> bool:
    """Whether two laws or cases go by the same name: all its words and numbers, though one may go on further.

    Laws keep their numbers: "Law No. 147" is not "Law No. 42 of 2008", nor "26 U.S.C. § 501" "26 U.S.C. § 162".
    """
    a, b = words(one), words(other)
    shorter, longer = sorted((a, b), key=len)
    if a == b:
        return True
    if contradict(one, other):
        return False
    begins_so = longer[: len(shorter)] == shorter
    telling = len(shorter) >= 4 or any(w.isdigit() for w in shorter)
    return (telling and begins_so) or fuzz.ratio(" ".join(a), " ".join(b)) >= 94


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


def begins(called: str, work: Work) -> bool:
    """Whether a case or instrument goes by the words at the beginning of its title, or of its second party's name."""
    wanted = tuple(fold(called).split())
    if len(wanted) < 2 and work.kind != "legal":
        return False  # "Cambodia" is a country and no short form of "Cambodia's NGO bill"
    return any(
        wanted == tuple(fold(t).split())[at : at + len(wanted)]
        for t in work.titles
        for at in (0, *(_parties(t) if work.kind == "legal" else ()))
    )


def _parties(title: str) -> tuple[int, ...]:
    """Where the words of the second party begin: "Attorney-General v. Nissan" -> 3."""
    there = fold(title).split()
    return tuple(i + 1 for i, w in enumerate(there) if w in {"v", "vs", "c", "gegen", "contre"})


def runs_through(short: str, work: Work) -> bool:
    """Whether at least two words of a title without an author stand side by side in the work's title.

    A single word is too little: "Report, para. 5" is no title of a work known by its author.
    """
    wanted = words(short)
    if len(wanted) < 2:
        return any(wanted == words(main_title(t)) for t in work.titles)
    return any(f" {' '.join(wanted)} " in f" {' '.join(words(t))} " for t in work.titles)


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


def author_may_be(work: Work, mention: Mention) -> bool:
    """Whether the names given may be the author's in another spelling: a body's, one misprinted, or none."""
    if not work.surnames or not mention.surnames:
        return True
    if any(" " in name for name in (work.surnames[0], mention.surnames[0])):
        return True  # a body goes by several names
    return any(fuzz.ratio(one, other) >= 75 for one in work.surnames for other in mention.surnames)


def _surname_agrees(one: str, other: str) -> bool:
    """Whether two names agree: "de Carvalho" with "Carvalho", a body's name with its beginning or its short form."""
    if one == other or one.split()[-1:] == other.split()[-1:]:
        return True
    return len(other.split()) > 1 and (f" {one} ".startswith(f" {other} ") or f" {other} ".startswith(f" {one} "))


def goes_by(work: Work, mention: Mention) -> bool:
    """Whether a short form is a name that the document itself gave to the work ("hereinafter Brahimi Report")."""
    if not work.short_names:
        return False
    said = {fold(mention.title), *mention.surnames}
    printed = f"{_without_article(fold(mention.text))} "
    called = [_without_article(s) for s in work.short_names]
    if _AUTHORED.match(mention.text):
        called = [name for name in called if " " in name]
    return any(n in said or printed.startswith(f"{n} ") for n in called)


def _without_article(folded: str) -> str:
    first, space, rest = folded.partition(" ")
    return rest if space and first in ARTICLES else folded


def is_given_name(work: Work, title: str) -> bool:
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
