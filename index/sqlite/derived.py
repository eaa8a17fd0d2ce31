"""What is made of a document's stored rows, so that it can be found: missions, abbreviations, joints, cited works.

One way for a document that comes in and for a library that an older Bluenote made: each step reads the rows that were
written. What it makes is only as new as the rules and facts that made it; `current` names them for each step, so that a
new mission in the table leaves the cited works alone.
"""

import hashlib
import json
import re
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from index.sqlite.cards import RULES as OF_CARDS
from index.sqlite.cards import write_cards
from index.sqlite.noted import write_noted
from index.sqlite.vocabulary import write_vocabulary
from index.sqlite.works import write_cited
from index.terms.abbreviations import defined_in
from index.terms.missions import named_in
from ingest.words.folding import fold, main_title

_EDGE = 200
"""Characters at a passage's beginning or end that surely hold its first or last word."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Step:
    """One kind of thing that is made of a document."""

    write: Callable[[sqlite3.Connection, int], None]
    by_document: tuple[str, ...] = ()
    """Tables of which a document's rows are made anew."""
    by_passage: tuple[str, ...] = ()
    """Likewise, where a row belongs to a passage."""
    rules: int = 1
    """To be counted up when what is made changes in any way but through the facts."""
    facts: tuple[str, ...] = ()
    """Files in `index/data` that it goes by."""


@cache
def current() -> Mapping[str, str]:
    """The facts of a library of which each step's things are as they would be made now."""
    digests = {
        name: hashlib.sha256(files("index").joinpath("data", name).read_bytes())
        for name in ("missions.json", "bynames.toml")
    }
    return {
        f"derived {name}": "-".join([str(step.rules), *(digests[one].hexdigest()[:12] for one in step.facts)])
        for name, step in _steps().items()
    }


def outdated(facts: Mapping[str, str]) -> frozenset[str]:
    """The steps whose things other rules or facts made, in a library that has these facts."""
    return frozenset(name.removeprefix("derived ") for name, made in current().items() if facts.get(name) != made)


def derive(connection: sqlite3.Connection, document: int, steps: Collection[str] = ()) -> None:
    """Make anew what is made of the document in this row, all of it or by some steps, in the writer's transaction."""
    for name, step in _steps().items():
        if steps and name not in steps:
            continue
        for table in step.by_document:
            connection.execute(f"DELETE FROM {table} WHERE document = ?", (document,))  # noqa: S608 - own names
        for table in step.by_passage:
            connection.execute(
                f"DELETE FROM {table} WHERE passage IN (SELECT row FROM passages WHERE document = ?)",  # noqa: S608
                (document,),
            )
        step.write(connection, document)


def clear(connection: sqlite3.Connection, steps: Collection[str]) -> None:
    """Take away what these steps made of all documents and would not make the same again document by document."""
    if "cited" in steps:  # which works are one is told anew, too
        connection.execute("DELETE FROM cited")
        connection.execute("DELETE FROM work_names")


@cache
def _steps() -> Mapping[str, _Step]:
    return {
        "titles": _Step(_write_titles, ("titles",)),
        "missions": _Step(_write_missions, ("missions",), facts=("missions.json",)),
        "abbreviations": _Step(_write_abbreviations, ("abbreviations",)),
        "joints": _Step(_write_joints, by_passage=("joints",)),
        "vocabulary": _Step(write_vocabulary),
        "noted": _Step(write_noted, by_passage=("noted",)),
        "cards": _Step(write_cards, by_passage=("cards",), rules=OF_CARDS),
        "cited": _Step(_write_cited, ("cited",), ("may_cite",), facts=("bynames.toml",)),
    }


def _title(connection: sqlite3.Connection, document: int) -> str:
    return str(connection.execute("SELECT title FROM documents WHERE row = ?", (document,)).fetchone()["title"])


def _write_titles(connection: sqlite3.Connection, document: int) -> None:
    title = _title(connection, document)
    folded = {fold(title), fold(main_title(title))} - {""}
    connection.executemany("INSERT INTO titles VALUES (?, ?)", [(one, document) for one in sorted(folded)])


def _write_missions(connection: sqlite3.Connection, document: int) -> None:
    title = _title(connection, document)
    # A reader who shortens a title, or a bibliography that has another, makes it no work on another mission.
    read = connection.execute(
        "SELECT json_extract(data, '$.title') FROM readings WHERE document = ? AND part = 'document'", (document,)
    ).fetchone()
    about = named_in(title).surely | named_in(read[0] if read else "").surely
    named = {
        row["row"]: named_in(f"{row['heading']} {row['text']}")
        for row in connection.execute("SELECT row, heading, text FROM passages WHERE document = ?", (document,))
    }
    # "SMM" is the monitoring mission in Ukraine only where the document says so.
    sure = about.union(*(one.surely for one in named.values()))
    connection.executemany(
        "INSERT INTO missions VALUES (?, ?, ?)",
        [
            (mission, document, passage)
            for passage, one in named.items()
            for mission in sorted(about | one.surely | (one.perhaps & sure))
        ],
    )


def _write_abbreviations(connection: sqlite3.Connection, document: int) -> None:
    texts = (one["text"] for table in ("blocks", "notes") for one in _data(connection, table, document))
    pairs = [(one.short, one.long) for one in defined_in(texts)]
    connection.executemany(
        "INSERT OR IGNORE INTO abbreviations VALUES (?, ?, ?)",
        [(fold(asked), meant, document) for short, long in pairs for asked, meant in ((short, long), (long, short))],
    )


def _write_joints(connection: sqlite3.Connection, document: int) -> None:
    found = connection.execute(
        """
        SELECT one.row, substr(before.text, -:edge), substr(one.text, 1, :edge)
        FROM passages AS one JOIN passages AS before ON before.row = one.row - 1
            AND (before.document, before.kind, before.heading) = (one.document, one.kind, one.heading)
        WHERE one.document = :document
        """,
        {"document": document, "edge": _EDGE},
    )
    for row, ended, begins in found.fetchall():
        before, after = fold(" ".join(_WORD.findall(ended)[-1:])), fold(" ".join(_WORD.findall(begins)[:1]))
        if before and after:
            joint = f"{before.split()[-1]} {after.split()[0]}"
            connection.execute("INSERT INTO joints VALUES (?, ?)", (joint, row))


def _write_cited(connection: sqlite3.Connection, document: int) -> None:
    sources = list(_data(connection, "sources", document))
    write_cited(connection, document, sources)
    _write_may_cite(connection, document, {source["id"]: source["key"] for source in sources})


def _write_may_cite(connection: sqlite3.Connection, document: int, keys: dict[str, str]) -> None:
    """For each passage the candidates of the open citations in its notes and in its own text."""
    loose = [
        (one["note"], one["block"], one["start"], one["end"], [keys[c] for c in one["candidates"] if c in keys])
        for one in _data(connection, "citations", document)
        if one["source"] is None and one["candidates"]
    ]
    if not loose:
        return
    for row in connection.execute("SELECT row, data FROM passages WHERE document = ?", (document,)).fetchall():
        passage = json.loads(row["data"])
        notes = {*passage["notes"], *(piece["note"] for piece in passage["spans"] if piece["note"])}
        found = {
            key
            for note, block, start, end, candidates in loose
            if note in notes
            or any(
                block and piece["block"] == block and piece["start"] < end and start < piece["end"]
                for piece in passage["spans"]
            )
            for key in candidates
        }
        connection.executemany(
            "INSERT OR IGNORE INTO may_cite VALUES (?, ?)", [(key, row["row"]) for key in sorted(found)]
        )


def _data(connection: sqlite3.Connection, table: str, document: int) -> Iterator[Any]:
    found = connection.execute(
        f"SELECT data FROM {table} WHERE document = ? ORDER BY position",  # noqa: S608 - own names
        (document,),
    )
    for row in found.fetchall():
        yield json.loads(row["data"])
