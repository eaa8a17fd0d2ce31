import pytest

from index.bibliographies.citekeys import citekey


def item(title, year=None, **more):
    dated = {"issued": {"date-parts": [[year]]}} if year else {}
    return {"title": title, **dated, **more}


@pytest.mark.parametrize(
    ("csl", "key"),
    [
        (item("The UN at War: Examining", 2015, author=[{"family": "Karlsrud"}]), "karlsrudUNWarExamining2015"),
        (item("Neither War nor Peace", 2007, author=[{"family": "Bjørgo"}]), "bjorgoNeitherWarNor2007"),
        (item("L’usage de la force", 2010, author=[{"family": "Théry"}]), "theryLusageForce2010"),
        (item("Rules of Engagement", author=[{"family": "O’Neill"}]), "oneillRulesEngagement"),
        (item("Report", 2020, author=[{"literal": "United Nations"}]), "unitednationsReport2020"),
        (item("Only a Title", 2001), "OnlyTitle2001"),
        ({}, "untitled"),
    ],
)
def test_keys_are_made_of_author_title_and_year(csl, key):
    assert citekey(csl, lambda _: ()) == key


def test_a_taken_key_gets_a_letter():
    given = {"Mali"}
    assert citekey({"title": "Mali"}, lambda _: given) == "Malia"
    given |= {"Mali" + letter for letter in "abcdefghijklmnopqrstuvwxyz"}
    assert citekey({"title": "Mali"}, lambda _: given) == "Maliaa"


def test_an_item_that_says_nothing_is_called_by_its_fallback():
    assert citekey({}, lambda _: (), fallback="doc-17") == "doc17"
