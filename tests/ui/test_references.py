"""References of a page, made once."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.found import Cite
from ingest.model import Locator
from ui.cites import citing, references
from ui.cites.citecache import CiteCache

BOOK = {"type": "book", "title": "Consent", "author": [{"family": "Ravn"}], "issued": {"date-parts": [[2021]]}}


def page(value: str) -> Cite:
    return Cite("ravn2021", Locator("page", value), f"[@ravn2021, p. {value}]")


def test_each_is_made_once_for_its_data_style_and_locator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def counted(wanted, style, lua, language):
        asked.append([one.item["title"] + one.suffix for one in wanted])
        return [(f"{one.item['title']}{one.suffix} {len(style)}", "") for one in wanted]

    monkeypatch.setattr(citing, "_run_pandoc", counted)
    kept = CiteCache(tmp_path / "cites.sqlite")
    monkeypatch.setattr(citing, "cite_cache", lambda: kept)
    first = references.of_cites({page("1"): BOOK, page("2"): BOOK}, "apa")
    assert references.of_cites({page("1"): BOOK, page("3"): BOOK}, "apa")[page("1")] == first[page("1")]
    references.of_cites({page("1"): BOOK}, "mla")
    references.of_cites({page("1"): {**BOOK, "title": "Changed"}}, "apa")
    references.of_cites({page("1"): BOOK}, "apa")
    one, two, three = (f"Consent, {{page {value}}}" for value in "123")
    assert asked == [[one, two], [three], [one], ["Changed, {page 1}"]]


def test_a_style_whose_file_changes_sets_anew(tmp_path: Path) -> None:
    style = tmp_path / "own.csl"
    layout = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>Own</title>'
        '<id>own</id></info><citation><layout prefix="{}"><text variable="title"/></layout></citation></style>'
    )
    for prefix in ("See ", "Cf. "):
        style.write_text(layout.format(prefix))
        assert references.of_cites({page("1"): BOOK}, str(style))[page("1")].text == f"{prefix}Consent"


def test_a_document_without_a_title_is_cited_by_its_file(make_hit) -> None:
    hit = make_hit()
    untitled = replace(hit.document, title="", csl={"type": "article-journal", "title": ""})
    made = references.of_hits([replace(hit, document=untitled)], "chicago-notes")
    assert "a.pdf" in made[hit.cite].text.lower()
