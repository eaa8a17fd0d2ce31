"""The Library page as a reader uses it: find a document, change its data, take it back."""

from pathlib import Path

import pytest
from browsing import picture

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [pytest.mark.browser, pytest.mark.model]


def open_document(page: sync_api.Page, desk: str, words: str) -> None:
    """Find a document as a reader does, and choose it."""
    page.goto(f"{desk}/library")
    find = page.get_by_role("textbox", name="Find a document")
    find.fill(words)
    find.press("Enter")
    page.get_by_text("1 document", exact=False).first.wait_for()
    page.get_by_test_id("stDataFrame").click(position={"x": 16, "y": 52})  # the box before the first row
    page.get_by_role("heading", level=3).first.wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_document_with_its_data(page: sync_api.Page, desk: str, tmp_path: Path, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    open_document(page, desk, "Stabilization")
    page.get_by_text("How it was read").wait_for()
    picture(page, f"library-{scheme}", tmp_path)


def test_a_title_changed_by_hand_and_back(page: sync_api.Page, desk: str) -> None:
    open_document(page, desk, "Stabilization")
    title = page.get_by_role("textbox", name="Title and subtitle")
    before = title.input_value()
    title.fill("Another title")
    page.get_by_role("button", name="Save what I changed").click()
    page.get_by_role("heading", name="Another title").wait_for()
    page.get_by_text("title: Another title").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("heading", name=before).wait_for()
    sync_api.expect(title).to_have_value(before)
