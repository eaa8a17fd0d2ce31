"""A cited work as reference managers want it: what its citation left unsaid because every reader of the notes knows it.

A UN document says neither that the United Nations issued it nor what its symbol is, an interview has no title, and the
Bluebook prints books in capitals.
"""

import re
from typing import Any

from index.citations import CitedWork
from index.found import HitSource
from index.terms.bynames import with_title
from ingest.model import Csl, Source
from ingest.words.unsymbols import symbol_of
from ui.cites.capitals import journal_out_of_capitals, title_out_of_capitals

_ORGANS = {
    "S": "United Nations, Security Council",
    "A": "United Nations, General Assembly",
    "A/HRC": "United Nations, Human Rights Council",
    "E": "United Nations, Economic and Social Council",
}
_RESOLUTION = re.compile(rf"(?P<organ>{'|'.join(_ORGANS)})/RES/(?P<number>.+)")


def described(work: Source | HitSource | CitedWork) -> dict[str, Any]:
    """The work's data, completed."""
    item: dict[str, Any] = {"type": "document", **with_title(work.key, work.csl)}
    item["title"] = str(item.get("title") or work.text)  # what an interview is its note says
    if item["title"] != item.get("number"):
        item["title"] = title_out_of_capitals(item["title"])
    if symbol := symbol_of(item):
        item |= _issued_by_the_un(item, symbol)
    if item.get("number") == item["title"]:
        del item["number"]  # of a UN document only its symbol may be known
    if item.get("container-title"):
        item["container-title"] = journal_out_of_capitals(str(item["container-title"]))
    if not item.keys() & {"DOI", "URL"} and (address := next((link.href for link in work.links), None)):
        item["URL"] = address  # docs.un.org, for what its citation names by a symbol alone
    return item


def _issued_by_the_un(csl: Csl, symbol: str) -> dict[str, Any]:
    """What a symbol tells: who speaks, who publishes, what stands before the number, what a resolution is called."""
    told: dict[str, Any] = {"publisher": "United Nations", "genre": "UN document"}
    author = "United Nations"
    if found := _RESOLUTION.fullmatch(symbol):
        author = _ORGANS[found["organ"]]
        if csl["title"] == csl["number"]:
            told["title"] = f"Resolution {found['number']}"
    if not csl.get("author"):
        told["author"] = [{"literal": author}]
    return {name: value for name, value in told.items() if name == "title" or not csl.get(name)}
