import pytest

from index.meant import names_in
from index.query import parse
from index.search.widening import widened
from index.terms.bynames import landmark, landmarks
from index.typed import names_typed
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
