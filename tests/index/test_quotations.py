"""Quotations looked up in a library of two articles."""

import pytest

from index.quoting.differences import differences
from index.quoting.quotations import fragments


@pytest.mark.parametrize(
    ("quotation", "likeness", "differs"),
    [
        ("It had few helicopters, and its bases were far apart", "exact", []),
        ("it had few helicopters, and its bases were far apart.", "exact", []),
        ("[I]t had few helicopters … and its bases [sic] were far apart", "exact", []),
        ("It had few heli-copters and its bases were far apart", "signs", [("heli-copters", "helicopters,")]),
        ("It had many helicopters, and its bases were far apart", "near", [("many", "few")]),
        ("It had few helicopters, and bases were very far apart", "near", [("", "its"), ("very", "")]),
        ("few helicopters […] S/RES/2100 (2013) authorised the mission", "exact", []),
        ("protect [all] civilians in the north", "exact", []),
    ],
)
def test_where_it_is_printed(two, quotation, likeness, differs):
    [found] = two.quotations().find(quotation)
    assert found.document.title == "Karlsrud on the war in Mali"
    assert found.likeness == likeness
    assert [(one.quoted, one.printed) for one in found.differences] == differs
    assert found.cite.locator.value in ("65", "66", "65–66")
    assert two.hit(found.passage).document.id == found.document.id


@pytest.mark.parametrize(
    "quotation",
    [
        "nobody has ever written such a sentence anywhere",
        "the mission in Kinshasa was to protect helicopters from Chad",
        "few helicopters … a sentence that nobody wrote",
        "S/RES/2100 authorised … few helicopters and bases",  # in another order
        'AND OR NOT " * ( NEAR',
    ],
)
def test_not_printed(two, quotation):
    assert two.quotations().find(quotation) == ()


@pytest.mark.parametrize("quotation", ["", "robust", "few helicopters indeed", "… […] …", "[all of it]"])
def test_too_short_to_look_up(two, quotation):
    assert fragments(quotation) == ()
    assert two.quotations().find(quotation) == ()


def test_across_paragraphs_and_into_the_next_page(two):
    [found] = two.quotations().find("and its bases were far apart. S/RES/2100 (2013) authorised the mission.")
    assert found.likeness == "exact"


def test_in_two_works_both_are_named(two, pdf):
    two.add([pdf("third.pdf", "A third one\nHe repeats that local conflicts over land drive the violence there.")])
    found = two.quotations().find("local conflicts over land drive the violence")
    assert sorted(one.document.title for one in found) == ["A third one", "Autesserre on peace in Congo"]
    assert [
        one.document.title for one in two.quotations().find("local conflicts over land drive the violence there")
    ] == ["A third one"]


def test_the_cited_work_comes_first_though_others_are_nearer_and_many(two, pdf):
    for name in ("one", "two", "three"):
        two.add([pdf(f"{name}.pdf", f"Report {name}\nLocal conflicts over land drive the violence.")])
    [cited] = two.add([pdf("cited.pdf", "The cited one\nIt holds that local conflicts over land, drive the violence.")])
    quotation = "local conflicts over land drive the violence"
    found = two.quotations().find(quotation, cited={cited.id})
    assert [one.likeness for one in found] == ["signs", "exact", "exact"]
    assert found[0].document.id == cited.id
    assert cited.id not in [one.document.id for one in two.quotations().find(quotation)]


@pytest.mark.parametrize("page", ["65", "66"])
def test_of_two_places_in_one_work_the_cited_one_is_told(shelf, pdf, page):
    sentence, filler = "Local conflicts over rents drive the violence.", "Nobody in the camp had seen the order. " * 20
    shelf.add([pdf("twice.pdf", f"Said twice\n{sentence} {filler}\n{filler} {sentence}")])
    quotation = "local conflicts over rents often drive the violence"
    [found] = shelf.quotations().find(quotation, as_cited=lambda place: place.cite.locator.value == page)
    assert (found.document.title, found.cite.locator.value) == ("Said twice", page)


@pytest.mark.parametrize(
    ("quoted", "printed", "expected"),
    [
        ("The mission’s end", "the mission's end.", []),
        ("a robust force", "a strong force", [("robust", "strong", 2)]),
        ("a force", "a very strong force", [("", "very strong", 2)]),
        ("a very strong force", "a force", [("very strong", "", 2)]),
        ("a force too", "a force", [("too", "", 7)]),
    ],
)
def test_differences(quoted, printed, expected):
    assert [(one.quoted, one.printed, one.at) for one in differences(quoted, printed)] == expected
