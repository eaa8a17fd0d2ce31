"""The search page as a reader uses it: headless Chromium, the real model, sample PDFs of the corpus."""

import re
import urllib.request
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote_plus

import pytest
from browsing import CORPUS, QUESTION, exported, picture, search, settled

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [pytest.mark.browser, pytest.mark.model]


def test_from_question_to_passage_to_note_to_page(page: sync_api.Page, desk: str, tmp_path: Path) -> None:
    question = "What did a stabilization mandate ask of the troops in northern Mali?"
    hit = search(page, desk, question).filter(has=page.locator(".leads.sure .link")).first
    marker = hit.locator(".marker").first
    assert marker.get_attribute("aria-expanded") == "false"
    note = page.locator(f'[id="{marker.get_attribute("data-note")}"]')
    assert not note.locator(".whole").is_visible()
    marker.click()
    assert note.locator(".whole").is_visible()
    assert marker.get_attribute("aria-expanded") == "true"

    resolved = hit.locator(".note").filter(has=page.locator(".leads.sure .link")).first
    if not resolved.locator(".whole").is_visible():
        resolved.locator(".brief").click()
    assert resolved.locator(".link").first.get_attribute("href").startswith(("https://", "http://"))

    page.get_by_role("textbox", name="Question").scroll_into_view_if_needed()
    picture(page, "desk", tmp_path)

    hit.get_by_role("button", name="Show the page").click()
    image = hit.locator(".pictures img").first
    image.scroll_into_view_if_needed()
    page.wait_for_function("image => image.naturalWidth > 500", arg=image.element_handle())
    hit.scroll_into_view_if_needed()


def test_an_ibid_says_of_what(page: sync_api.Page, desk: str) -> None:
    hits = search(page, desk, "Ibid")
    said = hits.locator(".leads.sure").filter(has_text="ibid.").first
    assert said.locator(".why").text_content().strip()
    assert said.locator(".work").text_content().strip()


def test_a_sentence_is_held_against_its_page_and_copied_with_it(page: sync_api.Page, desk: str) -> None:
    hit = search(page, desk).first
    hit.locator(".quote").first.press("Enter")
    panel = hit.locator(".picked")
    panel.locator(".checked").wait_for()
    assert panel.locator(".checked").text_content().startswith("Checked: these words stand on the page")
    assert panel.locator("img").count() == 0
    place = hit.locator(".quote").first.get_attribute("data-place")
    assert f"This sentence: {place}" in panel.text_content()
    panel.get_by_role("button", name="Copy quotation and citation").click()
    quotation = hit.locator(".quote").first.get_attribute("data-quote")
    page.wait_for_function(
        "async words => (await navigator.clipboard.readText()).startsWith(words)", arg=f"“{quotation}” "
    )
    copied = page.evaluate("navigator.clipboard.readText()")
    assert place.split()[-1] in copied.removeprefix(f"“{quotation}”")


def test_a_search_is_an_address(page: sync_api.Page, desk: str) -> None:
    search(page, desk)
    first = page.locator("article.hit").first.get_attribute("id")
    page.wait_for_function("location.search.includes('q=')")
    shared = page.url
    page.goto("about:blank")
    page.goto(shared)
    page.locator("article.hit").first.wait_for()
    assert page.locator("article.hit").first.get_attribute("id") == first

    page.goto(f"{desk}/?q={quote_plus(QUESTION)}&kind=report&sort=date")
    page.locator("article.hit").first.wait_for()
    page.get_by_role("radio", name="Words", exact=True).click()  # drawn anew before the filters were ever looked at
    page.wait_for_function("location.search.includes('by=words')")
    page.get_by_role("button", name="Filters and order").click()
    sync_api.expect(page.get_by_role("radio", name="Date")).to_be_checked()
    page.get_by_test_id("stMultiSelect").filter(has_text="Report").wait_for()

    page.goto(f"{desk}/?q={quote_plus(QUESTION)}&in=notes")
    page.locator("article.hit").first.wait_for()
    assert page.locator("article.hit").count() == page.locator("article.hit .badge", has_text="note").count()


def test_the_passages_are_taken_away_and_the_pdf_opens_at_the_page(page: sync_api.Page, desk: str) -> None:
    hit = search(page, desk).first
    assert exported(page, "Word").suggested_filename == f"Passages on {QUESTION.rstrip('?')}.docx"
    href = hit.get_by_role("link", name="Open the PDF here").get_attribute("href")
    path, _, fragment = href.partition("#")
    answer = page.request.get(desk + path)
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF")
    assert fragment.startswith("page=")


def test_a_passage_and_a_sentence_are_put_aside(page: sync_api.Page, desk: str) -> None:
    hit = search(page, desk).first
    hit.get_by_role("button", name="Put aside").click()
    page.get_by_text("Put aside in Clippings").first.wait_for()
    settled(page)
    hit.locator(".sentence").last.click()
    hit.locator(".picked").get_by_role("button", name="Put aside").click()
    sentence = hit.locator(".quote").last.get_attribute("data-quote")
    page.get_by_text(f"Put aside in Clippings: {sentence[:20]}").wait_for()
    assert hit.locator(".picked").is_visible(), "what the reader had opened stays open"


def test_dropped_files_are_added_and_a_broken_one_is_named(page: sync_api.Page, desk: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_text("no PDF at all")
    page.goto(f"{desk}/library")
    documents = page.get_by_text(re.compile(r"^\d+ documents$"))
    documents.wait_for()
    before = int(documents.text_content().split()[0])
    page.get_by_text("Add documents").click()
    page.locator("input[type=file]").set_input_files([broken, CORPUS / "symbols.pdf"])
    page.get_by_text("symbols.pdf").first.wait_for()
    page.get_by_role("button", name="Add to the library").click()
    page.get_by_text(f"{before + 1} documents").wait_for(timeout=120_000)
    assert (
        page.get_by_test_id("stAlert").filter(has_text="broken").text_content().endswith("broken.pdf: not a PDF file")
    )


def test_another_name_for_this_machine_is_refused(desk: str) -> None:
    request = urllib.request.Request(desk, headers={"Host": "rebound.example"})
    with pytest.raises(URLError):
        urllib.request.urlopen(request)
