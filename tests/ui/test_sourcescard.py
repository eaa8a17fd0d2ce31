"""The Sources page: the list, the picture of who cites what, one work with its places, and all of it escaped."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from factories import document
from lxml import html

from index.citations import Cited, CitedWork, Citing, CitingPlace
from index.kept.corrections import Cites, Correction, SameWork
from index.kept.hands import Hands
from index.kept.spots import Spot
from index.model import Entry, ReadingState
from ingest.model import Link, Locator
from ui.addresses.sources import Asked, asked_from, sources_href, sources_parameters
from ui.cards.sourcescard import ByHand, picture_html, work_html, works_html
from ui.cards.whocites import MOST_DOCUMENTS, MOST_WORKS, pictured, who_cites
from ui.correcting.faults import CitationFault, WorkFault, fault_from
from ui.wording import place_words

NASTY = "<script>alert(1)</script><b onclick=alert(1)>**x**</b>"


def entry(name: str) -> Entry:
    csl = {"type": "report", "title": name, "author": [{"family": name}], "issued": {"date-parts": [[2019]]}}
    state = ReadingState(3, 3, 0, 0, 0, "notes 3 of 3")
    return Entry(f"id-{name}", name, name, csl, "en", 9, 3, "/tmp/a.pdf", "2026-01-01T00:00:00Z", state, False)


def work(name: str, **changes: object) -> CitedWork:
    csl = {"type": "book", "title": name, "author": [{"family": "Karlsrud"}], "issued": {"date-parts": [[2015]]}}
    whole = CitedWork(name, csl, f"Karlsrud, {name}", (), 1, Citing(2, 1, 0), None)
    return replace(whole, **changes)  # type: ignore[arg-type]


def place(document: str, **changes: object) -> CitingPlace:
    whole = CitingPlace(
        document=entry(document),
        note="12",
        page="67",
        index=2,
        signal="but see",
        form="ibid",
        text="Ibid., 5",
        locator=Locator("page", "5"),
        through=("11",),
        why="Ibid. of note 11.",
        passage="p1",
        sentence="Consent wears thin.",
        home="n12",
        start=0,
        end=8,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def open_work(cited: Cited) -> html.HtmlElement:
    return html.fromstring(work_html(cited, Asked("k", "war")))


def test_an_address_leads_back_to_what_was_asked() -> None:
    asked = Asked("doi 10/x", "Karlsrud & co", "00ff")
    assert asked_from({name: [value] for name, value in sources_parameters(asked).items()}) == asked
    assert sources_href(Asked()) == "/sources"


def test_a_work_is_listed_with_who_cites_it_and_whether_it_is_here() -> None:
    works = [work("The UN at War", entry=entry("Karlsrud")), work("Peaceland")]
    page = html.fromstring(f"<main>{works_html(works, Asked(query='war'))}</main>")
    first, second = page.find_class("cited-work")
    assert first.cssselect(".title")[0].get("href") == "/sources?work=The+UN+at+War&q=war"
    assert "1 document 2 certain, 1 possible" in " ".join(first.text_content().split())
    assert first.find_class("in")[0].get("href") == "/read?doc=id-Karlsrud"
    assert not second.find_class("in")


def test_the_places_of_a_work_are_told_with_signal_note_and_page() -> None:
    page = open_work(Cited(work("Peaceland"), (place("Dulac"),), (place("Adler", why="Note 3 cites two."),), ()))
    (sure,) = page.cssselect("[aria-labelledby=certain] .citing")
    said = " ".join(sure.text_content().split())
    for words in (
        "Dulac, 2019",
        "p. 67, note 12",
        "but see",
        "ibid.",
        "cites p. 5",
        "Consent wears thin.",
        "Ibid. of note 11.",
    ):
        assert words in said
    assert sure.cssselect("a")[0].get("href") == "/read?doc=id-Dulac&passage=p1"
    (possible,) = page.cssselect(".possible .citing")
    assert "Adler" in possible.text_content()
    assert "It is not in this library" in page.text_content()
    assert page.find_class("lookups"), "it has no address: searches are offered"


def test_documents_that_could_not_be_read_are_named() -> None:
    page = open_work(Cited(work("Peaceland"), (), (), (entry("Scan"),)))
    assert "1 document whose notes could not be read" in page.text_content()
    assert "No note surely cites it" in page.text_content()


@pytest.mark.parametrize(
    ("changes", "words"),
    [({}, "p. 67, note 12"), ({"note": None}, "p. 67"), ({"page": "", "note": None}, "PDF p. 3")],
)
def test_a_place_is_called_by_what_is_printed(changes: dict[str, object], words: str) -> None:
    assert place_words(place("Dulac", **changes)) == words


def test_a_place_without_a_passage_opens_its_page() -> None:
    page = open_work(Cited(work("Peaceland"), (place("Dulac", passage=None),), (), ()))
    assert page.cssselect(".citing a")[0].get("href") == "/read?doc=id-Dulac&pdf=3"


def test_no_word_of_a_document_becomes_markup() -> None:
    nasty = work(NASTY, text=NASTY, links=(Link("url", "javascript:alert(1)"),))
    cited = Cited(nasty, (place(NASTY, text=NASTY, sentence=NASTY, why=NASTY, signal=NASTY),), (), (entry(NASTY),))
    listed, pictured = works_html([nasty], Asked()), picture_html(who_cites([cited]), Asked())
    for page in (open_work(cited), *(html.fromstring(f"<main>{data}</main>") for data in (listed, pictured))):
        assert not page.cssselect("script, b, [onclick]")
        assert not [link for link in page.cssselect("a") if link.get("href").startswith("javascript")]


def test_the_picture_counts_sure_citations_alone_and_is_a_table_too() -> None:
    war = Cited(work("War"), (place("Dulac"), place("Dulac"), place("Adler")), (place("Brandt"),), ())
    land = Cited(work("Land"), (place("Dulac"),), (), ())
    picture = who_cites([war, land])
    assert picture.documents == ("Dulac, 2019", "Adler, 2019")
    assert [picture.notes(row, column) for row in (0, 1) for column in (0, 1)] == [2, 1, 1, 0]
    assert picture.dots[0].words == "Karlsrud, War (2015): cited twice by Dulac, 2019"
    page = html.fromstring(f"<main>{picture_html(picture, Asked())}</main>")
    assert len(page.cssselect("svg circle")) == 3
    assert [cell.text_content() for cell in page.cssselect("tbody tr")[0].cssselect("td")] == ["2", "1"]


def test_un_documents_go_by_their_symbols_in_the_picture() -> None:
    report = entry("United Nations")
    report = replace(report, csl={**report.csl, "number": "S/2025/153"})
    assert who_cites([Cited(work("War"), (replace(place("x"), document=report),), (), ())]).documents == ("S/2025/153",)


def test_the_picture_stays_readable() -> None:
    works = [work(f"W{n}", documents=n) for n in range(30)]
    assert pictured(works) == works[: -MOST_WORKS - 1 : -1]
    assert (
        len(who_cites([Cited(works[0], tuple(place(f"D{m}") for m in range(40)), (), ())]).documents) == MOST_DOCUMENTS
    )
    assert not html.fromstring(picture_html(who_cites([]), Asked())).find_class("dot")


def test_what_is_by_hand_says_when_and_is_undone_there() -> None:
    at = Spot("note", 2, "12", "", "Ibid., 5", "")
    noon = datetime(2026, 11, 22, 12).astimezone(UTC).isoformat()
    merger = Correction("m1", None, noon, SameWork("k", "other", "UN at War", NASTY))
    away = Correction("c1", "00ff", noon, Cites(at, None, was="k"))
    led = place("Alpha", why="by hand")
    hands = {led.document.id: Hands(document([]), [])}
    made = ByHand([merger], [("Alpha, 2019", away)], hands)
    page = html.fromstring(work_html(Cited(work("k"), (led,), (), ()), Asked("k"), made))
    assert [button.get("data-undo") for button in page.cssselect("button.undo")] == ["m1", "c1"]
    assert NASTY in page.cssselect(".merged")[0].text_content()
    assert "Taken away: Alpha, 2019, note 12: “Ibid., 5” cites no work" in page.cssselect(".merged")[0].text_content()
    assert "by hand, 22 November 2026" in page.cssselect(".merged")[0].text_content()
    faults = [fault_from(json.loads(button.get("data-fault"))) for button in page.cssselect("button.correct")]
    assert faults == [WorkFault("k"), CitationFault(led.document.id, "n12", 0, 8)]
