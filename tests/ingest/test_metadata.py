import json
from dataclasses import replace
from pathlib import Path

import pytest
from factories import block, heading, paragraph
from rapidfuzz import fuzz
from rawpages import file, page, prose

from ingest.description.metadata import describe
from ingest.model import Span
from ingest.pdf import pages

CORPUS = Path(__file__).parents[2] / "corpus"
TITLE = ("Peace in Mali after the War", 18)
ENGLISH = paragraph("The mission was sent to the north of the country and it was asked to protect the civilians. " * 4)


def described(*blocks, raw=None):
    return describe(raw or file(page(TITLE, ("Jane Doe", 11), *prose())), blocks, ())


def test_title_authors_and_language_and_where_they_were_read():
    found = described(ENGLISH)
    assert (found.title, found.language) == ("Peace in Mali after the War", "en")
    assert found.csl["author"] == [{"given": "Jane", "family": "Doe"}]
    assert found.csl["language"] == "en"
    assert found.csl["custom"] == {"read_from": {"author": "title page", "title": "title page"}}


def test_a_title_loses_the_hyphens_of_its_lines_and_keeps_its_own():
    raw = file(page(("A Demo-", 18), ("cratic post-war Republic after All", 18), *prose()))
    text = paragraph("The democratic republic was no post-war republic, and the Democratic Republic was sent for. " * 4)
    assert described(text, raw=raw).title == "A Democratic post-war Republic after All"


def test_the_typist_is_not_the_author():
    raw = file(page(TITLE, *prose()), author="Emily Fox", title="Microsoft Word - draft3.doc")
    assert "author" not in described(raw=raw).csl
    assert described(raw=raw).title == "Peace in Mali after the War"


@pytest.mark.parametrize(
    "blocks",
    [
        [
            paragraph(
                "Suggested citation: Doe, Jane. “Peace in Mali after the War.” Third World Quarterly 36, no. 1 (2015): 40–54."
            )
        ],
        [
            heading("How to cite"),
            paragraph("Doe, Jane. “Peace in Mali after the War.” Third World Quarterly 36, no. 1 (2015): 40–54."),
        ],
    ],
)
def test_the_citation_that_the_work_asks_for_comes_first(blocks):
    csl = described(*blocks).csl
    assert (csl["container-title"], csl["volume"], csl["issue"]) == ("Third World Quarterly", "36", "1")
    assert csl["type"] == "article-journal"
    assert csl["custom"]["read_from"]["volume"] == "suggested citation"


def test_a_citation_of_another_work_is_not_this_one():
    other = paragraph(
        "Suggested citation: Roe, John. “War in Chad and Sudan.” Third World Quarterly 36, no. 1 (2015): 40–54."
    )
    assert "container-title" not in described(other).csl


def test_a_title_in_capitals_is_written_as_the_file_writes_it():
    raw = file(page(("PEACE IN MALI", 18), *prose()), title="Peace in Mali")
    assert described(raw=raw).title == "Peace in Mali"


@pytest.mark.parametrize(
    "blocks",
    [
        [block("Abstract. " + ENGLISH.text)],
        [heading("ABSTRACT"), ENGLISH],
        [heading("Résumé"), ENGLISH],
    ],
)
def test_abstract(blocks):
    assert described(*blocks).csl["abstract"].startswith("The mission was sent")


def test_a_file_without_text():
    found = describe(file(page()), (), ())
    assert (found.title, found.csl, found.language) == ("", {"type": "document", "custom": {"read_from": {}}}, "und")


def read_layer(path):
    """Title and item from the pages' own text: scans are left to the tests of OCR."""
    return describe(pages.read(path), (), ())


@pytest.mark.parametrize("truth", sorted(CORPUS.glob("*.truth.json")), ids=lambda path: path.name.split(".")[0])
def test_titles_and_authors_of_the_sample_corpus(truth):
    expected = json.loads(truth.read_text(encoding="utf-8"))["csl"]
    found = read_layer(truth.with_name(truth.name.replace(".truth.json", ".pdf")))
    if not found.title:
        pytest.skip("a scan: its text is read by OCR")
    assert expected["title"].casefold().startswith(found.title.casefold())
    if found.csl["type"] not in ("legislation", "report"):
        assert found.csl["author"] == expected["author"]


# ruff: noqa: E501 - titles as they are printed
TITLES = {
    "10.19164__ijple.v6i1.1293": "From the Field: Law-Related Education as a Branch of Civics Education in the United States",
    "10.19164__ijple.v6i1.1295": "The Power of Teaching Police through the Prism of Human Rights",
    "10.25364__01.10_2023.2.1": "Soziologische Bemerkungen zum Arbeitsrecht",
    "10.25364__01.11_2024.1.5": "KlimaSeniorinnen: Changing Legal Opportunity Structures in the Face of the Climate Crisis",
    "10.5771__2699-1284-2020-1-16": "Bibliotheksrecht als Zugangsrecht und die Herausforderungen der Digitalisierung",
    "10.5771__2699-1284-2020-1-83": "Urheberrecht und Zugang in einer digitalen Welt: Urheberrechtliche Fragestellungen des Zugangs für "
    "Gedächtnisinstitutionen und die Digital Humanities",
    "10.6092__issn.2531-6133__10402": "A Mistake of Natural Law: Sir William Blackstone and the Anglican Way",
    "10.6092__issn.2531-6133__6356": "Law, Market and Marketization",
    "gov_federal-register_3col": "Airworthiness Directives; The Boeing Company Airplanes",
    "inx_jeps-periodical": "Citation Mining of Humanities Journals: The Progress to Date and the Challenges Ahead",
    "ssoar_en_45152": "Sport-for-Change: Some Thoughts from a Sceptic",
    "ssoar_en_53780": "The Threat of Western Universalism",
    "tex_tiger_m2tnah_fr": "Construire un projet d’humanité numérique sur le long terme: Exemple du schisme Alexandrin dans la "
    "formation de l’Europe au 12ème siècle",
    "un_A-70-266_SR-assembly": "Rights to freedom of peaceful assembly and of association",
    "un_S-2025-153": "Implementation of Security Council resolution 1701 (2006) during the period from 21 October 2024 to "
    "20 February 2025",
    "un_S-2025-22": "Non-binding guiding principles for Member States on preventing, detecting and disrupting the use of new and "
    "emerging financial technologies for terrorist purposes",
    "un_S-2025-389": "Conflict-related sexual violence",
    "un_S-RES-2771-2025": "Resolution 2771 (2025)",
}


def test_nine_of_ten_titles_of_real_documents(shared):
    files = {path.stem: path for path in (shared / "real").rglob("*.pdf")}
    found = {name: read_layer(files[name]).title for name in TITLES if name in files}
    wrong = {name: title for name, title in found.items() if fuzz.ratio(title.casefold(), TITLES[name].casefold()) < 97}
    assert len(found) >= 15
    assert len(wrong) <= len(found) / 10, wrong


def test_capitals_of_a_title_give_way_to_what_the_text_writes():
    raw = file(page(("FINANCING OF THE UNITED NATIONS OPERATION IN SOMALIA", 18), ("Jane Doe", 11), *prose()))
    text = paragraph("In 1993 the financing of the Operation in Somalia was, for the United Nations, a concern.")
    assert described(text, raw=raw).title == "Financing of the United Nations Operation in Somalia"
    assert described(raw=raw).title == "Financing of the United Nations Operation in Somalia"


def test_a_title_in_capitals_that_the_text_does_not_repeat_has_one_capital_a_word():
    raw = file(page(("RULES FOR THE DRC: A SHORT WAR III OF THE UN AND MINUSMA", 18), ("Jane Doe", 11), *prose()))
    text = paragraph("Nobody had asked what MINUSMA was for, and nobody had an answer.")
    assert described(text, raw=raw).title == "Rules for the DRC: A Short War III of the UN and MINUSMA"


def test_a_word_of_a_title_is_written_as_in_its_phrase():
    raw = file(page(("DECLARATION ON INDEPENDENCE TO COLONIAL COUNTRIES UNDER COLONIAL DOMINATION", 18), *prose()))
    text = paragraph(
        "The Declaration on Independence to Colonial Countries spoke of colonial rule, of colonial armies and, for"
        " peoples under colonial domination, of freedom."
    )
    found = described(text, raw=raw).title
    assert found == "Declaration on Independence to Colonial Countries under colonial domination"


JOURNAL = ("Journal of Peace Studies, 2021, Vol. 12, No. 2", 8)


def of_an_article(labels, **info):
    pages = [page(JOURNAL, ("Peace in Mali after the War", 18), ("Jane Doe", 12), *prose())]
    pages += [page(*prose(), index=number) for number in range(1, len(labels))]
    return describe(file(*pages, **info), (), (), None, labels)


@pytest.mark.parametrize(
    ("labels", "pages"),
    [
        ([("65", "printed"), ("66", "sequence"), ("67", "printed")], "65–67"),
        ([("65", "printed")], "65"),
        ([("1", "index"), ("2", "index")], None),
        ([("65", "printed"), ("66", "printed"), ("1", "printed")], None),
        ([("xii", "printed"), ("xiii", "printed")], None),
    ],
)
def test_the_pages_of_an_article_are_those_printed_on_it(labels, pages):
    found = of_an_article(labels).csl
    assert found.get("page") == pages
    assert found["custom"]["read_from"].get("page") == ("page numbers" if pages else None)


@pytest.mark.parametrize(
    ("own", "authors"),
    [
        ("Jane Doe; Ann Roe", [{"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "Ann"}]),
        ("J. Typist", None),
    ],
)
def test_authors_that_the_file_names_count_where_they_are_printed(own, authors):
    pages = [page(("by the staff: Jane Doe, with Ann Roe", 9), ("Peace in Mali after the War", 18), *prose())]
    found = describe(file(*pages, author=own), (), ()).csl
    assert found.get("author") == authors


def test_prose_that_speaks_of_reports_makes_none():
    text = [("The report of 2024 calls that a withdrawal without a plan, and most readers will agree with", 10)]
    assert described(raw=file(page(TITLE, ("Jane Doe", 11), *text, *prose()))).csl["type"] == "document"
    assert described(raw=file(page(("Policy Report", 11), TITLE, *prose()))).csl["type"] == "report"


def test_a_year_alone_below_the_title_dates_it():
    raw = file(page(TITLE, ("Jane Doe", 11), ("1992", 11, {"gap": 20.0}), *prose()))
    box = raw.pages[0].lines[2].box
    year = replace(paragraph("1992"), spans=(Span(0, 4, 0, box),))
    assert described(year, raw=raw).csl["issued"] == {"date-parts": [[1992]]}


@pytest.mark.parametrize(("doi", "pages"), [("DOI: 10.1234/x.2024.5", "100–101"), ("", None)])
def test_the_pages_of_an_article_whose_journal_is_a_picture(doi, pages):
    printed = [page((doi or "Vienna", 8), TITLE, ("Jane Doe", 12), *prose()), page(*prose(), index=1)]
    labels = [("100", "sequence"), ("101", "printed")]
    assert describe(file(*printed), (), (), None, labels).csl.get("page") == pages


def test_dirt_in_a_title_is_no_sign_of_it():
    raw = file(page(("PROTECTIO!N OF CIVILIANS IN CAMPS", 18), *prose()))
    assert described(raw=raw).title == "Protection of Civilians in Camps"


ORDER = {"container-title": "Journal of Order", "volume": "127", "issue": "3", "page": "512–514"}
IN_ORDER = ORDER | {"issued": {"date-parts": [[2010]]}}


@pytest.mark.parametrize(
    ("sheet", "blocks", "wanted"),
    [
        (
            ["Author(s): Jane Doe", "Source: Journal of Order, 2010, Vol. 127, No. 3", "(2010), pp. 512-514"],
            [],
            IN_ORDER,
        ),
        (["Jane Doe", "Journal of Order, Volume 127, Number 3, March", "2010, pp. 512-514 (Article)"], [], IN_ORDER),
        (
            ["Jane Doe"],
            ["To cite this article: Jane Doe (2010) Peace in Mali after the War, Journal of Order, 127:3, 512-514"],
            IN_ORDER,
        ),
        (
            ["Article (Published version)", "Refereed", "Jane Doe"],
            ["Original citation: Jane Doe (2010) Peace in Mali after the War. Journal of Order, 127 (3). pp. 512-514."],
            IN_ORDER,
        ),
        (
            ["Article in Journal of Order · March 2010", "CITATIONS  READS", "1 author:", "Jane Doe"],
            [],
            {"container-title": "Journal of Order", "issued": {"date-parts": [[2010, 3]]}},
        ),
    ],
    ids=["labelled rows", "a row broken", "to cite this article", "original citation", "a network's"],
)
def test_an_archives_cover_tells_where_the_article_was_published(sheet, blocks, wanted):
    raw = file(page(TITLE, *((row, 11) for row in sheet)), page(*prose(), index=1))
    found = described(*map(paragraph, blocks), raw=raw)
    assert (found.title, found.csl["author"]) == (TITLE[0], [{"given": "Jane", "family": "Doe"}])
    assert {name: found.csl.get(name) for name in wanted} == wanted


def test_a_repositorys_labels_are_nobody_and_its_names_are_filed_by_family():
    said = {"Journal": "Journal of Order, 127(3)", "Author": "Doe, Jane", "Publication Date": "2010-03-04"}
    rows = [row for label, value in said.items() for row in ((label, 8), (value, 11))]
    csl = described(raw=file(page(TITLE, *rows), page(*prose(), index=1))).csl
    assert csl["author"] == [{"given": "Jane", "family": "Doe"}]
    assert (csl["container-title"], csl["volume"], csl["issued"]) == (
        "Journal of Order",
        "127",
        {"date-parts": [[2010, 3, 4]]},
    )


@pytest.mark.parametrize(
    "asked",
    [
        "Citation for published version (APA): Doe, J. (2010). Peace in Mali after the War. Journal of Order, 127(3), 5–9.",
        "Empfohlene Zitierung / Suggested Citation: Doe, J. (2010). Peace in Mali after the War. Journal of Order, 127(3), 5–9.",
    ],
)
def test_a_cover_that_names_nobody_alone_says_how_to_cite(asked):
    raw = file(page(TITLE, ("Published in:", 11), ("Order Studies", 11)), page(*prose(), index=1))
    csl = described(paragraph(asked), raw=raw).csl
    assert csl["author"] == [{"given": "J.", "family": "Doe"}]
    assert (csl["container-title"], csl["volume"], csl["issue"]) == ("Journal of Order", "127", "3")


def test_a_journals_name_behind_the_end_of_the_title_and_the_day_of_a_download():
    raw = file(
        page(
            TITLE,
            ("Jane Doe", 11),
            ("after the War. Journal of Order, 127(3), 512-514.", 11),
            ("Downloaded from the archive at University Library", 11),
            ("on May 5, 2021", 11),
        ),
        page(*prose(), index=1),
    )
    csl = described(raw=raw).csl
    assert csl["container-title"] == "Journal of Order"
    assert "issued" not in csl


def test_a_cover_before_the_title_page_is_asked_too():
    cover = page((TITLE[0], 10), ("Source: Journal of Order, Vol. 127, No. 3 (2010), pp. 512-514", 10))
    raw = file(cover, page(TITLE, ("Jane Doe", 11), *prose(), index=1))
    csl = described(raw=raw).csl
    assert {name: csl.get(name) for name in IN_ORDER} == IN_ORDER


def test_whoever_the_work_asks_to_be_cited_by_is_its_author():
    raw = file(page(TITLE, ("Ordinary Studies", 11), *prose()))
    asked = paragraph(
        "Suggested citation: Doe, Jane (2015). Peace in Mali after the War. Third World Quarterly 36(1), 40–54."
    )
    assert described(asked, raw=raw).csl["author"] == [{"given": "Jane", "family": "Doe"}]
