"""Files that end early: what is left of them is read as it was, or not at all."""

from pathlib import Path

import pytest
from samples import CORPUS

from ingest.document import read_pdf
from ingest.errors import Damaged
from ingest.pdf import pages
from ingest.pdf.raw import RawPage

SAMPLES = ["symbols", "plaindigits", "oscola"]
"""Typst writes what all pages need first, LibreOffice and LaTeX last."""


def words(page: RawPage) -> list[str]:
    return [line.text for line in page.lines]


def cut(name: str, share: float, folder: Path) -> Path:
    """A sample as a download leaves it that ends early."""
    content = (CORPUS / f"{name}.pdf").read_bytes()
    path = folder / f"{name}.pdf"
    path.write_bytes(content[: int(len(content) * share)])
    return path


@pytest.mark.parametrize("name", SAMPLES)
def test_no_page_of_a_cut_file_has_other_words(name: str, tmp_path: Path) -> None:
    whole = pages.read(CORPUS / f"{name}.pdf").pages
    for share in (0.3, 0.8, 0.95, 0.99):
        try:
            left = pages.read(cut(name, share, tmp_path)).pages
        except Damaged:
            continue
        for page, true in zip(left, whole, strict=True):
            assert words(page) == ([] if page.damaged else words(true)), f"p. {page.index} of {share:%}"


def test_the_beginning_of_a_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "begun.pdf"
    path.write_bytes((CORPUS / "article.pdf").read_bytes()[:3000])
    with pytest.raises(Damaged, match=r"begun\.pdf: damaged: 12 of 12 pages cannot be read in full; get another copy"):
        pages.read(path)


def test_a_file_of_which_most_is_there_is_read_and_says_what_is_missing(tmp_path: Path) -> None:
    document = read_pdf(cut("article", 0.9, tmp_path))
    lost = document.report.pages_without_text
    assert [problem.page for problem in lost] == [9, 10, 11]
    assert "the file is damaged" in lost[0].message
    assert len(document.notes) > 50


def test_a_file_that_was_repaired_and_lacks_nothing_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "without a table.pdf"
    content = (CORPUS / "symbols.pdf").read_bytes()
    path.write_bytes(content[: content.rindex(b"startxref")])
    assert [words(page) for page in pages.read(path).pages] == [
        words(page) for page in pages.read(CORPUS / "symbols.pdf").pages
    ]
