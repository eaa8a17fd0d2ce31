"""The JSON contract of `bluenote inspect --json`: Document and passages to JSON and back, without loss.

Field for field the JSON is `ingest.model`; only the document's own few fields stand in an object of their own. The
schema that outside programs may rely on is `ingest/data/document.schema.json`. Keys that it does not name (page width
and height, a marker's evidence) may come and go; those that it names keep their meaning.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from ingest.model import Document, Passage

SCHEMA = "bluenote/document/1"

_LISTS = ("pages", "blocks", "notes", "citations", "sources")
_PASSAGES = tuple[Passage, ...]


def to_json(document: Document, passages: Sequence[Passage] = ()) -> dict[str, Any]:
    """The contract's object for one document: dicts, lists, strings and numbers only."""
    head = {
        "id": document.id,
        "title": document.title,
        "csl": plain(document.csl),
        "language": document.language,
        "pages": len(document.pages),
        "note_style": document.note_style,
    }
    lists = {name: plain(getattr(document, name)) for name in _LISTS}
    return {
        "schema": SCHEMA,
        "document": head,
        **lists,
        "passages": plain(tuple(passages)),
        "report": plain(document.report),
    }


def from_json(data: Mapping[str, Any]) -> tuple[Document, tuple[Passage, ...]]:
    """The document and the passages that `to_json` wrote.

    A key that has a default in `ingest.model` may be missing: what an earlier release did not write yet.

    Raises:
        ValueError: The object is not of this schema, or a key that the contract promises is not there.
    """
    if data.get("schema") != SCHEMA:
        raise ValueError(f"expected a document of schema {SCHEMA}, found {data.get('schema')!r}")
    whole = {**data, **data.get("document", {}), "pages": data.get("pages")}  # its head has their number
    return typed(Document, whole), typed(_PASSAGES, data.get("passages"))


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the contract."""
    text = files("ingest").joinpath("data", "document.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def plain(value: Any) -> Any:
    """A value of the model's dataclasses as dicts, lists, strings and numbers."""
    if value is None or isinstance(value, str | int | float):
        return value
    kind: Any = type(value)
    if names := _fields(kind):
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return value


def typed(kind: Any, data: Any) -> Any:
    """The value of this type that `plain` made JSON of.

    Raises:
        ValueError: A field is not there, or holds what it cannot hold.
    """
    return msgspec.convert(data, kind)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields; none for another type. A book has a hundred thousand values to ask this of."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
