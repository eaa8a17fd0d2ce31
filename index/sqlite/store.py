"""The store on one machine: a folder with SQLite as the truth and FAISS derived from it."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from pathlib import Path

from index.errors import LibraryError
from index.model import Finding
from index.query import Query, Scope
from index.sqlite import known, lexical, noted, vocabulary
from index.sqlite.check import check
from index.sqlite.cited import CitedWorks
from index.sqlite.connections import Connections
from index.sqlite.derived import outdated
from index.sqlite.drawers import SqliteDrawer
from index.sqlite.ledger import SqliteLedger
from index.sqlite.naming import ids_of, rows_of
from index.sqlite.refreshing import refresh
from index.sqlite.scopes import first_rows, rows_by_notes, rows_in
from index.sqlite.vectors import VectorIndex
from index.sqlite.works import regroup
from index.sqlite.writing import revise_document, rewrite_passages, write_document
from index.store import Codes, Found, Record, Vectors
from ingest.model import Document, Passage


class SqliteStore(SqliteLedger):
    """`index.store.Store` over a library folder."""

    def __init__(self, folder: Path) -> None:
        connections = Connections(folder)
        connections.prepare()
        super().__init__(connections)
        self._vectors = VectorIndex(folder)
        self._refresh()

    @property
    def warnings(self) -> list[str]:
        """What was found wrong with derived files since the store was opened, in words for the reader."""
        return self._vectors.warnings

    def close(self) -> None:
        """Close all connections and let go of vectors."""
        self._connections.close()
        self._vectors.forget()

    def writing(self) -> AbstractContextManager[None]:
        """Hold the pen; raises `Busy`."""
        return self._connections.pen()

    def drawer(self, name: str) -> SqliteDrawer:
        """Where a reader keeps things of this kind."""
        return SqliteDrawer(self._connections, name)

    @property
    def cited(self) -> CitedWorks:
        """What the documents cite."""
        return CitedWorks(self._connections, self)

    def note(self, facts: Mapping[str, str]) -> None:
        """Write down facts of the library as a whole."""
        with self._connections.transaction() as connection:
            connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", list(facts.items()))
        self._sample = self.facts().get("sample") == "yes"

    def put(self, record: Record) -> None:
        """Take a document in, in one transaction; in the place of an older one it keeps that one's date and paths."""
        with self._connections.transaction() as connection:
            former = connection.execute(
                "SELECT added, path FROM documents JOIN paths ON document = row WHERE id = ?", (record.document.id,)
            ).fetchall()
            if former:
                record = replace(record, entry=replace(record.entry, added=former[0]["added"]))
            self._delete(connection, record.document.id)
            write_document(connection, record)
            for one in former:
                self._also_at(connection, record.document.id, one["path"])

    def recut(
        self, document: Document, passages: Sequence[Passage], vectors: Vectors, tokens: Sequence[Codes] = ()
    ) -> None:
        """Put other passages in the place of a document's, in one transaction."""
        with self._connections.transaction() as connection:
            number = self._row(connection, document.id)["row"]
            rewrite_passages(connection, number, document, passages, vectors, tokens)

    def revise(self, record: Record) -> None:
        """Put other data, labels and citations in the place of a document's, in one transaction."""
        with self._connections.transaction() as connection:
            revise_document(connection, self._row(connection, record.document.id)["row"], record)

    def regroup(self, keys: Sequence[str]) -> None:
        """Tell anew which sources are one work, for the works of these keys, in one transaction."""
        with self._connections.transaction() as connection:
            regroup(connection, keys)

    def drop(self, document: str) -> None:
        """Let a document go, in one transaction."""
        with self._connections.transaction() as connection:
            self._delete(connection, document)

    def also_at(self, document: str, path: str) -> None:
        """Remember one more path of a document's file."""
        with self._connections.transaction() as connection:
            self._also_at(connection, document, path)

    def settle(self, *, anew: bool = False) -> None:
        """Write a new FAISS base where enough has changed, or `anew` in any case."""
        # The former base stays until the next time: a reader whose snapshot names it may be about to load it.
        with self._connections.reading() as connection:
            self._vectors.sweep(connection)
        with self._connections.transaction() as connection:
            self._vectors.settle(connection, anew=anew)
        if anew:
            self._vectors.forget()

    def prepare(self) -> None:
        """Load what nearest vectors are found by; else the first who asks for them does."""
        with self._connections.reading() as connection:
            self._vectors.prepare(connection)

    def dense(self, vector: Vectors, depth: int, scope: Scope) -> Mapping[Found, float]:
        """The passages nearest to a vector, with their cosines."""
        with self._connections.reading() as connection:
            allowed = rows_in(connection, scope)
            admitted = None if allowed is None else allowed.admitted
            return dict(self._vectors.nearest(connection, vector, depth, admitted))

    def foresee(self, vector: Vectors, depth: int) -> None:
        """Look for the nearest passages among the vectors that are in memory."""
        self._vectors.foresee(vector, depth)

    def lexical(self, query: Query, depth: int, scope: Scope) -> Mapping[Found, float]:
        """The passages that share the most telling words, with BM25 scores."""
        with self._connections.reading() as connection:
            allowed, by_notes = rows_in(connection, scope), rows_by_notes(connection, scope)
            return lexical.scores(connection, query, depth, allowed, by_notes)

    def in_notes_alone(self, query: Query, depth: int, scope: Scope) -> Sequence[str]:
        """The passages whose notes have all words of a question that no text has together, the best first."""
        with self._connections.reading() as connection:
            rows = noted.alone(connection, query.telling, depth, rows_by_notes(connection, scope))
            ids = ids_of(connection, rows)
            return [ids[row] for row in rows if row in ids]

    def names(self, found: Collection[Found]) -> Mapping[Found, str]:
        """The ids of passages that were found; without those that another snapshot than this one had."""
        with self._connections.reading() as connection:
            ids = ids_of(connection, found)
            return {row: ids[row] for row in found if row in ids}

    def every(self, depth: int, scope: Scope) -> Sequence[str]:
        """The first passages of the scope in reading order."""
        with self._connections.reading() as connection:
            rows = first_rows(connection, scope, depth)
            ids = ids_of(connection, rows)
            return [ids[row] for row in rows if row in ids]

    def works_of_author(self, question: str) -> tuple[str, ...]:
        """Names of the cited works that a question names by their author."""
        with self._connections.reading() as connection:
            return known.of_author(connection, question)

    def rarities(self, terms: Sequence[str]) -> Mapping[str, float]:
        """How much each word tells: BM25's idf."""
        with self._connections.reading() as connection:
            return lexical.rarities(connection, terms)

    def unheard(self, words: Sequence[str]) -> tuple[str, ...]:
        """Those of the words that no passage has, in any form."""
        with self._connections.reading() as connection:
            return vocabulary.unheard(connection, words)

    def spelt_like(self, beginning: str, letters: range) -> Mapping[str, str]:
        """Words that begin so and have so many letters."""
        with self._connections.reading() as connection:
            return vocabulary.spelt_like(connection, beginning, letters)

    def telling(self, query: Query, passage: str) -> float:
        """How much of the query's words a passage has, from 0 to 1."""
        with self._connections.reading() as connection:
            row = rows_of(connection, [passage]).get(passage)
            return lexical.telling(connection, query, row) if row else 0.0

    def held(self, query: Query, passage: str) -> tuple[str, ...]:
        """The query's telling words and symbols that a passage has."""
        with self._connections.reading() as connection:
            row = rows_of(connection, [passage]).get(passage)
            return lexical.held(connection, query, row) if row else ()

    def check(self, *, repair: bool) -> list[Finding]:
        """Look for damage; mend what is derived."""
        return check(self._connections, self._vectors, repair=repair)

    def _refresh(self) -> None:
        """Make anew what an older Bluenote made of the documents, or did not make yet."""
        # If it cannot be written, or is being written, or is damaged, whoever reads it will be told. What is there will
        # do until it is opened again.
        if outdated(self.facts()):
            with suppress(LibraryError):
                refresh(self._connections)

    @staticmethod
    def _also_at(connection: sqlite3.Connection, document: str, path: str) -> None:
        connection.execute("INSERT OR IGNORE INTO paths SELECT ?, row FROM documents WHERE id = ?", (path, document))

    @staticmethod
    def _delete(connection: sqlite3.Connection, document: str) -> None:
        # Passages by name, so that the words' trigger surely runs; all else goes with the document's row.
        connection.execute(
            "DELETE FROM passages WHERE document = (SELECT row FROM documents WHERE id = ?)", (document,)
        )
        connection.execute("DELETE FROM documents WHERE id = ?", (document,))
