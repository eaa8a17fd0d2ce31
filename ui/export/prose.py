"""A selection as a document of pandoc's: each passage a quotation with its cite, then the list of references."""

import json
from collections.abc import Sequence

from index import pandoc
from ingest.model import Csl
from ui.cites import nodes
from ui.cites.citing import settable, suffix
from ui.errors import CitingError
from ui.export.selection import Selection, Work
from ui.wording import section_words


def blocks_of(selection: Selection) -> list[nodes.Block]:
    """The text: headings where the section changes, each passage with its remark before it and its cite at its end."""
    blocks: list[nodes.Block] = []
    above: tuple[str, str] | None = None
    lists = {extract.list for extract in selection.extracts}
    for extract in selection.extracts:
        section = section_words(extract.section, str(extract.work.csl.get("title", "")))
        here = (extract.list if len(lists) > 1 else "", section if len(selection.works) == 1 else "")
        if here != above:
            blocks += [nodes.header(level, text) for level, text in enumerate(here, start=1) if text]
            above = here
        if extract.remark:
            blocks.append(nodes.para(nodes.words(extract.remark)))
        cite = nodes.cite(extract.work.key, suffix(extract.locator))
        # Where the style makes a note of the cite, pandoc takes the blank before it away.
        blocks.append(nodes.quote([nodes.para([*nodes.words(f"{extract.words} "), cite])]))
    return [*blocks, *nodes.references_here()]


def items_of(works: Sequence[Work], style: str) -> list[Csl]:
    """The works as items that the style can set."""
    return [
        {"type": "document", **{name: value for name, value in settable(work.csl, style).items() if name != "abstract"}}
        | {"id": work.key}
        for work in works
    ]


def document_of(selection: Selection, style: str) -> nodes.Pandoc:
    """The whole, with its works in the metadata.

    Raises:
        CitingError: pandoc cannot read a work.
    """
    try:
        read = pandoc.convert(json.dumps(items_of(selection.works, style)), "csljson", "json")
    except pandoc.PandocFailed as error:
        raise CitingError(f"pandoc cannot read the works: {error}") from error
    meta = {"title": nodes.said(selection.title), "references": json.loads(read)["meta"]["references"]}
    if not selection.extracts:
        meta["nocite"] = {"t": "MetaInlines", "c": [nodes.cite("*", "")]}
    return nodes.document(blocks_of(selection), meta)
