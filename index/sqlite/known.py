"""What a question names outright: a UN document, a DOI, an author (and a year), a title, or an author and a title.

It is first answered by the work itself, whether that is in the library, and by who cites it; passages follow.
"""

import json
import sqlite3
from collections.abc import Sequence, Set
from dataclasses import dataclass

from index.meant import works_named
from index.query import parse
from index.sqlite import authored
from index.sqlite.alternatives import quoted
from index.sqlite.authored import BEGINNING, YEAR
from index.sqlite.remembering import remembered
from index.sqlite.works import names_said
from index.terms.bynames import landmark
from ingest.words.folding import FUNCTION_WORDS, fold, main_title, words

MOST = 12
"""Works that are named: an author may have written more than anybody wants to see before the passages."""
_LONGEST = 40
"""Words of a title; a longer question is none."""
_MOST_NAMES = 8
_JOINING = FUNCTION_WORDS | {"al", "eds", "ed"}


@dataclass(frozen=True, slots=True)
class Named:
    """What a question names, and nothing else beside it."""

    works: tuple[int, ...] = ()
    """Numbers of cited works (`index.sqlite.works`)."""
    documents: tuple[str, ...] = ()
    """Ids of documents of the library."""
    of_author: tuple[int, ...] = ()
    """Those works that it surely names by their author, or by author and words of the title."""


def named(connection: sqlite3.Connection, question: str) -> Named:
    """The works and documents that a question names; nothing where it asks for anything more."""
    memory, key = remembered(connection), ("named", question)
    if key not in memory:  # several rooms of a search ask for them
        memory[key] = _named(connection, parse(question).question)  # without what no store can hold
    found: Named = memory[key]
    return found


def of_author(connection: sqlite3.Connection, question: str) -> tuple[str, ...]:
    """The names of the cited works whose author, or author and words of whose title, are all that a question says."""
    works = json.dumps(named(connection, question).of_author)
    sql = "SELECT name FROM work_names WHERE work IN (SELECT value FROM json_each(?)) ORDER BY name"
    return tuple(name for (name,) in connection.execute(sql, (works,)))


def _named(connection: sqlite3.Connection, question: str) -> Named:
    asked = fold(question).split()
    if not asked or len(asked) > _LONGEST:
        return Named()
    names, work = names_outright(question), landmark(question)
    titles = [asked, *(fold(title).split() for title in (work.titles if work else ()))]
    found = [_of_names(connection, names)] if names else []
    found += [_of_title(connection, title) for title in titles]
    theirs = [] if names else [_of_author_and_title(connection, question), _of_somebody(connection, question)]
    found += [] if names else [_of_author(connection, asked), *theirs]
    return Named(
        tuple(dict.fromkeys(work for one in found for work in one.works))[:MOST],
        tuple(dict.fromkeys(document for one in found for document in one.documents))[:MOST],
        next((one.works for one in theirs if one.works), ()),
    )


def names_outright(question: str) -> tuple[str, ...]:
    """The symbols or the DOI that are all of a question: "S/RES/2100 (2013)", "resolution 2100", "doi.org/10.1…".

    So are those of a work that the field has a name for: "the Brahimi report".
    """
    if work := landmark(question):
        return work.symbols
    query = parse(question)
    only = not query.phrases and all(YEAR.fullmatch(term) for term in query.terms)
    return query.symbols if only else ()


def _of_names(connection: sqlite3.Connection, names: Sequence[str]) -> Named:
    found = connection.execute(
        "SELECT DISTINCT id FROM identities JOIN documents ON documents.row = document "
        "WHERE identity IN (SELECT value FROM json_each(?)) ORDER BY row",
        (json.dumps([f"{kind}:{name}" for kind in ("un", "doi") for name in names]),),
    )
    return Named(tuple(works_named(connection, names)), tuple(row["id"] for row in found))


def _of_somebody(connection: sqlite3.Connection, question: str) -> Named:
    """Of names alone, whatever is asked of them ("works by Autesserre"), if one surely is one: not "white papers"."""
    one = authored.asked(question)
    found = _of_author(connection, [*one.said, *one.years]) if one else Named()
    named = one and (found.works or found.documents) and any(authored.is_a_name(name, one) for name in one.said)
    return found if named else Named()


def _of_author(connection: sqlite3.Connection, asked: Sequence[str]) -> Named:
    """Of "Karlsrud", "John Karlsrud 2015", "Doyle and Sambanis": nothing but names, one of them a family's."""
    years = {word[:4] for word in asked if YEAR.fullmatch(word)}
    names = {word for word in asked if not YEAR.fullmatch(word) and word not in _JOINING}
    if not names or len(names) > _MOST_NAMES or len(years) > 1:
        return Named()
    sought = " AND ".join(f"authors : {quoted(name)}" for name in sorted(names))
    found = connection.execute(
        "SELECT work, authors, year, certain FROM cited WHERE row IN "
        "(SELECT rowid FROM cited_words WHERE cited_words MATCH ?)",
        (sought,),
    )
    counts: dict[int, int] = {}
    for row in found:
        if _are_theirs(names, row["authors"]) and (not years or row["year"] in years):
            counts[row["work"]] = counts.get(row["work"], 0) + row["certain"]
    documents = connection.execute(
        "SELECT id, year, data -> 'document' -> 'csl' AS csl FROM documents WHERE row IN "
        "(SELECT document FROM authors WHERE folded IN (SELECT value FROM json_each(?))) ORDER BY year DESC, row",
        (json.dumps([*sorted(names), " ".join(word for word in asked if word in names)]),),
    )
    theirs = (
        row["id"]
        for row in documents
        if _are_theirs(names, names_said(json.loads(row["csl"]))) and (not years or str(row["year"]) in years)
    )
    return Named(tuple(sorted(counts, key=lambda work: (-counts[work], work))), tuple(theirs))


def _of_author_and_title(connection: sqlite3.Connection, question: str) -> Named:
    asked = authored.asked(question)
    if asked is None:
        return Named()
    counts: dict[int, int] = {}
    for work, certain in authored.cited_works(connection, asked):
        counts[work] = counts.get(work, 0) + certain
    works = sorted(counts, key=lambda work: (-counts[work], work))
    return Named(tuple(works), tuple(authored.documents(connection, asked)))


def _are_theirs(asked: Set[str], said: str) -> bool:
    """Whether all names that are asked for are those of a work's people (`names_said`), and one of them a family's."""
    families, given = (set(part.split()) for part in said.split(" / ", 1))
    return asked <= families | given and bool(asked & families)


def _of_title(connection: sqlite3.Connection, asked: Sequence[str]) -> Named:
    """Of a title, with its subtitle or without, or the first words of one if they are three that tell."""
    title = " ".join(asked)
    begins = len(words(title)) >= BEGINNING
    documents = connection.execute(
        "SELECT DISTINCT id FROM titles JOIN documents ON documents.row = document "
        "WHERE titles.title = :title "
        "OR (:begins AND titles.title BETWEEN :title || ' ' AND :title || ' ' || char(0x10FFFF)) ORDER BY row",
        {"title": title, "begins": begins},
    )
    found = connection.execute(
        "SELECT work, title, certain FROM cited WHERE row IN (SELECT rowid FROM cited_words WHERE cited_words MATCH ?)",
        (f"title : ^ {quoted(title)}",),
    )
    counts: dict[int, int] = {}
    for row in found:
        whole = fold(row["title"])
        if title in (whole, fold(main_title(row["title"]))) or (begins and whole.startswith(f"{title} ")):
            counts[row["work"]] = counts.get(row["work"], 0) + row["certain"]
    works = sorted(counts, key=lambda work: (-counts[work], work))
    return Named(tuple(works), tuple(row["id"] for row in documents))
