"""What the Read and Clippings pages offer where nothing is open."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from factories import document, paragraph
from lxml import html
from shelves import WordEmbedder

from index.kept.reads import Read
from index.library import Library
from index.model import Entry, ReadingState
from ui.cards.startcard import Way, clippings_start, day_words, left_off, newest, read_start, search_start

TODAY = date(2026, 11, 22)
NASTY = Way("d", "<b onclick=alert(1)>x</b>", "<script>1</script>", "p. 1 · today", "/read?doc=d&pdf=1")


def entry(name: str) -> Entry:
    state = ReadingState(3, 3, 0, 0, 0, "notes 3 of 3")
    csl = {"title": name, "author": [{"family": "Ravn"}], "issued": {"date-parts": [[2021]]}}
    return Entry(name, name, name, csl, "en", 3, 3, "/a.pdf", "2026-01-01T00:00:00Z", state, False)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 22), "today"),
        (date(2026, 11, 21), "yesterday"),
        (date(2026, 3, 4), "4 March"),
        (date(2025, 3, 4), "4 March 2025"),
    ],
)
def test_days_as_one_says_them(day: date, said: str) -> None:
    assert day_words(day, TODAY) == said


def test_a_document_is_gone_on_with_where_it_was_left() -> None:
    read = document([paragraph("One.")], pages=3, first=65)
    noon = datetime(2026, 11, 22, 12).astimezone(UTC).isoformat()
    way = left_off(Read("d", 1, noon), entry("d"), read, TODAY)
    assert (way.byline, way.told, way.href) == ("Ravn, 2021", "p. 66 (PDF p. 2) · today", "/read?doc=d&pdf=2")
    shorter = left_off(Read("d", 9, noon), entry("d"), read, TODAY)
    assert shorter.href.endswith("pdf=3"), "read anew, it may have fewer pages"


def test_the_newest_documents_but_those_offered_already() -> None:
    assert [way.document for way in newest([entry(name) for name in "abcdefg"], ["f"])] == ["g", "e", "d", "c", "b"]


def test_a_document_without_a_title_goes_by_its_file() -> None:
    assert [way.title for way in newest([entry("")], [])] == ["a.pdf"]


def test_the_one_read_last_comes_first(tmp_path: Path) -> None:
    with Library.open(tmp_path, create=True, embedder=WordEmbedder()) as library:
        for name, index in (("a", 1), ("b", 0), ("a", 4)):
            library.reads.left(name, index)
        assert [(one.document, one.index) for one in library.reads.last()] == [("a", 4), ("b", 0)]


def test_no_title_becomes_markup() -> None:
    for data in (read_start([NASTY], [NASTY]), clippings_start([NASTY]), search_start([NASTY], [], [], [])):
        page = html.fromstring(data)
        assert not page.cssselect("script, b[onclick]")
        assert NASTY.title in page.text_content()


def test_an_empty_library_says_how_to_fill_it() -> None:
    page = html.fromstring(read_start([], []))
    assert "This library is empty" in page.text_content()
    assert [link.get("href") for link in page.cssselect("a")] == ["/library"]
