"""The key of a cited work: the same for the same work in any document.

A ladder, the first rung that the citation reaches: DOI; UN symbol; for web pages the address; first surname, title
and year; for what these do not tell from other works, its address or its own words. Titles count without case,
accents, punctuation and articles. A key may fail to join two citations of one work, but must not join two works.
"""

import re
from collections.abc import Mapping
from typing import Any

from ingest.citations.publishers import PUBLISHER, is_town
from ingest.citations.responses import is_response
from ingest.words.addresses import normal_url
from ingest.words.folding import KINDS_OF_LAWS, fold, main_title, words
from ingest.words.names import is_body
from ingest.words.wordlists import wordlist
from ingest.works.spelling import body, family, spelled, unhyphened
from ingest.works.titles import without_makers

_LAWS = frozenset({"hearing", "legal_case", "legislation", "treaty"})
_OF_ANY_WORK = wordlist("titles_of_any_work")
_LONG = 8
"""Letters of a book's title of one word that, with name and year, is enough without its subtitle: "Peaceland: ..."."""
_WITH_IMPRINT = frozenset({"book", "report", "thesis"})
_LETTERED = re.compile(r"[A-Z]{2,}\W?\d")
"""A number that tells whose it is, "FM 3-24"; "Report, no. 3" there are many."""
_IMPRINT = 5
"""Words of a publisher or a town."""


def work_key(csl: Mapping[str, Any], kind: str, text: str) -> str:
    """Return the key of the work that `csl` describes.

    Args:
        csl: CSL fields; `number` holds a UN symbol where `kind` is "un-document".
        kind: The citation kind, as in `ingest.model.CitationKind`.
        text: The citation's words, the last resort.
    """
    if doi := csl.get("DOI"):
        return str(doi)
    if kind == "un-document" and csl.get("number"):
        return str(csl["number"])
    if kind == "web" and csl.get("URL") and "publisher" not in csl and not is_response(csl):
        url = normal_url(str(csl["URL"]))
        if "/" in url or not csl.get("author"):  # else a site's, which has works by many people
            return url
    if kind in {"interview", "correspondence", "on-file"}:
        return f"{kind}-" + "-".join(words(text))
    if kind == "legal" and str(csl.get("number", "")).startswith("ECLI:"):
        return str(csl["number"])
    described = description_key(csl)
    if not described and csl.get("URL"):
        return normal_url(str(csl["URL"]))
    return described or "-".join(words(text))


def description_key(csl: Mapping[str, Any]) -> str:
    """Return first surname, title and year, folded and hyphenated: "karlsrud-un-war-2015".

    "" where these are too little to know the work by in any document: no title, a title that only tells of what kind
    the work is ("Law"), one word without an author. A person's work goes by its main title, because one author's
    "The UN at War: Examining the Consequences ..." is another's "UN at War"; a body's, a law's, or one without author
    by the whole title, because bodies issue many a "Thematic report: ..." in a year. Journal articles cited without
    a title, as German lawyers do, go by journal and first page, and so does an "Introduction" besides its title.
    """
    people = csl.get("author") or csl.get("editor") or [{}]
    by_person = "family" in people[0]
    who = family(fold(people[0]["family"])) if by_person else body(people[0].get("literal") or "")
    title, year = without_makers(csl.get("title") or ""), _year(csl)
    if by_person and csl.get("type") in _WITH_IMPRINT:
        title = _without_imprint(title)
    within = tuple(fold(f"{csl['container-title']} {csl.get('page', '')}").split()) if "container-title" in csl else ()
    if title and csl.get("type") in _LAWS:
        telling = tuple(w for w in fold(title).split() if w != "the")  # "LA. REV. STAT. § 274" keeps its "LA."
    elif title:
        plain = unhyphened(title)
        telling = tuple(
            map(spelled, words(_main(plain, book=bool(year) and csl.get("type") == "book") if by_person else plain))
        )
    elif within:
        telling = within
    else:
        return ""
    if not _tells(telling, title, known_author=bool(who)):
        if not _LETTERED.match(number := str(csl.get("number", ""))) or set(telling) <= KINDS_OF_LAWS | _OF_ANY_WORK:
            return ""
        telling = (*words(number), *telling)  # "FM 3-24, Counterinsurgency"
    if set(telling) <= _OF_ANY_WORK:
        telling = (*telling, *within)
    return "-".join((*who.split(), *telling, *([str(year)] if year else [])))


def _without_imprint(title: str) -> str:
    """A title without publisher and town that were read with it: "Understanding Peacekeeping, Polity Press"."""
    head, comma, last = title.rpartition(", ")
    imprint = len(last.split()) <= _IMPRINT and (PUBLISHER.search(last) or is_town(last) or is_body(last))
    return _without_imprint(head) if comma and imprint and len(words(head)) > 1 else title


def _main(title: str, *, book: bool) -> str:
    """The main title; for a book of a known year also one of a single word, if many works are not called so."""
    main = main_title(title)
    first = words(main.partition(": ")[0])
    telling = book and len(first) == 1 and len(first[0]) >= _LONG and first[0] not in _OF_ANY_WORK
    return first[0] if telling else main


def _tells(telling: tuple[str, ...], title: str, *, known_author: bool) -> bool:
    """Whether the words of a title are enough to know a work by."""
    if set(telling) <= KINDS_OF_LAWS or max(map(len, telling), default=0) < 3:
        return False
    return len(telling) > 1 or known_author or sum(c.isupper() for c in title) > 1  # "ArbVG" is known by itself


def _year(csl: Mapping[str, Any]) -> int | None:
    parts = csl.get("issued", {}).get("date-parts")
    return int(parts[0][0]) if parts else None
