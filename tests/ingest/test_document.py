"""The whole reading: what must hold for any document, and what the real ones show."""

import re
import unicodedata
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from ingest import read_pdf
from ingest.model import Block, Document, Note

REAL = ("fossil/pdf/10.5771__2699-1284-2020-1-16.pdf", "mixed/inx_jeps-periodical.pdf", "un/un_A-48-653_1993.pdf")


GOLDEN = Path(__file__).parents[1] / "golden"


def check_text(text: str) -> None:
    assert text == text.strip()
    assert "  " not in text
    assert not set(text) & set("\n\t\u00adﬁﬂﬀﬃ")


def check_spans(part: Block | Note, pages: int) -> None:
    """One span a line, in order, with nothing between them but the joining space."""
    position = 0
    for span in part.spans:
        assert part.text[position : span.start] in ("", " ")
        assert span.start <= span.end
        assert 0 <= span.page < pages
        assert span.bbox[0] < span.bbox[2]
        assert span.bbox[1] < span.bbox[3]
        position = span.end
    assert position == len(part.text)


def check(document: Document) -> None:
    """The invariants of DESIGN's contract."""
    assert [page.index for page in document.pages] == list(range(len(document.pages)))
    ids = [part.id for part in (*document.blocks, *document.notes, *document.citations, *document.sources)]
    assert len(ids) == len(set(ids))
    notes = {note.id: note for note in document.notes}
    blocks = {block.id: block for block in document.blocks}
    for part in (*document.blocks, *document.notes):
        check_text(part.text)
        check_spans(part, len(document.pages))
    for block in document.blocks:
        offsets = [marker.offset for marker in block.markers]
        assert offsets == sorted(offsets)
        assert all(0 <= offset <= len(block.text) for offset in offsets)
        assert all(marker.note is None or notes[marker.note].label == marker.label for marker in block.markers)
        assert all(marker.evidence for marker in block.markers)
    printed = {(span.page, span.bbox) for block in document.blocks for span in block.spans}
    assert not printed & {(span.page, span.bbox) for note in document.notes for span in note.spans}, "text and note"
    for note in document.notes:
        assert note.pages == tuple(sorted({span.page for span in note.spans})) or not note.spans
        if note.marker is not None:
            home = blocks[note.marker.block]
            assert (note.marker.offset, note.id) in [(marker.offset, marker.note) for marker in home.markers]


def letters(text: str) -> str:
    """Letters and digits alone; PyMuPDF's plain text keeps ligatures and decomposed accents."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text)).casefold()


def check_boxes(document: Document, path: Path) -> None:
    """Every span's words stand in its box on the page."""
    with pymupdf.open(path) as pdf:
        for part in (*document.blocks, *document.notes):
            for span in part.spans:
                x0, y0, x1, y1 = span.bbox
                there = letters(pdf[span.page].get_text(clip=(x0 - 1, y0 - 1, x1 + 1, y1 + 1)))
                said = part.text[span.start : span.end]
                assert all(letters(word) in there for word in said.split() if word.isalpha()), (said, there)


def stripped(source: Path, target: Path) -> Path:
    """Copy a PDF without links, tags, page labels and bookmarks."""
    with pikepdf.open(source) as pdf:
        for key in ("/PageLabels", "/StructTreeRoot", "/MarkInfo", "/Outlines", "/Names", "/Dests"):
            if key in pdf.Root:
                del pdf.Root[key]
        for page in pdf.pages:
            if "/Annots" in page:
                del page["/Annots"]
        pdf.save(target)
    return target


def test_a_drawn_article(article):
    document = read_pdf(article(), language="en")
    check(document)
    assert [(page.label, page.label_source) for page in document.pages] == [(str(65 + i), "printed") for i in range(3)]
    assert document.report.seconds > 0


def test_a_page_without_text_is_reported(pen):
    pen.sheet().write("There is text on the first page only.")
    pen.sheet()
    pen.sheet().page.draw_circle((300, 300), 50)
    document = read_pdf(pen.save())
    assert [page.text for page in document.pages] == ["layer", "none", "none"]
    assert [(problem.page, problem.message) for problem in document.report.pages_without_text] == [
        (1, "nothing is printed on this page"),
        (2, "no text could be read on this page"),
    ]


@pytest.mark.parametrize("name", REAL)
def test_real_documents_keep_the_contract(shared, name):
    check(read_pdf(shared / "real" / name))


@pytest.mark.parametrize("pdf", sorted(GOLDEN.glob("*.pdf")), ids=lambda pdf: pdf.stem)
def test_every_block_and_note_comes_from_its_boxes(pdf):
    document = read_pdf(pdf, language="en")
    check(document)
    check_boxes(document, pdf)


@pytest.mark.parametrize("name", REAL)
def test_the_reading_holds_without_links_tags_and_labels(shared, name, tmp_path):
    source = shared / "real" / name
    whole, bare = read_pdf(source), read_pdf(stripped(source, tmp_path / "bare.pdf"))
    assert [(note.label, note.text, note.marker) for note in bare.notes] == [
        (note.label, note.text, note.marker) for note in whole.notes
    ]
    assert [page.label for page in bare.pages][1:] == [page.label for page in whole.pages][1:]


def test_plain_figures_are_markers_where_nothing_else_is(shared):
    document = read_pdf(shared / "real" / "mixed" / "inx_jeps-periodical.pdf")
    assert [note.label for note in document.notes] == [str(number) for number in range(1, 35)]
    assert all(note.marker is not None for note in document.notes)
    assert [page.label for page in document.pages[1:]] == [str(number) for number in range(36, 54)]


def test_a_resolution_has_numbered_paragraphs_and_no_notes(shared):
    document = read_pdf(shared / "real" / "un" / "un_S-RES-2771-2025.pdf")
    assert document.notes == ()
    numbers = [block.paragraph for block in document.blocks if block.paragraph]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) > 20


def test_a_mark_printed_thrice_calls_one_note(shared):
    document = read_pdf(shared / "real" / "un" / "un_A-48-653_1993.pdf")
    assert [note.label for note in document.notes] == ["1", "2", "3", "4", "5", "6", "7"]
    first = [marker for block in document.blocks for marker in block.markers if marker.note == "n1"]
    assert len(first) == 3
