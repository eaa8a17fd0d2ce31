"""Making anew what older rules made of the documents, some documents at a time.

In a library of a million passages it takes minutes. So it is no single transaction: whoever ends the process loses two
seconds' work, the next one goes on from there, and a reader who keeps a clipping meanwhile need not wait.
"""

import logging
import sqlite3
import time

from index.sqlite.connections import Connections
from index.sqlite.derived import clear, current, derive, outdated

_HELD = 2.0
"""Seconds that a transaction takes: other writers wait no longer than ten."""
_REACHED = "derived until"
"""The fact that says by which rules what is made anew, and up to which document."""

_log = logging.getLogger(__name__)


def refresh(connections: Connections) -> None:
    """Bring all that is derived to the rules and facts of now, and say so where it takes long.

    Raises:
        Busy: Another process is adding or removing.
        Unwritable: The library cannot be written.
    """
    with connections.pen():
        began, wait = time.monotonic(), 2 * _HELD
        while (reached := _further(connections)) is not None:
            if time.monotonic() - began > wait:
                _log.warning("the library is brought to the rules of this version: %d of %d documents", *reached)
                wait *= 2


def _further(connections: Connections) -> tuple[int, int] | None:
    """How many documents are done, of how many, after some more of them; None where nothing is left to do."""
    with connections.transaction() as connection:
        facts = dict(connection.execute("SELECT name, value FROM facts").fetchall())
        steps = outdated(facts)
        if not steps:
            return None
        rules = " ".join(f"{step}:{current()[f'derived {step}']}" for step in sorted(steps))
        former, _, reached = facts.get(_REACHED, "").rpartition(" ")
        if former != rules:  # nobody has begun, or by rules that are old again
            clear(connection, steps)
            reached = "0"
        last = _derived_after(connection, int(reached), steps)
        if last is None:
            connection.execute("DELETE FROM facts WHERE name GLOB 'derived*'")
            connection.executemany("INSERT INTO facts VALUES (?, ?)", list(current().items()))
            return None
        connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (_REACHED, f"{rules} {last}"))
        counted = "SELECT count(*) FILTER (WHERE row <= ?), count(*) FROM documents"
        done, there = connection.execute(counted, (last,)).fetchone()
        return done, there


def _derived_after(connection: sqlite3.Connection, row: int, steps: frozenset[str]) -> int | None:
    """The last row that was done, of documents after this one; None where no further one is left."""
    began = time.monotonic()
    for (each,) in connection.execute("SELECT row FROM documents WHERE row > ? ORDER BY row", (row,)).fetchall():
        derive(connection, each, steps)
        if time.monotonic() - began > _HELD:
            return int(each)
    return None
