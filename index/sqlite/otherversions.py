"""Other versions of a cited work: preprint and published, editions, translations, revisions and corrigenda.

Each is a work of its own, for its words and pages may differ; but who asks how often a work is cited means them all. An
addendum is another text, and no version.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping

from index.citations import OtherVersion
from index.names import family_names
from index.sqlite.alternatives import quoted
from index.sqlite.works import fullest_source
from ingest.model import Csl
from ingest.words.folding import fold, main_title
from ingest.words.unsymbols import is_symbol

_REVISED = re.compile(r"/(?:Rev|Corr)\.?\s?\d*$", re.IGNORECASE)
_MOST = 20
"""Works that are compared: more of one author with one title bear a formula for a title."""


def other_versions(connection: sqlite3.Connection, work: int, key: str, csl: Csl) -> Mapping[int, OtherVersion]:
    """The versions of a work that documents cite, by the numbers of their works (`index.sqlite.works`).

    Args:
        connection: the library's.
        work: the work's number.
        key: its key; a symbol says all.
        csl: what is known of it.
    """
    alike = sorted({*_alike(connection, work, key, csl)} - {work})
    found = {number: fullest_source(connection, number) for number in alike}
    if not found:
        return {}
    from ingest.works.versions import compare  # with all the rules for citations: a tenth of a second

    verdicts = {number: compare(csl, source.csl) for number, source in found.items()}
    return {
        number: OtherVersion(source.key, source.csl, source.text, verdicts[number].why)
        for number, source in found.items()
        if verdicts[number].kinship != "different"
    }


def _alike(connection: sqlite3.Connection, work: int, key: str, csl: Csl) -> Iterator[int]:
    """The numbers of cited works that may be versions of one."""
    if is_symbol(key):
        return _numbers(
            connection,
            "SELECT cited.work FROM work_names JOIN cited ON cited.work = work_names.work "
            "WHERE name = :base OR name LIKE :base || '/Rev%' OR name LIKE :base || '/Corr%'",
            {"base": _REVISED.sub("", key)},
        )
    titles = [fold(main_title(str(csl[field]))) for field in ("title", "original-title") if csl.get(field)]
    names = [name for author in list(family_names(csl))[:1] for name in fold(author).split()[-1:]]
    titled = " OR ".join(f"title : {quoted(title)}" for title in titles if title)
    # A translation that does not name its original is known where a document cites both.
    return _numbers(
        connection,
        "SELECT work FROM cited "
        "WHERE row IN (SELECT rowid FROM cited_words WHERE cited_words MATCH :words LIMIT :most) "
        "UNION SELECT other.work FROM cited JOIN sources ON sources.document = cited.document "
        "AND sources.id = cited.source JOIN json_each(sources.data, '$.versions') AS version "
        "JOIN cited AS other ON other.document = cited.document AND other.source = version.value ->> 'id' "
        "WHERE cited.work = :work",
        {
            "words": f"authors : {quoted(names[0])} AND ({titled})" if names and titled else '""',
            "most": _MOST,
            "work": work,
        },
    )


def _numbers(connection: sqlite3.Connection, query: str, values: Mapping[str, object]) -> Iterator[int]:
    return (work for (work,) in connection.execute(query, values))
