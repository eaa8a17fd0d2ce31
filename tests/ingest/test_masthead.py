import pytest
from rawpages import page, prose

from ingest.description import masthead, titlepage

TITLE = ("Peace in Mali after the War", 18)


def read(*lines, below=()):
    pages = [page(*((line, 8) for line in lines), TITLE, *prose(), *below)]
    taken = [each.box for each in pages[0].lines if each.size == 10]
    return masthead.read(titlepage.find(pages, ""), pages, {0: taken})


def parts(csl):
    year = csl.get("issued", {"date-parts": [[None]]})["date-parts"][0][0]
    return csl.get("container-title"), csl.get("volume"), csl.get("issue"), csl.get("page"), year


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Journal of Peace Studies, 2021, Vol. 12, No. 2, 65–75",
            ("Journal of Peace Studies", "12", "2", "65–75", 2021),
        ),
        ("Social Inclusion, 2015, Volume 3, Issue 3, Pages 19-23", ("Social Inclusion", "3", "3", "19–23", 2015)),
        ("Papers in Law and Peacekeeping no. 3 (2021)", ("Papers in Law and Peacekeeping", None, "3", None, 2021)),
        ("Journal of Order 7 (2018) 201–230", ("Journal of Order", "7", None, "201–230", 2018)),
        ("Article | Field Science | VOL 12 | 4 MARCH 2021 | 55", ("Field Science", "12", None, None, 2021)),
        ("T. Haavisto / Journal of Order 7.2 (2018), 201–230", ("Journal of Order", "7", "2", "201–230", 2018)),
        ("jouRnal of oRder 24 (2020) 211–230", ("Journal of Order", "24", None, "211–230", 2020)),
        ("Review of Conflict Statistics 7(3), 2022", ("Review of Conflict Statistics", "7", "3", None, 2022)),
        (
            "Journal of European Studies, 4.1 (Summer 2019), 36–53",
            ("Journal of European Studies", "4", "1", "36–53", 2019),
        ),
        (
            "Cahiers des relations internationales, vol. 7, no 1, 2024",
            ("Cahiers des relations internationales", "7", "1", None, 2024),
        ),
        ("RuZ 1. Jg. 2/2020", ("RuZ", "1", "2", None, 2020)),
        ("[VOL.4:2 2019]", (None, "4", "2", None, 2019)),
    ],
)
def test_volume_issue_pages_and_year(line, expected):
    assert parts(read(line)) == expected


def test_the_journals_name_may_stand_on_a_line_of_its_own():
    csl = read("UNIVERSITY OF BOLOGNA LAW REVIEW", "ISSN 2531-6133", "[VOL.4:2 2019]")
    assert csl["container-title"] == "University of Bologna Law Review"
    assert csl["ISSN"] == "2531-6133"


def test_doi():
    assert read("https://doi.org/10.6092/issn.2531-6133/10402")["DOI"] == "10.6092/issn.2531-6133/10402"


@pytest.mark.parametrize(
    ("doi", "year"),
    [
        ("10.25364/01.10:2023.2.1", 2023),
        ("10.5771/2699-1284-2020-1-16", 2020),
        ("10.6092/issn.2531-6133/10402", None),
        ("10.1080/13533312.2019.1676641", None),
        ("10.1234/2019-1234", None),
    ],
)
def test_a_doi_that_counts_year_issue_and_page_dates_a_work_without_a_printed_year(doi, year):
    assert parts(read(f"DOI: {doi}"))[-1] == year


def test_a_work_cited_in_the_text_is_another_work():
    cited = ("3 Doe, Survey of Peace, Journal of War Studies 20, no. 4 (2018): 1–9, 10.1000/182", 10)
    assert read(below=[cited]) == {}


@pytest.mark.parametrize(
    ("line", "publisher", "year"),
    [
        ("© 2013 SciPress Ltd., Switzerland", "SciPress Ltd", 2013),
        ("© 2015 by the author; licensee Cogitatio (Lisbon, Portugal)", "Cogitatio", 2015),
        ("2021]", None, 2021),
        ("Harbour Centre for Peace Operations, 2024", "Harbour Centre for Peace Operations", 2024),
        ("INSTITUTE FOR MISSION STUDIES (SAMPLE), 2020", "Institute for Mission Studies (sample)", 2020),
    ],
)
def test_publisher_and_year(line, publisher, year):
    csl = read(line)
    assert (csl.get("publisher"), csl["issued"]["date-parts"][0][0]) == (publisher, year)


@pytest.mark.parametrize("line", ["Peace and War, Chapter 2", "Sample text for testing", "See 12 (3) above"])
def test_nothing_is_read_from(line):
    assert read(line) == {}


@pytest.mark.parametrize(
    ("line", "csl", "expected"),
    [
        ("A thesis submitted for the degree of Master of Philosophy", {}, "thesis"),
        ("Mémoire pour le diplôme de master", {}, "thesis"),
        ("Policy Brief 4", {}, "report"),
        ("A text", {"container-title": "Journal", "volume": "1"}, "article-journal"),
        ("A text", {"publisher": "Centre"}, "report"),
        ("A text", {}, "document"),
    ],
)
def test_kind(line, csl, expected):
    assert masthead.kind([page((line, 10))], csl) == expected


def test_a_running_head_in_parts():
    first = page(("Whose Soldiers?", 18), *prose())
    second = page(("412", 8, {"y": 40, "x": 60}), ("JOURNAL OF LAW (SAMPLE)", 8, {"y": 40, "x": 150}),
                  ("[Vol. 12", 8, {"y": 40, "x": 450}), *prose(), index=1)  # fmt: skip
    taken = {each.index: [line.box for line in each.lines if line.size == 10] for each in (first, second)}
    csl = masthead.read(titlepage.find([first], ""), [first, second], taken)
    assert (csl["container-title"], csl["volume"]) == ("Journal of Law (sample)", "12")


@pytest.mark.parametrize(("inner", "name"), [(True, "Review of Diplomatic History"), (False, None)])
def test_a_name_and_a_year_is_a_journal_where_the_page_is_not_the_first(inner, name):
    pages = [page(("Review of Diplomatic History, 2016", 8), TITLE, *prose())]
    taken = [each.box for each in pages[0].lines if each.size == 10]
    csl = masthead.read(titlepage.find(pages, ""), pages, {0: taken}, inner=inner)
    assert csl.get("container-title") == name


@pytest.mark.parametrize(("labels", "year"), [(("2016",), None), (("7",), 2016)])
def test_the_number_of_a_page_is_no_year(labels, year):
    pages = [page(("2016", 8), TITLE, *prose())]
    taken = [each.box for each in pages[0].lines if each.size == 10]
    assert parts(masthead.read(titlepage.find(pages, ""), pages, {0: taken}, labels=labels))[-1] == year


def test_a_series_of_papers_makes_a_report():
    csl = read("Harbour Policy Paper No. 45, March 2019")
    assert (csl["collection-title"], csl["number"]) == ("Harbour Policy Paper", "45")
    assert masthead.kind([page(("A text", 10))], csl) == "report"


def test_a_list_of_references_is_never_the_works_own():
    pages = [page(TITLE, ("Doe, J. “Goods”. In: Quarterly Journal of Economics 78.3 (1964)", 8))]
    boxes = [line.box for line in pages[0].lines if line.size == 8]
    assert "container-title" not in masthead.read(titlepage.find(pages, ""), pages, {}, cited={0: boxes})


def test_what_is_in_brackets_belongs_to_the_name():
    assert read("Review of Conflict Statistics (sample) 7(3), 2022")["container-title"].endswith("(sample)")


@pytest.mark.parametrize(
    ("line", "publisher"), [("© 2018 Lukas C. Bossert", None), ("© 2018 Harbour Centre", "Harbour Centre")]
)
def test_a_person_who_holds_the_rights_is_no_publisher(line, publisher):
    assert read(line).get("publisher") == publisher
