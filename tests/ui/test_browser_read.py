"""The Read page as a reader uses it: from a hit, from a note's link, by keyboard."""

from urllib.parse import quote_plus

import pytest
from browsing import search

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [pytest.mark.browser, pytest.mark.model]

CITING = "Whoever is seen with the army is taken for the army."


def reader(page: sync_api.Page) -> sync_api.Locator:
    """The open reader, with its first page drawn and its notes beside it."""
    opened = page.locator(".reader")
    opened.locator(".part .page-text").wait_for()
    page.wait_for_function("image => image.naturalWidth > 500", arg=opened.locator(".paper img").element_handle())
    return opened


def printed(page: sync_api.Page) -> str:
    return page.get_by_role("textbox", name="Page").input_value()


def cited_work(page: sync_api.Page, desk: str) -> sync_api.Locator:
    """The cited article, opened from the note that cites it."""
    hit = search(page, desk, CITING).first
    hit.locator(".brief").first.click()
    hit.get_by_role("link", name="In this library").first.click()
    page.locator(".cited-by").wait_for()
    return reader(page)


def test_a_hit_is_read_on_its_page_and_the_next_hit_after_it(page: sync_api.Page, desk: str) -> None:
    hit = search(page, desk).filter(has=page.locator(".marker")).first
    place = hit.locator(".place").text_content().split()[-1].split("–")[0]
    hit.get_by_role("link", name="Read here").click()
    opened = reader(page)
    assert printed(page) == place
    assert opened.locator(".marks .passage").count() > 1
    assert opened.locator(".part .note").count() > 0

    opened.get_by_role("link", name="Next passage").click()
    page.get_by_text("passage 2 of").or_(page.get_by_text("passage 3 of")).first.wait_for()
    opened.get_by_role("link", name="Back to the search").click()
    page.locator("article.hit").first.wait_for()


def test_a_note_opens_the_cited_work_at_the_cited_page_beside_the_sentence(page: sync_api.Page, desk: str) -> None:
    opened = cited_work(page, desk)
    assert opened.get_by_role("heading", name="Consent by Other Means").first.is_visible()
    assert printed(page) == "66"
    beside = opened.locator(".cited-by")
    assert CITING in beside.text_content()
    assert "p. 201 (PDF p. 1), note 1" in beside.text_content()
    assert "It cites p. 66" in beside.text_content()
    beside.get_by_role("link", name="Back to the citing sentence").click()
    page.get_by_role("heading", name="Borrowed Enemies").first.wait_for()
    assert printed(page) == "201"


def test_the_browser_goes_back_to_the_search_it_came_from(page: sync_api.Page, desk: str) -> None:
    cited_work(page, desk)
    page.go_back()
    page.locator("article.hit").first.wait_for()
    assert page.get_by_role("textbox", name="Question").input_value() == CITING


def test_a_cited_page_that_is_not_there_is_said_to_be_missing(page: sync_api.Page, desk: str) -> None:
    target = cited_work(page, desk).page.url.split("doc=")[1].split("&")[0]
    page.goto(f"{desk}/read?doc={target}&page=99")
    reader(page)
    assert "No page here bears the number 99: its pages run from 65 to 66" in page.locator(".notice").text_content()


def test_pages_are_turned_by_keyboard_and_by_their_printed_number(page: sync_api.Page, desk: str) -> None:
    search(page, desk).first.get_by_role("link", name="Read here").click()
    opened = reader(page)
    page.keyboard.press("Home")
    first = printed(page)
    page.keyboard.press("ArrowRight")
    second = printed(page)
    assert second != first
    page.keyboard.press("PageUp")
    assert printed(page) == first
    jump = page.get_by_role("textbox", name="Page")
    jump.fill(second)
    jump.press("Enter")
    page.wait_for_function("location.search.includes('pdf=2')")
    jump.fill("9999")
    jump.press("Enter")
    assert "bears the number 9999" in opened.locator(".notice").text_content()
    opened.locator(".contents .turn").last.click()
    assert printed(page) not in (first, "9999")


def test_words_are_found_in_text_and_notes(page: sync_api.Page, desk: str) -> None:
    cited_work(page, desk)
    box = page.get_by_role("searchbox", name="Find in this document")
    box.fill("third world")
    box.press("Enter")
    notice = page.locator(".notice")
    notice.filter(has_text="1 of 1 ·").wait_for()
    assert "note 1" in notice.text_content()
    assert printed(page) == "65"
    assert page.locator(".marks .match").count() == 1
    box.fill("karlsrud")
    box.press("Enter")
    notice.filter(has_text="1 of 2 ·").wait_for()
    page.get_by_role("button", name="Next match").click()
    notice.filter(has_text="2 of 2 ·").wait_for()
    assert printed(page) == "66"


def test_what_a_note_cites_is_corrected_beside_it_by_keyboard_and_taken_back(page: sync_api.Page, desk: str) -> None:
    opened = cited_work(page, desk)
    note = opened.locator(".part .note").first
    note.locator(".brief").press("Enter")
    note.get_by_role("button", name="Correct what").press("Enter")
    form = page.get_by_role("dialog")
    box = form.get_by_role("combobox")
    box.fill("Thierry Tardy, The Crisis of Consent (London: Hurst, 2014)")
    page.get_by_role("option", name="Tardy").first.wait_for()
    box.press("Enter")
    form.get_by_role("button", name="Correct it").press("Enter")
    page.get_by_role("status").filter(has_text="Corrected by hand: note 4").wait_for()
    opened.locator(".part .work", has_text="The Crisis of Consent").wait_for()
    assert printed(page) == "66", "the page stays"
    assert "by hand, " in note.locator(".mend").first.text_content()
    note.get_by_role("button", name="Undo").press("Enter")
    page.get_by_role("status").filter(has_text="Undone: note 4").wait_for()
    opened.locator(".part .work", has_text="The UN at War").wait_for()
    assert note.get_by_role("button", name="Undo").count() == 0


def test_a_mark_of_the_page_opens_its_note(page: sync_api.Page, desk: str) -> None:
    opened = cited_work(page, desk)
    opened.locator(".spot").first.click()
    assert opened.locator(".part .note.is-open .label").text_content() == "4"
    assert opened.locator(".marks .noted").count() > 0


def test_a_document_is_gone_on_with_where_it_was_left(page: sync_api.Page, desk: str) -> None:
    cited_work(page, desk)
    with page.expect_response("**/reading/*/0"):  # by which the desk knows where the reader is
        page.keyboard.press("ArrowLeft")
    page.goto(f"{desk}/read")
    page.get_by_role("link", name="Consent by Other Means").first.click()
    reader(page)
    assert printed(page) == "65"


def test_a_document_of_markup_shows_it_as_text(page: sync_api.Page, desk: str) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    hit = search(page, desk, "The mission failed in ways and home too").filter(has_text="<img src=x").first
    assert "{{ 7 * 7 }}" in hit.text_content()
    hit.get_by_role("link", name="Read here").click()
    opened = reader(page)
    opened.locator(".part .brief").first.click()
    opened.locator(".page-text summary").click()
    assert "<script>" in opened.locator(".part .words").first.text_content()
    assert "<img src=x" in opened.locator(".page-text").text_content()
    assert opened.locator("script, .part img").count() == 0
    page.goto(f"{desk}/read?q={quote_plus('<script>')}")
    page.get_by_role("combobox").first.wait_for()
    assert page.title() != "stolen"
    assert dialogs == []
