"""A record as rows of SQLite's tables, and rows as documents and passages again."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from index.errors import Beyond
from index.model import Entry, ReadingState
from index.names import family_names, kind_of, year_of
from index.store import Record
from ingest.contract import from_json, to_json
from ingest.model import Citation, Document, Passage
from ingest.words.folding import fold

LISTS = ("blocks", "notes", "citations", "sources")
"""The contract's lists that have a table each."""

_OWN_COLUMNS = ("id", "kind", "heading", "text")


def document_row(record: Record) -> dict[str, Any]:
    """The columns of table documents."""
    entry = record.entry
    whole = to_json(record.document)
    return {
        "id": entry.id,
        "key": entry.key,
        "title": entry.title,
        "language": entry.language,
        "kind": kind_of(entry.csl),
        "year": year_of(entry.csl),
        "notes": entry.notes,
        "pages": entry.pages,
        "file": entry.file,
        "added": entry.added,
        "sha256": record.sha256,
        "kept": int(record.kept),
        "state": _dump(asdict(entry.state)),
        "data": _dump({**whole, **{name: [] for name in (*LISTS, "passages")}}),
    }


def author_rows(record: Record) -> list[tuple[str, str]]:
    """Folded and plain names, each folded one once."""
    return list({fold(name): name for name in family_names(record.entry.csl)}.items())


def list_rows(record: Record) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """For each of the contract's lists its table's rows, without the document's number."""
    whole = to_json(record.document)
    for name in LISTS:
        extra = {"citations": ("source",), "sources": ("key",)}.get(name, ())
        yield (
            name,
            [
                {
                    "id": item["id"],
                    "position": position,
                    "data": _dump(item),
                    **{column: item[column] for column in extra},
                }
                for position, item in enumerate(whole[name])
            ],
        )


def reading_rows(record: Record) -> list[tuple[str, str]]:
    """The parts of the contract's object that were read otherwise, and how."""
    if record.reading is None:
        return []
    read, now = to_json(record.reading), to_json(record.document)
    return [(part, _dump(read[part])) for part in read if read[part] != now[part]]


def reading_of(document: Document, parts: Mapping[str, str]) -> Document:
    """The document with these parts as they were read."""
    if not parts:
        return document
    return from_json({**to_json(document), **{part: _parsed(data) for part, data in parts.items()}})[0]


def passage_rows(document: Document, passages: Sequence[Passage]) -> list[dict[str, Any]]:
    """The columns of table passages, without the document's number."""
    rows = []
    for item in to_json(document, passages)["passages"]:
        own = {column: item.pop(column) for column in _OWN_COLUMNS}
        rows.append({**own, "data": _dump(item)})
    return rows


def cited_keys(document: Document, passage: Passage) -> set[str]:
    """The keys of the works that a passage cites, in a note that it names or in its own text."""
    keys = {source.id: source.key for source in document.sources}
    return {
        keys[citation.source]
        for citation in document.citations
        if citation.source in keys and (citation.note in passage.notes or _inside(citation, passage))
    }


def _inside(citation: Citation, passage: Passage) -> bool:
    return citation.block is not None and any(
        piece.block == citation.block and piece.start < citation.end and citation.start < piece.end
        for piece in passage.spans
    )


def entry_of(row: sqlite3.Row, *, sample: bool) -> Entry:
    """The entry that a row of table documents tells of."""
    return Entry(
        id=row["id"],
        key=row["key"],
        title=row["title"],
        csl=_parsed(row["data"])["document"]["csl"],
        language=row["language"],
        pages=row["pages"],
        notes=row["notes"],
        file=row["file"],
        added=row["added"],
        state=ReadingState(**_parsed(row["state"])),
        sample=sample,
    )


def document_of(data: str, lists: Mapping[str, Iterable[str]], passages: Iterable[sqlite3.Row] = ()) -> Document:
    """The document, or an excerpt of it, made of its own data and of the rows' `data` given for each list."""
    return _read(data, lists, passages)[0]


def passages_of(data: str, rows: Iterable[sqlite3.Row]) -> tuple[Passage, ...]:
    """The passages of these rows, in their order; `data` is their document's own."""
    return _read(data, {}, rows)[1]


def _read(
    data: str, lists: Mapping[str, Iterable[str]], passages: Iterable[sqlite3.Row]
) -> tuple[Document, tuple[Passage, ...]]:
    whole = _parsed(data)
    for name, items in lists.items():
        whole[name] = [_parsed(item) for item in items]
    whole["passages"] = [{**_parsed(row["data"]), **{name: row[name] for name in _OWN_COLUMNS}} for row in passages]
    return from_json(whole)


def _parsed(data: str) -> Any:
    try:
        return json.loads(data)
    except ValueError as error:
        raise Beyond(f"a document in the library is damaged ({error}): `bluenote doctor` tells which") from error


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
