"""The Read page: its frame, what stands beside a page, and that no word of a PDF becomes markup."""

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from factories import document, heading, note, paragraph
from lxml import html
from shelves import WordEmbedder

from index import Library
from index.model import Entry, ReadingState
from ingest.model import Anchor, Citation, Document, Locator, Source
from ui.addresses.read import CitedFrom, Reading
from ui.addresses.trail import search_of, search_words, trail
from ui.cards.citingsentence import citing_sentence
from ui.cards.landing import landing
from ui.cards.marks import Marks
from ui.cards.pageparts import notes_of_page, page_part
from ui.cards.readcard import Opened, matches_data, part_html, reader_data

NASTY = "<script>alert(1)</script><b onclick=alert(1)>**x**</b> {{ 7*7 }} \" ' $x$"
KARLSRUD = Source("s1", "karlsrud", {"type": "article", "title": NASTY}, NASTY, "n1", None)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library", create=True, embedder=WordEmbedder())


@pytest.fixture
def book() -> Document:
    """Page 1 has mark 1 and ends in mark 2, whose note runs over to page 2; the endnote of mark 9 stands on page 3."""
    first = paragraph(f"{NASTY} ends it. Consent wears thin.^1 Nobody asked.^2", id="b1")
    second = paragraph("Nobody knew whom to ask, says Karlsrud (2015).^9", id="b2", page=1)
    over = note("See the archive, which runs on.", "2", marker=Anchor("b1", len(first.text)))
    over = replace(over, pages=(0, 1))
    one = note(NASTY, "1", marker=Anchor("b1", first.markers[0].offset), citations=("c1",))
    end = note("An endnote.", "9", page=2, marker=Anchor("b2", len(second.text)))
    end = replace(end, kind="endnote")
    return document(
        [heading(NASTY), first, second],
        [one, over, end],
        pages=3,
        first=65,
        title=NASTY,
        citations=(
            Citation("c1", "n1", None, 0, 8, "short", "work", None, Locator("page", "41"), "s1", why=NASTY),
            Citation("c2", None, "b2", 30, 45, "author-date", "work", None, None, None, candidates=("s1",)),
        ),
        sources=(KARLSRUD,),
    )


def entry(book: Document) -> Entry:
    state = ReadingState(3, 3, 0, 0, 0, "notes 3 of 3")
    return Entry(book.id, "key", book.title, book.csl, "en", 3, 3, "/tmp/a.pdf", "2026-01-01T00:00:00Z", state, False)


def labels(book: Document, index: int) -> list[str]:
    return [one.label for one in notes_of_page(book, index)]


def test_a_note_is_read_beside_its_mark_and_where_it_is_printed(book: Document) -> None:
    assert labels(book, 0) == ["1", "2"]
    assert labels(book, 1) == ["2", "9"]  # carried over; marked here
    assert labels(book, 2) == ["9"]


def test_an_open_note_marks_its_lines_and_the_words_at_its_mark(library: Library, book: Document) -> None:
    part = page_part(library, book, 1)
    endnote = part.notes[1]
    assert (endnote.marked_on, endnote.printed_on) == (1, 2)
    assert sorted(endnote.marks) == [1, 2]


def test_what_is_marked_is_put_at_words_of_the_file_in_one_reading(library: Library, book: Document) -> None:
    asked: list[Marks] = []

    def a_point_to_the_right(marks: Marks) -> Marks:
        asked.append(marks)
        return {index: tuple((x0 + 1, y0, x1 + 1, y1) for x0, y0, x1, y1 in its) for index, its in marks.items()}

    told, put = page_part(library, book, 1), page_part(library, book, 1, a_point_to_the_right)
    assert len(asked) == 1
    assert [one.marks for one in (*put.notes, *put.mentions)] == [
        a_point_to_the_right(one.marks) for one in (*told.notes, *told.mentions)
    ]
    (found,) = matches_data(book, "wears thin", a_point_to_the_right)["matches"]
    assert found["marks"] != matches_data(book, "wears thin")["matches"][0]["marks"]


def test_what_the_text_itself_cites_stands_beside_it(library: Library, book: Document) -> None:
    (mention,) = page_part(library, book, 1).mentions
    assert mention.citation.text == "Karlsrud (2015)"
    assert mention.citation.candidates[0].key == "karlsrud"


def test_no_word_of_a_document_becomes_markup(library: Library, book: Document) -> None:
    for index in range(3):
        page = html.fromstring(f"<main>{part_html(library, book, index)}</main>")
        assert not page.cssselect("script, b, [onclick]")
        for marked in page.cssselect("[data-marks]"):
            assert json.loads(marked.get("data-marks"))
    assert NASTY in html.fromstring(f"<main>{part_html(library, book, 0)}</main>").find_class("words")[0].text_content()


def test_the_frame_names_the_document_its_contents_and_what_is_missing(book: Document) -> None:
    data = reader_data(Opened(entry(book), book, landing(book, Reading(page="99")), find=NASTY), pdf=True)
    frame = html.fromstring(data["html"])
    assert frame.get_element_by_id("reader-title").text == NASTY
    assert not frame.cssselect("script, b, [onclick]")
    assert "No page here bears the number 99" in frame.find_class("notice")[0].text
    assert [page["label"] for page in data["pages"]] == ["65", "66", "67"]
    assert frame.cssselect(".find input")[0].get("value") == NASTY


def test_the_citing_sentence_is_read_beside_the_cited_work(library: Library, book: Document) -> None:
    cited = citing_sentence(library, book, CitedFrom(book.id, "n1", 0), "00ee")
    assert cited is not None
    assert cited.sentence == "Consent wears thin."
    assert cited.where == "p. 65 (PDF p. 1), note 1"
    assert cited.place == "p. 41"
    assert not cited.sure, "no link of its own leads from the citation to 00ee"
    assert cited.back == f"/read?doc={book.id}&note=n1"
    in_text = citing_sentence(library, book, CitedFrom(book.id, "b2", 30), "00ee")
    assert in_text is not None
    assert in_text.sentence.startswith("Nobody knew")
    assert citing_sentence(library, book, CitedFrom(book.id, "n1", 5), "00ee") is None
    assert citing_sentence(library, book, CitedFrom(book.id, "gone", 0), "00ee") is None


def test_matches_say_where_they_stand(book: Document) -> None:
    (match,) = matches_data(book, "wears thin")["matches"]
    assert (match["index"], match["where"], match["words"]) == (0, "p. 65 (PDF p. 1)", "wears thin")
    assert matches_data(book, "endnote")["matches"][0]["where"] == "p. 67 (PDF p. 3), note 9"


def test_a_search_is_kept_as_the_words_of_its_address() -> None:
    search = search_of("q=consent+%26+force&in=notes&author=Karlsrud&author=Cunliffe")
    assert search_of(search_words(search)) == search
    assert search.filters.authors == ("Karlsrud", "Cunliffe")


def test_the_steps_of_a_search_say_among_how_many(shelved: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, *_ = hits = shelved.search("mission troops").hits
    reading = Reading(first.document.id, passage=first.passage.id, search="q=mission+troops")
    steps = trail(shelved, reading)
    assert steps is not None
    assert (steps.words, steps.previous) == (f"passage 1 of {len(hits)}", "")
    assert second.passage.id in unquote(steps.next)
    monkeypatch.setattr("ui.addresses.trail.FARTHEST", 1)
    assert trail(shelved, reading).words == "passage 1 of the first 1"
