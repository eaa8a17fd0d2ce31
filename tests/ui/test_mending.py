"""Correcting a document on the Library page."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from shelves import WordEmbedder, article

import ingest.child
from index.library import Library
from ui import shelf

AppTest = pytest.importorskip("streamlit.testing.v1").AppTest
APP = Path(shelf.__file__).parent / "desk" / "app.py"
TEXT = "Karlsrud on the war in Mali\nThe mission was to protect civilians.\nTroops came from Chad."


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """One article of two pages with two notes, the second an Ibid."""
    monkeypatch.setattr(ingest.child, "read", lambda path: article(Path(path)))
    path = tmp_path / "mali.pdf"
    path.write_text(TEXT)
    with Library.open(tmp_path / "library", create=True, embedder=WordEmbedder()) as opened:
        opened.add([path])
        monkeypatch.setattr(shelf, "library", lambda: opened)
        yield opened


@pytest.fixture
def open_form(library: Library) -> Callable[[str], Any]:
    """The page with the form for one kind of correction."""

    def opened(what: str) -> Any:
        app = AppTest.from_file(APP)
        app.query_params["doc"] = library.entries()[0].id
        app.run(timeout=30)
        app.switch_page("library_page.py").run(timeout=30)
        group = next(one for one in app.get("button_group") if one.label == "What is wrong")
        group.set_value(what).run(timeout=30)
        assert not app.exception
        return app

    return opened


def send(app: Any) -> Any:
    next(button for button in app.button if button.label == "Correct it").click().run(timeout=30)
    assert not app.exception
    return app


def test_what_an_ibid_leads_to(library: Library, open_form: Callable[[str], Any]) -> None:
    name = library.entries()[0].id
    app = open_form("What a note cites")
    app.text_input(key="mark-Note").set_value("2")
    app.text_input(key=f"work-{name}").set_value("Thierry Tardy, The Crisis of Consent (London: Hurst, 2014).")
    send(app)
    assert library.document(name).citations[1].why == "by hand"
    assert "Crisis of Consent" in library.document(name).sources[-1].text


def test_what_a_marker_means(library: Library, open_form: Callable[[str], Any]) -> None:
    name = library.entries()[0].id
    app = open_form("What a marker means")
    app.text_input(key="mark-Marker").set_value("1")
    app.text_input(key=f"means-{name}").set_value("2")
    send(app)
    assert [marker.note for block in library.document(name).blocks for marker in block.markers] == ["n2", "n2"]


def test_the_number_of_a_page(library: Library, open_form: Callable[[str], Any]) -> None:
    name = library.entries()[0].id
    app = open_form("A page’s number")
    app.text_input(key=f"label-{name}").set_value("101")
    send(app)
    assert [page.label for page in library.document(name).pages] == ["101", "102"]


def test_what_is_not_there_is_said(library: Library, open_form: Callable[[str], Any]) -> None:
    app = open_form("What a note cites")
    app.text_input(key="mark-Note").set_value("9")
    send(app)
    assert "note 9 is not in this document" in app.error[0].value
    assert library.corrections.all() == []
