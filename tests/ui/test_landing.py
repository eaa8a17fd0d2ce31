"""Where an address leads in a document, and what is said where the place is not there."""

from dataclasses import replace

import pytest
from factories import block, document, heading, note, paragraph

from ingest.model import Document, Page
from ui.addresses.read import Reading
from ui.cards.contents import contents
from ui.cards.landing import landing

LONG = "Consent wears thin where the mission takes sides in a war that it was sent to end. " * 3


@pytest.fixture
def article() -> Document:
    """Three pages, printed 65 to 67, with numbered paragraphs."""
    return document(
        [
            heading("Mandate"),
            paragraph("Authorizes the mission to act:", paragraph="16", page=1, id="p16"),
            block("(a) to protect civilians;", "list", page=1, id="p16a"),
            paragraph("Requests a report.", paragraph="17", page=1, id="p17"),
            heading("Findings", ["Mandate"], page=2),
            paragraph(LONG, id="long", pages=(1, 2)),
        ],
        [note("Ibid., 5", "3", page=2)],
        pages=3,
        first=65,
    )


def said(found: Document, reading: Reading) -> tuple[int, str]:
    land = landing(found, reading)
    return land.index, land.missing


@pytest.mark.parametrize(("label", "index"), [("66", 1), ("66–67", 1), ("66-67", 1), ("66, 67", 1), (" 67 ", 2)])
def test_a_printed_page_is_opened(article: Document, label: str, index: int) -> None:
    assert said(article, Reading(page=label)) == (index, "")


def test_a_page_that_is_not_printed_is_said_to_be_missing(article: Document) -> None:
    assert said(article, Reading(page="99")) == (0, "No page here bears the number 99: its pages run from 65 to 67.")


def test_a_count_of_the_file_is_never_taken_for_a_printed_page() -> None:
    pages = tuple(Page(index, str(index + 1), "index", "layer", 595.0, 842.0) for index in range(3))
    preprint = document([paragraph("One.")], pages=3)
    preprint = replace(preprint, pages=pages)
    assert "none is printed" in landing(preprint, Reading(page="2")).missing
    assert landing(preprint, Reading(pdf=2)).index == 1


def test_a_label_with_a_hyphen_is_no_range() -> None:
    pages = tuple(
        Page(index, label, "printed", "layer", 595.0, 842.0) for index, label in enumerate(("S", "S-12", "S-13"))
    )
    assert landing(replace(document([], pages=3), pages=pages), Reading(page="s-12")).index == 1


def test_labels_that_repeat_are_said_to(article: Document) -> None:
    twice = replace(article, pages=tuple(replace(page, label="1") for page in article.pages))
    land = landing(twice, Reading(page="1"))
    assert (land.index, land.several) == (0, "3 pages here bear the number 1; this is the first.")


def test_a_paragraph_is_marked_with_what_continues_it(article: Document) -> None:
    land = landing(article, Reading(paragraph="16"))
    assert (land.index, len(land.marks[1])) == (1, 2)
    assert landing(article, Reading(paragraph="16–17")).index == 1
    assert said(article, Reading(paragraph="98")) == (0, "No paragraph here is numbered 98.")


def test_a_note_is_marked(article: Document) -> None:
    land = landing(article, Reading(note="n3"))
    assert (land.index, list(land.marks)) == (2, [2])
    assert landing(article, Reading(note="n99")).missing


def test_a_passage_is_marked_on_each_of_its_pages(article: Document) -> None:
    places = {1: ((0, 0, 9, 9),), 2: ((0, 0, 9, 9), (0, 9, 9, 18))}
    land = landing(article, Reading(passage="x"), places)
    assert (land.index, {index: len(boxes) for index, boxes in land.marks.items()}) == (1, {1: 1, 2: 2})
    assert "not in the library any more" in landing(article, Reading(passage="x")).missing


@pytest.mark.parametrize(("pdf", "missing"), [(0, True), (3, False), (4, True)])
def test_pages_of_the_file_are_counted_from_one(article: Document, pdf: int, *, missing: bool) -> None:
    assert bool(landing(article, Reading(pdf=pdf)).missing) is missing


def test_contents_are_the_headings_with_their_pages(article: Document) -> None:
    assert [(one.text, one.level, one.label) for one in contents(article)] == [
        ("Mandate", 0, "65"),
        ("Findings", 1, "67"),
    ]
