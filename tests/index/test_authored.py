"""Works that a question names by an author and words of a title."""

import sqlite3
from contextlib import closing

import pytest

from index.sqlite.authored import asked, cited_works

WORKS = (
    ("weiss / thomas g", "Humanitarian Intervention: Ideas in Action", "2007"),
    ("weiss / thomas g", "Global Governance: Why? What? Whither?", "2013"),
    ("weiss collins / thomas g cindy", "Humanitarian Challenges and Intervention", "2000"),
    ("white / nigel d", "Keeping the Peace: The United Nations and the Maintenance of Peace", "1997"),
    ("autesserre / severine", "Peaceland", "2014"),
    ("international crisis group / ", "Congo: A Last Chance", "2007"),
    ("howard / lise m", "UN Peacekeeping in Civil Wars, 1989–2007", "2008"),
    ("united nations / ", "Report on the Protection of Civilians in Mali", "2017"),
)


@pytest.fixture(scope="module")
def connection():
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.row_factory = sqlite3.Row
        connection.executescript(
            "CREATE TABLE cited (row INTEGER PRIMARY KEY, work INTEGER, certain INTEGER, authors, title, year);"
            "CREATE VIRTUAL TABLE cited_words USING fts5 (authors, title, year, content='cited', content_rowid='row');"
        )
        connection.executemany("INSERT INTO cited VALUES (?, ?, 2, ?, ?, ?)", [(n, n, *w) for n, w in enumerate(WORKS)])
        connection.execute("INSERT INTO cited_words (cited_words) VALUES ('rebuild')")
        yield connection


@pytest.mark.parametrize(
    ("question", "works"),
    [
        ("Autesserre Peaceland", [4]),
        ("autesserre, peaceland, 2014, p. 12", [4]),
        ("Autesserre Peaceland 2010", []),
        ("Weiss, Global Governance", [1]),
        ("what does Weiss say about global governance?", [1]),
        ("what does Weiss say about humanitarian interventions?", [0, 2]),
        ("Weiss and Collins on humanitarian intervention", [2]),
        ("what does Weiss say about peacekeeping in Mali?", []),
        ("Thomas Weiss", []),
        ("humanitarian intervention", []),
        ("White, Keeping the Peace, supra note 17", [3]),
        ("keeping the peace", []),
        ("white peace", []),
        ("Are White and Weiss for peace?", []),
        ("International Crisis Group, Congo: A Last Chance", [5]),
        ("the last crisis in Congo", []),
        ("United Nations protection of civilians in Mali", []),
        ("Howard UN peacekeeping", [6]),
        ("Howard, UN Peacekeeping in Civil Wars, 1989–2007", [6]),
        ("howard peacekeeping", []),
        ("Weiss", []),
        ("", []),
    ],
)
def test_which_works_fit(connection, question, works):
    one = asked(question)
    assert [work for work, _ in (cited_works(connection, one) if one else ())] == works
