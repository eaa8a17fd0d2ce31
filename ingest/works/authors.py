"""When the names of two citations are those of the same people."""

import re
from collections.abc import Mapping
from typing import Any

from rapidfuzz import fuzz

from ingest.citations.mention import Mention
from ingest.citations.work import Work
from ingest.words.folding import fold
from ingest.words.names import surname

_INITIALS = re.compile(r"(?:[A-ZÀ-Þ][a-z]?\.[\s-]?)+(?=[^\W\d_]{2})")


def known_by(work: Work) -> tuple[str, ...]:
    """Return the surnames by which one speaks of a work: its authors', else those of the editors of a whole book.

    "United Nations Interventionism, ed. by Mats Berdal and Spyros Economides" is Berdal's and Economides'.
    """
    if work.surnames or "container-title" in work.csl:
        return work.surnames
    return tuple(map(surname, work.csl.get("editor", ())))


def authors_agree(work: Work, mention: Mention) -> bool:
    """Whether the names of a short form are the work's authors, its first one at least, none besides."""
    people = known_by(work)
    if not people or not mention.surnames:
        return False
    # The first author must be named, except where all are in another order: "Ucko and Berdal" for Berdal and Ucko.
    if not initials_agree(work, mention):
        return False
    whole = len(people) == len(mention.surnames) > 1
    if not whole and not _surname_agrees(people[0], mention.surnames[0]):
        return False
    return all(any(_surname_agrees(s, name) for s in people) for name in mention.surnames)


def initials_agree(work: Work, mention: Mention) -> bool:
    """Whether initials before a short form's name may be the first author's: "L. Delmas" is not Jean Delmas."""
    m = _INITIALS.match(mention.text)
    people = work.csl.get("author") or work.csl.get("editor") or [{}]
    given = fold(str(people[0].get("given", ""))).split()
    if not m or not given or not fold(mention.text[m.end() :]).startswith(known_by(work)[0]):
        return True
    # "M.-A." and "M." are both Marie-Anne, "T." is W. J. Torrance
    return fold(m.group())[0] in {name[0] for name in given}


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


def same_first_author(work: Work, mention: Mention) -> bool:
    """Whether the first authors agree, also where one has given and family name the other way round."""
    one, other = work.surnames[0], mention.surnames[0]
    fields: Mapping[str, Any] = mention.description.csl if mention.description else {}
    if one == other or one.split()[-1] == other.split()[-1]:
        given = [_initials(work.csl), _initials(fields)]
        return not all(given) or bool(given[0] & given[1])
    return bool(set(name_words(work.csl)) & set(one.split() + other.split()) >= {other})


def _initials(fields: Mapping[str, Any]) -> set[str]:
    """The initials of the first author's given names: those of Anna Weller are not those of Patrick Weller."""
    people = fields.get("author") or fields.get("editor") or [{}]
    return {name[0] for name in fold(str(people[0].get("given", ""))).split()}


def name_words(fields: Mapping[str, Any]) -> list[str]:
    """Return all words of the first author's name, folded."""
    people = fields.get("author") or fields.get("editor") or []
    return [w for p in people[:1] for v in p.values() for w in fold(v).split()]


def is_given_name(work: Work, title: str) -> bool:
    """Whether what stands after a surname and a comma is the author's given name: "Karlsrud, John"."""
    return set(fold(title).split()) <= set(name_words(work.csl))
