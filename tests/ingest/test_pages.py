"""Raw pages: what a file draws, before any judgement."""

import os

import pikepdf
import pymupdf
import pytest

from ingest.errors import Damaged, Encrypted, NotAPdf
from ingest.pdf import pages
from ingest.pdf.glyphs import clean
from ingest.pdf.pictured import needs_eyes


@pytest.mark.parametrize(
    ("drawn", "meant"),
    [
        ("ﬁnal oﬃce", "final office"),
        ("Se\u0301ne\u0301gal", "Sénégal"),
        ("´evidence ¨ahnlich", "évidence ähnlich"),
        ("peace\u00adkeeping", "peacekeeping"),
        ("peace\u00ad", "peace\u00ad"),
        ("S/RES/2100\u00a0(2013)", "S/RES/2100 (2013)"),
        ("zero\u200bwidth", "zerowidth"),
        ("a\tb", "a b"),
        ("the\x1b mission", "the mission"),
        ("Biblio\u009fgraphie", "Bibliographie"),
    ],
)
def test_codes_become_text(drawn, meant):
    assert clean(drawn) == meant


def test_private_codes_are_letters_or_bullets():
    assert clean("\uf041\uf062", "TimesNewRoman") == "Ab"
    assert clean("\uf0b7", "Symbol") == "•"
    assert clean("\uf732\uf731 mars, O\uf778\uf766\uf76f\uf772\uf764") == "21 mars, Oxford"


def test_raised_runs_rules_and_links(pen):
    sheet = pen.sheet()
    sheet.write("as the report says.^12^ Later")
    sheet.rule(300)
    sheet.at(60, 400, "__________________", 8)
    sheet.page.insert_link(
        {"kind": pymupdf.LINK_GOTO, "from": pymupdf.Rect(140, 70, 150, 80), "page": 0, "to": pymupdf.Point(60, 600)}
    )
    (page,) = pages.read(pen.save()).pages
    (line,) = page.lines
    assert [run.text for run in line.runs] == ["as the report says.", "12", " Later"]
    assert line.runs[1].baseline < line.baseline
    assert line.runs[1].size < line.size
    assert [(round(rule.y), rule.typed) for rule in page.rules] == [(300, False), (400, True)]
    assert [link.page for link in page.links] == [0]


def test_text_drawn_twice_is_read_once(pen):
    sheet = pen.sheet()
    sheet.at(60, 100, "Bold by drawing twice")
    sheet.at(60.3, 100, "Bold by drawing twice")
    assert [line.text for line in pages.read(pen.save()).pages[0].lines] == ["Bold by drawing twice"]


def test_text_up_the_margin_is_kept_apart(pen):
    sheet = pen.sheet()
    sheet.write("Body text stays where it is.")
    sheet.page.insert_text((20, 600), "Downloaded on 1 May", rotate=90)
    (page,) = pages.read(pen.save()).pages
    assert [line.text for line in page.lines] == ["Body text stays where it is."]
    assert [line.text for line in page.turned] == ["Downloaded on 1 May"]


def test_page_labels_are_the_files_own(pen):
    pen.sheet()
    pen.sheet()
    pen.pdf.set_page_labels([{"startpage": 0, "prefix": "S-", "style": "D", "firstpagenum": 12}])
    assert [page.label for page in pages.read(pen.save()).pages] == ["S-12", "S-13"]


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"", NotAPdf), (b"Dear reader", NotAPdf), (b"%PDF-1.7\nnothing", Damaged)],
)
def test_what_is_no_pdf_says_so(tmp_path, content, error):
    path = tmp_path / "file.pdf"
    path.write_bytes(content)
    with pytest.raises(error, match=r"file\.pdf"):
        pages.read(path)


def test_a_count_of_pages_that_cannot_be_is_damage(pen, tmp_path):
    pen.sheet().write("One page")
    path = tmp_path / "more.pdf"
    with pikepdf.open(pen.save()) as file:
        file.save(path, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    path.write_bytes(path.read_bytes().replace(b"/Count 1", b"/Count 50000"))
    with pytest.raises(Damaged, match="no page of this PDF can be read"):
        pages.read(path)


@pytest.mark.parametrize(
    ("text", "looked_at"), [("\ufffd" * 100, True), ("The mission was asked. " * 5, False)], ids=["codes", "letters"]
)
def test_codes_that_are_no_letters_are_looked_at_without_a_picture_too(pen, text, looked_at):
    runs = {"blocks": [{"type": 0, "lines": [{"spans": [{"text": text}]}]}]}
    assert needs_eyes(pen.sheet().page, runs) == looked_at


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(NotAPdf):
        pages.read(tmp_path / "nowhere.pdf")


def test_a_pipe_is_not_waited_on(tmp_path):
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(NotAPdf, match="not a regular file"):
        pages.read(tmp_path / "pipe.pdf")


def test_a_password_is_asked_for_and_an_empty_one_is_none(pen, tmp_path):
    pen.sheet().write("Secret")
    locked, opened = tmp_path / "locked.pdf", tmp_path / "open.pdf"
    pen.pdf.save(locked, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="x", owner_pw="y")
    pen.pdf.save(opened, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="", owner_pw="y")
    with pytest.raises(Encrypted):
        pages.read(locked)
    assert pages.read(opened).pages[0].lines[0].text == "Secret"


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("empty.pdf", NotAPdf),
        ("plain-text.pdf", NotAPdf),
        ("random-bytes.pdf", NotAPdf),
        ("rob_aes128-password.pdf", Encrypted),
        ("rob_libreoffice-password.pdf", Encrypted),
        ("rob_needs-password.pdf", Encrypted),
        ("rob_damaged-redhat.pdf", Damaged),
        ("rob_fuzzed-gs.pdf", Damaged),
        ("rob_truncated-invalid.pdf", Damaged),
    ],
)
def test_real_broken_files(shared, name, error):
    with pytest.raises(error):
        pages.read(shared / "real" / "robustness" / name)


@pytest.mark.parametrize(
    "name", ["rob_enc-emptypw_asw-indesign.pdf", "rob_french-diacritics.pdf", "rob_helloworld-bad.pdf"]
)
def test_real_files_that_can_be_mended(shared, name):
    assert any(page.lines for page in pages.read(shared / "real" / "robustness" / name).pages)


def test_dots_are_a_rule_where_nothing_stands_beside_them(pen):
    sheet = pen.sheet()
    sheet.at(60, 300, "Introduction")
    sheet.at(160, 300, ". " * 20)
    sheet.at(60, 400, ". " * 20)
    (page,) = pages.read(pen.save()).pages
    assert [round(rule.y) for rule in page.rules] == [400]
    assert any(". . ." in line.text for line in page.lines)


def test_invisible_words_over_a_picture_are_a_scans_whoever_read_them(pen):
    sheet = pen.sheet()
    picture = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 60, 80))
    picture.clear_with(255)
    sheet.page.insert_image(sheet.page.rect, pixmap=picture)
    for number in range(5):
        sheet.page.insert_text((72, 100 + 14 * number), "The mission was asked to protect.", render_mode=3)
    sheet.page.insert_text((72, 780), "Downloaded from the archive")
    pen.sheet().write("A page that shows its letters, and so many that it is no picture of a page at all.")
    scan, printed = pages.read(pen.save()).pages
    assert (scan.text, scan.scanned) == ("layer", True)
    assert not printed.scanned
