"""Quotations held against their pages."""

from pathlib import Path

import pytest
import typst

from index.library import Library
from ingest.model import Span
from ingest.pdf.picture import picture
from ingest.pdf.printed import printed_lines
from ui.quotations import check_quotation, judge

PAGE = "The mission’s peace-\nkeeping mandate12 was “robust”.\nIt had few heli\u00ad\ncopters in the ﬁeld."


@pytest.mark.parametrize(
    ("parts", "state", "sure"),
    [
        (["was “robust”."], "exact", True),
        (["The mission’s peacekeeping mandate", "was “robust”."], "joined", True),
        (["few helicopters in the field"], "joined", True),
        (["was ROBUST"], "signs", False),
        (["was weak"], "missing", False),
        (["was “robust”.", "It had many helicopters"], "missing", False),
    ],
)
def test_judged(parts: list[str], state: str, sure: bool) -> None:
    verdict = judge(parts, PAGE, [Span(0, 9, 3, (10.0, 20.0, 90.0, 30.0)), Span(9, 18, 3, (10.0, 32.0, 80.0, 42.0))])
    assert (verdict.state, verdict.sure) == (state, sure)
    assert verdict.message
    # The piece of the page is shown wherever a reader has to look.
    assert [piece.index for piece in verdict.pieces] == ([] if sure else [3])
    assert sure or verdict.pieces[0].part == (2.0, 12.0, 98.0, 50.0)


def test_a_damaged_layer_is_never_sure() -> None:
    verdict = judge(["was robust"], "was robust \ue0a4\ue0b1", [Span(0, 9, 0, (1.0, 2.0, 3.0, 4.0))])
    assert (verdict.state, verdict.sure) == ("exact", False)
    assert "damaged" in verdict.message


@pytest.fixture(scope="module")
def columns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two narrow columns with notes, words broken at line ends and a gutter of a hair's breadth."""
    path = tmp_path_factory.mktemp("pdf") / "columns.pdf"
    text = (
        "Peacekeepers who fight beside a government lose the trust of those who fight against it.#footnote[Ibid.] "
        "It began in 2016#footnote[Ibid., 5.] and ended in 2017.#footnote[Ibid., 6.] "
    )
    source = (
        '#set page(width: 15cm, height: 9cm, margin: 1cm, columns: 2, numbering: "1")\n#set columns(gutter: 4pt)\n'
        '#set text(size: 9pt, lang: "en", hyphenate: true)\n#set par(justify: true)\n' + text * 9
    )
    path.write_bytes(typst.compile(source.encode()))
    return path


def test_every_sentence_of_a_library_stands_on_its_page(columns: Path, tmp_path: Path) -> None:
    """What is read is what is printed, sentence by sentence, past columns, breaks and marks."""
    checked = 0
    with Library.open(tmp_path / "library", create=True) as shelf:
        shelf.add([columns])
        for entry in shelf.entries():
            for passage in shelf.passages(entry.id):
                for sentence in shelf.hit(passage.id).sentences:
                    verdict = check_quotation(shelf, passage.id, sentence.start, sentence.end)
                    assert verdict.sure, passage.text[sentence.start : sentence.end]
                    checked += 1
    assert checked > 5


def test_a_text_without_pages_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Notes\n\nThe convoy never left the airport.", encoding="utf-8")
    with Library.open(tmp_path / "library", create=True) as shelf:
        shelf.add([tmp_path / "a.txt"])
        [passage] = shelf.passages(shelf.entries()[0].id)
        verdict = check_quotation(shelf, passage.id)
    assert (verdict.state, verdict.sure, verdict.pieces) == ("unread", False, ())
    assert "without pages" in verdict.message


def test_the_piece_of_the_page_is_a_picture(article: Path) -> None:
    whole, piece = picture(article, 0), picture(article, 0, part=(40.0, 100.0, 200.0, 150.0))
    assert piece.startswith(b"\x89PNG")
    width, height = (int.from_bytes(piece[at : at + 4]) for at in (16, 20))
    assert (width, height) == (320, 100)
    assert len(piece) < len(whole)


def test_lines_of_a_page_that_is_not_there(article: Path) -> None:
    with pytest.raises(IndexError, match="no page of index 9"):
        printed_lines(article, [(9, (0.0, 0.0, 1.0, 1.0))])
