"""Correcting with the one form, as pages open it."""

from collections.abc import Callable
from typing import Any

import pytest
from deskpages import LONGEST
from streamlit.testing.v1 import AppTest

from index.kept.corrections import Cites
from index.kept.naming import work_named
from index.kept.spots import spot
from index.library import Library
from ingest.model import Document
from ui.cards.choices import cites
from ui.correcting.correctionwords import correction_words
from ui.correcting.faults import CitationFault, Fault, MarkerFault, PageFault, WorkFault, fault_json


@pytest.fixture
def asked(shelved: Library) -> Callable[[Fault], Any]:
    """The form for a fault, as a page's button opens it."""

    def opened(fault: Fault) -> Any:
        script = "import json; from ui.desk import mending; from ui.correcting.faults import fault_from\n"
        app = AppTest.from_string(
            f"{script}mending.form(fault_from(json.loads({fault_json(fault)!r})))", default_timeout=LONGEST
        )
        return app.run()

    return opened


def send(app: Any) -> Any:
    next(button for button in app.button if button.label in ("Correct it", "They are one work")).click().run()
    assert not app.exception
    return app


def box(app: Any, label: str) -> Any:
    return next(one for one in (*app.selectbox, *app.text_input, *app.radio) if one.label == label)


def first(shelved: Library) -> Document:
    return shelved.document(shelved.entries()[0].id)


def test_what_an_ibid_leads_to(shelved: Library) -> None:
    """What is typed into the box of works; AppTest cannot type there."""
    read = first(shelved)
    told = "Thierry Tardy, The Crisis of Consent (London: Hurst, 2014)."
    shelved.corrections.make(read.id, cites(shelved, read, spot(read.notes[1], 0, 15), told))
    assert first(shelved).citations[1].why == "by hand"
    assert "Crisis of Consent" in first(shelved).sources[-1].text


def test_words_that_cite_nothing(shelved: Library, asked: Callable[[Fault], Any]) -> None:
    app = asked(CitationFault(first(shelved).id, "n2", 0, 15))
    box(app, "It cites").set_value("none")
    send(app)
    assert first(shelved).citations[1].source is None


def test_words_of_a_work_of_their_own(shelved: Library, asked: Callable[[Fault], Any]) -> None:
    """The place was counted for the resolution that its words name: only the reader knows better."""
    app = asked(CitationFault(first(shelved).id, "n1", 4, 30))
    box(app, "It cites").set_value("own")
    send(app)
    assert first(shelved).sources[-1].key.startswith("by-hand:")


def test_nothing_chosen_is_said_and_kept_from_nothing(shelved: Library, asked: Callable[[Fault], Any]) -> None:
    app = send(asked(CitationFault(first(shelved).id, "n2", 0, 15)))
    assert "choose the work" in app.error[0].value
    assert shelved.corrections.all() == []


def test_what_a_marker_means(shelved: Library, asked: Callable[[Fault], Any]) -> None:
    read = first(shelved)
    block = next(block for block in read.blocks if block.markers)
    app = asked(MarkerFault(read.id, block.id, block.markers[0].offset, "1"))
    box(app, "It means").set_value("n2")
    send(app)
    assert [marker.note for block in first(shelved).blocks for marker in block.markers] == ["n2", "n2"]


def test_the_number_of_a_page(shelved: Library, asked: Callable[[Fault], Any]) -> None:
    app = asked(PageFault(first(shelved).id, 0))
    box(app, "The number printed on it").set_value("101")
    send(app)
    assert [page.label for page in first(shelved).pages] == ["101", "102"]


def test_a_number_that_does_not_count_on_is_not_kept(shelved: Library, asked: Callable[[Fault], Any]) -> None:
    app = asked(PageFault(first(shelved).id, 0))
    box(app, "The number printed on it").set_value("cover")
    assert "nothing was corrected" in send(app).error[0].value
    assert shelved.corrections.all() == []


def test_two_works_are_one_and_two_again(shelved: Library, asked: Callable[[Fault], Any]) -> None:
    told = work_named(shelved, first(shelved), "Thierry Tardy, The Crisis of Consent (London: Hurst, 2014).")
    shelved.corrections.make(first(shelved).id, Cites(spot(first(shelved).notes[1], 0, 15), told))
    before = {work.key: work.citing.certain for work in shelved.works().works}
    app = asked(WorkFault("S/RES/2100"))
    box(app, "Find the other work").set_value("tardy").run()
    box(app, "It is the same work as").set_value(told.key)
    send(app)
    assert [work.citing.certain for work in shelved.works().works] == [sum(before.values())]
    merger = shelved.corrections.all()[-1].correction
    assert (
        correction_words(merger)
        == "Tardy, The Crisis of Consent (2014) is the same work as S/RES/2100, Resolution 2100"
    )
    shelved.corrections.undo(merger.id)
    assert {work.key: work.citing.certain for work in shelved.works().works} == before
