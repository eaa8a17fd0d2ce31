"""Looking up in SQLite what is there: documents, their lists, passages by name."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager

import numpy as np

from index import versions
from index.errors import NoSuchDocument
from index.model import Entry, Facets, Filters, Group
from index.sqlite import rows, sums
from index.sqlite.cards import cards
from index.sqlite.connections import Connections
from index.sqlite.excerpts import excerpts
from index.sqlite.facets import facets, facets_of
from index.sqlite.known import named
from index.sqlite.naming import rows_of
from index.sqlite.remembering import remembered, tuples
from index.sqlite.scopes import where
from index.store import Carded, Codes, Excerpt
from index.terms.bynames import landmark
from ingest.model import Document, Passage
from ingest.words.folding import fold

_MOST_MEANINGS = 2
"""An abbreviation that documents use in more ways tells nothing by itself."""


class SqliteLedger:
    """The part of `index.store.Store` that neither writes nor ranks."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._sample = self.facts().get("sample") == "yes"

    def snapshot(self) -> AbstractContextManager[None]:
        """One state of the database for this thread."""
        return self._connections.snapshot()

    def facts(self) -> Mapping[str, str]:
        """What is known of the library as a whole."""
        with self._connections.reading() as connection:
            memory = remembered(connection)
            if "facts" not in memory:
                memory["facts"] = dict(connection.execute("SELECT name, value FROM facts").fetchall())
            facts: Mapping[str, str] = memory["facts"]
            return facts

    def sizes(self) -> Mapping[str, int]:
        """How many passages there are in each language."""
        with self._connections.reading() as connection:
            return dict(connection.execute("SELECT language, passages FROM sizes WHERE passages > 0").fetchall())

    def ledger(self, filters: Filters = Filters()) -> list[Entry]:  # noqa: B008 - frozen
        """The documents, in the order in which they were added."""
        with self._connections.reading() as connection:
            condition, values = where(connection, filters)
            found = connection.execute(f"SELECT * FROM documents WHERE {condition} ORDER BY row", values)  # noqa: S608
            return [rows.entry_of(row, sample=self._sample) for row in found]

    def called(self, name: str) -> list[str]:
        """Ids of the documents of this id, citekey or path; where there are none, of those whose ids begin so."""
        with self._connections.reading() as connection:
            exact = connection.execute(
                "SELECT id FROM documents WHERE id = :name OR key = :name OR row IN "
                "(SELECT document FROM paths WHERE path = :name) ORDER BY row",
                {"name": name},
            ).fetchall()
            if not exact and name:
                exact = connection.execute(
                    "SELECT id FROM documents WHERE id BETWEEN :name AND :name || char(0x10FFFF) ORDER BY row",
                    {"name": name},
                ).fetchall()
            return [row["id"] for row in exact]

    def keys(self, beginning: str, *, but: str) -> frozenset[str]:
        """The citekeys that begin so, save that of one document."""
        with self._connections.reading() as connection:
            found = connection.execute(
                "SELECT key FROM documents WHERE key BETWEEN :low AND :low || char(0x10FFFF) AND id != :but",
                {"low": beginning, "but": but},
            )
            return frozenset(row["key"] for row in found)

    def key(self, document: str) -> str | None:
        """A document's citekey; None where there is no such document."""
        with self._connections.reading() as connection:
            row = connection.execute("SELECT key FROM documents WHERE id = ?", (document,)).fetchone()
            return row["key"] if row else None

    def homes(self, passages: Sequence[str]) -> Mapping[str, str]:
        """The documents that passages stand in."""
        with self._connections.reading() as connection:
            there = json.dumps(list(rows_of(connection, passages).values()))
            found = tuples(
                connection,
                "SELECT passages.id, documents.id FROM json_each(?) AS asked "
                "CROSS JOIN passages INDEXED BY passages_named ON passages.row = asked.value "
                "JOIN documents ON documents.row = document",
                there,
            )
            return dict(found)

    def texts(self, passages: Sequence[str]) -> Mapping[str, str]:
        """The texts of passages, by id."""
        with self._connections.reading() as connection:
            there = json.dumps(list(rows_of(connection, passages).values()))
            sql = "SELECT id, text FROM passages WHERE row IN (SELECT value FROM json_each(?))"
            return dict(tuples(connection, sql, there))

    def tokens(self, passages: Sequence[str]) -> Mapping[str, Codes]:
        """The vectors of passages' tokens, by id; passages that have none are left out."""
        with self._connections.reading() as connection:
            there = rows_of(connection, passages)
            sql = "SELECT row, codes, count FROM tokens WHERE row IN (SELECT value FROM json_each(?))"
            found = {
                row: np.frombuffer(codes, np.uint8).reshape(count, -1 if count else 0)
                for row, codes, count in tuples(connection, sql, json.dumps(list(there.values())))
            }
            return {one: found[row] for one, row in there.items() if row in found}

    def order(self, passages: Sequence[str], *, newest: bool) -> Sequence[str]:
        """These passages as they stand in their documents: those by title, or the newest one first."""
        documents = "documents.year DESC NULLS LAST, documents.row" if newest else "documents.title, documents.row"
        with self._connections.reading() as connection:
            found = connection.execute(
                "SELECT passages.id FROM passages JOIN documents ON documents.row = document "  # noqa: S608 - own words
                f"WHERE passages.id IN (SELECT value FROM json_each(?)) ORDER BY {documents}, passages.row",
                (json.dumps(list(passages)),),
            )
            return [row["id"] for row in found]

    def paths(self, document: str) -> list[str]:
        """All paths under which a document's file was given."""
        with self._connections.reading() as connection:
            found = connection.execute(
                "SELECT path FROM paths JOIN documents ON documents.row = document WHERE id = ? ORDER BY path",
                (document,),
            )
            return [row["path"] for row in found]

    def sha256(self, document: str) -> tuple[str | None, bool]:
        """The hash of a document's PDF, and whether the library keeps the file."""
        with self._connections.reading() as connection:
            row = connection.execute("SELECT sha256, kept FROM documents WHERE id = ?", (document,)).fetchone()
            if row is None:
                raise _gone(document)
            return row["sha256"], bool(row["kept"])

    def kept(self) -> frozenset[str]:
        """The hashes of all PDFs that the library keeps."""
        with self._connections.reading() as connection:
            return frozenset(row[0] for row in connection.execute("SELECT sha256 FROM documents WHERE kept"))

    def to_read(self) -> tuple[str, ...]:
        """Ids of the PDFs that an older Bluenote read."""
        with self._connections.reading() as connection:
            return versions.to_read(connection)

    def to_cut(self) -> tuple[str, ...]:
        """Ids of the documents whose passages are of an older Bluenote, or not whole."""
        with self._connections.reading() as connection:
            return versions.to_cut(connection)

    def intact(self, ids: Sequence[str] | None = None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of the documents, all or these, that are as they were written, and of those that are not."""
        chosen = "1" if ids is None else "id IN (SELECT value FROM json_each(:ids))"
        with self._connections.reading() as connection:
            found = connection.execute(
                f"SELECT row, id FROM documents WHERE {chosen} ORDER BY row",  # noqa: S608 - own words
                {"ids": json.dumps(list(ids or ()))},
            ).fetchall()
            whole = {row["id"]: sums.intact(connection, row["row"]) for row in found}
        return tuple(one for one in whole if whole[one]), tuple(one for one in whole if not whole[one])

    def known(self, identities: Sequence[str]) -> Mapping[str, str]:
        """For identities that are those of exactly one document: its id."""
        with self._connections.reading() as connection:
            found = connection.execute(
                "SELECT identity, min(id) AS id FROM identities JOIN documents ON documents.row = document "
                "WHERE identity IN (SELECT value FROM json_each(?)) GROUP BY identity HAVING count(*) = 1",
                (json.dumps(list(identities)),),
            )
            return {row["identity"]: row["id"] for row in found}

    def abbreviations(self, words: Sequence[str]) -> Mapping[str, Sequence[str]]:
        """What documents say that folded words stand for, or are called for short; words of many meanings left out."""
        found: dict[str, list[str]] = {}
        with self._connections.reading() as connection:
            for row in connection.execute(
                "SELECT DISTINCT folded, written FROM abbreviations WHERE folded IN (SELECT value FROM json_each(?))",
                (json.dumps(list(words)),),
            ):
                found.setdefault(row["folded"], []).append(row["written"])
        return {word: meant for word, meant in found.items() if len(set(map(fold, meant))) <= _MOST_MEANINGS}

    def is_a_work(self, question: str) -> bool:
        """Whether a question is but what a work is called: its title, its author, a name that the field has for it."""
        with self._connections.reading() as connection:
            found = named(connection, question)
        return bool(found.works or found.documents or landmark(question))

    def languages(self) -> frozenset[str]:
        """The languages of the documents."""
        with self._connections.reading() as connection:
            found = connection.execute("SELECT language FROM sizes WHERE passages > 0")
            return frozenset(row["language"] for row in found)

    def document(self, document: str) -> Document:
        """A document, whole."""
        with self._connections.reading() as connection:
            row = self._row(connection, document)
            lists = {
                name: tuple(
                    rows.parsed(data, kind)
                    for (data,) in tuples(
                        connection,
                        f"SELECT data FROM {name} WHERE document = ? ORDER BY position",  # noqa: S608 - own names
                        row["row"],
                    )
                )
                for name, kind in rows.LISTS.items()
            }
            return rows.document_of(row, lists)

    def reading(self, document: str) -> Document:
        """A document as it was read."""
        with self._connections.reading() as connection:
            row = self._row(connection, document)
            parts = connection.execute("SELECT part, data FROM readings WHERE document = ?", (row["row"],))
            return rows.reading_of(self.document(document), dict(parts.fetchall()))

    def citing(self, keys: Sequence[str]) -> list[str]:
        """Ids of the documents that cite works by these keys."""
        with self._connections.reading() as connection:
            found = connection.execute(
                "SELECT id FROM documents WHERE row IN (SELECT document FROM sources WHERE key IN "
                "(SELECT value FROM json_each(?))) ORDER BY row",
                (json.dumps(list(keys)),),
            )
            return [row["id"] for row in found]

    def passages(self, document: str) -> tuple[Passage, ...]:
        """A document's passages, in order."""
        with self._connections.reading() as connection:
            row = self._row(connection, document)
            found = connection.execute("SELECT * FROM passages WHERE document = ? ORDER BY row", (row["row"],))
            return tuple(rows.passage_of(one) for one in found)

    def excerpts(self, passages: Sequence[str]) -> Mapping[str, Excerpt]:
        """The passages of these ids, each with as much of its document as a hit shows."""
        with self._connections.reading() as connection:
            return excerpts(connection, passages, sample=self._sample)

    def cards(self, passages: Sequence[str]) -> Mapping[str, Carded]:
        """The passages of these ids, each with its card."""
        with self._connections.reading() as connection:
            return cards(connection, passages, sample=self._sample)

    def facets(self) -> Facets:
        """How many documents there are of each author, year, language and kind, the commonest first."""
        with self._connections.reading() as connection:
            return facets(connection)

    def facets_of(self, passages: Sequence[str], by: Group) -> Facets:
        """How many of these passages, or of their documents, there are of each author, year and so on."""
        with self._connections.reading() as connection:
            return facets_of(connection, passages, by)

    @staticmethod
    def _row(connection: sqlite3.Connection, document: str) -> sqlite3.Row:
        row: sqlite3.Row | None = connection.execute("SELECT * FROM documents WHERE id = ?", (document,)).fetchone()
        if row is None:
            raise _gone(document)
        return row


def _gone(document: str) -> NoSuchDocument:
    return NoSuchDocument(f"no document {document} in this library (any more)")
