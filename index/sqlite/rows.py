"""A record as rows of SQLite's tables, and rows as documents and passages again."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from functools import cache
from typing import Any

import msgspec

from index.errors import Beyond
from index.model import Entry, ReadingState
from index.names import family_names, kind_of, year_of
from index.store import Record
from ingest.contract import from_json, to_json, typed
from ingest.model import Block, Citation, Document, Note, Passage, Source
from ingest.words.folding import fold

LISTS: Mapping[str, type] = {"blocks": Block, "notes": Note, "citations": Citation, "sources": Source}
"""The contract's lists that have a table each, and what is in them."""

_OWN_COLUMNS = ("id", "kind", "heading", "text")


def contents(record: Record) -> dict[str, Any]:
    """The contract's object for a record, passages too: what all its rows are made of."""
    return to_json(record.document, record.passages)


def document_row(record: Record, whole: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of table documents; `whole` is the record's `contents`, here and below."""
    entry = record.entry
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


def list_rows(whole: Mapping[str, Any]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """For each of the contract's lists its table's rows, without the document's number."""
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


def reading_rows(record: Record, whole: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The parts of the contract's object that were read otherwise, and how."""
    if record.reading is None:
        return []
    same: dict[str, Any] = {
        name: () for name in LISTS if getattr(record.reading, name) == getattr(record.document, name)
    }
    read = to_json(replace(record.reading, **same))
    return [
        (part, _dump(read[part]))
        for part in read
        if part not in same and part != "passages" and read[part] != whole[part]
    ]


def reading_of(document: Document, parts: Mapping[str, str]) -> Document:
    """The document with these parts as they were read."""
    if not parts:
        return document
    return from_json({**to_json(document), **{part: parsed(data) for part, data in parts.items()}})[0]


def passage_rows(passages: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The columns of table passages, without the document's number, for passages as the contract has them."""
    return [
        {
            **{column: passage[column] for column in _OWN_COLUMNS},
            "data": _dump({name: value for name, value in passage.items() if name not in _OWN_COLUMNS}),
        }
        for passage in passages
    ]


def cited_keys(document: Document, passages: Iterable[Passage]) -> Iterator[tuple[str, str]]:
    """Each passage's id with the key of each work that it cites, in a note that it names or in its own text."""
    keys = {source.id: source.key for source in document.sources}
    in_notes: dict[str | None, list[Citation]] = {}
    in_blocks: dict[str | None, list[Citation]] = {}
    for citation in document.citations:
        if citation.source in keys:
            in_notes.setdefault(citation.note, []).append(citation)
            in_blocks.setdefault(citation.block, []).append(citation)
    for passage in passages:
        found = [one for note in passage.notes for one in in_notes.get(note, ())]
        for piece in passage.spans:
            if piece.block is not None:
                its_own = in_blocks.get(piece.block, ())
                found += [one for one in its_own if piece.start < one.end and one.start < piece.end]
        yield from ((passage.id, keys[one.source]) for one in found if one.source is not None)


class _Head(msgspec.Struct):
    """Of a document's head in the contract, what is read where the rest is not."""

    csl: dict[str, Any]


class _Headed(msgspec.Struct):
    document: _Head


def entry_of(row: sqlite3.Row, *, sample: bool) -> Entry:
    """The entry that a row of table documents tells of."""
    headed: _Headed = parsed(row["data"], _Headed)  # of a book it would take a hundred times as long to read all of it
    return Entry(
        id=row["id"],
        key=row["key"],
        title=row["title"],
        csl=headed.document.csl,
        language=row["language"],
        pages=row["pages"],
        notes=row["notes"],
        file=row["file"],
        added=row["added"],
        state=ReadingState(**parsed(row["state"])),
        sample=sample,
    )


def document_of(row: sqlite3.Row, lists: Mapping[str, Any]) -> Document:
    """The document, or an excerpt of it: of its row in table documents, with the lists that are to be in it."""
    return replace(from_json(parsed(row["data"]))[0], **lists)


def passage_of(row: sqlite3.Row) -> Passage:
    """The passage in a row of table passages."""
    passage: Passage = typed(Passage, {**parsed(row["data"]), **{name: row[name] for name in _OWN_COLUMNS}})
    return passage


def parsed(data: str, kind: Any = Any) -> Any:
    """The value that a column `data` holds, of this type where one is named."""
    try:
        return _decoder(kind).decode(data)
    except ValueError as error:
        raise Beyond(f"a document in the library is damaged ({error}): `bluenote doctor` tells which") from error


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
