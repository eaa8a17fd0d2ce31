"""The works that the samples cite: bibliographies in `corpus/src/works/`, each other, UN symbols, people spoken to."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pypandoc

WORKS = Path(__file__).parent / "works"
SAMPLES = WORKS.parents[1] / "library.bib"
"""The samples themselves, which cite one another too."""

UN_SYMBOL = re.compile(r"(?:A|S|E|ST|DP|PBC|CCPR|CEDAW|JIU)/[A-Z0-9][\w./()–-]*$")
INLINE = {
    "interview": "interview",
    "email": "correspondence",
    "letter": "correspondence",
    "correspondence": "correspondence",
    "file": "on-file",
    "on-file": "on-file",
    "web": "web",
    "case": "legal",
    "treaty": "legal",
    "dataset": "dataset",
}
"""What a key's prefix ("interview:bamako-officer-1") says of the kind of a source that no bibliography lists."""

_BY_TYPE = {"legal_case": "legal", "legislation": "legal", "treaty": "legal", "dataset": "dataset", "webpage": "web"}
_ORGANS = {"A": "United Nations General Assembly", "S": "United Nations Security Council"}


def load() -> dict[str, dict[str, Any]]:
    """All works of the bibliographies, and the samples themselves, as CSL-JSON items by citekey.

    Raises:
        ValueError: two bibliographies give one citekey to different works.
    """
    works: dict[str, dict[str, Any]] = {}
    for bibliography in [*sorted(WORKS.glob("*.bib")), SAMPLES]:
        entries = re.split(r"(?m)^(?=@)", bibliography.read_text(encoding="utf-8"))
        # pandoc puts English titles into sentence case, and "the Congo" with them; it leaves all others as they are.
        english = {entry.split("{")[1].split(",")[0] for entry in entries[1:] if "langid" not in entry}
        text = "".join(
            entry.replace(",", ", langid = {french},", 1) if entry.startswith("@") and "langid" not in entry else entry
            for entry in entries
        )
        for item in json.loads(pypandoc.convert_text(text, "csljson", format="biblatex")):
            if item["id"] in english:
                item["language"] = "en"
            item["type"] = item["type"] or "document"
            if works.setdefault(item["id"], item) != item:
                raise ValueError(f"{bibliography.name}: {item['id']} is another work elsewhere")
    return works


def describe(key: str, works: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """The CSL-JSON item of a key.

    Raises:
        KeyError: no bibliography has it, and it is neither a UN symbol nor has a known prefix.
    """
    if key in works:
        return works[key]
    if UN_SYMBOL.match(key):
        organ = _ORGANS.get(key.split("/")[0], "United Nations")
        return {"id": key, "type": "document", "number": key, "author": [{"literal": organ}]}
    prefix = key.split(":")[0]
    if ":" in key and prefix in INLINE:
        return {"id": key, "type": "interview" if prefix == "interview" else "document"}
    raise KeyError(key)


def kind(key: str, works: Mapping[str, dict[str, Any]]) -> str:
    """The contract's `citations[].kind` of a key."""
    if UN_SYMBOL.match(key):
        return "un-document"
    item = describe(key, works)
    if key not in works:
        return INLINE[key.split(":")[0]]
    if UN_SYMBOL.match(str(item.get("number", ""))):
        return "un-document"
    return _BY_TYPE.get(item["type"], "work")
