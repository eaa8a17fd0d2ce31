import pymupdf
import pytest

from ingest.errors import NotAPdf
from ingest.pdf.picture import picture

BOX = (40.0, 30.0, 120.0, 45.0)


@pytest.fixture(params=[0, 90, 180])
def pdf(request, tmp_path):
    """A page of 200 x 100 points as displayed, however it is turned in the file."""
    with pymupdf.open() as made:
        page = made.new_page(width=200, height=100) if request.param != 90 else made.new_page(width=100, height=200)
        page.set_rotation(request.param)
        made.save(tmp_path / "page.pdf")
    return tmp_path / "page.pdf"


def pixels(png):
    shown = pymupdf.Pixmap(png)
    return lambda x, y: shown.pixel(int(x), int(y))


def test_the_boxes_are_marked_where_they_are_displayed(pdf):
    at = pixels(picture(pdf, 0, [BOX]))
    red, _, blue = at(160, 75)
    assert red > 200 > blue
    assert at(160, 75) == at(100, 70)
    assert at(30, 75) == at(160, 20) == at(160, 130) == (255, 255, 255)


def test_text_under_a_mark_stays_black(tmp_path):
    with pymupdf.open() as made:
        page = made.new_page(width=200, height=100)
        page.draw_rect((60, 35, 70, 40), color=(0, 0, 0), fill=(0, 0, 0))
        made.save(tmp_path / "black.pdf")
    assert pixels(picture(tmp_path / "black.pdf", 0, [BOX], 1.0))(65, 37) == (0, 0, 0)


def test_scale_is_pixels_for_a_point(pdf):
    shown = pymupdf.Pixmap(picture(pdf, 0, scale=3.0))
    assert (shown.width, shown.height) == (600, 300)


def test_the_file_is_left_as_it_is(pdf):
    before = pdf.read_bytes()
    picture(pdf, 0, [BOX])
    assert pdf.read_bytes() == before


@pytest.mark.parametrize("index", [-1, 1])
def test_a_page_that_is_not_there(pdf, index):
    with pytest.raises(IndexError, match=f"no page of index {index}: the file has 1 pages, counted from 0"):
        picture(pdf, index)


def test_no_pdf(tmp_path):
    (tmp_path / "a.pdf").write_text("plain")
    with pytest.raises(NotAPdf):
        picture(tmp_path / "a.pdf", 0)
