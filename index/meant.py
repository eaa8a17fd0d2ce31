"""Which works a reader means who names one: by key, UN symbol, DOI, or a document of the library."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from index.names import doi_of
from index.query import JOINED
from index.terms.bynames import landmark
from index.typed import DOI, names_typed
from ingest.model import Csl
from ingest.words.addresses import clean_doi
from ingest.words.unsymbols import un_documents
from ingest.works.keys import description_key


def works_meant(connection: sqlite3.Connection, refs: Iterable[str]) -> list[int]:
    """The numbers of the works that are meant by keys, symbols ("resolution 2100 (2013)" too), DOIs, or documents."""
    names = [name for ref in refs for name in (*names_in(ref), *_of_document(connection, ref))]
    return works_named(connection, names)


def works_named(connection: sqlite3.Connection, names: Sequence[str]) -> list[int]:
    """The numbers of the works with these names."""
    found = connection.execute(
        "SELECT DISTINCT work FROM work_names WHERE name IN (SELECT value FROM json_each(?)) ORDER BY work",
        (json.dumps(list(names)),),
    )
    return [row["work"] for row in found]


def names_in(ref: str) -> list[str]:
    """What somebody may have written: a key as it stands, the symbols or the DOI in it, "Brahimi report"."""
    names = [ref.strip(), *names_typed(ref), *(known.symbols if (known := landmark(ref)) else ())]
    for document in un_documents(ref):
        names += [one for symbol in (document.symbol, *document.other) for one in JOINED.split(symbol)]
    if found := DOI.search(ref):
        names.append(clean_doi(found[0]))
    return names


def names_of_item(csl: Csl) -> list[str]:
    """By what names a document is cited that these data describe."""
    number = str(csl.get("number") or "")
    symbols = [one for document in un_documents(number) for one in (document.symbol, *document.other)]
    if symbols:
        return [one for symbol in symbols for one in JOINED.split(symbol)]
    return [name for name in (doi_of(csl), description_key(csl)) if name]


def _of_document(connection: sqlite3.Connection, ref: str) -> list[str]:
    found = connection.execute("SELECT data FROM documents WHERE id = :ref OR key = :ref", {"ref": ref}).fetchall()
    return [name for row in found for name in names_of_item(json.loads(row["data"])["document"]["csl"])]
