"""Filters and phrases compiled for SQLite: which rows may answer."""

import sqlite3

from index.lexical import with_phrase
from index.model import Filters
from index.query import Scope
from ingest.folding import fold


def where(filters: Filters) -> tuple[str, dict[str, object]]:
    """A condition on table documents and its values; the filters' `part` is about passages and not in it."""
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
    condition, values = where(scope.filters)
    if condition == "1" and scope.filters.part == "both":
        allowed = None
    else:
        part = {"body": " AND passages.kind = 'body'", "notes": " AND passages.kind = 'note'", "both": ""}
        found = connection.execute(
            "SELECT passages.row FROM passages JOIN documents ON documents.row = passages.document "  # noqa: S608
            f"WHERE {condition}{part[scope.filters.part]}",
            values,
        )
        allowed = frozenset(row for (row,) in found)
    for phrase in scope.phrases:
        holding = with_phrase(connection, phrase)
        allowed = frozenset(holding if allowed is None else allowed & holding)
    return allowed
