"""The rendered references of a page."""

from collections.abc import Mapping, Sequence

from index.found import Cite, Hit
from index.model import Entry
from ingest.model import Csl
from ui.cites.citing import SetCite, set_cites
from ui.wording import title_of


def of_hits(hits: Sequence[Hit], style: str) -> dict[Cite, SetCite]:
    """The reference of every cite that stands in the hits: the passages' own and their sentences'.

    Args:
        hits: the hits of one page.
        style: one of `ui.cites.styles.STYLES`.
    """
    cites = {
        cite: _item(hit.document) for hit in hits for cite in (hit.cite, *(sentence.cite for sentence in hit.sentences))
    }
    return of_cites(cites, style)


def of_cites(cites: Mapping[Cite, Csl], style: str) -> dict[Cite, SetCite]:
    """The reference of each cite, of the work given with it.

    Args:
        cites: what is cited, and of which work.
        style: one of `ui.cites.styles.STYLES`.
    """
    made = set_cites([(csl, cite.key, cite.locator) for cite, csl in cites.items()], style)
    return dict(zip(cites, made, strict=True))


def _item(document: Entry) -> Csl:
    """A document's data; one without a title goes by its file's name."""
    return document.csl if document.csl.get("title") else {**document.csl, "title": title_of(document)}
