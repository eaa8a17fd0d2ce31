"""From SQLite, as much of a document as one hit shows, and no more: a book's thousand notes stay where they are."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from index.sqlite import rows
from index.store import Excerpt
from ingest.model import Passage


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
        whole = rows.parsed(document["data"])
        entry = rows.entry_of(document, whole, sample=sample)
        for row in its_rows:
            passage = rows.passage_of(row)
            lists = _lists(connection, number, passage)
            there = _pages(passage, lists)
            pages = [page for page in whole["pages"] if page["index"] in there]
            made[row["id"]] = Excerpt(passage, rows.document_of({**whole, **lists, "pages": pages}), entry)
    return made


def _lists(connection: sqlite3.Connection, document: int, passage: Passage) -> dict[str, list[Any]]:
    def take(table: str, ids: Iterable[str | None]) -> list[Any]:
        wanted = sorted({one for one in ids if one})
        if not wanted:
            return []
        found = connection.execute(
            f"SELECT data FROM {table} WHERE document = ? AND id IN (SELECT value FROM json_each(?)) "  # noqa: S608
            "ORDER BY position",
            (document, json.dumps(wanted)),
        )
        return [rows.parsed(row["data"]) for row in found]

    blocks = take("blocks", (span.block for span in passage.spans))
    shown = take("notes", (*passage.notes, *(span.note for span in passage.spans)))
    citations = take("citations", (one for note in shown for one in note["citations"]))
    sources = take("sources", (one for citation in citations for one in (citation["source"], *citation["candidates"])))
    through = take("notes", (one for citation in citations for one in citation["through"]))
    notes = list({note["id"]: note for note in (*shown, *through)}.values())
    return {"blocks": blocks, "notes": notes, "citations": citations, "sources": sources}


def _pages(passage: Passage, lists: Mapping[str, list[Any]]) -> set[int]:
    """Indexes of the pages on which anything of it stands."""
    homes = (*lists["blocks"], *lists["notes"])
    return {
        passage.first_index,
        passage.last_index,
        *(span["page"] for home in homes for span in home["spans"]),
        *(index for note in lists["notes"] for index in note["pages"]),
    }
