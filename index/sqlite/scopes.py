"""Filters and phrases compiled for SQLite: which rows may answer."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import islice

import numpy as np

from index.meant import works_meant
from index.model import Filters
from index.query import Scope
from index.sqlite import noted
from index.sqlite.bases import Admitted
from index.sqlite.lexical import numbers, with_phrase
from index.sqlite.remembering import remembered
from index.terms.missions import called
from ingest.words.folding import fold

_NONE = np.zeros(0, np.int64)
_CITING = """
    SELECT passage AS row FROM cites WHERE key IN (
        SELECT name FROM work_names WHERE work IN (SELECT value FROM json_each(:c))
    )
"""
"""Passages that surely cite a work, by whichever of its names their documents know it."""


def where(connection: sqlite3.Connection, filters: Filters) -> tuple[str, dict[str, object]]:
    """A condition on table documents and its values; the filters' `part` is about passages and not in it.

    A mission or a cited work admits the documents with at least one passage that names or cites it.
    """
    parts: list[str] = []
    values: dict[str, object] = {}

    def any_of(expression: str, wanted: tuple[str, ...]) -> None:
        if wanted:
            names = [f"v{len(values) + number}" for number in range(len(wanted))]
            values.update(zip(names, wanted, strict=True))
            parts.append(expression.format(", ".join(f":{name}" for name in names)))

    any_of("documents.id IN ({})", filters.documents)
    any_of("documents.language IN ({})", filters.languages)
    any_of("documents.kind IN ({})", filters.kinds)
    any_of(
        "documents.row IN (SELECT document FROM authors WHERE folded IN ({}))",
        tuple(fold(author) for author in filters.authors),
    )
    if filters.missions:
        parts.append(
            "documents.row IN (SELECT document FROM missions WHERE mission IN (SELECT value FROM json_each(:m)))"
        )
        values["m"] = _missions(filters)
    if filters.cites:
        parts.append(f"documents.row IN (SELECT document FROM passages WHERE row IN ({_CITING}))")  # noqa: S608
        values["c"] = json.dumps(works_meant(connection, filters.cites))
    first, last = filters.years
    if first is not None:
        parts.append("documents.year >= :first")
        values["first"] = first
    if last is not None:
        parts.append("documents.year <= :last")
        values["last"] = last
    return " AND ".join(parts) or "1", values


class Rows(Set[int]):
    """Rows of table passages, as a mark for each row that there is: quick to test, and what vectors are chosen by."""

    def __init__(self, admitted: Admitted) -> None:
        self.admitted = admitted

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and row < len(self.admitted) and bool(self.admitted[row])

    def __iter__(self) -> Iterator[int]:
        """In order."""
        return iter(np.flatnonzero(self.admitted).tolist())

    def __len__(self) -> int:
        return int(np.count_nonzero(self.admitted))

    @classmethod
    def _from_iterable(cls, rows: Iterable[int]) -> Set[int]:  # type: ignore[override]  # what "&" makes: few rows
        return frozenset(rows)


def rows_in(connection: sqlite3.Connection, scope: Scope) -> Rows | None:
    """Rows of the passages that the scope admits; None where it admits all."""
    condition, values = where(connection, scope.filters)
    if condition == "1" and scope.filters.part == "both" and not scope.phrases:
        return None
    memory = remembered(connection)
    key = ("rows", scope)
    if key not in memory:  # each voice asks for them
        memory[key] = Rows(_admitted(connection, scope, condition, values))
    rows: Rows = memory[key]
    return rows


def first_rows(connection: sqlite3.Connection, scope: Scope, count: int) -> Sequence[int]:
    """The first rows that the scope admits, in order."""
    if len(scope.phrases) == 1 and scope == Scope(phrases=scope.phrases):
        # Half of a million passages have "of the", and a page shows ten.
        found_in = [looked_for(connection, scope.phrases[0], count) for looked_for in (with_phrase, noted.with_phrase)]
        first: list[int] = np.unique(np.concatenate(found_in))[:count].tolist()
        return first
    allowed = rows_in(connection, scope)
    if allowed is None:
        found = connection.execute("SELECT row FROM passages ORDER BY row LIMIT ?", (count,))
        return [row for (row,) in found]
    return list(islice(allowed, count))


def rows_by_notes(connection: sqlite3.Connection, scope: Scope) -> Set[int] | None:
    """Rows of the passages that may answer by the words of their notes; None where all may.

    Notes that are passages of their own are not meant: those are among `rows_in`.
    """
    if scope.filters.part == "body":
        return frozenset()
    if scope.filters.part == "notes" and not scope.phrases:
        scope = replace(scope, filters=replace(scope.filters, part="body"))
    return rows_in(connection, scope)


def _admitted(connection: sqlite3.Connection, scope: Scope, condition: str, values: Mapping[str, object]) -> Admitted:
    (last,) = connection.execute("SELECT coalesce(max(row), 0) FROM passages").fetchone()
    admitted: Admitted = np.full(last + 1, condition == "1")
    if condition != "1":
        # A document's passages were put in together, so that their rows follow each other.
        for first, until in connection.execute(
            "SELECT (SELECT min(row) FROM passages WHERE document = documents.row), "  # noqa: S608 - own words
            f"(SELECT max(row) FROM passages WHERE document = documents.row) FROM documents WHERE {condition}",
            values,
        ):
            if first is not None:
                admitted[first : until + 1] = True
    part = scope.filters.part
    in_notes = [noted.with_phrase(connection, phrase) if part != "body" else _NONE for phrase in scope.phrases]
    narrower = [
        np.concatenate([with_phrase(connection, phrase), notes])
        for phrase, notes in zip(scope.phrases, in_notes, strict=True)
    ]
    if part != "both":
        kind = {"body": "body", "notes": "note"}[part]
        of_kind = "SELECT row FROM passages INDEXED BY passages_named WHERE kind = :kind"
        narrower.append(np.concatenate([numbers(connection, of_kind, {"kind": kind}), *in_notes]))
    if scope.filters.missions:
        named = "SELECT passage AS row FROM missions WHERE mission IN (SELECT value FROM json_each(:m))"
        narrower.append(numbers(connection, named, values))
    if scope.filters.cites:
        narrower.append(numbers(connection, _CITING, values))
    for rows in narrower:
        inside: Admitted = np.zeros(last + 1, bool)
        inside[rows] = True
        admitted &= inside
    return admitted


def _missions(filters: Filters) -> str:
    """The ids of the missions that the filter names, as JSON; a name that is no mission's admits nothing."""
    return json.dumps([mission.id for name in filters.missions for mission in called(name)])
