"""Whether two cited items are one work, versions of one work, or two works.

Preprint and publisher's copy, another edition, a translation, a revision or addendum of a UN document are versions:
each is a source of its own, because what it says and where its pages are may differ, but a reader wants to know of it.
One work is only what an identifier says, or names, title and year together without contradiction.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ingest.model import Csl
from ingest.words.folding import fold, main_title, words
from ingest.words.names import surname
from ingest.words.unsymbols import symbol_of
from ingest.words.wordlists import wordlist
from ingest.works.titleindex import TitleIndex
from ingest.works.titles import contradict, same_title

Kinship = Literal["same", "version", "different"]

_SUFFIX = re.compile(r"/(?P<kind>Rev|Corr|Add|Amend|Summary)\.?\s?(?P<number>\d*)", re.IGNORECASE)
_SUFFIXES = {"rev": "revision", "corr": "corrigendum", "add": "addendum", "amend": "amendment", "summary": "summary"}
_ARXIV = re.compile(
    r"arxiv(?:\.org/(?:abs|pdf)/|[.:/])\s?(?P<number>\d{4}\.\d{4,5}|[a-z-]+/\d{7})(?P<version>v\d+)?", re.I
)
_DOI_VERSION = re.compile(r"(?:[._/]v|/rev)\d+$", re.IGNORECASE)
"""What preprint servers add to a DOI for each version: "10.31235/osf.io/abcde_v2", "10.21203/rs.3.rs-1/v1"."""
_LONG = 8
"""Letters of a title of one word that, with its author, is likely one book's."""
_TELLING = 3
"""Words of a title without which two items of the same authors may be two works."""
_UNPUBLISHED = frozenset({"report", "thesis", "article", "manuscript"})
_PUBLISHED = frozenset({"article-journal", "chapter"})
_OF_ANY_WORK = wordlist("titles_of_any_work")
_MANY = 20
"""Items of one author and like titles, above which the title is a formula ("Report of the Secretary-General")."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two items stand to each other."""

    kinship: Kinship
    why: str
    """In words that a reader understands; "" for different works."""


_DIFFERENT = Verdict("different", "")


def compare(one: Csl, other: Csl) -> Verdict:
    """Say of two CSL items whether they are the same work, versions of one work, or different works."""
    for test in (_documents, _dois, _preprints, _descriptions):
        if verdict := test(one, other):
            return verdict
    return _DIFFERENT


def kin(items: Iterable[tuple[str, Csl]]) -> Iterator[tuple[str, str, Verdict]]:
    """Yield the pairs of items that are the same work or versions of one, each pair once, by their ids.

    Only items are compared that share a base symbol, a bare DOI or preprint number, or the first author's name and a
    like title or place in a journal, so that thousands of sources take no longer than they must.
    """
    known = dict(items)
    idents = list(known)
    groups: dict[str, list[int]] = defaultdict(list)
    titles: dict[str, TitleIndex] = defaultdict(TitleIndex)
    for number, csl in enumerate(known.values()):
        alike: set[int] = set()
        for trait in dict.fromkeys(_traits(csl)):
            alike.update(groups[trait][:_MANY])
            groups[trait].append(number)
        for person in _people(csl)[:1]:
            index = titles["".join(surname(dict(person)).split()[-1:])]
            for title in filter(None, (csl.get("title"), csl.get("original-title"))):
                like = index.like(str(title), None)
                alike |= like if len(like) <= _MANY else set()
                index.add(number, str(title), None)
        for other in sorted(alike - {number}):
            verdict = compare(known[idents[other]], csl)
            if verdict.kinship != "different":
                yield idents[other], idents[number], verdict


def _traits(csl: Csl) -> Iterator[str]:
    if symbol := symbol_of(csl):
        yield f"un:{_base(symbol)}"
    if doi := csl.get("DOI"):
        yield f"doi:{_DOI_VERSION.sub('', str(doi).lower())}"
    if number := _arxiv(csl):
        yield f"arxiv:{number[0]}"
    for person in _people(csl)[:1]:
        if word := _one_word(csl):
            yield f"word:{surname(dict(person)).split()[-1:]} {word}"
        if "page" in csl and "container-title" in csl:
            name = surname(dict(person)).split()[-1:]
            yield f"place:{name} {fold(str(csl['container-title']))} {csl.get('volume')} {_first_page(csl)}"


def _documents(one: Csl, other: Csl) -> Verdict | None:
    a, b = symbol_of(one), symbol_of(other)
    if not a and not b:
        return None
    if not a or not b or _base(a) != _base(b):
        return _DIFFERENT
    if a == b:
        return Verdict("same", f"both are {a}")
    if _base(a) not in {a, b}:
        revised = re.sub(r"\d+$", "", a) == re.sub(r"\d+$", "", b) and "/Rev" in a
        return Verdict("version", f"{a} and {b} are revisions of {_base(a)}") if revised else _DIFFERENT
    later = max((a, b), key=len)
    kinds = [_SUFFIXES[m["kind"].lower()] for m in _SUFFIX.finditer(later)]
    return Verdict("version", f"{later} is the {' to the '.join(reversed(kinds))} to {_base(a)}")


def _dois(one: Csl, other: Csl) -> Verdict | None:
    a, b = (str(item.get("DOI", "")).lower() for item in (one, other))
    if not a or not b:
        return None
    if a == b:
        return Verdict("same", f"the same DOI, {a}")
    if _DOI_VERSION.sub("", a) == _DOI_VERSION.sub("", b):
        return Verdict("version", f"two versions under one DOI: {a} and {b}")
    described = _descriptions(one, other)
    if described and described.kinship != "different":
        return Verdict(
            "version", "the same authors and title with another DOI: preprint and published, or two printings"
        )
    return _DIFFERENT


def _preprints(one: Csl, other: Csl) -> Verdict | None:
    a, b = _arxiv(one), _arxiv(other)
    if not a or not b:
        return None
    if a[0] != b[0]:
        return _DIFFERENT
    if a[1] == b[1] or not (a[1] and b[1]):
        return Verdict("same", f"both are arXiv {a[0]}")
    return Verdict("version", f"versions {a[1]} and {b[1]} of arXiv {a[0]}")


def _descriptions(one: Csl, other: Csl) -> Verdict | None:
    """Compare names, title, year, container and edition."""
    if not _first_authors_agree(one, other):
        return None
    titles = [str(item.get("title", "")) for item in (one, other)]
    years = [_year(item) for item in (one, other)]
    if _printed_at(one) and _printed_at(one) == _printed_at(other) and years[0] == years[1] and all(titles):
        if same_title(*titles):
            return Verdict("same", "the same authors, journal, volume and pages")
        return Verdict(
            "version", f"on the same pages of {one['container-title']}: a translation, or one title misprinted"
        )
    if original := next((i for i, j in ((one, other), (other, one)) if _is_original(i, j)), None):
        return Verdict("version", f"a translation of “{original.get('title')}”")
    if _one_word(one) and _one_word(one) == _one_word(other) and sum(":" in title for title in titles) == 1:
        return Verdict("version", "the same author and title, one of them without its subtitle")
    if not all(titles) or contradict(*titles) or not same_title(*titles) or _of_many(one, other, titles):
        return None
    if min(len(words(main_title(t))) for t in titles) < _TELLING and fold(titles[0]) != fold(titles[1]):
        return None
    return _printings(one, other, years)


def _of_many(one: Csl, other: Csl, titles: Sequence[str]) -> bool:
    """Whether an author has many works of a title: "Introduction" to each book, a body's "World Report" each year."""
    if all(set(words(title)) <= _OF_ANY_WORK for title in titles):
        return one.get("container-title") != other.get("container-title")
    body = not any("family" in person for item in (one, other) for person in _people(item)[:1])
    return body and _year(one) != _year(other) and min(len(words(title)) for title in titles) <= _TELLING


def _one_word(csl: Csl) -> str:
    """The long word that a book's main title is: "peaceland" of "Peaceland" and of "Peaceland: Conflict Resolution"."""
    told = words(str(csl.get("title", "")).partition(":")[0])
    return told[0] if csl.get("type") == "book" and len(told) == 1 and len(told[0]) >= _LONG else ""


def _printings(one: Csl, other: Csl, years: Sequence[int | None]) -> Verdict | None:
    """Say what differs between two items of the same authors and title."""
    if "translator" in one and "translator" in other and _names(one, "translator") != _names(other, "translator"):
        return Verdict("version", "two translations of one work")
    if ("translator" in one) != ("translator" in other) and years[0] != years[1]:
        return Verdict("version", "original and translation, or two printings of it")
    editions = [str(item.get("edition", "")) for item in (one, other)]
    if editions[0] != editions[1] and years[0] != years[1]:
        return Verdict("version", f"editions of {years[0] or 'no year'} and {years[1] or 'no year'}")
    containers = [fold(str(item.get("container-title", ""))) for item in (one, other)]
    if all(containers) and containers[0] != containers[1]:
        return Verdict("version", f"printed in {one['container-title']} and in {other['container-title']}")
    if years[0] and years[1] and years[0] != years[1]:
        return Verdict("version", f"the same authors and title, dated {years[0]} and {years[1]}")
    kinds = {one.get("type"), other.get("type")}
    if len(kinds) == 2 and (kinds & _UNPUBLISHED) and (kinds & _PUBLISHED):
        return Verdict("version", "a report or thesis, and what was published of it")
    if all(years) and len(_people(one)) == len(_people(other)):
        return Verdict("same", "the same authors, title and year")
    return Verdict("version", "the same authors and title; one of them gives no year or fewer names")


def _base(symbol: str) -> str:
    return _SUFFIX.split(symbol, maxsplit=1)[0]


def _arxiv(csl: Csl) -> tuple[str, str] | None:
    """Return number and version of a preprint at arXiv."""
    for key in ("URL", "DOI", "number"):
        if m := _ARXIV.search(str(csl.get(key, ""))):
            return m["number"].lower(), (m["version"] or "").lower()
    return None


def _people(csl: Csl) -> Sequence[Mapping[str, Any]]:
    return csl.get("author") or csl.get("editor") or []


def _names(csl: Csl, role: str) -> list[str]:
    return [surname(dict(person)) for person in csl.get(role, [])]


def _first_authors_agree(one: Csl, other: Csl) -> bool:
    a, b = ([surname(dict(p)) for p in _people(item)[:1]] for item in (one, other))
    if not a or not b or a[0].split()[-1:] != b[0].split()[-1:]:
        return False
    given = [fold(str(_people(item)[0].get("given", "")))[:1] for item in (one, other)]
    return not all(given) or given[0] == given[1]  # Jan Müller is not Karl Müller


def _printed_at(csl: Csl) -> tuple[str, str, str] | None:
    """Journal, volume and first page, where all are given."""
    first = _first_page(csl)
    if not first or "container-title" not in csl or "volume" not in csl:
        return None
    return fold(str(csl["container-title"])), str(csl["volume"]), first


def _first_page(csl: Csl) -> str:
    m = re.match(r"\d+", str(csl.get("page", "")))
    return m.group() if m else ""


def _is_original(one: Csl, other: Csl) -> bool:
    called = other.get("original-title")
    return bool(called and one.get("title")) and same_title(str(called), str(one["title"]))


def _year(csl: Csl) -> int | None:
    parts = csl.get("issued", {}).get("date-parts")
    return int(parts[0][0]) if parts and parts[0] else None
