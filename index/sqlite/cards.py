"""What is shown of each passage, ready to be read in one piece.

To put it together from blocks, notes, citations, sources and pages took half as long as to find ten passages among a
hundred thousand. So it is made when a document comes in or changes.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence, Set

import msgspec

from index.found import Card
from index.hits import card_of
from index.model import Entry
from index.sqlite import rows
from index.sqlite.excerpts import excerpts
from index.sqlite.naming import rows_of
from index.sqlite.remembering import remembered
from index.store import Carded

RULES = 1
"""To be counted up when a card is made otherwise, as a step's rules in `index.sqlite.derived`."""
_TOGETHER = 500
"""Passages whose cards are made at a time."""
_MOST_ENTRIES = 1000
"""Documents whose entries are remembered: those of a hundred searches."""


def write_cards(connection: sqlite3.Connection, document: int) -> None:
    """Make the cards of the passages of the document in this row."""
    found = connection.execute("SELECT id, row FROM passages WHERE document = ? ORDER BY row", (document,))
    passages = dict(found.fetchall())
    ids = list(passages)
    for first in range(0, len(ids), _TOGETHER):
        made = excerpts(connection, ids[first : first + _TOGETHER], sample=False)
        connection.executemany(
            "INSERT INTO cards VALUES (?, ?)",
            [(passages[one], msgspec.json.encode(card_of(excerpt)).decode()) for one, excerpt in made.items()],
        )


def cards(connection: sqlite3.Connection, passages: Sequence[str], *, sample: bool) -> Mapping[str, Carded]:
    """The passages of these ids with their cards; ids that no passage has are left out.

    Args:
        connection: the library's.
        passages: their ids.
        sample: whether it is a library of samples.
    """
    there = json.dumps(list(rows_of(connection, passages).values()))
    # A library that cannot be written keeps the cards of an older Bluenote, if any.
    kept = "cards.data" if _are_ours(connection) else "NULL"
    found = connection.execute(
        f"SELECT passages.*, {kept} AS card FROM passages LEFT JOIN cards ON passage = row "  # noqa: S608 - own names
        "WHERE row IN (SELECT value FROM json_each(?)) ORDER BY row",
        (there,),
    ).fetchall()
    bare = [row["id"] for row in found if row["card"] is None]
    made = excerpts(connection, bare, sample=sample) if bare else {}
    entries = _entries(connection, {row["document"] for row in found}, sample=sample)
    return {
        row["id"]: Carded(
            rows.passage_of(row),
            entries[row["document"]],
            card_of(made[row["id"]]) if row["id"] in made else rows.parsed(row["card"], Card),
        )
        for row in found
    }


def _entries(connection: sqlite3.Connection, documents: Set[int], *, sample: bool) -> Mapping[int, Entry]:
    """The entries of the documents in these rows: a book's row has all of its pages."""
    known: dict[int, Entry] = remembered(connection).setdefault("entries", {})
    if len(known) > _MOST_ENTRIES:
        known.clear()
    if new := documents - known.keys():
        sql = "SELECT * FROM documents WHERE row IN (SELECT value FROM json_each(?))"
        for row in connection.execute(sql, (json.dumps(list(new)),)):
            known[row["row"]] = rows.entry_of(row, sample=sample)
    return known


def _are_ours(connection: sqlite3.Connection) -> bool:
    """Whether all cards are such as would be made now."""
    memory = remembered(connection)
    if "cards" not in memory:
        made = connection.execute("SELECT value FROM facts WHERE name = 'derived cards'").fetchone()
        memory["cards"] = made is not None and made["value"] == str(RULES)
    ours: bool = memory["cards"]
    return ours
