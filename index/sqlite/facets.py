"""How many documents each filter would admit, counted in SQLite."""

import sqlite3

from index.model import Facets

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
