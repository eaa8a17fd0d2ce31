"""States of the Clippings page, run by Streamlit itself without a browser."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from deskpages import desk_page
from lxml import html
from streamlit.testing.v1 import AppTest

from index.library import Library
from ui.cards.clippinglist import clipping_html, views
from ui.serving import shelf

HOSTILE = r"""# Notes

## Findings

It \*failed\* \<b>twice\</b> \[x](javascript:1) $y$ :red\[z]. Nobody asked the population.
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A desk's library with a text in it, and two clippings of it."""
    monkeypatch.setenv(shelf.LIBRARY_VARIABLE, str(tmp_path / "library"))
    shelf.library.cache_clear()
    (tmp_path / "notes.md").write_text(HOSTILE, encoding="utf-8")
    opened = shelf.library()
    opened.add([tmp_path / "notes.md"])
    hit = opened.search("population", mode="words").hits[0]
    for start, end in [(sentence.start, sentence.end) for sentence in hit.sentences]:
        opened.clippings.add(hit, name="Chapter 2", start=start, end=end)
    yield opened
    shelf.library.cache_clear()


def page() -> AppTest:
    app = desk_page().run()
    return app.switch_page("clippings_page.py").run()


def words(library: Library) -> list[str]:
    return [clipping.words[:6] for clipping in library.clippings.all("Chapter 2")]


def test_words_are_shown_as_text(library: Library) -> None:
    assert not page().exception
    first, *_ = views(library, library.clippings.all("Chapter 2"), "apa")
    shown = html.fromstring(clipping_html(first))
    words = shown.find_class("passage")[0].text_content()
    assert words == first.clipping.words
    assert "<b>twice</b>" in words
    assert not shown.cssselect("b")


def test_order_by_hand(library: Library) -> None:
    app = page()
    first, second = (clipping.id for clipping in library.clippings.all("Chapter 2"))
    assert app.button(key=f"up-{first}").disabled
    app.button(key=f"up-{second}").click().run()
    assert [clipping.id for clipping in library.clippings.all("Chapter 2")] == [second, first]
    assert app.button(key=f"down-{first}").disabled


def test_remark_filed_and_taken_out(library: Library) -> None:
    app = page()
    first, second = (clipping.id for clipping in library.clippings.all("Chapter 2"))
    app.text_area(key=f"remark-{first}").set_value("Against Hunt.").run()
    assert library.clippings.get(first).remark == "Against Hunt."
    app.button(key=f"drop-{second}").click().run()
    assert [clipping.id for clipping in library.clippings.all()] == [first]
    app.text_input(key="rename").set_value("Chapter 3").run()
    assert not app.exception
    assert library.clippings.lists() == {"Chapter 3": 1}


def test_a_clipping_whose_document_is_gone_says_so(library: Library) -> None:
    library.remove(library.entries()[0].id)
    assert not page().exception
    first, *_ = views(library, library.clippings.all("Chapter 2"), "apa")
    shown = html.fromstring(clipping_html(first))
    assert "not in this library any more" in shown.find_class("moved")[0].text_content()
    assert shown.find_class("reference")[0].text_content(), "it can be cited all the same"
    assert not shown.cssselect("a"), "nor read"


def test_a_text_without_pages_cannot_be_compared(library: Library) -> None:
    app = page()
    first = library.clippings.all()[0].id
    app.button(key=f"check-{first}").click().run()
    assert not app.exception
    assert "A text without pages" in app.warning[0].value


def test_the_list_as_a_file(library: Library) -> None:
    from ui.export import export, selection

    content = export(selection.of_clippings(library, library.clippings.all("Chapter 2"), "Chapter 2"), "csv")
    lines = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [line["passage"] for line in lines] == [one.words for one in library.clippings.all("Chapter 2")]
    assert {line["list"] for line in lines} == {"Chapter 2"}


def test_what_is_shown(library: Library) -> None:
    [first, _] = views(library, library.clippings.all("Chapter 2"), "apa")
    assert first.place == "under “Findings”"
    assert first.citation.endswith("under “Findings”)")
    assert first.href.startswith("/read?doc=")
