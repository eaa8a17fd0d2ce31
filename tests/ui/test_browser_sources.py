"""The Sources page as a reader uses it: a cited work parted in two, made one again, and both taken back."""

import re

import pytest
from browsing import settled

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [pytest.mark.browser, pytest.mark.model]


def times_cited(page: sync_api.Page) -> int:
    return int(re.findall(r"Cited (\d+)", page.locator("#certain").text_content() or "")[0])


def said(page: sync_api.Page, words: str) -> None:
    page.get_by_role("status").filter(has_text=words).wait_for()


def test_a_work_is_parted_in_two_and_made_one_again(page: sync_api.Page, desk: str) -> None:
    page.goto(f"{desk}/sources?q=karlsrud+war")
    page.locator(".cited-work").first.wait_for()
    settled(page)
    page.locator(".cited-work").filter(has_text="The UN at War").first.locator(".title").click()
    page.locator(".work-open").wait_for()
    whole = times_cited(page)
    assert whole > 2

    # The citation in Borrowed Enemies gets a work of its own.
    place = page.locator(".citing").filter(has_text="Oduya")
    place.get_by_role("button", name="Correct what").click()
    form = page.get_by_role("dialog")
    form.get_by_role("combobox").click()
    page.get_by_role("option", name="A work of its own").click()
    form.get_by_role("button", name="Correct it").click()
    said(page, "Corrected by hand: note 3")
    sync_api.expect(page.locator("#certain")).to_have_text(f"Cited {whole - 1} times")
    by_hand = page.get_by_role("list", name="Corrected by hand")
    assert "Taken away: Oduya" in by_hand.text_content()

    # Found by its author among the other works, it is the same one again.
    page.get_by_role("button", name="The same as another work").click()
    form.get_by_role("radio").first.wait_for()
    form.get_by_text("The UN at War").last.click()
    form.get_by_role("button", name="They are one work").click()
    said(page, "is the same work as")
    sync_api.expect(page.locator("#certain")).to_have_text(f"Cited {whole} times")
    by_hand.locator("li").filter(has_text="Made one with").get_by_role("button", name="Undo").click()
    said(page, "Undone:")
    sync_api.expect(page.locator("#certain")).to_have_text(f"Cited {whole - 1} times")
    by_hand.locator("li").filter(has_text="Taken away").get_by_role("button", name="Undo").click()
    sync_api.expect(page.locator("#certain")).to_have_text(f"Cited {whole} times")


def test_a_report_is_found_by_the_name_that_the_field_has_for_it(page: sync_api.Page, desk: str) -> None:
    page.goto(f"{desk}/sources")
    field = page.get_by_label("Find a cited work")
    field.fill("HIPPO report")
    field.press("Enter")
    listed = page.locator(".cited-work .title")
    sync_api.expect(listed).to_have_text(["A/70/95, Report of the High-level Independent Panel on Peace Operations"])
