"""The Check page as Streamlit runs it, over one article of two pages."""

import re
from typing import Any

import pytest
from deskpages import desk_page
from lxml import html

from index.library import Library
from ui.desk import parts

DRAFT = r"""Karlsrud says “The mission was to protect the civilians.” and “Troops came from Chad.”

He never wrote “nobody has written such a \<b>sentence\</b>”, nor of “robust peace”.
"""


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the page's component was given, as HTML."""
    told: list[Any] = []
    monkeypatch.setattr(parts, "mount", lambda _component, _key, data: told.append(html.fromstring(data["html"])))
    return told


def page(name: str, draft: str) -> Any:
    app = desk_page("check_page.py").run()
    app.file_uploader[0].upload(name, draft.encode()).run()
    assert not app.exception
    return app


def test_what_is_to_be_looked_at_stands_first(shelved: Library, drawn: list[Any]) -> None:
    app = page("draft.md", DRAFT)
    [told] = [one.value for one in app.markdown if "draft" in one.value and "quotations" in one.value]
    assert told == r"**draft\.md** · 4 quotations\: 1 as printed\, 1 differs\, 1 not found\, 1 too short to look up"
    sections = {one.get("aria-label"): one for one in drawn[-1].iter("section")}
    assert [len(one.cssselect(".quoted")) for one in sections.values()] == [2, 1, 1]
    wrong = sections["To look at"]
    assert [one.text for one in wrong.iter("del")] == ["the"]
    assert "<b>sentence</b>" in wrong.text_content(), "a draft's words are text"
    assert not wrong.cssselect("b")
    [right] = sections["As printed"].cssselect("a")
    assert re.fullmatch(r"/read\?doc=\w+&page=6[56]&passage=\w+-body-\d+", right.get("href"))


def test_it_is_there_again_for_who_comes_back_and_looked_up_once(
    shelved: Library, drawn: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = page("draft.md", DRAFT)
    monkeypatch.setattr("ui.drafts.checking.check", None)
    app.run()
    assert not app.exception
    assert len(drawn) == 2


def test_a_file_that_is_no_draft_is_named_as_it_was_dropped(shelved: Library, drawn: list[Any]) -> None:
    app = page("my draft.docx", "no Word at all")
    assert app.error[0].value.startswith("my draft\\.docx\\: damaged")
    assert drawn == []
