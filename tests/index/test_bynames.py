import dataclasses
import hashlib

import pytest
from factories import document, note, paragraph

import ingest.child
from index.meant import names_in
from index.query import parse
from index.search.widening import widened
from index.terms.bynames import landmark, landmarks, with_title
from index.typed import names_typed
from ingest.model import Anchor, Citation, Source
from ingest.words.folding import fold


@pytest.mark.parametrize(
    ("typed", "symbol"),
    [
        ("Brahimi report", "A/55/305"),
        ("the Brahimi Report (2000)", "A/55/305"),
        ("le rapport Brahimi", "A/55/305"),
        ("HIPPO", "A/70/95"),
        ("Report of the Independent Inquiry (Rwanda)", "S/1999/1257"),
        ("2005 World Summit Outcome", "A/RES/60/1"),
        ("l’Agenda pour la paix", "A/47/277"),
        ("Brahimi", None),
        ("what does the Brahimi report say?", None),
        ("report", None),
        ("", None),
    ],
)
def test_a_work_by_the_name_that_the_field_has_for_it(typed, symbol):
    named = landmark(typed)
    assert (named and named.symbols[0]) == symbol


def test_what_has_no_symbol_goes_by_its_title():
    doctrine = landmark("Capstone doctrine")
    assert (doctrine.symbols, doctrine.titles[0]) == (
        (),
        "United Nations Peacekeeping Operations: Principles and Guidelines",
    )
    assert landmark("doctrine Capstone") == doctrine


def test_no_name_is_two_works_and_symbols_are_whole():
    for name, work in landmarks().items():
        assert len(name) > 4
        assert all(names_typed(symbol) == (symbol,) for symbol in work.symbols)
    works = set(landmarks().values())
    assert sum(len({*map(fold, work.called)}) for work in works) == len(landmarks())


def test_a_question_about_one_looks_for_its_other_names_too():
    found = {one.words: one.instead for one in widened(parse("mandates in the Brahimi report"), lambda _: {}).also}
    assert found["A/55/305"] == found["rapport Brahimi"] == ("Brahimi", "report")
    assert "Report of the Panel on United Nations Peace Operations" in found


def test_who_cites_one_is_asked_by_its_name():
    assert {"A/55/305", "S/2000/809"} <= set(names_in("the Brahimi report"))


PANEL = "Report of the Panel on United Nations Peace Operations"


@pytest.mark.parametrize(
    ("key", "title", "shown"),
    [
        ("A/55/305", "Report", PANEL),
        ("s/2000/809", "Letter", PANEL),
        ("A/55/305", "A/55/305", PANEL),
        ("A/55/305", "", PANEL),
        ("A/55/305", "The Report of the Panel", "The Report of the Panel"),
        ("A/55/305/Corr.1", "Report", "Report"),
        ("hippo-report-2015", "Report", "Report"),
    ],
)
def test_a_title_that_no_citation_gives_is_the_one_that_the_field_knows(key, title, shown):
    assert with_title(key, {"type": "report", "title": title})["title"] == shown


@pytest.fixture
def citing(shelf, pdf, monkeypatch):
    """Adds documents, each of which cites one work by its symbol in one note."""
    made = {}

    def read(path):
        return dataclasses.replace(made[path.name], id=hashlib.sha256(path.read_bytes()).hexdigest()[:16])

    def add(*cited, language="en"):
        for symbol, title in cited:
            body = paragraph("Mandates grew robust.^1", id="b1")
            name = f"{len(made)}.pdf"
            made[name] = document(
                [body],
                [note("See it.", "1", marker=Anchor("b1", body.markers[0].offset), citations=("c1",))],
                title=f"Essay {name}",
                language=language,
                citations=(Citation("c1", "n1", None, 0, 3, "full", "un-document", None, None, "s1"),),
                sources=(
                    Source("s1", symbol, {"type": "report", "number": symbol, "title": title}, "U.N.", "n1", None),
                ),
            )
            (added,) = shelf.add([pdf(name, name)])
            assert added.status == "added", added.message
        return shelf

    monkeypatch.setattr(ingest.child, "read", read)
    return add


def titles(library, query=""):
    return [work.csl["title"] for work in library.works(query).works]


@pytest.mark.parametrize("title", ["Report", "A/55/305"])
def test_it_is_shown_and_found_wherever_the_work_is(citing, title):
    library = citing(("A/55/305", title))
    (work,) = library.works("panel united nations operations").works
    assert (work.key, work.csl["title"]) == ("A/55/305", PANEL)
    assert library.citing("A/55/305").work.csl == work.csl
    assert [one.csl for one in library.search("Brahimi report").known] == [work.csl]
    (entry,) = library.entries()
    assert library.document(entry.id).sources[0].csl["title"] == title  # as read


def test_a_title_that_a_citation_gives_comes_first(citing):
    library = citing(("A/55/305", "Report"), ("A/55/305", "Panel Report"), ("A/70/957", "Report"))
    assert titles(library) == ["Panel Report", "Report"]
    citing(("A/70/957", "Financing of the Mission"))
    assert titles(library) == ["Panel Report", "Financing of the Mission"]


def test_one_french_citation_gives_no_french_title_where_the_field_knows_one(citing):
    citing(("A/55/305", "Rapport du Groupe"), language="fr")
    assert titles(citing(("A/55/305", "A/55/305"), ("S/2000/809", "Report"))) == [PANEL]


@pytest.mark.parametrize("query", ["HIPPO report", "the HIPPO", "S/2015/446", "A/70/95", "ramos-horta report (2015)"])
def test_the_list_of_works_has_one_by_its_name(citing, query):
    library = citing(("A/70/95", "Independent Panel"), ("A/55/305", "Report"))
    assert [work.key for work in library.works(query).works] == [library.citing(query).work.key] == ["A/70/95"]
    first, second = library.entries()
    assert (library.works(query, by=first.id).total, library.works(query, by=second.id).total) == (1, 0)
