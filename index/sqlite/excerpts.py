"""From SQLite, as much of a document as one hit shows, and no more: a book's thousand notes stay where they are."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any

from index.sqlite import rows
from index.sqlite.naming import rows_of
from index.sqlite.remembering import tuples
from index.store import Excerpt
from ingest.model import Citation, Note, Page, Passage

_Taken = dict[tuple[int, str], tuple[int, Any]]
"""Items of one of the contract's lists, by the row of their document and their id, with their position there."""


def excerpts(connection: sqlite3.Connection, passages: Sequence[str], *, sample: bool) -> Mapping[str, Excerpt]:
    """The passages of these ids with the excerpts of their documents; ids that no passage has are left out.

    Args:
        connection: the library's.
        passages: their ids.
        sample: whether it is a library of samples.
    """
    there = json.dumps(list(rows_of(connection, passages).values()))
    found = connection.execute(
        "SELECT * FROM passages WHERE row IN (SELECT value FROM json_each(?)) ORDER BY document, row", (there,)
    ).fetchall()
    homes = json.dumps(list({row["document"] for row in found}))
    documents = {
        row["row"]: (rows.document_of(row, {}), rows.entry_of(row, sample=sample))
        for row in connection.execute("SELECT * FROM documents WHERE row IN (SELECT value FROM json_each(?))", (homes,))
    }
    shown = {row["id"]: (row["document"], rows.passage_of(row)) for row in found}
    made: dict[str, Excerpt] = {}
    for passage, lists in _lists(connection, shown):
        whole, entry = documents[shown[passage.id][0]]
        made[passage.id] = Excerpt(passage, replace(whole, pages=_pages(whole.pages, passage, lists), **lists), entry)
    return made


def _lists(
    connection: sqlite3.Connection, shown: Mapping[str, tuple[int, Passage]]
) -> Iterator[tuple[Passage, Mapping[str, Any]]]:
    """For each passage what it needs of its document's lists; each table is asked once for all of them."""

    def take(table: str, ids: Iterable[tuple[int, str | None]]) -> _Taken:
        wanted = [[document, one] for document, one in dict.fromkeys(ids) if one]
        if not wanted:
            return {}
        found = tuples(
            connection,
            f"SELECT document, {table}.id, position, data FROM json_each(?) AS asked JOIN {table} "  # noqa: S608 - own names
            f"ON document = asked.value ->> 0 AND {table}.id = asked.value ->> 1",
            json.dumps(wanted),
        )
        kind = rows.LISTS[table]
        return {(document, one): (position, rows.parsed(data, kind)) for document, one, position, data in found}

    blocks = take("blocks", ((home, span.block) for home, passage in shown.values() for span in passage.spans))
    own = take("notes", ((home, note) for home, passage in shown.values() for note in _notes(passage)))
    citations = take("citations", ((home, one) for (home, _), (_, note) in own.items() for one in note.citations))
    cited = [(home, citation) for (home, _), (_, citation) in citations.items()]
    sources = take("sources", ((home, source) for home, citation in cited for source in _sources(citation)))
    chained = take("notes", ((home, note) for home, citation in cited for note in citation.through))

    for home, passage in shown.values():

        def picked(taken: _Taken, ids: Iterable[str | None], home: int = home) -> tuple[Any, ...]:
            there = [taken[home, one] for one in {*ids} if one and (home, one) in taken]
            return tuple(item for _, item in sorted(there, key=itemgetter(0)))

        notes: tuple[Note, ...] = picked(own, _notes(passage))
        its_citations: tuple[Citation, ...] = picked(citations, (one for note in notes for one in note.citations))
        through = picked(chained, (note for citation in its_citations for note in citation.through))
        yield (
            passage,
            {
                "blocks": picked(blocks, (span.block for span in passage.spans)),
                "notes": tuple({note.id: note for note in (*notes, *through)}.values()),
                "citations": its_citations,
                "sources": picked(sources, (one for citation in its_citations for one in _sources(citation))),
            },
        )


def _notes(passage: Passage) -> Iterable[str | None]:
    return *passage.notes, *(span.note for span in passage.spans)


def _sources(citation: Citation) -> Iterable[str | None]:
    return citation.source, *citation.candidates


def _pages(pages: Sequence[Page], passage: Passage, lists: Mapping[str, Any]) -> tuple[Page, ...]:
    """The pages on which anything of it stands."""
    homes = (*lists["blocks"], *lists["notes"])
    there_on = {
        passage.first_index,
        passage.last_index,
        *(span.page for home in homes for span in home.spans),
        *(index for note in lists["notes"] for index in note.pages),
    }
    return tuple(page for page in pages if page.index in there_on)
