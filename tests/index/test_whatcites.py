import sqlite3
from contextlib import closing

import pytest

from index.sqlite.whatcites import citing, citing_at, with_paragraph


@pytest.fixture
def connection(two):
    with closing(sqlite3.connect(two.path / "library.sqlite")) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


@pytest.mark.parametrize(
    ("locator", "paragraph", "there"),
    [
        ("16", "16", True),
        ("116", "16", False),
        ("12 (b)", "16", False),
        ("12 and 16", "16", True),
        ("14–18", "16", True),
        ("14–15", "16", False),
    ],
)
def test_passages_whose_notes_cite_a_paragraph(connection, locator, paragraph, there):
    connection.execute("UPDATE citations SET data = json_set(data, '$.locator.value', ?)", (locator,))
    rows = citing(connection, "s/res/2100")
    assert rows
    at = citing_at(connection, rows, "S/RES/2100", paragraph)
    assert bool(at) == there
    assert at <= rows
    assert not citing_at(connection, rows, "S/RES/2098", paragraph)


def test_passages_that_have_a_paragraph_in_them(connection):
    rows = {row for (row,) in connection.execute("SELECT row FROM passages")}
    connection.execute("UPDATE passages SET data = json_set(data, '$.paragraphs', json('[\"35\"]')) WHERE row = 1")
    assert with_paragraph(connection, rows, "35") == {1}
    assert with_paragraph(connection, rows - {1}, "35") == set()


def test_a_paragraph_of_a_resolution_comes_first(two, connection):
    with connection:
        connection.execute(
            "UPDATE citations SET data = json_set(data, '$.locator.value', '3') "
            "WHERE document = (SELECT row FROM documents WHERE data ->> '$.document.title' LIKE 'Karlsrud%')"
        )
    for paragraph, title in (("3", "Karlsrud"), ("16", "Autesserre")):
        found = two.search(f"S/RES/2100, para. {paragraph}")
        assert found.hits[0].document.title.startswith(title)
        assert found.known[0].key == "S/RES/2100"
