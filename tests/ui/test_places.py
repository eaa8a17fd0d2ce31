"""Places that somebody asks to cite, against what is printed."""

import re
from dataclasses import replace

import pytest

from ingest.model import Block, Document, Locator, Note, Page, Span
from ingest.plain import read_text
from ui.cites.places import find_place
from ui.correcting.spotting import NotThere
from ui.errors import CitingError

SPAN = Span(0, 4, 0, (0.0, 0.0, 1.0, 1.0))


def page(index: int, label: str, source: str = "printed") -> Page:
    return Page(index, label, source, "layer", 595.0, 842.0)  # type: ignore[arg-type]


def note(number: int, label: str, on: int) -> Note:
    return Note(f"n{number}", label, "footnote", "Ibid.", (on,), (SPAN,), None)


def paragraph(number: str) -> Block:
    return Block(f"b{number}", "paragraph", "Text", (), number, (SPAN,))


DOCUMENT = Document(
    id="0" * 16,
    title="",
    csl={},
    language="en",
    note_style="footnotes",
    pages=(page(0, "xii"), page(1, "65"), page(2, "S-12"), page(3, "4", "index")),
    blocks=(paragraph("35"), paragraph("36")),
    notes=(note(1, "1", 0), note(2, "1", 1), note(3, "2", 1)),
)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, None),
        ({"page": "65"}, Locator("page", "65")),
        ({"page": "xii-65"}, Locator("page", "xii–65")),
        ({"page": "S-12"}, Locator("page", "S-12")),
        ({"page": "4"}, Locator("page", "PDF p. 4")),
        ({"paragraph": "35-36"}, Locator("paragraph", "35–36")),
        ({"chapter": "3"}, Locator("chapter", "3")),
        ({"note": "2"}, Locator("page", "65n2")),
        ({"note": "1", "page": "65"}, Locator("page", "65n1")),
    ],
)
def test_what_is_printed_can_be_cited(asked: dict[str, str], expected: Locator | None) -> None:
    assert find_place(DOCUMENT, **asked) == expected


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"page": "66"}, "there is no page 66 in this document; they are xii, 65, S-12, 4"),
        ({"page": "65-70"}, "there is no page 70"),
        ({"paragraph": "9"}, "they run from 35 to 36"),
        ({"page": "65-xii"}, "page 65 stands after page xii; write xii-65"),
        ({"paragraph": "36-35"}, "write 35-36"),
        ({"note": "9"}, "note 9 is not in this document"),
        ({"note": "2", "page": "xii"}, "note 2 is not in this document on p. xii"),
        ({"note": "1"}, "(pp. xii, 65): name its page"),
        ({"page": "65", "paragraph": "35"}, "cite one place"),
    ],
)
def test_what_is_not_printed_cannot(asked: dict[str, str], says: str) -> None:
    with pytest.raises((CitingError, NotThere), match=re.escape(says)):
        find_place(DOCUMENT, **asked)


def test_a_page_that_prints_its_number_comes_before_one_that_is_only_counted() -> None:
    title = replace(DOCUMENT.pages[0], label="65", label_source="index")
    assert find_place(replace(DOCUMENT, pages=(title, *DOCUMENT.pages[1:])), page="65") == Locator("page", "65")


def test_a_plain_text_has_sections_and_no_pages(tmp_path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("# Field notes\n\n## 2. Findings\n\nThe convoy never left the airport.\n", encoding="utf-8")
    [text] = read_text(path)
    with pytest.raises(CitingError, match="a plain text has no pages"):
        find_place(text, page="1")
    with pytest.raises(CitingError, match="no heading 'Results'"):
        find_place(text, section="Results")
    assert find_place(text, section="2. Findings") == Locator("section", "2. Findings")
    assert find_place(text, section="2") == Locator("section", "2")
