"""The desk without a mouse, in light and dark, and by axe-core's rules; pictures of each page are kept on demand."""

from pathlib import Path

import pytest
from browsing import open_document, picture, search, settled

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
pytestmark = [pytest.mark.browser, pytest.mark.model]

CITING = "Whoever is seen with the army is taken for the army."
DRAFT = """It is said that “whoever is seen with an army is taken for the army” (Oduya 2023, 203).

“Whoever is seen with the army is taken for the army.” “Nobody has ever written such a sentence.”
"""
BACKGROUND = """dark => {
  const [red, green, blue] = getComputedStyle(document.querySelector(".stApp")).backgroundColor.match(/\\d+/g);
  return dark === Math.max(red, green, blue) < 64;
}"""
"""Whether the page has a dark background, or a light one, as it should."""


def open_search(page: sync_api.Page, desk: str) -> None:
    hit = search(page, desk).filter(has=page.locator(".leads.sure .link")).first
    hit.locator(".marker").first.click()
    hit.locator(".sentence").first.click()


def open_nothing(page: sync_api.Page, desk: str) -> None:
    page.goto(f"{desk}/?q=zebra+crossings&by=phrase&lang=en")
    page.get_by_text("Nothing in this library answers that").wait_for()


def open_read(page: sync_api.Page, desk: str) -> None:
    hit = search(page, desk).filter(has=page.locator(".marker")).first
    hit.get_by_role("link", name="Read here").click()
    page.locator(".part .brief").first.click()
    page.wait_for_function("image => image.naturalWidth > 500", arg=page.locator(".paper img").element_handle())


def open_cited(page: sync_api.Page, desk: str) -> None:
    hit = search(page, desk, CITING).first
    hit.locator(".brief").first.click()
    hit.get_by_role("link", name="In this library").first.click()
    page.locator(".cited-by").wait_for()
    page.locator(".part .page-text").wait_for()


def open_sources(page: sync_api.Page, desk: str) -> None:
    page.goto(f"{desk}/sources")
    page.locator(".cited-work").first.wait_for()


def open_picture(page: sync_api.Page, desk: str) -> None:
    open_sources(page, desk)
    page.get_by_role("tab", name="Who cites what").click()
    page.get_by_role("img", name="Dots show").wait_for()
    page.get_by_text("The same as a table").click()


def open_work(page: sync_api.Page, desk: str) -> None:
    open_sources(page, desk)
    page.locator(".cited-work .title").first.click()
    page.locator(".work-open").wait_for()


def open_clippings(page: sync_api.Page, desk: str) -> None:
    search(page, desk, CITING).first.get_by_role("button", name="Put aside").click()
    page.get_by_text("Put aside in Clippings").wait_for()
    page.goto(f"{desk}/clippings")  # and what was said is not said there again
    page.get_by_role("textbox", name="Remark").first.wait_for()


def open_check(page: sync_api.Page, desk: str) -> None:
    page.goto(f"{desk}/check")
    draft = {"name": "draft.md", "mimeType": "text/markdown", "buffer": DRAFT.encode()}
    page.locator("input[type=file]").set_input_files(draft)
    page.get_by_role("region", name="To look at").wait_for()


def open_library(page: sync_api.Page, desk: str) -> None:
    open_document(page, desk, "Stabilization")
    page.get_by_text("How it was read").wait_for()


PAGES = {
    "search": open_search,
    "nothing": open_nothing,
    "read": open_read,
    "read-cited": open_cited,
    "sources": open_sources,
    "who-cites": open_picture,
    "work": open_work,
    "clippings": open_clippings,
    "check": open_check,
    "library": open_library,
}


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious_in_light_or_dark(page: sync_api.Page, desk: str, tmp_path: Path, name: str) -> None:
    PAGES[name](page, desk)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(BACKGROUND, arg=scheme == "dark")
        picture(page, f"{name}-{scheme}", tmp_path)
        found = axe.Axe().run(page).response["violations"]
        assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == [], scheme


def test_the_desk_is_walked_by_keyboard_alone(page: sync_api.Page, desk: str) -> None:
    """From question to hit, note, cited work and its pages with Tab, Enter and arrows."""
    page.goto(desk)
    page.get_by_role("textbox", name="Question").wait_for()
    tab_to(page, "Question")
    page.keyboard.type(CITING)
    page.keyboard.press("Enter")
    page.locator("article.hit").first.wait_for()
    settled(page)
    tab_to(page, "Note 1")
    page.keyboard.press("Enter")
    tab_to(page, "In this library")
    page.keyboard.press("Enter")
    page.locator(".cited-by").wait_for()
    page.locator(".part .page-text").wait_for()
    label = page.get_by_role("textbox", name="Page")
    assert label.input_value() == "66"
    page.keyboard.press("ArrowLeft")
    assert label.input_value() == "65"
    tab_to(page, "Find in this document")
    page.keyboard.type("population")
    page.keyboard.press("Enter")
    page.locator(".notice").filter(has_text="1 of 1 ·").wait_for()
    assert label.input_value() == "66"


def tab_to(page: sync_api.Page, name: str) -> None:
    """Press Tab until the element of this name has the focus."""
    focused = """() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const named = element?.getAttribute("aria-label") || element?.labels?.[0]?.textContent || element?.textContent;
      return (named || "").trim();
    }"""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate(focused) == name:
            return
    raise AssertionError(f"Tab never comes to {name!r}")
