"""The key of a cited work: the same for the same work in any document.

A ladder, the first rung that the citation reaches: DOI; UN symbol; for web pages the address; first surname, title
and year; for what has neither title nor author, its address or its own words. Titles count without their subtitle,
case, accents, punctuation and articles, because one author's "The UN at War: Examining the Consequences ..." is
another's "UN at War".
"""

from collections.abc import Mapping
from typing import Any

from .addresses import normal_url
from .folding import fold, main_title, words


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
    described = description_key(csl)
    if not described and csl.get("URL"):
        return normal_url(str(csl["URL"]))
    return described or "-".join(words(text))


def description_key(csl: Mapping[str, Any]) -> str:
    """Return first surname, main title and year, folded and hyphenated: "karlsrud-un-at-war-2015"; "" without a title.

    Journal articles cited without a title, as German lawyers do, go by journal and first page.
    """
    title = csl.get("title") or ""
    if not title and csl.get("container-title"):
        title = f"{csl['container-title']} {csl.get('page', '')}"
    if not title:
        return ""
    people = csl.get("author") or csl.get("editor") or [{}]
    parts = csl.get("issued", {}).get("date-parts")
    surname = people[0].get("family") or people[0].get("literal") or ""
    pieces = (*fold(surname).split(), *words(main_title(title)), str(parts[0][0]) if parts else "")
    return "-".join(p for p in pieces if p)
