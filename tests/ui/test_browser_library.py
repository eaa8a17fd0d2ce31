"""The Library page as a reader uses it: find a document, change its data, take it back."""

import pytest
from browsing import open_document

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [pytest.mark.browser, pytest.mark.model]


def test_a_title_changed_by_hand_and_back(page: sync_api.Page, desk: str) -> None:
    open_document(page, desk, "Stabilization")
    title = page.get_by_role("textbox", name="Title and subtitle")
    sync_api.expect(title).not_to_have_value("")
    before = title.input_value()
    title.fill("Another title")
    page.get_by_role("button", name="Save what I changed").click()
    page.get_by_role("heading", name="Another title").wait_for()
    page.get_by_text("title: Another title").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("heading", name=before).wait_for()
    sync_api.expect(title).to_have_value(before)
