"""UN documents by symbol and in prose, their years and addresses."""

import pytest

from ingest.words.unsymbols import document_url, from_url, record_url, resolution_year, symbol_of, un_documents
from ingest.works.links import links


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("S/RES/2100 (2013), para. 16", ["S/RES/2100"]),
        ("A/70/95–S/2015/446", ["A/70/95"]),
        ("A/70/95-S/2015/446", ["A/70/95"]),
        ("S/PV.7000; S/PRST/2014/5", ["S/PV.7000", "S/PRST/2014/5"]),
        ("A/HRC/26/29/Add.2 and E/CN.4/2005/102", ["A/HRC/26/29/Add.2", "E/CN.4/2005/102"]),
        ("S/2000/809/Corr.1.", ["S/2000/809/Corr.1"]),
        ("S/25859 of 1993", ["S/25859"]),
        ("resolutions 1925 (2010) and 2098 (2013)", ["S/RES/1925", "S/RES/2098"]),
        ("la résolution 2100 (2013) du Conseil de sécurité", ["S/RES/2100"]),
        ("General Assembly resolution 60/1", ["A/RES/60/1"]),
        ("General Assembly resolution 998 (ES-I)", ["A/RES/998(ES-I)"]),
        ("Human Rights Council resolution 22/6", ["A/HRC/RES/22/6"]),
        ("S.C. Res. 2098, U.N. Doc. S/RES/2098 (Mar. 28, 2013)", ["S/RES/2098"]),
        ("UNGA Res 61/267 B (24 July 2007) UN Doc A/RES/61/267", ["A/RES/61/267"]),
        ("and/or A/C, S/he, 24/7", []),
        ("resolution 2100 (1999)", []),
        ("the strain A/California/7/2009", []),
        ("New Frontiers. Clin Res. 2013;1:57–87; J. Peace Res. 1325, 45", []),
        ("See Res. 1325; UN Res. 2100", ["S/RES/1325", "S/RES/2100"]),
    ],
)
def test_documents_are_found(text, symbols):
    assert [d.symbol for d in un_documents(text)] == symbols


def test_one_document_of_two_organs_keeps_both_symbols():
    (document,) = un_documents("A/70/95–S/2015/446")
    assert document.other == ("S/2015/446",)


def test_a_printed_year_wins_over_the_table():
    assert un_documents("S/RES/2503 (2020)")[0].year == 2020
    assert un_documents("S/RES/2503")[0].year == 2019


@pytest.mark.parametrize(
    ("number", "year"), [(1, 1946), (15, 1946), (1325, 2000), (2100, 2013), (9999, None), (0, None)]
)
def test_year_of_a_resolution(number, year):
    assert resolution_year(number) == year


def test_addresses():
    assert document_url("S/RES/2503", 2019) == "https://docs.un.org/en/S/RES/2503(2019)"
    assert document_url("S/2015/446", 2015) == "https://docs.un.org/en/S/2015/446"
    assert record_url("S/RES/1") == "https://digitallibrary.un.org/record/111946"
    assert record_url("S/2015/446") is None
    symbols = ["S/2015/446", "S/AC.26/2005/10", "S/SAMPLE/2024/1"]
    assert [link.href for link in links({}, symbols)] == [f"https://docs.un.org/en/{symbol}" for symbol in symbols[:2]]


@pytest.mark.parametrize(
    ("url", "symbol"),
    [
        ("https://undocs.org/en/S/2018/1174", "S/2018/1174"),
        ("https://undocs.org/s/res/2098(2013)", "S/RES/2098"),
        ("https://undocs.org/pdf?symbol=en/A/HRC/26/29/Add.2", "A/HRC/26/29/Add.2"),
        ("http://www.un.org/ga/search/view_doc.asp?symbol=S/2014/957", "S/2014/957"),
        ("http://www.un.org/en/ga/search/view_doc.asp?symbol=S/RES/2100%20(2013)", "S/RES/2100"),
        ("http://daccess-ods.un.org/access.nsf/Get?Open&DS=A/RES/60/1&Lang=E", "A/RES/60/1"),
        ("https://undocs.org/A/70/95-S/2015/446", "A/70/95"),
        ("https://example.org/S/2018/1174", None),
        ("http://daccess-dds-ny.un.org/doc/UNDOC/GEN/N15/123/45/PDF/N1512345.pdf", None),
    ],
)
def test_addresses_of_the_document_servers_name_a_document(url, symbol):
    named = from_url(url)
    assert (named and named.symbol) == symbol


@pytest.mark.parametrize(
    ("number", "symbol"),
    [
        ("A/70/95", "A/70/95"), ("S/RES/2391 (2017)", "S/RES/2391 (2017)"), ("PSC/PR/COMM.1", "PSC/PR/COMM.1"),
        ("ICC-ASP/1/3", "ICC-ASP/1/3"), ("4", ""), ("2024/3", ""), ("GAO-18-243", ""), ("C-402/05 P", ""),
    ],
)  # fmt: skip
def test_a_papers_number_is_no_symbol(number, symbol):
    assert symbol_of({"number": number}) == symbol
