"""Each style against what its guide asks for, work by work: `tables/styles.tsv`."""

from pathlib import Path

import pytest
from citedworks import ARTICLE, BOOK, CHAPTER, REPORT, RESOLUTION, SYMBOL, THESIS, WEB

from ingest.model import Locator
from ui.cites.citing import SetCite, set_cites
from ui.cites.styles import STYLES
from ui.errors import CitingError

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


def _naming(folder: Path, parent: str) -> str:
    path = folder / "journal.csl"
    path.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>A Journal</title>'
        f'<link href="http://www.zotero.org/styles/{parent}" rel="independent-parent"/></info></style>',
        encoding="utf-8",
    )
    return str(path)


def test_a_journals_style_that_only_names_another_is_that_one(tmp_path: Path) -> None:
    named = _naming(tmp_path, "apa")
    assert set_cites([(ARTICLE, "a", None)], named) == set_cites([(ARTICLE, "a", None)], "apa")


def test_a_style_that_cannot_be_used_says_so(tmp_path: Path) -> None:
    with pytest.raises(CitingError, match="only names another style: give the path of the file of unheard-of"):
        set_cites([(ARTICLE, "a", None)], _naming(tmp_path, "unheard-of"))
    (tmp_path / "no.csl").write_text("<html></html>")
    with pytest.raises(CitingError, match=r"no\.csl is no style"):
        set_cites([(ARTICLE, "a", None)], str(tmp_path / "no.csl"))
    (tmp_path / "cut.csl").write_text('<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info>')
    with pytest.raises(CitingError, match=r"pandoc cannot set the cite of a: (?!.*traceback)"):
        set_cites([(ARTICLE, "a", None)], str(tmp_path / "cut.csl"))
