import pytest
from rawpages import page, prose

from ingest.description import undoc


def masthead(symbol="S/2025/153", date="12 March 2025", organ="Security Council"):
    return [
        ("United Nations", 13, {"y": 58}),
        (symbol, 10, {"y": 58, "x": 450.0}),
        (organ, 20, {"y": 90, "bold": True}),
        ("Distr.: General", 10, {"y": 87, "x": 400.0}),
        (date, 10, {"y": 98, "x": 400.0}),
        ("Original: English", 10, {"y": 122, "x": 400.0}),
    ]


TITLE = ("Implementation of resolution 1701 (2006)", 14, {"y": 225, "x": 123, "bold": True})
OF_THE_SG = ("Report of the Secretary-General", 12, {"x": 123, "bold": True, "gap": 10})


def test_a_report_of_the_secretary_general():
    paper = undoc.read(
        [page(*masthead(), TITLE, OF_THE_SG, ("I. Introduction", 14, {"bold": True, "gap": 12}), *prose())]
    )
    assert paper.title == "Implementation of resolution 1701 (2006)"
    assert paper.csl == {
        "type": "report",
        "title": "Implementation of resolution 1701 (2006)",
        "author": [{"literal": "United Nations, Security Council"}],
        "number": "S/2025/153",
        "publisher": "United Nations",
        "genre": "Report of the Secretary-General",
        "issued": {"date-parts": [[2025, 3, 12]]},
    }


def test_a_paper_without_a_date_in_its_masthead_has_that_of_its_letter():
    letter = ("Letter dated 7 September 2020 from the Chair", 13, {"y": 225, "x": 123, "bold": True})
    paper = undoc.read([page(*masthead(date="Distribution"), letter, *prose())])
    assert paper.csl["issued"] == {"date-parts": [[2020, 9, 7]]}


def test_a_title_in_the_texts_own_size_is_the_bold_line_above_its_kind():
    title = ("Protection of civilians in the eastern provinces", 11, {"y": 225, "x": 123, "bold": True})
    kind = ("Report of the Secretary-General", 10, {"x": 123, "bold": True, "gap": 10})
    paper = undoc.read([page(*masthead(), title, kind, ("I. Introduction", 10, {"bold": True, "gap": 12}), *prose())])
    assert paper.title == "Protection of civilians in the eastern provinces"
    assert paper.csl["genre"] == "Report of the Secretary-General"


def record(*symbols):
    """Pages of a verbatim record without its first, with these symbols at their heads."""
    heads = ([("06/12/2018", 9, {"y": 40}), (symbol, 9, {"y": 40, "x": 450.0})] for symbol in symbols)
    return [page(*head, *prose(), index=index) for index, head in enumerate(heads)]


def test_a_paper_without_its_first_page_is_known_by_the_symbol_at_the_head_of_each():
    paper = undoc.read(record("A/73/PV.47", "A/73/PV.47"))
    assert (paper.title, paper.csl["number"]) == ("A/73/PV.47", "A/73/PV.47")
    assert paper.csl["issued"] == {"date-parts": [[2018, 12, 6]]}
    assert undoc.read(record("A/73/PV.47", "A/73/PV.48")) is None
    assert undoc.read(record("A/73/PV.47")) is None


def test_session_and_agenda_item_are_not_the_title():
    agenda = [
        ("Seventieth session", 10, {"y": 200, "bold": True}),
        ("Agenda item 33", 10),
        ("Protracted conflicts and their implications", 10, {"bold": True}),
    ]
    paper = undoc.read([page(*masthead(), *agenda, TITLE, OF_THE_SG, *prose())])
    assert paper.title == TITLE[0]


def test_a_letter_is_cited_by_the_title_of_what_it_transmits():
    letter = ("Letter dated 9 January 2025 from the President of the Council", 13, {"y": 225, "x": 111, "bold": True})
    annex = [("Annex", 14, {"bold": True}), ("Guiding principles on new technologies", 14, {"bold": True, "gap": 12})]
    paper = undoc.read([page(*masthead(), letter, *prose()), page(*annex, *prose(), index=1)])
    assert paper.title == "Guiding principles on new technologies"
    assert paper.csl["genre"] == letter[0]


def test_a_letter_without_an_annex_is_cited_as_itself():
    letter = ("Letter dated 9 January 2025 from the President of the Council", 13, {"y": 225, "x": 111, "bold": True})
    assert undoc.read([page(*masthead(), letter, *prose())]).title == letter[0]


def test_a_resolution_is_legislation():
    lines = [
        ("Resolution 2771 (2025)", 14, {"y": 225, "x": 123}),
        ("Adopted by the Security Council at its 9854th meeting", 12, {"x": 123, "gap": 8}),
    ]
    paper = undoc.read([page(*masthead("S/RES/2771 (2025)"), *lines, *prose())])
    assert (paper.title, paper.csl["type"], paper.csl["number"]) == (
        "Resolution 2771 (2025)",
        "legislation",
        "S/RES/2771 (2025)",
    )


def test_typed_papers_of_one_size_have_their_title_in_capitals():
    title = ("IMPLEMENTATION OF THE DECLARATION", 10, {"y": 284, "x": 160})
    paper = undoc.read(
        [
            page(
                *masthead("A/48/653", "29 November 1993", "General Assembly"),
                title,
                ("Report of the Fourth Committee", 10, {"x": 160, "gap": 10}),
                *prose(),
            )
        ]
    )
    assert (paper.title, paper.csl["genre"]) == (title[0], "Report of the Fourth Committee")


def test_two_organs_and_two_symbols():
    lines = masthead("A/79/975-E/2025/82", organ="General Assembly")
    second = ("Economic and Social Council", 20, {"y": 112, "bold": True})
    paper = undoc.read([page(*lines, second, TITLE, *prose())])
    assert paper.csl["author"] == [{"literal": "United Nations, General Assembly and Economic and Social Council"}]
    assert paper.csl["number"] == "A/79/975-E/2025/82"


@pytest.mark.parametrize(
    "top",
    [
        [("What the United Nations owes, S/2025/153", 12, {"y": 60})],
        [("United Nations", 13, {"y": 58}), ("A history", 10, {"y": 80})],
    ],
)
def test_an_article_that_speaks_of_the_united_nations_is_no_un_paper(top):
    assert undoc.read([page(*top, *prose())]) is None


def test_an_empty_file_is_none():
    assert undoc.read([]) is None
    assert undoc.read([page()]) is None


@pytest.mark.parametrize(
    ("genre", "kept"),
    [
        ("Report of the Secretary-General Addendum", "Report of the Secretary-General"),
        ("Report of the", None),
    ],
)
def test_a_supplement_and_half_a_line_are_no_part_of_the_kind(genre, kept):
    below = [("THE SITUATION IN SOMALIA AND BEYOND", 10, {"gap": 40.0}), (genre, 10, {"gap": 20.0})]
    found = undoc.read([page(*masthead(), *below, *prose())])
    assert found.csl.get("genre") == kept
