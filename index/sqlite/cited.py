"""The works that a library's documents cite: how often each is cited, and whether it is itself in the library."""

import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from index.citations import Cited, CitedWork, Citing, Works
from index.meant import names_of_item, works_meant, works_named
from index.model import Filters
from index.sources import corpus_links
from index.sqlite import known
from index.sqlite.alternatives import quoted
from index.sqlite.citingplaces import citing_places
from index.sqlite.connections import Connections
from index.sqlite.otherversions import other_versions
from index.sqlite.works import counts, fullest_source
from index.store import Store
from ingest.model import Link

_WORD = re.compile(r"[^\W_]+")

UNREAD = "state ->> 'pages_without_text' > 0 OR (notes = 0 AND state ->> 'markers_without_note' > 0)"
"""Of a document: pages that nobody could read, or marks of notes that are not in the file."""
_COUNTS = (
    "SELECT work, sum(certain) AS certain, sum(possible) AS possible, count(DISTINCT document) AS documents FROM cited"
)
_ORDER = "GROUP BY work ORDER BY certain DESC, possible DESC, documents DESC, work"


class CitedWorks:
    """What the documents of a library cite; works go by their numbers (`index.sqlite.works`)."""

    def __init__(self, connections: Connections, entries: Store) -> None:
        self._connections = connections
        self._entries = entries

    def works(self, query: str, by: str | None, count: int, offset: int) -> Works:
        """One page of the list of cited works, the most cited first.

        Args:
            query: words of author, title, year or symbol, which may be cut short, or what names a work outright
                ("HIPPO report", as for `citing` and `named`); "" for all works.
            by: id of a document; then only what it cites counts.
            count: works on the page.
            offset: works before it.
        """
        conditions = ["certain + possible > 0"]
        values: dict[str, object] = {"count": count, "offset": offset}
        if by is not None:
            conditions.append("document = (SELECT row FROM documents WHERE id = :by)")
            values["by"] = by
        if words := _WORD.findall(query):
            conditions.append(
                "(work IN (SELECT value FROM json_each(:meant)) OR work IN (SELECT work FROM cited WHERE row IN "
                "(SELECT rowid FROM cited_words WHERE cited_words MATCH :words)))"
            )
            values["words"] = " ".join(f"{quoted(word)}*" for word in words)
        elif query.strip():
            return Works(0, ())
        where = " AND ".join(conditions)
        with self._connections.reading() as connection:
            if words:
                meant = {*works_meant(connection, [query]), *known.named(connection, query).works}
                values["meant"] = json.dumps(sorted(meant))
            found = connection.execute(
                f"{_COUNTS} WHERE {where} {_ORDER} LIMIT :count OFFSET :offset", values
            ).fetchall()
            (total,) = connection.execute(
                f"SELECT count(*) FROM (SELECT 1 FROM cited WHERE {where} GROUP BY work)",  # noqa: S608 - own words
                values,
            ).fetchone()
            return Works(total, self._shown(connection, found))

    def described(self, works: Sequence[int]) -> tuple[CitedWork, ...]:
        """These works, with how often all documents cite them and their other versions."""
        with self._connections.reading() as connection:
            found = connection.execute(
                f"{_COUNTS} WHERE work IN (SELECT value FROM json_each(?)) {_ORDER}",  # noqa: S608 - own words
                (json.dumps(list(works)),),
            ).fetchall()
            return tuple(
                self._with_versions(connection, work, row["work"])
                for work, row in zip(self._shown(connection, found), found, strict=True)
            )

    def named(self, question: str) -> tuple[CitedWork, ...]:
        """What a question names outright: what is in the library first, then the most cited, each with its versions.

        A symbol or DOI that nobody cites is named too: that nothing here leads to it is the answer.
        """
        with self._connections.reading() as connection:
            meant = known.named(connection, question)
            entries = self._entries.ledger(Filters(documents=meant.documents)) if meant.documents else []
            items = {entry.id: names_of_item(entry.csl) for entry in entries}
            works = [*meant.works, *(work for names in items.values() for work in works_named(connection, names))]
            cited = self.described(list(dict.fromkeys(works))) if works else ()
            there = {work.entry.id for work in cited if work.entry}
            uncited = [
                CitedWork(
                    key=next(iter(items[entry.id]), entry.key),
                    csl=entry.csl,
                    text="",
                    links=(Link("corpus", f"bluenote:{entry.id}"),),
                    documents=0,
                    citing=self._uncited(),
                    entry=entry,
                )
                for entry in entries
                if entry.id not in there
            ]
            if not cited and not uncited:
                uncited = [
                    CitedWork(name, csl={}, text=name, links=(), documents=0, citing=self._uncited(), entry=None)
                    for name in known.names_outright(question)[:1]
                ]
        shown: list[CitedWork] = []
        for work in sorted([*cited, *uncited], key=lambda work: work.entry is None):
            if work.entry or all(work.key != version.key for one in shown for version in one.versions):
                shown.append(work)
        return tuple(shown[: known.MOST])

    def citing(self, ref: str) -> Cited | None:
        """The work that somebody names and the places that cite it; None where there is none."""
        with self._connections.reading() as connection:
            described = self.described(meant := works_meant(connection, [ref]))
            if not described:
                return None
            entries = {entry.id: entry for entry in self._entries.ledger()}
            certain, possible = citing_places(self._connections, meant, entries)
            unread = tuple(entries[one] for one in self.unread())
            return Cited(described[0], certain, possible, unread, _keys(connection, meant))

    def keys(self, names: Sequence[str]) -> tuple[str, ...]:
        """All keys by which documents cite the works of these names."""
        with self._connections.reading() as connection:
            return _keys(connection, works_named(connection, names))

    def unread(self) -> list[str]:
        """Ids of the documents whose notes could not be read, or not all of them."""
        with self._connections.reading() as connection:
            return [row["id"] for row in connection.execute(f"SELECT id FROM documents WHERE {UNREAD} ORDER BY row")]  # noqa: S608

    def _uncited(self) -> Citing:
        return Citing(0, 0, len(self.unread()))

    def _with_versions(self, connection: sqlite3.Connection, work: CitedWork, number: int) -> CitedWork:
        versions = other_versions(connection, number, work.key, work.csl)
        if not versions:
            return work
        certain, possible = counts(connection, [number, *versions])
        return replace(work, versions=tuple(versions.values()), together=Citing(certain, possible, work.citing.unread))

    def _shown(self, connection: sqlite3.Connection, counted: Sequence[sqlite3.Row]) -> tuple[CitedWork, ...]:
        unread = len(self.unread())
        fullest = {row["work"]: fullest_source(connection, row["work"]) for row in counted}
        links = dict(
            zip(fullest, corpus_links([one.csl for one in fullest.values()], self._entries.known), strict=True)
        )
        homes = {work: own[0].href.removeprefix("bluenote:") for work, own in links.items() if own}
        here = self._entries.ledger(Filters(documents=tuple(homes.values()))) if homes else ()
        entries = {entry.id: entry for entry in here}
        return tuple(
            CitedWork(
                key=fullest[row["work"]].key,
                csl=fullest[row["work"]].csl,
                text=fullest[row["work"]].text,
                links=fullest[row["work"]].links + links[row["work"]],
                documents=row["documents"],
                citing=Citing(row["certain"], row["possible"], unread),
                entry=entries.get(homes.get(row["work"], "")),
            )
            for row in counted
        )


def _keys(connection: sqlite3.Connection, works: Sequence[int]) -> tuple[str, ...]:
    found = connection.execute(
        "SELECT DISTINCT data ->> 'key' AS key FROM cited "
        "JOIN sources ON sources.document = cited.document AND sources.id = cited.source "
        "WHERE work IN (SELECT value FROM json_each(?)) ORDER BY key",
        (json.dumps(list(works)),),
    )
    return tuple(row["key"] for row in found)
