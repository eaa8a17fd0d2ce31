import json
from pathlib import Path

import pytest
from factories import document, paragraph

from index.bibliographies.bibliography import load_bibliography
from index.bibliographies.sound import sound
from index.errors import LibraryError

BIB = r"""
@article{karlsrud2015,
  title = {The {{UN}} at War: Examining Cons{\'e}quences},
  author = {Karlsrud, John and de Carvalho, Benjamin},
  journaltitle = {Third World Quarterly},
  date = {2015-01-02}, volume = {36}, number = {1}, pages = {40--54}, doi = {10.1080/0143},
  file = {Full Text:files/3/karlsrud.pdf:application/pdf;/abs/other.pdf}
}
@article{broken, title = {No end
@report{un2014, title = {Protection of civilians}, author = {{United Nations}}, year = 2014,
  file = {C\:\\Docs\\poc.pdf}}
"""
RIS = """TY  - RPRT
AU  - Cunliffe, Philip
AU  - United Nations
TI  - Sending peacekeepers
PY  - 2009
SP  - 3
EP  - 9
T2  - Survival
L1  - file:///home/me/sending.pdf
ER  -
"""


@pytest.fixture
def bib(tmp_path):
    (tmp_path / "my.bib").write_text(BIB, encoding="utf-8")
    return load_bibliography([tmp_path / "my.bib"])


def read(**csl):
    return document([paragraph("Text.")], title=csl.get("title", ""), csl={"type": "document", **csl})


def test_bibtex_is_read_and_broken_entries_do_not_keep_out_sound_ones(bib, tmp_path):
    assert {item.key for item in bib.items} >= {"karlsrud2015"}
    (item,) = [item for item in bib.items if item.key == "karlsrud2015"]
    assert item.csl["title"] == "The UN at War: Examining Conséquences"
    assert item.csl["type"] == "article-journal"
    assert item.csl["container-title"] == "Third World Quarterly"
    assert item.csl["author"][0] == {"family": "Karlsrud", "given": "John"}
    assert item.csl["issued"]["date-parts"][0][0] == 2015
    assert item.files == (str(tmp_path / "files" / "3" / "karlsrud.pdf"), "/abs/other.pdf")


def test_ris_is_read(tmp_path):
    (tmp_path / "my.ris").write_text(RIS, encoding="utf-8")
    (item,) = load_bibliography([tmp_path / "my.ris"]).items
    assert item.files == ("/home/me/sending.pdf",)
    assert item.csl == {
        "type": "report",
        "title": "Sending peacekeepers",
        "container-title": "Survival",
        "author": [{"family": "Cunliffe", "given": "Philip"}, {"literal": "United Nations"}],
        "issued": {"date-parts": [[2009]]},
        "page": "3–9",
    }


def test_csl_json_is_read(tmp_path):
    path = tmp_path / "my.json"
    path.write_text(json.dumps([{"id": "a1", "type": "book", "title": "Brahimi"}]), encoding="utf-8")
    (item,) = load_bibliography([path]).items
    assert (item.key, item.csl["title"]) == ("a1", "Brahimi")


def test_what_a_bibliography_writes_oddly_is_read_as_meant(tmp_path):
    (tmp_path / "my.bib").write_text(
        "@article{a, title={Peacekeeping in Mali}, author={van der Lijn, Jaïr and {UN and Others} and others},"
        " date={2015/2016}, options={skipbib}}\n@book{b, title={In press}, year={in press}}",
        encoding="utf-8",
    )
    first, second = (item.csl for item in load_bibliography([tmp_path / "my.bib"]).items)
    assert first["title"] == "Peacekeeping in Mali"
    assert first["author"] == [
        {"family": "Lijn", "given": "Jaïr", "non-dropping-particle": "van der"},
        {"literal": "UN and Others"},
    ]
    assert first["issued"] == {"date-parts": [[2015], [2016]]}
    assert "issued" not in second


@pytest.mark.parametrize(
    ("csl", "expected"),
    [
        ({"title": 'On <i>Mali</i>: <span class="nocase">UN</span> &amp; us'}, {"title": "On Mali: UN & us"}),
        ({"title": None, "DOI": "https://doi.org/10.1/A"}, {"DOI": "10.1/A"}),
        (
            {"author": [{"family": "van der Lijn", "given": "J."}, {"literal": "et al."}]},
            {"author": [{"family": "Lijn", "given": "J.", "non-dropping-particle": "van der"}]},
        ),
        (
            {"author": ["Doe, John, Jr.", "United Nations, Department of Peace Operations", "World Bank"]},
            {
                "author": [
                    {"family": "Doe", "given": "John", "suffix": "Jr."},
                    {"literal": "United Nations, Department of Peace Operations"},
                    {"literal": "World Bank"},
                ]
            },
        ),
        ({"issued": {"date-parts": [["2015", "3"], [2016, None]]}}, {"issued": {"date-parts": [[2015, 3], [2016]]}}),
        ({"issued": {"raw": "2015-03-01/2015-05-02"}}, {"issued": {"date-parts": [[2015, 3, 1], [2015, 5, 2]]}}),
        ({"issued": "1999–2001"}, {"issued": {"date-parts": [[1999], [2001]]}}),
        ({"issued": "2015/03//Spring"}, {"issued": {"date-parts": [[2015, 3]]}}),
        ({"issued": "Spring 2014"}, {"issued": {"date-parts": [[2014]]}}),
        ({"issued": {"date-parts": [[]]}, "accessed": "n.d."}, {"accessed": {"literal": "n.d."}}),
    ],
)
def test_an_item_is_as_csl_has_it(csl, expected):
    assert sound(csl) == expected


def test_a_file_that_was_cut_or_is_in_another_encoding(tmp_path):
    path = tmp_path / "my.ris"
    path.write_text("TY  - JOUR\nTI  - First\nER  - \n\nTY  - JOUR\nTI  - Second\n")
    assert [item.csl["title"] for item in load_bibliography([path]).items] == ["First", "Second"]
    path.write_bytes("TY  - JOUR\nTI  - Café\nER  - \n".encode("cp1252"))
    with pytest.raises(LibraryError, match="is not in UTF-8"):
        load_bibliography([path])


def test_the_number_of_a_report_stands_where_a_journal_has_its_issn(tmp_path):
    entry = "TY  - {}\nTI  - T\nSN  - {}\nIS  - 7\nED  - x\nA2  - Neumann, Iver B.\nY1  - 2016/08/26/\nER  - \n"
    (tmp_path / "my.ris").write_text(entry.format("RPRT", "A/71/367") + entry.format("JOUR", "0143-6597"))
    report, article = (item.csl for item in load_bibliography([tmp_path / "my.ris"]).items)
    assert (report["number"], "issue" in report, report["issued"]["date-parts"]) == ("A/71/367", True, [[2016, 8, 26]])
    assert (article["ISSN"], article["issue"], article["editor"][0]["family"]) == ("0143-6597", "7", "Neumann")


@pytest.mark.parametrize(
    ("document", "path", "key"),
    [
        (read(), "/abs/other.pdf", "karlsrud2015"),
        (read(), "/elsewhere/karlsrud.pdf", "karlsrud2015"),
        (read(title="THE UN AT WAR"), "/elsewhere/karlsrud.pdf", "karlsrud2015"),
        (read(title="Consent in Mali"), "/elsewhere/karlsrud.pdf", None),
        (read(title="Consent in Mali"), "/moved/files/3/karlsrud.pdf", "karlsrud2015"),
        (read(title="Consent in Mali"), "/mnt/Docs/poc.pdf", "un2014"),
        (read(DOI="10.1080/9999"), "/elsewhere/karlsrud.pdf", None),
        (read(DOI="https://doi.org/10.1080/0143"), "/x.pdf", "karlsrud2015"),
        (read(title="The UN at war"), "/x.pdf", "karlsrud2015"),
        (read(title="The UN at war", issued={"date-parts": [[2015]]}), "/x.pdf", "karlsrud2015"),
        (read(title="The UN at war", issued={"date-parts": [[2016]]}), "/x.pdf", None),
        (read(title="Other"), "/x.pdf", None),
        (read(), "/x.pdf", None),
    ],
)
def test_which_item_describes_which_document(bib, document, path, key):
    assert bib.describe(document, Path(path)).key == key


def test_a_file_of_the_same_name_elsewhere_is_another_one_unless_it_is_a_copy(tmp_path):
    own, other = tmp_path / "own" / "thesis.pdf", tmp_path / "other" / "thesis.pdf"
    for path, content in ((own, "one"), (other, "two")):
        path.parent.mkdir()
        path.write_text(content)
    (tmp_path / "my.bib").write_text("@thesis{doe2020, title={Consent}, file={own/thesis.pdf}}")
    bib = load_bibliography([tmp_path / "my.bib"])
    assert bib.describe(read(title="Quite another"), own).key == "doe2020"
    assert bib.describe(read(), other).key is None
    other.write_text("one")
    assert bib.describe(read(), other).key == "doe2020"


def test_the_bibliography_goes_before_the_title_page_and_says_so(bib):
    read_csl = {"title": "THE UN AT WAR", "abstract": "Kept.", "language": "en", "custom": {"x": 1}}
    described = bib.describe(read(**read_csl), Path("/a/karlsrud.pdf"))
    assert described.csl["title"] == "The UN at War: Examining Conséquences"
    assert described.csl["abstract"] == "Kept."
    assert described.csl["id"] == "karlsrud2015"
    assert described.csl["custom"]["x"] == 1
    assert described.csl["custom"]["read_from"]["title"] == "my.bib"
    assert "abstract" not in described.csl["custom"]["read_from"]


def test_added_documents_bear_the_keys_and_data_of_their_items(shelf, pdf, tmp_path):
    (tmp_path / "my.bib").write_text(BIB, encoding="utf-8")
    paths = [pdf("karlsrud.pdf", "The UN at war\nText."), pdf("unknown.pdf", "Doe on mandates\nText.")]
    added = shelf.add(paths, bibliography=[tmp_path / "my.bib"])
    assert [one.key for one in added] == ["karlsrud2015", "doeDoeMandates"]
    assert shelf.entry("karlsrud2015").title.startswith("The UN at War")
    assert shelf.facets().authors == {"Doe": 1, "Karlsrud": 1, "de Carvalho": 1}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("my.docx", "x", "is no bibliography"), ("my.json", "{", "cannot be read"), ("my.json", "{}", "list of CSL")],
)
def test_what_is_no_bibliography(tmp_path, name, content, said):
    (tmp_path / name).write_text(content)
    with pytest.raises(LibraryError, match=said):
        load_bibliography([tmp_path / name])
    with pytest.raises(LibraryError, match="cannot be read"):
        load_bibliography([tmp_path / "none.bib"])
