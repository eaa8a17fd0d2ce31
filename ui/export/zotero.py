"""Zotero's fields of Word, so that its plug-in can go on where Bluenote ends: change the style, add, refresh.

A field is what Word calls a complex field: its code, which Zotero reads, and its result, which Word shows. The code of
a cite is `ADDIN ZOTERO_ITEM CSL_CITATION` and a JSON object as citeproc-js takes it
(https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-citation.json), with each item whole in
it; that of a bibliography is `ADDIN ZOTERO_BIBL`. The document's style stands in its property ZOTERO_PREF_1 and on.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from index.locators import is_in_words, locator_words
from ingest.model import Csl, Locator
from ui.cites import nodes
from ui.export.selection import Extract

_SCHEMA = "https://github.com/citation-style-language/schema/raw/master/csl-citation.json"
_SIGNS = "23456789ABCDEFGHIJKLMNPQRSTUVWXYZ"
"""Of which Zotero makes the keys of items: those that nobody takes for one another."""
_PROPERTY = 255
"""Characters that a property of a Word document may hold."""
_CSL = "{http://purl.org/net/xbiblio/csl}"


def field(code: str, result: Sequence[nodes.Inline]) -> list[nodes.Inline]:
    """A complex field: marks and code before its result, a mark after it."""
    return [*opening(code), *result, closing()]


def opening(code: str) -> list[nodes.Inline]:
    """What stands before a field's result."""
    return [
        nodes.raw("openxml", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'),
        nodes.raw("openxml", f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'),
        nodes.raw("openxml", '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'),
    ]


def closing() -> nodes.Inline:
    """What stands after a field's result."""
    return nodes.raw("openxml", '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def cite_code(number: int, extract: Extract, item: Csl, shown: str, *, note: int) -> str:
    """The code of one cite.

    Args:
        number: of the cite in its document, from 0.
        extract: what is cited.
        item: the work as the style sets it.
        shown: the cite as it stands in the text.
        note: number of the footnote that it stands in, 0 where it stands in the text itself.
    """
    citation = {
        "citationID": _key(f"{number} {extract.work.key}").lower(),
        "properties": {"formattedCitation": shown, "plainCitation": shown, "noteIndex": note},
        "citationItems": [
            {
                "id": extract.work.key,
                "uris": [_address(item)],
                "itemData": {**item, "id": extract.work.key},
                **_place(extract.locator),
            }
        ],
        "schema": _SCHEMA,
    }
    return f"ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(citation, ensure_ascii=False)}"


def bibliography_code() -> str:
    """The code of the list of references."""
    return 'ADDIN ZOTERO_BIBL {"uncited":[],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY'


def preferences(style: Path, *, notes: bool) -> Mapping[str, str]:
    """The document's properties that tell Zotero its style, in pieces as long as Word allows."""
    data = (
        '<data data-version="3" zotero-version="7.0"><session id="bluenote"/>'
        f'<style id={quoteattr(_style_name(style))} hasBibliography="1" bibliographyStyleHasBeenSet="1"/>'
        f'<prefs><pref name="fieldType" value="Field"/><pref name="noteType" value="{int(notes)}"/></prefs></data>'
    )
    pieces = [data[at : at + _PROPERTY] for at in range(0, len(data), _PROPERTY)]
    return {f"ZOTERO_PREF_{number}": piece for number, piece in enumerate(pieces, start=1)}


def _place(locator: Locator) -> dict[str, Any]:
    if not locator.value:
        return {}
    if is_in_words(locator):
        return {"suffix": f", {locator_words(locator)}"}
    return {"locator": locator.value, "label": locator.label}


def _address(item: Csl) -> str:
    """By what Zotero knows two cites for cites of one item, in a library that is nobody's."""
    return f"http://zotero.org/users/local/{_key('bluenote')}/items/{_key(json.dumps(item, sort_keys=True))}"


def _key(text: str) -> str:
    """Eight of Zotero's signs, the same for the same text."""
    digest = hashlib.sha256(text.encode()).digest()
    return "".join(_SIGNS[byte % len(_SIGNS)] for byte in digest[:8])


def _style_name(style: Path) -> str:
    """The id that a style gives itself: "http://www.zotero.org/styles/apa"."""
    root = ElementTree.parse(style).getroot()  # noqa: S314 - a style's file is the user's own choice
    return root.findtext(f"{_CSL}info/{_CSL}id") or style.stem
