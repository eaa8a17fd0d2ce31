"""Cited works as they are exported: completed, and out of the capitals that a law review prints them in."""

import pytest

from ingest.model import Link, Source
from ui.cites.capitals import journal_out_of_capitals, title_out_of_capitals
from ui.export import Selection, Work, export
from ui.export.citedwork import described


def source(csl, text="S/RES/2098 (2013)", links=(), key="k"):
    return Source("s1", key, csl, text, None, None, links)


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("INTERNATIONAL ORGANIZATIONS AS LAW-MAKERS", "International Organizations as Law-Makers"),
        ("THE UN AND MINUSMA: THE LIMITS OF WOMEN’S ROLES", "The UN and MINUSMA: The Limits of Women’s Roles"),
        ("PEACEKEEPING IN CONGO", "Peacekeeping in Congo"),
        ("CIVIL WAR IN CONGO", "Civil War in Congo"),
        ("Power in Peacekeeping", "Power in Peacekeeping"),
        ("MINUSMA", "MINUSMA"),
        ("BGE 131 II 361", "BGE 131 II 361"),
        ("OPERATION IN SOMALIA III: THE BGHZ CASES", "Operation in Somalia III: The BGHZ Cases"),
    ],
)
def test_a_title_in_capitals_is_written_as_a_title(printed, written) -> None:
    assert title_out_of_capitals(printed) == written


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("CHI. J. INT’L L.", "Chi. J. Int’l L."),
        ("N.Y.U. J. INT’L L. & POL.", "N.Y.U. J. Int’l L. & Pol."),
        ("EJIL", "EJIL"),
        ("Third World Quarterly", "Third World Quarterly"),
        ("F.3d", "F.3d"),
        ("U.N.T.S.", "U.N.T.S."),
    ],
)
def test_a_journal_in_capitals_is_written_as_a_journal(printed, written) -> None:
    assert journal_out_of_capitals(printed) == written


def test_a_resolution_has_its_council_its_symbol_and_its_address() -> None:
    address = Link("un", "https://docs.un.org/en/S/RES/2098(2013)")
    csl = {"type": "report", "title": "S/RES/2098", "number": "S/RES/2098", "issued": {"date-parts": [[2013]]}}
    assert described(source(csl, links=(address,))) == {
        **csl,
        "title": "Resolution 2098",
        "author": [{"literal": "United Nations, Security Council"}],
        "publisher": "United Nations",
        "genre": "UN document",
        "URL": address.href,
    }


def test_a_report_keeps_its_own_author_and_genre() -> None:
    csl = {
        "type": "report",
        "title": "On Mali",
        "number": "S/2018/43",
        "genre": "Report",
        "author": [{"literal": "SG"}],
    }
    assert described(source(csl)) == {**csl, "publisher": "United Nations"}


def test_a_symbol_that_is_all_the_title_stays_as_it_is() -> None:
    csl = {"type": "report", "title": "S/PRST/2015/22", "number": "S/PRST/2015/22"}
    assert described(source(csl))["title"] == "S/PRST/2015/22"


def test_what_has_no_title_is_called_by_the_words_of_its_note() -> None:
    assert described(source({"type": "interview"}, "Interview, Goma, 3 May"))["title"] == "Interview, Goma, 3 May"


def test_biblatex_says_of_a_case_where_it_is_printed_and_who_decided_it() -> None:
    csl = {
        "type": "legal_case",
        "title": "Georges v. United Nations",
        "container-title": "F.3d",
        "volume": "834",
        "page": "88",
        "authority": "2d Cir.",
    }
    lines = export(Selection("", (), (Work("georges", csl),)), "bib").decode().splitlines()
    assert {"  journaltitle = {F.3d},", "  volume = {834},", "  pages = {88},", "  institution = {2d Cir.},"} <= {
        *lines
    }


def test_biblatex_gives_a_report_the_fields_that_its_data_model_asks_for() -> None:
    csl = {"type": "report", "title": "On Mali", "publisher": "IPI"}
    lines = export(Selection("", (), (Work("k", csl),)), "bib").decode().splitlines()
    assert {"  institution = {IPI},", "  type = {report},"} <= {*lines}


def test_ris_says_of_a_case_where_it_is_printed_in_the_tags_that_zotero_reads() -> None:
    csl = {"type": "legal_case", "title": "K v. C", "container-title": "ECR", "authority": "CJEU", "number": "C-402/05"}
    lines = export(Selection("", (), (Work("k", csl),)), "ris").decode().splitlines()
    assert {"TY  - CASE", "A2  - ECR", "PB  - CJEU", "SV  - C-402/05"} <= {*map(str.strip, lines)}
