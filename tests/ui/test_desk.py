"""States of the desk's pages, run by Streamlit itself without a browser."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from deskpages import desk_page

from ui.serving import shelf


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(shelf.LIBRARY_VARIABLE, str(tmp_path / "library"))
    shelf.library.cache_clear()
    yield tmp_path / "library"
    shelf.library.cache_clear()


def test_an_empty_library_says_how_to_fill_it(folder: Path) -> None:
    app = desk_page().run()
    assert not app.exception
    assert "This library is empty" in app.info[0].value


def test_a_library_that_cannot_be_opened_says_why(folder: Path) -> None:
    folder.write_text("a file where a folder should be")
    app = desk_page().run()
    assert not app.exception
    assert str(folder) in app.error[0].value


@pytest.mark.model
def test_a_question_that_nothing_answers(folder: Path) -> None:
    app = desk_page().run()
    app.text_input(key="question").set_value("anything").run()
    assert not app.exception
    assert "Nothing in this library answers that" in app.info[0].value
    assert app.query_params["q"] == "anything"


@pytest.mark.model
def test_a_search_says_what_limits_it(folder: Path) -> None:
    app = desk_page()
    app.query_params["q"], app.query_params["years"] = "anything", "2010-2020"
    app.run()
    assert not app.exception
    assert ":material/filter_alt: Only 2010–2020" in [caption.value for caption in app.caption]
    next(button for button in app.button if button.label == "Clear the filters").click().run()
    assert app.query_params["q"] == "anything"
    assert "years" not in app.query_params


@pytest.mark.model
def test_an_address_of_a_document_that_is_gone_says_so(folder: Path) -> None:
    app = desk_page()
    app.query_params["q"], app.query_params["doc"] = "anything", "0123456789abcdef"
    app.run()
    assert "0123456789abcdef" in app.warning[0].value


@pytest.mark.model
def test_an_address_with_filters_that_the_library_lacks_names_them(folder: Path) -> None:
    app = desk_page()
    app.query_params["q"], app.query_params["author"], app.query_params["lang"] = "anything", "Hunt", "fr"
    app.run()
    assert "Hunt, French, not in this library" in app.warning[0].value.replace("\\", "")


@pytest.mark.model
def test_nothing_found_without_filters_speaks_of_none(folder: Path) -> None:
    app = desk_page()
    app.query_params["q"] = "anything"
    app.run()
    assert "oosen" not in app.info[0].value
    app.query_params["by"] = "phrase"
    app.run()
    assert "Nor does anything without what limits the search" in app.info[0].value


def test_years_that_are_none_are_not_passed_over(folder: Path) -> None:
    app = desk_page().run()
    app.text_input(key="years").set_value("since 2010").run()
    assert any("Write years as" in caption.value for caption in app.caption)


@pytest.mark.parametrize("page", ["read_page.py", "clippings_page.py"])
def test_a_page_with_nothing_to_open_is_drawn(folder: Path, page: str) -> None:
    app = desk_page(page).run()
    assert not app.exception
    assert not app.selectbox


def test_a_library_that_cites_nothing_says_so(folder: Path) -> None:
    app = desk_page("sources_page.py").run()
    assert not app.exception
    assert "No note of this library cites a work yet" in app.info[0].value


def test_an_address_of_a_document_to_read_that_is_gone_says_so(folder: Path) -> None:
    app = desk_page("read_page.py")
    app.query_params["doc"] = "0123456789abcdef"
    app.run()
    assert not app.exception
    assert "0123456789abcdef" in app.warning[0].value


def test_an_address_of_a_work_that_nobody_cites_says_so(folder: Path) -> None:
    app = desk_page("sources_page.py")
    app.query_params["work"] = "S/RES/9999"
    app.run()
    assert not app.exception
    assert "no document here cites" in app.info[0].value


def test_the_style_and_the_order_of_an_address_are_followed(folder: Path) -> None:
    app = desk_page()
    app.query_params["style"], app.query_params["sort"] = "oscola", "date"
    app.run()
    assert not app.exception
    assert app.selectbox(key="style").value == "oscola"
    assert (app.query_params["style"], app.query_params["sort"]) == ("oscola", "date")


@pytest.mark.model
def test_what_is_dropped_is_not_known_by_a_folder_that_is_gone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dropped = io.BytesIO(b"Engineers built a bridge for the mission.")
    dropped.name = "bridge.md"
    described = io.BytesIO(b"@report{bridges2016, title={A Bridge Built}, file={bridge.md}}")
    described.name = "my.bib"
    monkeypatch.setattr("streamlit.file_uploader", lambda *_, **__: [dropped, described])
    monkeypatch.setattr("streamlit.form_submit_button", lambda *_, **__: True)
    app = desk_page("library_page.py").run()
    assert not app.exception
    assert app.success[0].value == "bridge\\.md\\: no notes"
    assert [(entry.file, entry.key) for entry in shelf.library().entries()] == [("bridge.md", "bridges2016")]


@pytest.mark.model
def test_filters_tell_what_they_would_keep_of_the_answers(folder: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl"
    texts.write_text(
        '{"id": "one", "title": "Bridges", "text": "Engineers built a bridge.", "csl": {"type": "report"}}\n'
        '{"id": "two", "title": "Wells", "text": "Engineers dug a well.", "csl": {"type": "book"}}\n'
    )
    shelf.library().add([texts])
    app = desk_page().run()
    assert app.multiselect(key="kinds").options == ["Book · 1", "Report · 1"]
    app.query_params["q"], app.query_params["by"] = "a bridge", "phrase"
    app.run()
    assert app.multiselect(key="kinds").options == ["Report · 1", "Book · 0"]
    app.multiselect(key="kinds").select("report").run()
    assert app.multiselect(key="kinds").value == ["report"]
    assert app.query_params["kind"] == "report"
