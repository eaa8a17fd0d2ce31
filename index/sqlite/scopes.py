"""Filters and phrases compiled for SQLite: which rows may answer."""

import json
import sqlite3

from index.meant import works_meant
from index.model import Filters
from index.query import Scope
from index.sqlite.lexical import with_phrase
from index.terms.missions import called
from ingest.words.folding import fold

_CITING = """
    SELECT passage FROM cites WHERE key IN (
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


def rows_in(connection: sqlite3.Connection, scope: Scope) -> frozenset[int] | None:
    """Rows of the passages that the scope admits; None where it admits all."""
    condition, values = where(connection, scope.filters)
    if condition == "1" and scope.filters.part == "both":
        allowed = None
    else:
        inside = {"body": " AND passages.kind = 'body'", "notes": " AND passages.kind = 'note'", "both": ""}
        part = inside[scope.filters.part]
        if scope.filters.missions:
            part += (
                " AND passages.row IN (SELECT passage FROM missions WHERE mission IN (SELECT value FROM json_each(:m)))"
            )
        if scope.filters.cites:
            part += f" AND passages.row IN ({_CITING})"
        found = connection.execute(
            "SELECT passages.row FROM passages JOIN documents ON documents.row = passages.document "  # noqa: S608
            f"WHERE {condition}{part}",
            values,
        )
        allowed = frozenset(row for (row,) in found)
    for phrase in scope.phrases:
        holding = with_phrase(connection, phrase)
        allowed = frozenset(holding if allowed is None else allowed & holding)
    return allowed


def _missions(filters: Filters) -> str:
    """The ids of the missions that the filter names, as JSON; a name that is no mission's admits nothing."""
    return json.dumps([mission.id for name in filters.missions for mission in called(name)])
