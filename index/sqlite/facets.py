"""How many documents each filter would admit, or how many of some passages, counted in SQLite."""

import json
import sqlite3
from collections.abc import Sequence

from index.model import Facets, Group

_BY = "SELECT {0}, count(*) FROM documents WHERE {0} IS NOT NULL GROUP BY {0} ORDER BY count(*) DESC, {0}"


def facets(connection: sqlite3.Connection) -> Facets:
    """Counts of documents by author, year, language, kind and mission, the commonest first; of passages by document."""
    authors = "SELECT min(name), count(*) FROM authors GROUP BY folded ORDER BY count(*) DESC, folded"
    passages = "SELECT id, (SELECT count(*) FROM passages WHERE document = documents.row) FROM documents ORDER BY row"
    missions = "SELECT mission, count(DISTINCT document) AS n FROM missions GROUP BY mission ORDER BY n DESC, mission"
    return Facets(
        authors=dict(connection.execute(authors).fetchall()),
        years=dict(connection.execute(_BY.format("year")).fetchall()),
        languages=dict(connection.execute(_BY.format("language")).fetchall()),
        kinds=dict(connection.execute(_BY.format("kind")).fetchall()),
        documents=dict(connection.execute(passages).fetchall()),
        missions=dict(connection.execute(missions).fetchall()),
    )


def facets_of(connection: sqlite3.Connection, passages: Sequence[str], by: Group) -> Facets:
    """Counts of these passages, or of the documents that they stand in, the commonest first.

    Args:
        connection: to the library.
        passages: ids.
        by: what is counted; of each document it is its passages anyway.
    """
    found = json.dumps(list(passages))
    each = "count(*)" if by == "passage" else "count(DISTINCT documents.row)"

    def counts(value: str, join: str = "", called: str = "", count: str = each) -> dict[str, int]:
        told = connection.execute(
            f"SELECT {called or value}, {count} AS n FROM passages"  # noqa: S608 - own names
            f" JOIN documents ON documents.row = passages.document {join}"
            f" WHERE passages.id IN (SELECT value FROM json_each(?)) AND {value} IS NOT NULL"
            f" GROUP BY {value} ORDER BY n DESC, {value}",
            (found,),
        )
        return dict(told.fetchall())

    return Facets(
        authors=counts(
            "authors.folded",
            "JOIN authors ON authors.document = documents.row",
            # By the name that stands for all its spellings in the whole library.
            "(SELECT min(name) FROM authors AS alike WHERE alike.folded = authors.folded)",
        ),
        years={int(year): number for year, number in counts("documents.year").items()},
        languages=counts("documents.language"),
        kinds=counts("documents.kind"),
        documents=counts("documents.id", count="count(*)"),
        missions=counts("missions.mission", "JOIN missions ON missions.passage = passages.row"),
    )
