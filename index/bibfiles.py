"""BibTeX, BibLaTeX, RIS and CSL-JSON files as CSL items with their keys and the files that they name."""

import json
import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import LibraryError
from ingest.model import Csl


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a bibliography."""

    key: str
    """Citekey, "" where the format has none."""
    csl: Csl
    files: tuple[str, ...]
    """Paths or names of attached files."""
    read_from: str
    """The bibliography's file name."""
    tags: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    """Names with those above them: "Mali/Consent"."""
    item: str = ""
    """Zotero's key of the item, which stays when its citekey or title changes."""


def read_items(path: Path) -> list[Item]:
    """The items of a bibliography, by the ending of its name.

    Raises:
        LibraryError: It cannot be read, or is of no known kind.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise LibraryError(f"{path} is no bibliography: {', '.join(_READERS)} are read")
    try:
        return reader(path.read_text(encoding="utf-8-sig"), path.name)
    except (OSError, ValueError, RuntimeError) as error:
        raise LibraryError(f"the bibliography {path} cannot be read: {str(error).strip().splitlines()[0]}") from error


def _bibtex(text: str, name: str) -> list[Item]:
    """Entries by bibtexparser, which survives broken ones; each sound one to CSL by pandoc, which knows BibLaTeX."""
    import bibtexparser
    import pypandoc

    logging.getLogger("bibtexparser").setLevel(logging.ERROR)  # broken entries: the sound ones are what is wanted
    library = bibtexparser.parse_string(text)
    sound = [entry for entry in library.entries if entry.key]
    if not sound:
        return []
    plain = bibtexparser.Library([*library.strings, *sound])
    made = json.loads(pypandoc.convert_text(bibtexparser.write_string(plain), "csljson", format="biblatex"))
    files = {
        entry.key: tuple(
            path for field in ("file", "localfile") if field in entry for path in _attached(str(entry[field]))
        )
        for entry in sound
    }
    return [Item(str(csl["id"]), _without_markup(csl), files.get(str(csl["id"]), ()), name) for csl in made]


def _attached(field: str) -> list[str]:
    """Paths of a `file` field: "a.pdf", or as Zotero writes it "Full Text:files/3/a.pdf:application/pdf;…"."""
    found = []
    for part in re.split(r"(?<!\\);", field):
        pieces = re.split(r"(?<!\\):", part)
        path = pieces[1] if len(pieces) >= 3 else part
        found.append(re.sub(r"\\([:;\\_{}])", r"\1", path).strip())
    return [path for path in found if path]


def _without_markup(csl: Mapping[str, Any]) -> dict[str, Any]:
    """Pandoc writes protected capitals as <span class="nocase">; a title is plain text here."""
    return {
        name: re.sub(r"</?(?:span|i|b|sup|sub)\b[^>]*>", "", value) if isinstance(value, str) else value
        for name, value in csl.items()
    }


_RIS_TYPES = {
    "JOUR": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "BOOK": "book",
    "CHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "RPRT": "report",
    "THES": "thesis",
    "ELEC": "webpage",
    "LEGAL": "legislation",
    "DATA": "dataset",
}
_RIS_FIELDS = {
    "secondary_title": "container-title",
    "journal_name": "container-title",
    "volume": "volume",
    "number": "issue",
    "doi": "DOI",
    "publisher": "publisher",
    "place_published": "publisher-place",
    "issn": "ISSN",
    "language": "language",
    "abstract": "abstract",
}


def _ris(text: str, name: str) -> list[Item]:
    import rispy

    return [_ris_item(entry, name) for entry in rispy.loads(text)]


def _ris_item(entry: Mapping[str, Any], name: str) -> Item:
    csl: dict[str, Any] = {"type": _RIS_TYPES.get(entry["type_of_reference"], "document")}
    csl |= {ours: entry[theirs] for theirs, ours in _RIS_FIELDS.items() if entry.get(theirs)}
    csl["title"] = entry.get("title") or entry.get("primary_title") or ""
    authors = entry.get("authors") or entry.get("first_authors") or []
    csl["author"] = [_ris_name(author) for author in authors]
    date = re.match(r"\d{4}", str(entry.get("year") or entry.get("publication_year") or entry.get("date") or ""))
    if date:
        csl["issued"] = {"date-parts": [[int(date[0])]]}
    ends = [str(entry[end]) for end in ("start_page", "end_page") if entry.get(end)]
    if ends:
        csl["page"] = "–".join(ends)
    if entry.get("urls"):
        csl["URL"] = entry["urls"][0]
    files = [entry[field] for field in ("file_attachments1", "file_attachments2") if entry.get(field)]
    flat = [str(one) for file in files for one in (file if isinstance(file, list) else [file])]
    return Item(
        key=str(entry.get("id") or ""),
        csl={field: value for field, value in csl.items() if value},
        files=tuple(file.removeprefix("file://") for file in flat),
        read_from=name,
    )


def _ris_name(author: str) -> dict[str, str]:
    """A name with a comma is a person's (RIS writes family name first), one without is a body's."""
    family, comma, given = author.partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma else {"literal": author.strip()}


def _csl_json(text: str, name: str) -> list[Item]:
    loaded = json.loads(text)
    if not isinstance(loaded, list) or not all(isinstance(item, dict) for item in loaded):
        raise ValueError("a list of CSL-JSON items is expected")
    return [Item(str(item.get("citation-key") or item.get("id") or ""), item, (), name) for item in loaded]


_READERS: Mapping[str, Callable[[str, str], list[Item]]] = {
    ".bib": _bibtex,
    ".ris": _ris,
    ".json": _csl_json,
}
