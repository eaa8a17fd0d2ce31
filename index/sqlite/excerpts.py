"""From SQLite, as much of a document as one hit shows, and no more: a book's thousand notes stay where they are."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from index.sqlite import rows
from index.store import Excerpt


def excerpts(connection: sqlite3.Connection, passages: Sequence[str], *, sample: bool) -> Mapping[str, Excerpt]:
    """The passages of these ids with the excerpts of their documents; ids that no passage has are left out."""
    found: dict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in connection.execute(
        "SELECT * FROM passages WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(passages)),)
    ):
        found[row["document"]].append(row)
    made: dict[str, Excerpt] = {}
    for number, its_rows in found.items():
        document = connection.execute("SELECT * FROM documents WHERE row = ?", (number,)).fetchone()
        entry = rows.entry_of(document, sample=sample)
        for passage, row in zip(rows.passages_of(document["data"], its_rows), its_rows, strict=True):
            lists = _lists(connection, number, json.loads(row["data"]))
            made[row["id"]] = Excerpt(passage, rows.document_of(document["data"], lists), entry)
    return made


def _lists(connection: sqlite3.Connection, document: int, passage: Mapping[str, Any]) -> dict[str, list[str]]:
    def take(table: str, ids: Iterable[str | None]) -> list[str]:
        found = connection.execute(
            f"SELECT data FROM {table} WHERE document = ? AND id IN (SELECT value FROM json_each(?)) "  # noqa: S608
            "ORDER BY position",
            (document, json.dumps(sorted({one for one in ids if one}))),
        )
        return [row["data"] for row in found]

    blocks = take("blocks", (span["block"] for span in passage["spans"]))
    shown = take("notes", (*passage["notes"], *(span["note"] for span in passage["spans"])))
    citations = take("citations", (one for note in shown for one in json.loads(note)["citations"]))
    read = [json.loads(citation) for citation in citations]
    sources = take("sources", (one for citation in read for one in (citation["source"], *citation["candidates"])))
    through = take("notes", (one for citation in read for one in citation["through"]))
    notes = list(dict.fromkeys([*shown, *through]))
    return {"blocks": blocks, "notes": notes, "citations": citations, "sources": sources}
