"""BibTeX, BibLaTeX, RIS, CSL-JSON and Zotero's JSON and RDF as CSL items with their keys and files."""

import json
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from index import pandoc
from index.bibliographies.items import Item
from index.bibliographies.risfiles import ris_items
from index.bibliographies.sound import sound
from index.bibliographies.zotero import item_key, zotero_items
from index.bibliographies.zoterordf import rdf_export
from index.errors import LibraryError

_TITLES = frozenset(
    (
        "series",
        *(of + part for of in ("", "book", "main", "journal", "issue") for part in ("title", "subtitle", "titleaddon")),
    )
)
"""Fields whose words without braces pandoc sets in small letters."""


def read_items(path: Path) -> list[Item]:
    """The items of a bibliography, by the ending of its name; paths of files are told from its folder.

    Raises:
        LibraryError: It cannot be read, or is of no known kind.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise LibraryError(f"{path} is no bibliography: {', '.join(_READERS)} are read")
    try:
        return [_at(item, path.parent) for item in reader(path.read_text(encoding="utf-8-sig"), path.name)]
    except UnicodeDecodeError as error:
        raise LibraryError(f"the bibliography {path} is not in UTF-8: export or save it in that encoding") from error
    except (OSError, ValueError, RecursionError, pandoc.PandocFailed) as error:
        raise LibraryError(f"the bibliography {path} cannot be read: {str(error).strip().splitlines()[0]}") from error


def is_bibliography(path: Path) -> bool:
    """Whether a file's name ends as a bibliography's."""
    return path.suffix.lower() in _READERS


def _at(item: Item, folder: Path) -> Item:
    """The item as CSL has it, its files counted from the bibliography's folder, where Zotero puts them beside it."""
    return replace(
        item,
        csl=sound(item.csl),
        files=tuple(file if PurePath(file).is_absolute() else str((folder / file).absolute()) for file in item.files),
    )


def _bibtex(text: str, name: str) -> list[Item]:
    """Entries by bibtexparser, which survives broken ones; each sound one to CSL by pandoc, which knows BibLaTeX."""
    import bibtexparser

    logging.getLogger("bibtexparser").setLevel(logging.ERROR)  # broken entries: the sound ones are what is wanted
    library = bibtexparser.parse_string(text)
    entries = [entry for entry in library.entries if entry.key]
    if not entries:
        return []
    for entry in entries:
        _keep_as_written(entry)
    plain = bibtexparser.Library([*library.strings, *entries])
    made = json.loads(pandoc.convert(bibtexparser.write_string(plain), "biblatex", "csljson"))
    files = {
        entry.key: tuple(
            path for field in ("file", "localfile") if field in entry for path in _attached(str(entry[field]))
        )
        for entry in entries
    }
    shelves = {entry.key: _listed(str(entry["groups"])) for entry in entries if "groups" in entry}
    return [
        Item(
            key=str(csl["id"]),
            csl={field: value for field, value in csl.items() if field != "keyword"},
            files=files.get(str(csl["id"]), ()),
            read_from=name,
            tags=_listed(str(csl.get("keyword") or "")),
            collections=shelves.get(str(csl["id"]), ()),
        )
        for csl in made
    ]


def _keep_as_written(entry: Any) -> None:
    """Keep pandoc from setting "Peacekeeping in Mali" in small letters, and from citing "van der Lijn" as "Lijn"."""
    from bibtexparser.model import Field

    for field in entry.fields:
        if field.key.lower() in _TITLES:
            field.value = f"{{{field.value}}}"
    entry.set_field(Field("options", "useprefix=true"))


def _attached(field: str) -> list[str]:
    """Paths of a `file` field: "a.pdf", or as Zotero writes it "Full Text:files/3/a.pdf:application/pdf;…"."""
    found = []
    for part in re.split(r"(?<!\\);", field):
        pieces = re.split(r"(?<!\\):", part)
        path = pieces[1] if len(pieces) >= 3 else part
        found.append(re.sub(r"\\([:;\\_{}])", r"\1", path).strip())
    return [path for path in found if path]


def _json(text: str, name: str) -> list[Item]:
    loaded = json.loads(text)
    if isinstance(loaded, dict) and "items" in loaded:
        return zotero_items(loaded, name)
    if not isinstance(loaded, list) or not all(isinstance(item, dict) for item in loaded):
        raise ValueError("a list of CSL-JSON items is expected, or an export from Zotero")
    return [_csl_item(item, name) for item in loaded]


def _rdf(text: str, name: str) -> list[Item]:
    return zotero_items(rdf_export(text), name)


def _csl_item(csl: Mapping[str, Any], name: str) -> Item:
    """Zotero's plain CSL-JSON names an item by its address, which is no citekey."""
    zotero = item_key(str(csl.get("id") or ""))
    key = str(csl.get("citation-key") or ("" if zotero else csl.get("id")) or "")
    return Item(key, csl, (), name, tags=_listed(str(csl.get("keyword") or "")), item=zotero)


def _listed(words: str) -> tuple[str, ...]:
    """Keywords with commas or semicolons between them."""
    return tuple(word.strip() for word in re.split("[;,]", words) if word.strip())


_READERS: Mapping[str, Callable[[str, str], list[Item]]] = {
    ".bib": _bibtex,
    ".ris": ris_items,
    ".json": _json,
    ".rdf": _rdf,
}
