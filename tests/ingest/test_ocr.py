import pymupdf
import pytest

from ingest.errors import LanguageMissing
from ingest.pdf import ocr

ENGLISH = "The mission was asked to protect the civilians of the north and to support the peace."


@pytest.fixture(scope="module")
def scan():
    """A page that is a picture of five printed lines and has no text."""
    with pymupdf.open() as drawn:
        page = drawn.new_page(width=420, height=160)
        for number in range(5):
            page.insert_text((20, 30 + 20 * number), ENGLISH, fontsize=10)
        picture = page.get_pixmap(dpi=200)
    with pymupdf.open() as scanned:
        page = scanned.new_page(width=420, height=160)
        page.insert_image(page.rect, pixmap=picture)
        yield page


@pytest.fixture
def no_other_data(monkeypatch, tmp_path):
    monkeypatch.setattr(ocr, "_folders", lambda: iter([tmp_path]))


def test_a_picture_is_read(scan):
    assert scan.get_text().strip() == ""
    read = " ".join(ocr.textpage(scan).extractText().split())
    assert read.count("protect the civilians") == 5


def test_english_is_told_by_its_first_page(scan):
    assert "civilians" in ocr.recogniser()(scan).extractText()


def test_data_that_is_not_installed_is_named_with_its_package(scan, no_other_data):
    with pytest.raises(
        LanguageMissing, match=r"'fr' needs OCR data .* tesseract-ocr-fra .* fra\.traineddata"
    ) as failed:
        ocr.recogniser("fr")(scan)
    assert "\n" not in str(failed.value)


def test_a_scan_in_a_language_without_data_is_refused_and_not_misread(scan, monkeypatch):
    monkeypatch.setattr(ocr, "language_of", lambda text: "sv")
    monkeypatch.setenv("TESSDATA_PREFIX", "/nowhere")
    monkeypatch.setitem(ocr._TESSERACT, "sv", "no-such-data")
    with pytest.raises(LanguageMissing):
        ocr.recogniser()(scan)


def test_a_named_folder_comes_first(monkeypatch, tmp_path):
    (tmp_path / "fra.traineddata").touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert ocr._data("fr") == ("fra", tmp_path)


def test_a_wall_chart_is_rendered_coarser(monkeypatch):
    with pymupdf.open() as made:
        page = made.new_page(width=7200, height=7200)
        asked = {}
        monkeypatch.setattr(type(page), "get_textpage_ocr", lambda self, **how: asked.update(how))
        ocr.textpage(page)
    assert (asked["dpi"] * 100) ** 2 <= ocr._PIXELS
