"""The file's bookmarks as a witness for headings and their depth."""

import pymupdf
import pytest

from ingest import read_pdf

FULL = "The mission had been asked to protect civilians under imminent threat of violence in the east,"
TRUE = ((1, "Mandates", 1), (2, "Two resolutions", 1), (1, "Troops", 2), (2, "Who sends them", 2))
SECTIONS = (("Two resolutions", ("1 Mandates",)), ("2 Troops", ()), ("Who sends them", ("2 Troops",)))


@pytest.fixture
def drawn(pen):
    """Two pages whose headings look like the text and stand close to it, with these bookmarks."""

    def draw(outline):
        for one, two in (("1 Mandates", "Two resolutions"), ("2 Troops", "Who sends them")):
            sheet = pen.sheet()
            for heading in (one, two):
                sheet.write(heading)
                for _ in range(5):
                    sheet.write(FULL)
                sheet.write("as a resolution says.")
        path = pen.save()
        with pymupdf.open(path) as pdf:
            pdf.set_toc([list(entry) for entry in outline])
            pdf.saveIncr()
        return [block for block in read_pdf(path, language="en").blocks if block.kind == "heading"]

    return draw


def test_bookmarks_tell_headings_and_their_depth(drawn):
    assert tuple((block.text, block.section) for block in drawn(TRUE))[1:] == SECTIONS


def test_bookmarks_that_are_not_on_their_pages_tell_nothing(drawn):
    assert drawn((*TRUE[:2], (1, "Cover", 1), (1, "Imprint", 1), (1, "Figures", 2))) == []


def test_bookmarks_of_one_level_leave_the_depth_to_the_page(drawn):
    flat = drawn([(1, title, page) for _, title, page in TRUE])
    assert [(block.text, block.section) for block in flat] == [
        (title, ()) for title in ("1 Mandates", "Two resolutions", "2 Troops", "Who sends them")
    ]
