"""The Clippings page in headless Chromium: order, remark, compare with the page, and take it all to Word."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from browsing import exported, serving, settled
from commands import run

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, library: Path) -> Iterator[str]:
    """A desk over one article, two passages of which were put aside."""
    copy = tmp_path_factory.mktemp("desk") / "library"
    shutil.copytree(library, copy)
    found = json.loads(run("search", "the host", "--mode", "words", "--json", "--library", copy).out)["results"]
    ids = [one["passage"]["id"] for one in found[:2]]
    assert len(ids) == 2
    assert run("clip", *ids, "--list", "Chapter 2", "--remark", "Against *Hunt*", "--library", copy).status == 0
    with serving(copy) as address:
        yield address


def opened(page: sync_api.Page, desk: str) -> sync_api.Page:
    page.goto(f"{desk}/clippings")
    page.get_by_role("button", name="Take out").first.wait_for()
    settled(page)
    return page


def test_ordered_remarked_and_taken_to_word(page: sync_api.Page, desk: str, tmp_path: Path) -> None:
    opened(page, desk)
    remarks = page.get_by_label("Remark")
    remarks.nth(0).fill("The first.")
    remarks.nth(0).press("Control+Enter")
    page.get_by_role("button", name="Down").first.click()
    sync_api.expect(page.get_by_label("Remark").nth(1)).to_have_value("The first.")
    page.get_by_label("Remark").nth(0).fill("Against *Hunt* and others")  # and not left: the file has it all the same
    download = exported(page, "Word")
    assert download.suggested_filename == "Chapter 2.docx"
    file = tmp_path / "chapter.docx"
    download.save_as(file)
    texts = [paragraph.text for paragraph in docx.Document(str(file)).paragraphs]
    assert texts.index("Against *Hunt* and others") < texts.index("The first.")
    opened(page, desk)  # what was written is kept
    sync_api.expect(page.get_by_label("Remark").nth(1)).to_have_value("The first.")


def test_compared_with_the_page(page: sync_api.Page, desk: str) -> None:
    opened(page, desk)
    page.get_by_role("button", name="Check against the page").first.click()
    page.get_by_text("Checked: these words stand on the page").wait_for()
