"""The rendered references of a page, each made once for its data, style and locator."""

import json
from collections.abc import Mapping, Sequence

from index.found import Cite, Hit
from ingest.model import Csl, Locator
from ui.citing import SetCite, set_cites

MOST_KEPT = 5000

_Slot = tuple[str, Locator, str]

_kept: dict[_Slot, SetCite] = {}


def of_hits(hits: Sequence[Hit], style: str) -> dict[Cite, SetCite]:
    """The reference of every cite that stands in the hits: the passages' own and their sentences'.

    Args:
        hits: the hits of one page.
        style: one of `ui.citing.STYLES`.
    """
    cites = {
        cite: hit.document.csl for hit in hits for cite in (hit.cite, *(sentence.cite for sentence in hit.sentences))
    }
    return of_cites(cites, style)


def of_cites(cites: Mapping[Cite, Csl], style: str) -> dict[Cite, SetCite]:
    """The reference of each cite, of the work given with it, in one run of pandoc for those that are new.

    Args:
        cites: what is cited, and of which work.
        style: one of `ui.citing.STYLES`.
    """
    slots = {cite: _slot(csl, cite, style) for cite, csl in cites.items()}
    kept = _kept.copy()  # threads share it, and another may empty it meanwhile
    found = {slot: kept[slot] for slot in slots.values() if slot in kept}
    missing = {slots[cite]: (csl, cite.key, cite.locator) for cite, csl in cites.items() if slots[cite] not in found}
    if missing:
        made = dict(zip(missing, set_cites(list(missing.values()), style), strict=True))
        found |= made
        if len(_kept) + len(made) > MOST_KEPT:
            _kept.clear()
        _kept.update(made)
    return {cite: found[slot] for cite, slot in slots.items()}


def _slot(csl: Csl, cite: Cite, style: str) -> _Slot:
    return json.dumps(dict(csl), sort_keys=True, default=str), cite.locator, style
