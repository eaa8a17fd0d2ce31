"""One work across documents: which sources meet, by (key, CSL) of the citations."""

import sqlite3

import pytest

from index.sqlite.schema import MIGRATIONS
from index.sqlite.works import names_of, work_of

KARLSRUD = {
    "type": "article-journal",
    "title": "The UN at War: Examining the Consequences of Peace-Enforcement Mandates",
    "author": [{"family": "Karlsrud", "given": "John"}],
    "issued": {"date-parts": [[2015]]},
}
SHORT = {**KARLSRUD, "title": "The UN at War"}
DESCRIBED = "karlsrud-un-war-2015"
REPORT = {"title": "Report of the Secretary-General", "author": [{"literal": "United Nations"}]}


@pytest.fixture
def tables():
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    connection.executescript("".join(MIGRATIONS))
    yield connection
    connection.close()


def works(tables, *cited):
    return [work_of(tables, names_of(key, csl)) for key, csl in cited]


def test_a_work_with_and_without_its_doi_is_one(tables):
    first, second = works(tables, ("10.1080/01436597", KARLSRUD), (DESCRIBED, SHORT))
    assert first == second


def test_works_that_a_third_citation_shows_to_be_one(tables):
    other_year = {**KARLSRUD, "issued": {"date-parts": [[2014]]}}  # online first
    first, second, third = works(
        tables, ("10.1080/01436597", other_year), (DESCRIBED, SHORT), ("10.1080/01436597", KARLSRUD)
    )
    assert first != second
    assert third == min(first, second)
    assert works(tables, (DESCRIBED, SHORT)) == [third]


def test_two_dois_are_two_works(tables):
    first, second = works(tables, ("10.1080/1", KARLSRUD), ("10.1080/2", KARLSRUD))
    assert first != second
    assert works(tables, ("10.1080/2", SHORT), (DESCRIBED, SHORT)) == [second, first]


def test_a_symbol_is_a_work_by_itself_whatever_its_title(tables):
    first, second = works(
        tables, ("S/2015/219", {**REPORT, "number": "S/2015/219"}), ("S/2015/426", {**REPORT, "number": "S/2015/426"})
    )
    assert first != second
    assert works(tables, ("s/2015/219", {**REPORT, "number": "s/2015/219"})) == [first]


def test_sections_of_a_law_are_not_one_work(tables):
    law = {"type": "legislation", "title": "Texas Code", "issued": {"date-parts": [[2021]]}}
    first, second = works(tables, ("perma.cc/a", law), ("perma.cc/b", law))
    assert first != second


def test_a_document_with_two_symbols_is_one_work_under_either(tables):
    links = [{"kind": "un", "href": f"https://docs.un.org/en/{symbol}"} for symbol in ("A/55/305", "S/2000/809")]
    both = work_of(tables, names_of("A/55/305", {"number": "A/55/305"}, links))
    assert works(tables, ("S/2000/809", {"number": "S/2000/809"})) == [both]


def test_a_report_that_the_field_has_a_name_for_is_one_by_either_symbol(tables):
    first, second, other = works(
        tables, *((symbol, {**REPORT, "number": symbol}) for symbol in ("A/55/305", "S/2000/809", "S/2000/810"))
    )
    assert first == second != other
