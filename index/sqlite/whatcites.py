"""Passages that cite a work, or are of it; also at one of its paragraphs alone."""

import json
import re
import sqlite3
from collections.abc import Set

_NUMBER = re.compile(r"\d+")
_RANGE = re.compile(r"(\d+)\s*[–-]\s*(\d+)")


def citing(connection: sqlite3.Connection, name: str) -> set[int]:
    """Rows of the passages that cite the work of this symbol or DOI, "Ibid." included."""
    # One document gives a work's DOI and another does not: both cite the work.
    found = connection.execute(
        "SELECT passage FROM cites WHERE key = :name OR key IN "
        "(SELECT name FROM work_names WHERE work = (SELECT work FROM work_names WHERE name = :name))",
        {"name": name},
    )
    return {row for (row,) in found}


def of_work(connection: sqlite3.Connection, name: str) -> set[int]:
    """Rows of the passages of the document with this symbol or DOI itself, where it is in the library."""
    found = connection.execute(
        "SELECT row FROM passages WHERE document IN (SELECT document FROM identities WHERE identity IN (?, ?))",
        (f"un:{name}", f"doi:{name}"),
    )
    return {row for (row,) in found}


def citing_at(connection: sqlite3.Connection, those: Set[int], name: str, paragraph: str) -> set[int]:
    """Those of some passages whose notes cite a work at a paragraph: "para. 16", "paras. 12 and 16", "14–18".

    Args:
        connection: the library's.
        those: rows of the passages that cite the work.
        name: a name of the work (`index.sqlite.works`).
        paragraph: its number.
    """
    found = connection.execute(
        "SELECT passages.row, citations.data ->> '$.locator.value' AS value FROM passages "
        "JOIN cited ON cited.document = passages.document "
        "AND cited.work = (SELECT work FROM work_names WHERE name = :name) "
        "JOIN citations ON citations.document = cited.document AND citations.source = cited.source "
        "AND citations.data ->> '$.locator.label' = 'paragraph' "
        "WHERE passages.row IN (SELECT value FROM json_each(:rows)) "
        "AND EXISTS (SELECT 1 FROM json_each(passages.data, '$.notes') WHERE value = citations.data ->> 'note')",
        {"name": name, "rows": json.dumps(sorted(those))},
    )
    return {row for row, value in found if _covers(value, int(paragraph))}


def with_paragraph(connection: sqlite3.Connection, own: Set[int], paragraph: str) -> set[int]:
    """Those of some passages, by their rows, that have the paragraph of this printed number in them."""
    found = connection.execute(
        "SELECT row FROM passages WHERE row IN (SELECT value FROM json_each(?)) "
        "AND EXISTS (SELECT 1 FROM json_each(data, '$.paragraphs') WHERE value = ?)",
        (json.dumps(sorted(own)), paragraph),
    )
    return {row for (row,) in found}


def _covers(value: str, paragraph: int) -> bool:
    ends = [(int(low), int(high)) for low, high in _RANGE.findall(value)]
    return paragraph in map(int, _NUMBER.findall(value)) or any(low <= paragraph <= high for low, high in ends)
