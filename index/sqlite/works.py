"""Which work of the whole library each source of a document is.

A source has up to two names: its key (DOI, UN symbol, address, or a description), and its description (surname, title
and year), so that a work cited here with its DOI and there without one is one work. Sources that share a name are one
work, and go on being one when the document that showed it has left the library: it remains true. Two DOIs are two
works, though author, title and year be the same.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from index.names import creators, family_names, year_of
from index.terms.bynames import kinds, landmark, titles_by_symbol, with_title
from ingest.contract import typed
from ingest.model import Csl, Source
from ingest.words.folding import fold
from ingest.words.unsymbols import from_url
from ingest.works.keys import description_key

APART = "by-hand:"
"""How the key of a work begins that a reader parted from another one of the same author, title and year."""
_COMPARED = 20
"""So many citations of a work are compared for the fullest one: a handbook may be cited by a thousand documents."""
_DOI = "10."
_LAWS = frozenset({"legislation", "bill"})


def names_of(key: str, csl: Csl, links: Sequence[Mapping[str, str]] = ()) -> tuple[str, ...]:
    """The names of a cited work, the surest first.

    Args:
        key: the source's.
        csl: what is known of it.
        links: the source's, which name all symbols of a document that has several.
    """
    if key.startswith(APART):
        return (key,)
    if key == str(csl.get("number") or ""):
        # A symbol says it all; "Report of the Secretary-General (2015)" is the title of many documents.
        # "A/55/305–S/2000/809" is one document, cited elsewhere as "S/2000/809".
        named = (from_url(link["href"]) for link in links if link["kind"] == "un")
        known = landmark(key)
        others = known.symbols if known else ()
        return tuple(dict.fromkeys((key, *(document.symbol for document in named if document), *others)))
    if csl.get("type") in _LAWS:
        # Many sections are one code of one year ("Tex. ... (2021)").
        return (key,)
    described = description_key(csl)
    return (key, described) if described and described != key else (key,)


def work_of(connection: sqlite3.Connection, names: Sequence[str]) -> int:
    """The number of the work with any of these names; all of them are its names from now on."""
    found = {name: work for name in names if (work := _named(connection, name)) is not None}
    works = list(dict.fromkeys(found.values()))
    if len(works) == 2 and all(_dois(connection, work) for work in works):
        return works[0]
    if len(works) == 1 and names[0] not in found and names[0].startswith(_DOI) and _dois(connection, works[0]):
        works = []
    if works:
        work = min(works)
        for other in works:
            if other != work:
                connection.execute("UPDATE work_names SET work = ? WHERE work = ?", (work, other))
                connection.execute("UPDATE cited SET work = ? WHERE work = ?", (work, other))
    else:
        (work,) = connection.execute("SELECT coalesce(max(work), 0) + 1 FROM work_names").fetchone()
    connection.executemany("INSERT OR IGNORE INTO work_names VALUES (?, ?)", [(name, work) for name in names])
    return work


def regroup(connection: sqlite3.Connection, names: Sequence[str]) -> None:
    """Tell anew which sources are one work, for the works of these names.

    Names once shared stay shared; a reader who takes back that two works are one has shown that these were not.
    """
    wanted = ", ".join("?" * len(names))
    among = f"work IN (SELECT work FROM work_names WHERE name IN ({wanted}))"  # noqa: S608 - question marks
    rows = connection.execute(
        "SELECT cited.row AS row, data ->> 'key' AS key, data -> 'csl' AS csl, data -> 'links' AS links FROM cited "  # noqa: S608
        f"JOIN sources ON sources.document = cited.document AND sources.id = cited.source WHERE {among} ORDER BY row",
        names,
    ).fetchall()
    connection.execute(f"DELETE FROM work_names WHERE {among}", names)  # noqa: S608
    # None of them has a work's number while the others get theirs: a number that is free again may be given anew.
    connection.executemany("UPDATE cited SET work = -row WHERE row = ?", [(row["row"],) for row in rows])
    for row in rows:
        work = work_of(connection, names_of(row["key"], json.loads(row["csl"]), json.loads(row["links"])))
        connection.execute("UPDATE cited SET work = ? WHERE row = ?", (work, row["row"]))


def write_cited(connection: sqlite3.Connection, document: int, sources: Sequence[Mapping[str, Any]]) -> None:
    """The rows of table cited for a document.

    Args:
        connection: within a transaction.
        document: the row of the document, whose citations are in their table.
        sources: its sources, as the contract has them.
    """
    certain, possible = _places(connection, document)
    for source in sources:
        csl, one = source["csl"], source["id"]
        connection.execute(
            "INSERT INTO cited (work, document, source, certain, possible, authors, title, year, number) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                work_of(connection, names_of(source["key"], csl, source["links"])),
                document,
                one,
                len(certain.get(one, ())),
                len(possible.get(one, set()) - certain.get(one, set())),
                names_said(csl),
                str(with_title(source["key"], csl).get("title") or source["text"]),
                str(year_of(csl) or ""),
                " ".join(str(csl[field]) for field in ("number", "DOI") if csl.get(field)),
            ),
        )


def names_said(csl: Csl) -> str:
    """All names of a work's people, folded, families before given ones: "doyle sambanis / michael nicholas"."""
    given = [str(name["given"]) for name in creators(csl) if name.get("given") and name.get("family")]
    return f"{fold(' '.join(family_names(csl)))} / {fold(' '.join(given))}"


_Places = Mapping[str, set[str]]
"""By source: the notes and blocks in which it is cited."""


def _places(connection: sqlite3.Connection, document: int) -> tuple[_Places, _Places]:
    certain: dict[str, set[str]] = {}
    possible: dict[str, set[str]] = {}
    for source, place, candidates in connection.execute(
        "SELECT source, coalesce(data ->> 'note', data ->> 'block'), data -> 'candidates' FROM citations "
        "WHERE document = ?",
        (document,),
    ):
        if source is not None:
            certain.setdefault(source, set()).add(place)
            continue
        for (candidate,) in connection.execute("SELECT value FROM json_each(?)", (candidates,)):
            possible.setdefault(candidate, set()).add(place)
    return certain, possible


def counts(connection: sqlite3.Connection, works: Sequence[int]) -> tuple[int, int]:
    """How many notes and paragraphs surely cite one of these works, and how many others perhaps do.

    A note that cites a report with its corrigendum is one.
    """
    certain = possible = 0
    for document, sources in connection.execute(
        "SELECT document, json_group_array(source) FROM cited WHERE work IN (SELECT value FROM json_each(?)) "
        "GROUP BY document",
        (json.dumps(list(works)),),
    ).fetchall():
        surely, perhaps = _places(connection, document)
        sure = {place for one in json.loads(sources) for place in surely.get(one, ())}
        certain += len(sure)
        possible += len({place for one in json.loads(sources) for place in perhaps.get(one, ())} - sure)
    return certain, possible


def fullest_source(connection: sqlite3.Connection, work: int) -> Source:
    """The source that says most of a work, of those in the language that most documents cite it in.

    One French article among six citing ones must not give a report its French title, unless no other gives any and the
    field knows none (`index.terms.bynames.with_title`).
    """
    row = connection.execute(
        """
        WITH few AS (
            SELECT sources.data, documents.data ->> '$.document.language' AS language,
                upper(sources.data ->> '$.key') IN (SELECT value FROM json_each(:known)) AS known,
                coalesce(sources.data ->> '$.csl.title', '') IN ('', sources.data ->> '$.csl.number')
                    OR lower(sources.data ->> '$.csl.title') IN (SELECT value FROM json_each(:kinds)) AS untitled
            FROM (SELECT document, source FROM cited WHERE work = :work LIMIT :compared) AS chosen
            JOIN sources ON sources.document = chosen.document AND sources.id = chosen.source
            JOIN documents ON documents.row = chosen.document
        )
        SELECT data FROM few
        ORDER BY untitled AND NOT known,
            (SELECT count(*) FROM few AS others WHERE others.language = few.language) DESC,
            untitled, length(data -> 'csl') DESC, length(data) DESC, data
        LIMIT 1
        """,
        {
            "work": work,
            "compared": _COMPARED,
            "known": json.dumps(list(titles_by_symbol())),
            "kinds": json.dumps(sorted(kinds())),
        },
    ).fetchone()
    source: Source = typed(Source, json.loads(row["data"]))
    return replace(source, csl=with_title(source.key, source.csl))


def _named(connection: sqlite3.Connection, name: str) -> int | None:
    row = connection.execute("SELECT work FROM work_names WHERE name = ?", (name,)).fetchone()
    return row["work"] if row else None


def _dois(connection: sqlite3.Connection, work: int) -> bool:
    sql = "SELECT 1 FROM work_names WHERE work = ? AND name LIKE '10.%' LIMIT 1"
    return connection.execute(sql, (work,)).fetchone() is not None
