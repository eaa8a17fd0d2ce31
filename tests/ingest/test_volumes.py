import pytest

from ingest.description.volumes import Head, head


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Peace Review, No. 14, Autumn 2019", Head("Peace Review", "", "14", "", "2019")),
        ("T. Haavisto / Journal of Order 7 (2018) 201–230", Head("Journal of Order", "7", "", "201–230", "2018")),
        ("International Order 55(3)", Head("International Order", "55", "3")),
        ("Survival | vol. 62 no. 3 | June–July 2020 | pp. 7–28", Head("Survival", "62", "3", "7–28", "2020")),
        ("Ordine internazionale 2/2019", Head("Ordine internazionale", "", "2", "", "2019")),
        ("(2019) 64:2 Review of Law", Head("Review of Law", "64", "2", "", "2019")),
        ("International Affairs 96: 1 (2020) 113–132", Head("International Affairs", "96", "1", "113–132", "2020")),
        (
            "REVISTA DE ESTUDIOS DEL ORDEN, vol. 12 (2020), pp. 101-124",
            Head("REVISTA DE ESTUDIOS DEL ORDEN", "12", "", "101–124", "2020"),
        ),
        ("Cooperation and Order 2018, Vol. 53(2) 198–216", Head("Cooperation and Order", "53", "2", "198–216", "2018")),
        ("Anuario Ibérico / vol. 27 / 2011 / 233-260", Head("Anuario Ibérico", "27", "", "233–260", "2011")),
        ("Vol 12 | 2019 | 345", Head("", "12", "", "", "2019")),
        # The number behind a colon is a page where it is too long for an issue's, or a page bears it.
        ("908 MIDLAND LAW REVIEW [Vol. 71:905", Head("MIDLAND LAW REVIEW", "71", first="905")),
        ("Midland Law Review [Vol. 4:2", Head("Midland Law Review", "4", "2")),
        ("Midland Law Review [Vol. 4:45", Head("Midland Law Review", "4", first="45")),
    ],
)
def test_a_periodicals_head(line, expected):
    assert head(line, ("345", "45", "905")) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Resolution 60 (2010)",
        "Article 7(3)",
        "New York, 12 March 2019",
        "November 2012, Volume 51, Issue 7",  # the name stands above it
        "1 (12)",  # page 1 of 12
        "The field had 12 (2019) cases",
        "Moment? United Nations Peacekeeping in the Congo’ 8(1)",  # the end of a citation
    ],
)
def test_what_is_numbered_and_no_periodical(line):
    assert head(line) is None or not head(line).name


def test_a_series_of_papers_is_no_journal():
    assert head("Harbour Policy Paper No. 45, March 2019").of_papers
    assert not head("Peace Review, No. 45, March 2019").of_papers
