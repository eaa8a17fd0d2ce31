"""The whole way from a question to a Word file, and README's way through the samples that cite one another."""

import zipfile
from pathlib import Path

import pytest
from browsing import exported, search, settled

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [pytest.mark.browser, pytest.mark.model]

QUESTION = "Whoever is seen with the army is taken for the army."
WORK = "The UN at War"


def test_from_question_to_word_file(page: sync_api.Page, desk: str, tmp_path: Path) -> None:
    hit = search(page, desk, QUESTION).first
    hit.get_by_role("button", name="Note 3").click()
    assert WORK in hit.locator(".note.is-open").text_content()
    hit.get_by_role("link", name="Read here").click()
    page.locator(".reader .part .note").first.wait_for()

    page.get_by_role("link", name="Sources").click()
    page.locator(".cited-work").first.wait_for()
    box = page.get_by_role("textbox", name="Find a cited work")
    box.fill("karlsrud war")
    box.press("Enter")
    cited = page.locator(".cited-work", has_text=WORK)
    page.wait_for_function("location.search.includes('karlsrud')")
    settled(page)  # the address comes before the list
    cited.first.locator(".title").click()
    places = page.locator("[aria-labelledby=certain] .citing")
    places.first.wait_for()
    assert places.filter(has_text="Borrowed Enemies").or_(places.filter(has_text="Oduya")).count() == 1
    other = places.filter(has_text="Ravn").filter(has_text="ibid.")
    assert "p. 65, note 2" in other.text_content()
    other.get_by_role("link").click()

    page.locator(".panel.found").wait_for()
    assert page.get_by_role("heading", name="Consent by Other Means").first.is_visible()
    page.locator(".panel.found").get_by_role("button", name="Put aside").click()
    page.get_by_text("Put aside in Clippings").wait_for()

    page.get_by_role("link", name="Clippings").click()
    page.get_by_text("lose the trust of those").first.wait_for()
    exported(page, "Word").save_as(tmp_path / "clippings.docx")
    with zipfile.ZipFile(tmp_path / "clippings.docx") as word:
        assert "lose the trust of those" in word.read("word/document.xml").decode()
        assert "Consent by Other Means" in word.read("word/footnotes.xml").decode()


def test_the_samples_open_the_samples_that_they_cite(page: sync_api.Page, desk: str) -> None:
    """As README tells it: a note that says Ibid. opens an article at the page, another one a resolution's paragraph."""
    hit = search(page, desk, "Does fighting beside a government make its enemies yours?")
    reply = hit.filter(has_text="The Price of Company").first
    reply.get_by_role("button", name="Note 2").click()
    ibid = reply.locator(".note.is-open")
    assert "Ibid., 75" in ibid.text_content()
    ibid.get_by_role("link", name="In this library").click()
    beside = page.locator(".cited-by")
    beside.wait_for()
    assert page.get_by_role("heading", name="Stabilization by Other Means").first.is_visible()
    printed = page.get_by_role("textbox", name="Page")
    assert printed.input_value() == "75"
    assert "It cites p. 75" in beside.text_content()

    beside.get_by_role("link", name="Back to the citing sentence").click()
    page.get_by_role("heading", name="The Price of Company").first.wait_for()
    printed.fill("34")
    printed.press("Enter")
    note = page.locator(".reader .note").filter(has_text="S/SAMPLE/RES/9001 (2024), para. 11")
    note.locator(".brief").click()
    note.get_by_role("link", name="In this library").click()
    beside.filter(has_text="It cites para. 11").wait_for()
    assert page.get_by_role("heading", name="Resolution 9001").first.is_visible()
