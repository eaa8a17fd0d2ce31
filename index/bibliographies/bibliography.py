"""Bibliographies from reference managers: which item describes which document.

An item is a document's where its `file` field names the document's file, where the DOIs agree, or where titles and
years do. A file's name alone is a weak witness: every second folder has a `thesis.pdf`. The item's data stand in for
those of the title page, and its key is the document's citekey.
"""

import filecmp
import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath

from index.bibliographies.bibfiles import read_items
from index.bibliographies.items import Item
from index.names import doi_of, year_of
from index.record import Description
from ingest.model import Csl, Document
from ingest.words.folding import fold, main_title

READ_FROM = "read_from"
"""Under `custom` of a CSL item: for its fields where each was read ("title page", "library.bib", "by hand")."""


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The items of all bibliographies given."""

    items: tuple[Item, ...]

    def describe(self, document: Document, path: Path) -> Description:
        """The document's data: those of the one item that describes it over those that were read in the file."""
        return described(document, self.item_of(document.csl, document.title, path))

    def same_as(self, before: Item | None) -> Item | None:
        """The item that an earlier bibliography had: by Zotero's key of it, or where it has none by its citekey."""
        if before is None:
            return None
        if before.item:
            return next((item for item in self.items if item.item == before.item), None)
        return next((item for item in self.items if before.key and item.key == before.key), None)

    def item_of(self, csl: Csl, title: str, path: Path) -> Item | None:
        """By file, else by its name, else by DOI, else by title; nothing where items of several works answer."""
        by_path = [item for item in self.items if any(_same_file(path, file) for file in item.files)]
        by_name = [
            item
            for item in self.items
            for named in [[file for file in item.files if _name(file).name == path.name]]
            if named and _moved(path, named, apart=_contradicts(csl, title, item.csl))
        ]
        doi = doi_of(csl)
        by_doi = [item for item in self.items if doi and doi_of(item.csl) == doi]
        by_title = [item for item in self.items if _same_title(csl, title, item.csl)]
        first = next((found for found in (by_path, by_name, by_doi, by_title) if found), [])
        return one_work(first)


def described(document: Document, item: Item | None) -> Description:
    """The document's data with an item's in their place, and under `custom` where each field was read."""
    if item is None:
        return Description(document.csl, None)
    custom = {**(document.csl.get("custom") or {}), **(item.csl.get("custom") or {})}
    given = {name: value for name, value in item.csl.items() if name not in ("id", "custom") and value}
    own = {"id": item.key} if item.key else {}
    read_from = {**(custom.get(READ_FROM) or {}), **dict.fromkeys(given, item.read_from)}
    read = {name: value for name, value in document.csl.items() if name != "custom"}
    return Description(
        {**read, **given, **own, "custom": {**custom, READ_FROM: dict(sorted(read_from.items()))}}, item.key
    )


def one_work(items: Sequence[Item]) -> Item | None:
    """The first of items that are doubles, as a reference manager has them that never merged them; else None."""
    works = {(fold(str(item.csl.get("title") or "")), year_of(item.csl)) for item in items}
    return items[0] if len(works) == 1 else None


def load_bibliography(paths: Sequence[Path]) -> Bibliography:
    """Read BibTeX, BibLaTeX, RIS and CSL-JSON files; of items with the same key the first counts.

    Raises:
        LibraryError: A file cannot be read, or is none of these.
    """
    items: defaultdict[str, list[Item]] = defaultdict(list)
    for path in paths:
        for item in read_items(path):
            items[item.key].append(item)
    return Bibliography(tuple(item for key, found in items.items() for item in (found[:1] if key else found)))


def _same_file(path: Path, file: str) -> bool:
    return PurePath(file).is_absolute() and Path(file) == path


def _name(file: str) -> PurePath:
    return PureWindowsPath(file) if "\\" in file else PurePath(file)


def _moved(path: Path, files: Sequence[str], *, apart: bool) -> bool:
    """Whether a document may be one of an item's files of the same name, copied or moved.

    Where such a file is there, it is a copy of that: `a/thesis.pdf` says nothing of `b/thesis.pdf`. Where none is, as
    with a bibliography from another computer, its folder has the same name too, or title and DOI allow it.

    Args:
        path: the document's.
        files: the item's that are called so.
        apart: whether the document's own data are another work's.
    """
    there = [file for file in files if _is_there(file)]
    if there:
        return path.is_file() and any(filecmp.cmp(file, path, shallow=False) for file in there)
    return not apart or any(_name(file).parent.name == path.parent.name for file in files)


def _is_there(file: str) -> bool:
    """Whether the file can be read; in another user's folder it is as good as gone."""
    return os.path.isfile(file) and os.access(file, os.R_OK)


def _contradicts(own: Csl, title: str, csl: Csl) -> bool:
    """Whether a document's own DOI, else its title, is another work's; where one of the two is not known it is not."""
    dois = (doi_of(own), doi_of(csl))
    if all(dois):
        return dois[0] != dois[1]
    ours, theirs = fold(main_title(str(own.get("title") or title))), fold(main_title(str(csl.get("title") or "")))
    return ours not in theirs and theirs not in ours


def _same_title(own: Csl, title: str, csl: Csl) -> bool:
    """Whole titles agree, or main titles where one of the two has no subtitle; and years where both are known."""
    ours, theirs = str(own.get("title") or title), str(csl.get("title") or "")
    years = {year_of(own), year_of(csl)} - {None}
    if not ours or not theirs or len(years) > 1:
        return False
    whole, main = (fold(ours), fold(theirs)), (fold(main_title(ours)), fold(main_title(theirs)))
    return whole[0] == whole[1] or (main[0] == main[1] and (main[0] == whole[0] or main[1] == whole[1]))
