"""Zotero's own exports: Better BibTeX JSON, with files, collections, tags and item keys."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from index.bibliographies.items import Item

_ITEM_KEY = re.compile(r"/items/([A-Z0-9]{8})$")
_NO_WORKS = frozenset({"attachment", "note", "annotation"})
_EXTRA = re.compile(r"^\s*(DOI|Citation Key)\s*:\s*(\S+)\s*$", re.IGNORECASE | re.MULTILINE)


def item_key(address: str) -> str:
    """The key in an item's address ("http://zotero.org/users/1/items/ABCD1234"); "" for anything else."""
    found = _ITEM_KEY.search(address)
    return found[1] if found else ""


def zotero_items(export: Mapping[str, Any], name: str) -> list[Item]:
    """The items of a Better BibTeX JSON export.

    Raises:
        ValueError: It has no list of items.
    """
    items = export.get("items")
    if not isinstance(items, list):
        raise ValueError("an export from Zotero with its items is expected")
    shelves = _collections(export.get("collections") or {})
    return [_item(item, shelves, name) for item in items if item.get("itemType") not in _NO_WORKS]


def _item(item: Mapping[str, Any], shelves: Mapping[Any, tuple[str, ...]], name: str) -> Item:
    extra = {field.lower(): value for field, value in _EXTRA.findall(str(item.get("extra") or ""))}
    csl = _csl(item)
    if "doi" in extra:
        csl.setdefault("DOI", extra["doi"])
    attached = [one.get("path") or one.get("localPath") or "" for one in item.get("attachments") or ()]
    # As a string: older exports number items, newer ones may not.
    inside = shelves.get(str(item.get("itemID")), ()) + shelves.get(str(item.get("itemKey") or item.get("key")), ())
    return Item(
        key=str(item.get("citationKey") or item.get("citekey") or extra.get("citation key") or ""),
        csl=csl,
        files=tuple(path for path in attached if path),
        read_from=name,
        tags=tuple(str(tag["tag"] if isinstance(tag, Mapping) else tag) for tag in item.get("tags") or ()),
        collections=tuple(sorted(set(inside))),
        item=str(item.get("itemKey") or item_key(str(item.get("uri") or "")) or item.get("key") or ""),
    )


def _collections(told: Mapping[str, Mapping[str, Any]]) -> Mapping[str, tuple[str, ...]]:
    """For each item, by its number or key, the collections that it stands in, with those above them."""
    found: dict[str, tuple[str, ...]] = {}
    for key in told:
        path: list[str] = []
        above = key
        while above in told and len(path) < len(told):  # a circle would be a fault of the file
            path.insert(0, str(told[above]["name"]).replace("/", "∕"))
            above = str(told[above].get("parent") or "")
        for item in told[key].get("items") or ():
            found[str(item)] = (*found.get(str(item), ()), "/".join(path))
    return found


def _csl(item: Mapping[str, Any]) -> dict[str, Any]:
    words = _words()
    kind = str(item.get("itemType") or "document")
    csl: dict[str, Any] = {"type": words["types"].get(kind, kind)}
    for field, theirs in words["fields"].items():
        value = next((str(item[one]).strip() for one in theirs if item.get(one)), "")
        if value:
            csl[field] = value
    for creator in item.get("creators") or ():
        role = words["creators"].get(str(creator.get("creatorType")), "author")
        csl.setdefault(role, []).append(_name(creator))
    for field, theirs in (("issued", "date"), ("accessed", "accessDate")):
        if item.get(theirs):
            csl[field] = str(item[theirs])
    return csl


def _name(creator: Mapping[str, Any]) -> dict[str, str]:
    if not creator.get("lastName") or not creator.get("firstName"):
        return {"literal": str(creator.get("name") or creator.get("lastName") or creator.get("firstName") or "")}
    return {"family": str(creator["lastName"]), "given": str(creator["firstName"])}


@cache
def _words() -> Mapping[str, Any]:
    return tomllib.loads(files("index").joinpath("data", "zotero.toml").read_text(encoding="utf-8"))
