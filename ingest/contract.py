"""The JSON contract of `bluenote inspect --json`: Document and passages to JSON and back, without loss.

Field for field the JSON is `ingest.model`; only the document's own few fields stand in an object of their own. The
schema that outside programs may rely on is `ingest/data/document.schema.json`. Keys that it does not name (page width
and height, a marker's evidence) may come and go; those that it names keep their meaning.
"""

import json
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Union, get_args, get_origin, get_type_hints

from ingest.model import Block, Citation, Document, Note, Page, Passage, Report, Source

SCHEMA = "bluenote/document/1"

_LISTS: Mapping[str, type] = {"pages": Page, "blocks": Block, "notes": Note, "citations": Citation, "sources": Source}


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

    Raises:
        ValueError: The object is not of this schema, or a key that the contract promises is not there.
    """
    if data.get("schema") != SCHEMA:
        raise ValueError(f"expected a document of schema {SCHEMA}, found {data.get('schema')!r}")
    try:
        head = data["document"]
        document = Document(
            id=head["id"],
            title=head["title"],
            csl=head["csl"],
            language=head["language"],
            note_style=head["note_style"],
            report=_reader(Report)(data["report"]),
            **{name: tuple(map(_reader(kind), data[name])) for name, kind in _LISTS.items()},
        )
        return document, tuple(map(_reader(Passage), data["passages"]))
    except KeyError as missing:
        raise ValueError(f"the document's JSON lacks the key {missing}") from missing


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


def typed(kind: type, data: Any) -> Any:
    """The value of this dataclass that `plain` made JSON of.

    Raises:
        KeyError: A field is not there.
    """
    return _reader(kind)(data)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields; none for another type. A book has a hundred thousand values to ask this of."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _same(value: Any) -> Any:
    return value


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """The function that turns JSON into a value of this type, read off the model's own annotations."""
    if is_dataclass(kind):
        readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
        # what an earlier release did not write yet has a default
        added = {field.name for field in fields(kind) if field.metadata.get("added")}
        return lambda data: kind(  # type: ignore[operator]
            **{name: read(data[name]) for name, read in readers.items() if name in data or name not in added}
        )
    arguments = get_args(kind)
    if get_origin(kind) is tuple:
        if arguments[-1] is Ellipsis:
            each = _reader(arguments[0])
            return lambda data: tuple(map(each, data))
        return tuple
    if get_origin(kind) in (Union, types.UnionType):
        (inner,) = (_reader(argument) for argument in arguments if argument is not types.NoneType)
        return lambda data: None if data is None else inner(data)
    return float if kind is float else _same  # other programs write 612.0 as 612
