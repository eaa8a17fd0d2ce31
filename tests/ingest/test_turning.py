"""Pages that stand, or are written, sideways."""

import pymupdf
import pytest

from ingest import read_pdf
from ingest.pdf.turning import matrix, shown

LINE = "The mission had been asked to protect civilians"


@pytest.mark.parametrize("turn", [0, 90, 270])
def test_there_and_back(turn):
    box = (60.0, 100.0, 200.0, 112.0)
    turned = tuple(pymupdf.Rect(box) * matrix(turn, 595, 842))
    assert shown(turned, turn, 595, 842) == pytest.approx(box, abs=0.01)


@pytest.mark.parametrize(("written", "rotation"), [(0, 0), (0, 90), (90, 0), (270, 0), (270, 270), (90, 90)])
def test_text_is_read_in_order_whichever_way_it_lies(tmp_path, written, rotation):
    with pymupdf.open() as pdf:
        page = pdf.new_page(width=595, height=842)
        for number in range(6):
            along = 100 + 13 * number
            place = {0: (60, along), 90: (along, 700), 270: (500 - along, 100)}[written]
            page.insert_text(place, f"{number} {LINE}", rotate=written)
        page.set_rotation(rotation)
        pdf.save(tmp_path / "page.pdf")
        size = page.rect
    document = read_pdf(tmp_path / "page.pdf", language="en")
    words = " ".join(block.text for block in document.blocks)
    assert words == " ".join(f"{number} {LINE}" for number in range(6))
    for block in document.blocks:
        for span in block.spans:
            assert pymupdf.Rect(span.bbox) in size
