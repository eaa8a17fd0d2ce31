"""The Library page as Streamlit runs it, over a library of plain texts."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from deskpages import desk_page
from shelves import WordEmbedder

from index.library import Library
from ui.serving import shelf

TEXTS: list[tuple[str, str, str, dict[str, Any], dict[str, Any]]] = [
    (
        "war",
        "The UN at War",
        "MINUSMA was there. Consent wears thin.",
        {"type": "article-journal", "author": [{"family": "Karlsrud", "given": "John"}]},
        {"date-parts": [[2015]]},
    ),
    (
        "work",
        "Does <b>Peacekeeping</b> Work?",
        "It does.",
        {"type": "book", "author": [{"family": "Fortna"}]},
        {"date-parts": [[2008]]},
    ),
]


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """Two documents, the first tagged."""
    path = tmp_path / "texts.jsonl"
    lines = [
        {"id": name, "title": title, "text": f"{title}. {said}", "csl": {**csl, "title": title, "issued": year}}
        for name, title, said, csl, year in TEXTS
    ]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    with Library.open(tmp_path / "library", create=True, embedder=WordEmbedder()) as opened:
        opened.add([path])
        opened.shelves.put("war", tags=["mali"], collections=["Thesis"])
        monkeypatch.setattr(shelf, "library", lambda: opened)
        yield opened


def page(**parameters: str) -> Any:
    app = desk_page()
    for name, value in parameters.items():
        app.query_params[name] = value
    app.run()
    app.switch_page("library_page.py").run()
    assert not app.exception
    return app


def box(boxes: Any, label: str) -> Any:
    """The box of this label, whatever its value was read in."""
    return next(one for one in boxes if one.label.split(" · ")[0] == label)


def titles(app: Any) -> list[str]:
    return list(app.dataframe[0].value["Title"])


def test_all_documents_with_their_data(library: Library) -> None:
    app = page()
    assert titles(app) == [title for _, title, *_ in TEXTS]
    assert [group.label for group in app.get("button_group")] == ["Missions", "Kinds", "Years", "Tags", "Collections"]


def test_documents_of_a_mission(library: Library) -> None:
    app = page()
    app.get("button_group")[0].set_value(["MINUSMA"]).run()
    assert titles(app) == ["The UN at War"]


@pytest.mark.parametrize(("words", "found"), [("karlsrud", 1), ("2008", 1), ("peacekeeping work", 1), ("nobody", 0)])
def test_a_document_is_found_by_what_one_knows_of_it(library: Library, words: str, found: int) -> None:
    app = page()
    app.text_input(key="find").set_value(words).run()
    assert (len(titles(app)) if app.dataframe else 0) == found


def test_data_are_changed_by_hand_and_back(library: Library) -> None:
    app = page(doc="war")
    box(app.text_area, "Title and subtitle").set_value("The UN in the War")
    box(app.text_area, "Authors").set_value("Karlsrud, John\nUnited Nations")
    next(button for button in app.button if button.label == "Save what I changed").click().run()
    assert not app.exception
    entry = library.entry("war")
    assert entry.title == "The UN in the War"
    assert entry.csl["author"] == [{"family": "Karlsrud", "given": "John"}, {"literal": "United Nations"}]
    assert len(library.corrections.all("war")) == 2
    next(button for button in app.button if button.label == "Undo").click().run()
    assert library.entry("war").title == "The UN at War"
    assert box(app.text_area, "Title and subtitle").value == "The UN at War"


def test_what_csl_cannot_hold_is_said_and_changes_nothing(library: Library) -> None:
    app = page(doc="war")
    box(app.text_input, "Published").set_value("some day")
    next(button for button in app.button if button.label == "Save what I changed").click().run()
    assert "2015" in app.error[0].value
    assert library.corrections.all() == []


def test_tags_are_given_and_taken(library: Library) -> None:
    app = page(doc="war")
    box(app.multiselect, "Tags").set_value([]).run()
    assert library.shelves.of("war").tags == ()
    assert library.shelves.of("war").collections == ("Thesis",)


def test_removed_restored_and_let_go(library: Library) -> None:
    app = page(doc="work")
    app.button(key="remove-work").click().run()
    assert not app.exception
    assert titles(app) == ["The UN at War"]
    app.button(key="restore-work").click().run()
    assert titles(app) == ["The UN at War", "Does <b>Peacekeeping</b> Work?"]
    library.remove("work")
    app.run()
    next(button for button in app.button if button.label == "Let them go").click().run()
    assert library.trash.all() == []


def test_what_stands_in_a_document_is_no_markup(library: Library) -> None:
    app = page(doc="work")
    assert app.subheader[0].value == "Does \\<b\\>Peacekeeping\\<\\/b\\> Work\\?"
