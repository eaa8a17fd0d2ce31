"""All places that cite one work: document, note, printed page, and the sentence that the note hangs on."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from index.citations import CitingPlace
from index.model import Entry
from index.sqlite.connections import Connections
from ingest.contract import typed
from ingest.model import Block, Citation, Note, Span
from ingest.words.sentences import sentences

Places = tuple[tuple[CitingPlace, ...], tuple[CitingPlace, ...]]
"""Certain ones and possible ones."""


def citing_places(connections: Connections, works: Sequence[int], entries: Mapping[str, Entry]) -> Places:
    """The places that cite any of these works, document by document in the order in which they came in.

    Args:
        connections: to the library.
        works: their numbers (`index.sqlite.works`).
        entries: the documents of the library by their ids.
    """
    certain: list[CitingPlace] = []
    possible: list[CitingPlace] = []
    with connections.reading() as connection:
        for row in connection.execute(
            "SELECT document, id, json_group_array(source) AS sources FROM cited "
            "JOIN documents ON documents.row = document WHERE work IN (SELECT value FROM json_each(?)) "
            "AND certain + possible > 0 GROUP BY document ORDER BY document",
            (json.dumps(list(works)),),
        ).fetchall():
            home = _Home(connection, row["document"], entries[row["id"]])
            for citation in home.citations(json.loads(row["sources"])):
                (certain if citation.source else possible).append(home.place(citation))
    return tuple(certain), tuple(possible)


class _Home:
    """One citing document, read no further than needed."""

    def __init__(self, connection: sqlite3.Connection, document: int, entry: Entry) -> None:
        self._connection = connection
        self._document = document
        self._entry = entry
        row = connection.execute("SELECT data -> 'pages' AS pages FROM documents WHERE row = ?", (document,)).fetchone()
        self._labels = {page["index"]: page["label"] for page in json.loads(row["pages"])}

    def citations(self, sources: Sequence[str]) -> Iterator[Citation]:
        """Those that lead to one of these sources, or may: each once, in the document's order."""
        chosen = "(source IS NULL OR source IN (SELECT value FROM json_each(?)))"
        for row in self._rows("citations", chosen, json.dumps(list(sources))):
            citation = typed(Citation, row)
            if citation.source in sources or (citation.source is None and set(citation.candidates) & set(sources)):
                yield citation

    def place(self, citation: Citation) -> CitingPlace:
        note = self._one(Note, "notes", citation.note)
        block = self._one(Block, "blocks", citation.block)
        holder = note or block
        assert holder is not None
        page = _page(holder.spans, citation.start)
        passage, sentence = self._around(note, block, citation)
        return CitingPlace(
            document=self._entry,
            note=note.label if note else None,
            page=self._labels.get(page, str(page + 1)),
            index=page,
            signal=citation.signal,
            form=citation.form,
            text=holder.text[citation.start : citation.end],
            locator=citation.locator,
            through=tuple(one.label for one in (self._one(Note, "notes", each) for each in citation.through) if one),
            why=citation.why,
            passage=passage,
            sentence=sentence,
            home=holder.id,
            start=citation.start,
            end=citation.end,
        )

    def _around(self, note: Note | None, block: Block | None, citation: Citation) -> tuple[str | None, str]:
        """The passage of the text that bears the note or has the citation in it, and its sentence there."""
        home, offset = (block.id, citation.start) if block else (None, 0)
        if note is not None and note.marker is not None:
            home, offset = note.marker.block, note.marker.offset
        if home is None:
            return None, ""
        for row in self._connection.execute(
            "SELECT id, text, data FROM passages WHERE document = ? AND kind = 'body' "
            "AND EXISTS (SELECT 1 FROM json_each(data -> 'spans') WHERE value ->> 'block' = ?) ORDER BY row",
            (self._document, home),
        ):
            data = json.loads(row["data"])
            at = 0
            for piece in data["spans"]:
                if piece["block"] == home and piece["start"] <= offset <= piece["end"]:
                    text = row["text"][at : at + piece["end"] - piece["start"]]
                    return row["id"], _sentence(text, offset - piece["start"], is_marker=note is not None)
                at += piece["end"] - piece["start"] + 1
        return None, ""

    def _one(self, kind: type, table: str, name: str | None) -> Any:
        return next((typed(kind, row) for row in self._rows(table, "id = ?", name)), None) if name else None

    def _rows(self, table: str, condition: str, *values: str) -> Iterator[Any]:
        for row in self._connection.execute(
            f"SELECT data FROM {table} WHERE document = ? AND {condition} ORDER BY position",  # noqa: S608 - own words
            (self._document, *values),
        ).fetchall():
            yield json.loads(row["data"])


def _page(spans: Sequence[Span], offset: int) -> int:
    """The page of the line that a character stands on."""
    before = [span.page for span in spans if span.start <= offset] or [span.page for span in spans]
    return before[-1] if before else 0


def _sentence(text: str, offset: int, *, is_marker: bool) -> str:
    """The sentence at an offset; a marker stands after the words that it is about."""
    at = max(0, offset - 1) if is_marker else offset
    bounds = [(start, end) for start, end in sentences(text, [offset] if is_marker else []) if start <= at < end]
    return text[bounds[0][0] : bounds[0][1]].strip() if bounds else ""
