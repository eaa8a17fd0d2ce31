"""What the Library page's forms and buttons say, without the page."""

from dataclasses import replace

import pytest
from factories import document, paragraph

from index.kept.corrections import Field
from index.model import Entry, ReadingState
from ingest.model import Problem, Report
from ui.fields import NoSuchField, shown, value_of
from ui.librarydata import admitted, edits, form_values, read_from, report_lines, versions_of, year_spans

CSL = {
    "type": "article-journal",
    "title": "The UN at War",
    "author": [{"family": "Karlsrud", "given": "John"}, {"literal": "United Nations"}],
    "issued": {"date-parts": [[2015, 3]]},
    "ISSN": "0143-6597",
    "custom": {"read_from": {"title": "title page"}},
}


def entry(**csl: object) -> Entry:
    state = ReadingState(0, 0, 0, 0, 0, "no notes")
    whole = {**CSL, **csl}
    return Entry("a", "karlsrud2015", str(whole["title"]), whole, "en", 3, 0, "/a.pdf", "2026", state, sample=False)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("title", " The UN at War ", "The UN at War"),
        ("author", "Karlsrud, John; United Nations", CSL["author"]),
        ("issued", "2015-03", {"date-parts": [[2015, 3]]}),
        ("issued", "2015/2016", {"date-parts": [[2015], [2016]]}),
        ("type", "report", "report"),
    ],
)
def test_values_as_typed_and_back(field: str, typed: str, value: object) -> None:
    assert value_of(field, typed) == value
    assert value_of(field, shown(value)) == value


@pytest.mark.parametrize(
    ("field", "typed"), [("colour", "blue"), ("type", "paper"), ("issued", "2015-13-01"), ("issued", "2015/03")]
)
def test_what_is_no_value(field: str, typed: str) -> None:
    with pytest.raises(NoSuchField):
        value_of(field, typed)


def test_names() -> None:
    authors = "Fortna, Virginia Page; van der Lijn, Jaïr; United Nations, Department of Peace Operations"
    assert value_of("author", authors) == [
        {"family": "Fortna", "given": "Virginia Page"},
        {"family": "Lijn", "non-dropping-particle": "van der", "given": "Jaïr"},
        {"literal": "United Nations, Department of Peace Operations"},
    ]
    assert shown(value_of("author", authors)) == authors


def test_a_form_that_nobody_touched_changes_nothing() -> None:
    values = form_values(CSL)
    assert values["author"] == "Karlsrud, John\nUnited Nations"
    assert values["ISSN"] == "0143-6597"
    assert edits(CSL, values) == []


def test_what_a_form_changes() -> None:
    values = {**form_values(CSL), "title": "War", "ISSN": "", "author": "Karlsrud, J.\n\nTull, Denis\n"}
    assert edits(CSL, values) == [
        Field("title", "War"),
        Field("author", [{"family": "Karlsrud", "given": "J."}, {"family": "Tull", "given": "Denis"}]),
        Field("ISSN", None),
    ]


def test_where_a_field_was_read() -> None:
    assert read_from(CSL, "title") == "from the title page"
    assert read_from({"custom": {"read_from": {"title": "z.json", "author": "by hand"}}}, "title") == "from z.json"
    assert read_from({"custom": {"read_from": {"title": "z.json", "author": "by hand"}}}, "author") == "by hand"
    assert read_from(CSL, "ISSN") == ""


@pytest.mark.parametrize(
    ("years", "labels"),
    [
        ([2015, 2015, 2020], ["2015", "2020"]),
        ([*range(2001, 2012)], ["2000–04", "2005–09", "2010–14"]),
        ([1998, *range(2001, 2010)], ["1995–99", "2000–04", "2005–09"]),
    ],
)
def test_years_count_together_where_there_are_many(years: list[int], labels: list[str]) -> None:
    spans = year_spans(entry(issued={"date-parts": [[year]]}) for year in years)
    assert [span.label for span in spans] == labels
    assert sum(span.count for span in spans) == len(years)


@pytest.mark.parametrize(
    ("words", "kinds", "found"),
    [
        ("KARLSRUD war", [], 1),
        ("karlsrud2015", [], 1),
        ("", ["book"], 0),
        ("war", ["article-journal"], 1),
        ("x", [], 0),
    ],
)
def test_documents_that_are_admitted(words: str, kinds: list[str], found: int) -> None:
    assert len(admitted([entry()], words, kinds, [])) == found


def test_years_admit() -> None:
    [span] = year_spans([entry()])
    assert admitted([entry()], "", [], [span])
    assert not admitted([entry(issued={"date-parts": [[1999]]})], "", [], [span])


def test_how_a_document_was_read() -> None:
    read = replace(
        document([paragraph("Text.")], pages=2, first=65),
        report=Report(
            markers_without_note=(Problem(1, "7", "marker 7 has no note"),),
            pages_without_text=(Problem(None, None, "nothing"),),
        ),
    )
    assert report_lines(read) == {
        "Pages without text": ("nothing",),
        "Markers without a note": ("p. 66: marker 7 has no note",),
    }


def test_versions_of_one_work() -> None:
    report, addendum = (
        replace(
            entry(type="report", number=number, title="Financing", author=[{"literal": "United Nations"}]), id=number
        )
        for number in ("A/45/696", "A/45/696/Add.1")
    )
    other = replace(entry(), id="x")
    [(found, why)] = versions_of(report, [report, addendum, other])
    assert found == addendum
    assert why
