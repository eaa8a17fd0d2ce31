"""What is exported, read back by programs that are not ours."""

import csv
import html
import io
import json
import re
import zipfile
from dataclasses import replace

import bibtexparser
import docx
import pypandoc
import pytest
import rispy

from index.bibliographies.bibfiles import read_items
from ingest.model import Locator
from ui.cites.styles import STYLES
from ui.errors import CitingError
from ui.export import FORMATS, Extract, Selection, Work, export, format_of
from ui.export.selection import cleaned, sources_of_hits

HOSTILE = (
    'He said: "*no*" <b>x</b> <script>alert(1)</script> [@a, p. 1] $x^2$ \\LaTeX{} \\input{/etc/passwd} 100% & _more_ '
    "# 1. `code` ~sub~ {=html} -- it’s “so” | a | b"
)
ARTICLE = Work(
    "karlsrudUNWar2015",
    {
        "type": "article-journal",
        "title": "The UN at War: $x$ & McDonald’s *mandates* in the CAR, 50% #1",
        "container-title": "Third World Quarterly",
        "author": [{"family": "Karlsrud", "given": "John"}, {"family": "de Coning", "given": "Cedric"}],
        "issued": {"date-parts": [[2015, 1, 2]]},
        "volume": "36",
        "issue": "1",
        "page": "40-54",
        "DOI": "10.1080/01436597.2015.976016",
        "language": "en",
    },
)
REPORT = Work(
    "un2015",
    {
        "type": "report",
        "title": "Uniting Our Strengths for Peace",
        "author": [{"literal": "High-Level Panel, Peace and Security"}],
        "number": "A/70/95–S/2015/446",
        "publisher": "United Nations",
        "issued": {"date-parts": [[2015]]},
        "URL": "https://docs.un.org/en/A/70/95?a=1&b=%20{x}",
    },
)
SELECTION = Selection(
    "Passages on <i>war</i>",
    (
        Extract(HOSTILE, ARTICLE, Locator("page", "41–43"), "Mandates", remark="=HYPERLINK(1) *mine*", list="A"),
        Extract("Second, of the panel.", REPORT, Locator("paragraph", "35"), "", list="A"),
        Extract("Third, of the file.", REPORT, Locator("page", "PDF p. 3"), "", list="A"),
        Extract("Fourth, of a note.", ARTICLE, Locator("page", "67n12"), "Mandates", list="A"),
    ),
    (ARTICLE, REPORT),
)
WORKS = Selection("Works cited", (), (ARTICLE, REPORT))


def pandoc(content: bytes, reads: str, writes: str, tmp_path, *arguments: str) -> str:
    path = tmp_path / "in"
    path.write_bytes(content)
    text: str = pypandoc.convert_file(path, writes, format=reads, extra_args=["--wrap=none", *arguments])
    return text.replace("\u00a0", " ")


def xml(content: bytes, part: str) -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read(part).decode()


def fields(content: bytes) -> list[dict]:
    """The cites of a Word file's Zotero fields, in order of the parts."""
    found = []
    for part in ("word/footnotes.xml", "word/document.xml"):
        for code in re.findall(r"<w:instrText[^>]*>(.*?)</w:instrText>", xml(content, part)):
            plain = html.unescape(code).strip()
            if plain.startswith("ADDIN ZOTERO_ITEM CSL_CITATION "):
                found.append(json.loads(plain.removeprefix("ADDIN ZOTERO_ITEM CSL_CITATION ")))
    return found


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("selection", [SELECTION, WORKS], ids=["passages", "works"])
def test_every_format_writes_both_kinds(form, selection) -> None:
    assert export(selection, form)
    assert export(selection, form) == export(selection, form.name) or form.name in ("docx", "odt")  # they hold the time


def test_word_has_real_footnotes_with_zotero_fields(tmp_path) -> None:
    content = export(SELECTION, "docx", "chicago-notes")
    text = pandoc(content, "docx", "plain", tmp_path)
    assert "[1] John Karlsrud and Cedric de Coning, “The UN at War:" in text
    assert "(2015): 41–43, https://doi.org/" in text
    assert "A/70/95–S/2015/446 (United Nations, 2015), para. 35" in text
    cites = [field["citationItems"][0] for field in fields(content)]
    assert [(one["id"], one.get("label"), one.get("locator")) for one in cites] == [
        ("karlsrudUNWar2015", "page", "41–43"),
        ("un2015", "paragraph", "35"),
        ("un2015", None, None),
        ("karlsrudUNWar2015", "page", "67n12"),
    ]
    assert cites[2]["suffix"] == ", PDF p. 3"
    assert cites[0]["itemData"]["title"] == ARTICLE.csl["title"]
    assert cites[0]["uris"] == cites[3]["uris"] != cites[1]["uris"]
    assert [field["properties"]["noteIndex"] for field in fields(content)] == [1, 2, 3, 4]
    assert len({field["citationID"] for field in fields(content)}) == 4


def test_word_fields_open_and_close_in_every_part() -> None:
    content = export(SELECTION, "docx", "chicago-notes")
    for part in ("word/footnotes.xml", "word/document.xml"):
        kinds = re.findall(r'fldCharType="(\w+)"', xml(content, part))
        assert kinds
        assert kinds == ["begin", "separate", "end"] * (len(kinds) // 3)
    assert "ADDIN ZOTERO_BIBL" in xml(content, "word/document.xml")


def test_word_reads_back_as_cites(tmp_path) -> None:
    """Pandoc reads Zotero's fields as a word processor's plug-in would."""
    content = export(SELECTION, "docx", "apa")
    text = pandoc(content, "docx+citations", "markdown", tmp_path)
    assert re.search(r"\[@karlsrudUNWar2015, page 41--43 ?\]", text)
    assert re.search(r"\[@un2015, paragraph 35 ?\]", text)


def test_word_opens_in_python_docx() -> None:
    document = docx.Document(io.BytesIO(export(SELECTION, "docx", "apa")))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    assert any(text.startswith(HOSTILE) for text in paragraphs)
    assert "=HYPERLINK(1) *mine*" in paragraphs
    assert document.core_properties.title == "Passages on <i>war</i>"


@pytest.mark.parametrize("style", sorted(STYLES))
def test_word_tells_zotero_its_style(style: str) -> None:
    properties = xml(export(SELECTION, "docx", style), "docProps/custom.xml")
    pieces = [html.unescape(piece) for piece in re.findall(r"<vt:lpwstr>(.*?)</vt:lpwstr>", properties)]
    assert all(len(piece) <= 255 for piece in pieces)
    assert f'<style id="http://www.zotero.org/styles/{STYLES[style]}"' in "".join(pieces)


def test_odt_has_real_footnotes(tmp_path) -> None:
    content = export(SELECTION, "odt", "oscola")
    text = pandoc(content, "odt", "plain", tmp_path)
    assert HOSTILE in text
    assert "[1] John Karlsrud and Cedric de Coning, ‘The UN at War:" in text
    assert "A/70/95–S/2015/446 para 35" in text


def test_markdown_is_set_by_pandoc(tmp_path) -> None:
    content = export(SELECTION, "md")
    text = pandoc(content, "markdown", "plain", tmp_path, "--citeproc")
    assert "(Karlsrud and de Coning 2015, 41–43)" in text
    assert "2015, para. 35)" in text
    assert "2015, PDF p. 3)" in text
    assert "2015, 67n12)" in text
    assert HOSTILE in text
    assert "[@karlsrudUNWar2015, {page 41–43}]" in content.decode()


def test_markdown_holds_its_works(tmp_path) -> None:
    items = json.loads(pandoc(export(WORKS, "md"), "markdown", "csljson", tmp_path))
    assert {item["id"] for item in items} == {"karlsrudUNWar2015", "un2015"}
    assert items[0]["title"] == ARTICLE.csl["title"]


def test_biblatex_reads_back(tmp_path) -> None:
    content = export(WORKS, "bib")
    items = {item["id"]: item for item in json.loads(pandoc(content, "biblatex", "csljson", tmp_path))}
    article, report = items["karlsrudUNWar2015"], items["un2015"]
    title = re.sub(r"</?span[^>]*>", "", article["title"])
    assert title.casefold() == ARTICLE.csl["title"].casefold()
    for kept in ("UN", "CAR", "McDonald’s"):
        assert kept in title
    assert (article["volume"], article["issue"], article["page"]) == ("36", "1", "40-54")
    assert article["DOI"] == ARTICLE.csl["DOI"]
    assert article["author"][1]["family"] in ("Coning", "de Coning")
    assert article["issued"] == {"date-parts": [[2015, 1, 2]]}
    assert report["author"] == [{"literal": "High-Level Panel, Peace and Security"}]
    assert report["URL"] == "https://docs.un.org/en/A/70/95?a=1&b=%20x"
    assert report["number"] == REPORT.csl["number"]
    library = bibtexparser.parse_string(content.decode())
    assert [entry.key for entry in library.entries] == ["karlsrudUNWar2015", "un2015"]
    assert not library.failed_blocks


@pytest.mark.parametrize(
    ("title", "language", "expected"),
    [
        ("Making War in Mali: A View of the Council", "", "Making war in Mali: A view of the Council"),
        (
            "Peacekeeping: Côte d’Ivoire, S/RES/2100 & Others",
            "en-GB",
            "Peacekeeping: Côte d’Ivoire, S/RES/2100 & others",
        ),
        ("Die Vereinten Nationen: Aufgaben", "", "Die Vereinten Nationen: Aufgaben"),
    ],
)
def test_names_outlast_a_program_that_sets_biblatex_in_small_letters(tmp_path, title, language, expected) -> None:
    work = Work("key", {"type": "book", "title": title, "language": language})
    [item] = json.loads(pandoc(export(Selection("", (), (work,)), "bib"), "biblatex", "csljson", tmp_path))
    assert re.sub(r"</?span[^>]*>", "", item["title"]) == expected


@pytest.mark.parametrize(("name", "ending"), [("bib", "bib"), ("ris", "ris"), ("csl-json", "json")])
def test_what_goes_out_comes_in_as_it_was(tmp_path, name, ending) -> None:
    works = [
        Work("a", {"type": "article-newspaper", "title": "War in Mali", "container-title": "Le Monde"}),
        Work("b", {"type": "report", "title": "On Chad", "collection-title": "EPON Report", "number": "4/2019"}),
        Work(
            "c",
            {
                "type": "webpage",
                "title": "Where We Operate",
                "title-short": "Where",
                "URL": "https://un.org/en",
                "accessed": {"date-parts": [[2024, 3, 1]]},
                "issued": {"date-parts": [[2023, 5, 2]]},
                "author": [{"family": "Lijn", "given": "Jaïr", "non-dropping-particle": "van der"}, {"literal": "UN"}],
            },
        ),
        Work(
            "d",
            {
                "type": "legal_case",
                "title": "Kadi v. Council",
                "container-title": "ECR",
                "volume": "2008",
                "page": "I-6351",
                "number": "C-402/05 P",
                "issued": {"date-parts": [[2008, 9, 3]]},
            },
        ),
        Work(
            "e",
            {
                "type": "legislation",
                "title": "Rome Statute",
                "container-title": "UNTS",
                "volume": "2187",
                "page": "90",
                "issued": {"date-parts": [[1998, 7, 17]]},
            },
        ),
    ]
    path = tmp_path / f"works.{ending}"
    path.write_bytes(export(Selection("", (), tuple(works)), name))
    read = {item.key: item.csl for item in read_items(path)}
    for work in works:
        assert {field: read[work.key].get(field) for field in work.csl} == work.csl


def test_ris_reads_back(tmp_path) -> None:
    content = export(WORKS, "ris")
    lines = content.decode().splitlines()
    assert lines[0] == "TY  - JOUR"
    article, report = rispy.loads(content.decode())
    assert article["title"] == ARTICLE.csl["title"]
    assert article["authors"] == ["Karlsrud, John", "de Coning, Cedric"]
    assert (article["start_page"], article["end_page"], article["doi"]) == ("40", "54", ARTICLE.csl["DOI"])
    assert article["date"] == "2015/01/02/"
    assert report["authors"] == ["High-Level Panel. Peace and Security"]
    assert (report["type_of_reference"], report["issn"]) == ("RPRT", REPORT.csl["number"])
    items = json.loads(pandoc(content, "ris", "csljson", tmp_path))
    assert [item["type"] for item in items] == ["article-journal", "report"]


def test_csl_json_reads_back(tmp_path) -> None:
    content = export(WORKS, "csl-json")
    assert [item["id"] for item in json.loads(content)] == ["karlsrudUNWar2015", "un2015"]
    text = pandoc(content, "csljson", "plain", tmp_path, "--citeproc")
    assert "The UN at War: $X$ & McDonald’s *Mandates* in the CAR, 50% #1" in text


def test_csv_runs_nothing_in_a_spreadsheet() -> None:
    content = export(SELECTION, "csv", "apa")
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [line["place"] for line in lines] == ["pp. 41–43", "para. 35", "PDF p. 3", "p. 67n12"]
    assert lines[0]["passage"] == HOSTILE
    assert lines[0]["citation"] == "(Karlsrud & de Coning, 2015, pp. 41–43)"
    assert lines[0]["remark"] == "'=HYPERLINK(1) *mine*"
    for text in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1"):
        one = replace(SELECTION.extracts[0], words=text)
        content = export(replace(SELECTION, extracts=(one,)), "csv")
        [line] = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
        assert line["passage"] == f"'{text}"


def test_works_alone_are_a_table_of_works() -> None:
    lines = list(csv.DictReader(io.StringIO(export(WORKS, "csv").decode("utf-8-sig"))))
    assert [line["authors"] for line in lines] == [
        "Karlsrud, John; de Coning, Cedric",
        "High-Level Panel, Peace and Security",
    ]


def test_signs_that_no_file_can_hold_are_left_out(make_hit) -> None:
    csl = cleaned({"title": "A\x00 B\x1b[31m \ud800", "custom": {"a": 1}, "author": [{"family": "X\x07"}], "note": ""})
    assert csl == {"title": "A B [31m", "author": [{"family": "X"}]}


def test_the_works_that_passages_lead_to(make_hit, source) -> None:
    selection = sources_of_hits([make_hit(), make_hit()], "Cited")
    assert [(work.key, work.csl["title"]) for work in selection.works] == [
        ("karlsrudUNWarExamining2015", source.csl["title"])
    ]


def test_unknown_formats_and_styles_are_named() -> None:
    with pytest.raises(CitingError, match="no format 'pdf'; choose docx, odt"):
        export(WORKS, "pdf")
    with pytest.raises(CitingError, match="name a format"):
        format_of(None, None)
    with pytest.raises(CitingError, match="no style 'turabian'"):
        export(WORKS, "docx", "turabian")
