"""The key of a cited work: the same for the same work in any document.

A ladder, the first rung that the citation reaches: DOI; UN symbol; for web pages the address; first surname, title
and year; for what these do not tell from other works, its address or its own words. Titles count without case,
accents, punctuation and articles. A key may fail to join two citations of one work, but must not join two works.
"""

from collections.abc import Mapping
from typing import Any

from ingest.words.addresses import normal_url
from ingest.words.folding import KINDS_OF_LAWS, fold, main_title, words

_LAWS = frozenset({"legal_case", "legislation", "treaty"})


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
    if kind == "web" and csl.get("URL"):
        return normal_url(str(csl["URL"]))
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
    a title, as German lawyers do, go by journal and first page.
    """
    people = csl.get("author") or csl.get("editor") or [{}]
    by_person = "family" in people[0]
    surname = fold(people[0].get("family") or people[0].get("literal") or "").split()
    title = csl.get("title") or ""
    if title and csl.get("type") in _LAWS:
        telling = tuple(w for w in fold(title).split() if w != "the")  # "LA. REV. STAT. § 274" keeps its "LA."
    elif title:
        telling = words(main_title(title) if by_person else title)
    elif csl.get("container-title"):
        telling = tuple(fold(f"{csl['container-title']} {csl.get('page', '')}").split())
    else:
        return ""
    if not _tells(telling, title, known_author=bool(surname)):
        return ""
    parts = csl.get("issued", {}).get("date-parts")
    return "-".join((*surname, *telling, *([str(parts[0][0])] if parts else [])))


def _tells(telling: tuple[str, ...], title: str, *, known_author: bool) -> bool:
    """Whether the words of a title are enough to know a work by."""
    if set(telling) <= KINDS_OF_LAWS or max(map(len, telling), default=0) < 3:
        return False
    return len(telling) > 1 or known_author or sum(c.isupper() for c in title) > 1  # "ArbVG" is known by itself
