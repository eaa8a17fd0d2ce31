import pytest

from ingest.description.people import people_in, people_of
from ingest.pdf.raw import Run, make_line


def names(text):
    return [(person.get("given"), person.get("non-dropping-particle"), person["family"]) for person in people_of(text)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Fred Coalter", [("Fred", None, "Coalter")]),
        ("Helene Ravnsborg and Kwabena Trask", [("Helene", None, "Ravnsborg"), ("Kwabena", None, "Trask")]),
        ("Tuva Brandvold, Lucien Adjei-Moreau", [("Tuva", None, "Brandvold"), ("Lucien", None, "Adjei-Moreau")]),
        (
            "Prof. Dr. Katharina de la Durantaye und Dr. Benjamin Raue*",
            [("Katharina", "de la", "Durantaye"), ("Benjamin", None, "Raue")],
        ),
        ("CRAIG A. STERN †", [("Craig A.", None, "Stern")]),
        ("Harun Pačić, 1 Wien", [("Harun", None, "Pačić")]),
        ("by Orla Castellan-Wood†", [("Orla", None, "Castellan-Wood")]),
        ("Jane Q. Doe1, John Roe2", [("Jane Q.", None, "Doe"), ("John", None, "Roe")]),
        ("Chad Tallman, ctall4@example.org", [("Chad", None, "Tallman")]),
        ("Mary Roe, PhD", [("Mary", None, "Roe")]),
        ("Jane Doe, A. U. Thør, and Ann Poe", [("Jane", None, "Doe"), ("A. U.", None, "Thør"), ("Ann", None, "Poe")]),
        (
            "Jane Doe,‡,⊥ I. Ken Poe∗+ John Roe$#",
            [("Jane", None, "Doe"), ("I. Ken", None, "Poe"), ("John", None, "Roe")],
        ),
    ],
)
def test_names_of_a_byline(line, expected):
    assert names(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Introduction",
        "I. Einleitung",
        "University of Newcastle",
        "Leeds Beckett University, Leeds, UK",
        "Castellón, Spain",
        "The Threat of Western Universalism",
        "Stabilization by other means",
        "Vol. 12, No. 2",
        "“Quoted Words”",
        "",
    ],
)
def test_no_names(line):
    assert people_of(line) == []


def test_words_that_the_document_writes_small_are_no_names():
    common = {"local", "ownership", "peace", "building", "day"}
    assert people_of("Local Ownership and Peace Building", common) == []
    assert [person["family"] for person in people_of("Adam Day", common)] == ["Day"]


def set_side_by_side(*cells):
    """A line of these words with blanks of two centimetres between them."""
    runs, at = [], 72.0
    for words in [part for cell in cells for part in (cell, " ")][:-1]:
        width = 5.0 * len(words) if words != " " else 56.0
        runs.append(Run(words, "Serif", 10.0, False, False, False, 100.0, (at, 90.0, at + width, 102.0)))
        at += width
    return make_line(0, runs)


@pytest.mark.parametrize(
    ("cells", "families"),
    [
        (["Lukas Bossert", "Thorsten Kemper"], ["Bossert", "Kemper"]),
        (["David Purton", "Version 0.14 2022-06-18"], ["Purton"]),
        (["Version 0.14", "David Purton"], []),
        (["Jane Doe and John Roe"], ["Doe", "Roe"]),
        (["Maïeul Rouquette Version 1.10"], ["Rouquette"]),
    ],
)
def test_people_side_by_side(cells, families):
    assert [person["family"] for person in people_in(set_side_by_side(*cells))] == families
