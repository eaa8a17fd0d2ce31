"""Each style against what its guide asks for, work by work: `tables/styles.tsv`."""

from pathlib import Path

import pytest
from citedworks import ARTICLE, BOOK, CHAPTER, REPORT, RESOLUTION, SYMBOL, THESIS, WEB

from ingest.model import Locator
from ui.citing import SetCite, set_cites
from ui.styles import STYLES

TABLE = Path(__file__).parent / "tables" / "styles.tsv"
WORKS = {
    "article": (ARTICLE, Locator("page", "41–43")),
    "book": (BOOK, Locator("page", "6")),
    "chapter": (CHAPTER, Locator("page", "30")),
    "report": (REPORT, Locator("paragraph", "35")),
    "paragraphs": (REPORT, Locator("paragraph", "35–37")),
    "resolution": (RESOLUTION, Locator("paragraph", "16")),
    "symbol": (SYMBOL, Locator("paragraph", "9–12")),
    "thesis": (THESIS, Locator("page", "12")),
    "web": (WEB, None),
    "note": (BOOK, Locator("note", "67n12")),
    "inside": (BOOK, Locator("chapter", "3")),
}
EXPECTED = [
    line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def set_works() -> dict[str, dict[str, SetCite]]:
    """Every work in every style, in one run of pandoc for each style."""
    wanted = [(csl, name, place) for name, (csl, place) in WORKS.items()]
    return {style: dict(zip(WORKS, set_cites(wanted, style), strict=True)) for style in STYLES}


@pytest.mark.parametrize(("style", "work", "cite", "entry"), EXPECTED, ids=[f"{one[0]}-{one[1]}" for one in EXPECTED])
def test_as_the_guide_says(style: str, work: str, cite: str, entry: str, set_works) -> None:
    found = set_works[style][work]
    assert found.text == cite
    assert entry in ("-", found.reference)


def test_the_table_is_whole() -> None:
    assert {(style, work) for style, work, _, _ in EXPECTED} == {(style, work) for style in STYLES for work in WORKS}
