"""Cites as the styles want them: what a copy editor would write for the same work and place."""

import pytest
from citedworks import ARTICLE, BOOK

from ingest.model import Csl, Locator
from ui.cites.citing import cite_texts, locator, set_cites
from ui.cites.styles import STYLES
from ui.errors import CitingError


def cite_text(csl: Csl, place: Locator | None, style: str) -> str:
    """One cite."""
    return cite_texts([(csl, str(csl.get("id", "")), place)], style)[0]


@pytest.mark.parametrize("style", sorted(STYLES))
def test_the_same_work_cited_twice_is_whole_both_times(style: str) -> None:
    first, second = set_cites([(ARTICLE, "a", Locator("page", "41")), (ARTICLE, "a", Locator("page", "41"))], style)
    assert first == second


@pytest.mark.parametrize("style", sorted(STYLES))
def test_a_cite_does_not_depend_on_others_beside_it(style: str) -> None:
    alike = [
        ARTICLE,
        {**ARTICLE, "title": "Another one of the same year"},
        {**ARTICLE, "author": [{"family": "Karlsrud", "given": "Jens"}]},
        {**BOOK, "author": ARTICLE["author"]},
    ]
    alone = [set_cites([(item, "a", Locator("page", "41"))], style)[0] for item in alike]
    assert set_cites([(item, "a", Locator("page", "41")) for item in alike], style) == alone


def test_whole_work_without_locator() -> None:
    assert cite_text(BOOK, None, "apa") == "(Doyle & Sambanis, 2006)"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("S-12", "(Doyle & Sambanis, 2006, p. S-12)"),  # one label of a supplement, no range
        ("xii-xiv", "(Doyle & Sambanis, 2006, pp. xii–xiv)"),
        ("PDF p. 3", "(Doyle & Sambanis, 2006, PDF p. 3)"),  # no page number is printed
    ],
)
def test_printed_labels_stay_as_printed(value: str, expected: str) -> None:
    assert cite_text(BOOK, locator("page", value), "apa") == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Findings of *2010*, p. 5", "(Doyle & Sambanis, 2006, under “Findings of *2010*, p. 5”)"),
        ("3.2", "(Doyle & Sambanis, 2006, Section 3.2)"),
        ("", "(Doyle & Sambanis, 2006)"),
    ],
)
def test_a_section_by_its_name_or_number(value: str, expected: str) -> None:
    assert cite_text(BOOK, Locator("section", value), "apa") == expected


def test_markup_in_an_item_is_text() -> None:
    title = "Why [x](javascript:1) *not* $x$ <script>alert(1)</script> @c1 & co"
    text = cite_text({"type": "book", "title": title, "issued": {"date-parts": [[2008]]}}, None, "mla")
    assert text.casefold() == f"({title})".casefold()


def test_emphasis_in_a_title_is_no_markup_in_plain_text() -> None:
    item = {**BOOK, "title": "The <i>Brahimi</i> report"}
    [cite] = set_cites([(item, "x", None)], "apa")
    assert cite.reference.startswith("Doyle, M. W., & Sambanis, N. (2006). The Brahimi report.")


def test_a_style_file_of_ones_own(tmp_path) -> None:
    own = tmp_path / "own.csl"
    own.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">'
        "<info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00Z</updated></info>"
        '<citation><layout prefix="{" suffix="}">'
        '<text variable="title"/><text variable="locator" prefix=" @ "/>'
        "</layout></citation></style>",
        encoding="utf-8",
    )
    assert cite_text(BOOK, locator("page", "9"), str(own)) == f"{{{BOOK['title']} @ 9}}"


def test_unknown_style_names_the_known_ones() -> None:
    with pytest.raises(CitingError, match="chicago-notes, chicago-author-date, apa, mla, oscola, harvard"):
        cite_text(BOOK, None, "turabian")


def test_an_unreadable_item_is_one_line() -> None:
    with pytest.raises(CitingError) as caught:
        cite_text({"id": "odd2008", "type": "book", "author": "no list"}, None, "apa")
    assert "odd2008" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_cites_no_run() -> None:
    assert set_cites([]) == []
