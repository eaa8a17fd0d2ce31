"""The rendered references of a page of hits, each made once for its data, style and locator."""

import json
from collections.abc import Sequence

from index.model import Cite, Hit
from ingest.model import Csl, Locator
from ui.citing import SetCite, Wanted, set_cites

MOST_KEPT = 5000

_kept: dict[tuple[str, Locator, str], SetCite] = {}


def of_hits(hits: Sequence[Hit], style: str) -> dict[Cite, SetCite]:
    """The reference of every cite that stands in the hits: the passages' own and their sentences'.

    Args:
        hits: the hits of one page.
        style: one of `ui.citing.STYLES`.
    """
    wanted = {
        cite: hit.document.csl for hit in hits for cite in (hit.cite, *(sentence.cite for sentence in hit.sentences))
    }
    missing: dict[tuple[str, Locator, str], Wanted] = {
        _slot(csl, cite, style): (csl, cite.key, cite.locator) for cite, csl in wanted.items()
    }
    missing = {slot: work for slot, work in missing.items() if slot not in _kept}
    if len(_kept) > MOST_KEPT:
        _kept.clear()
        return of_hits(hits, style)
    if missing:
        _kept.update(zip(missing, set_cites(list(missing.values()), style), strict=True))
    return {cite: _kept[_slot(csl, cite, style)] for cite, csl in wanted.items()}


def _slot(csl: Csl, cite: Cite, style: str) -> tuple[str, Locator, str]:
    return json.dumps(dict(csl), sort_keys=True, default=str), cite.locator, style
