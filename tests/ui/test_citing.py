"""Cites as the styles want them: what a copy editor would write for the same work and place."""

import pytest

from ingest.model import Locator
from ui.citing import STYLES, cite_text, locator, set_cites
from ui.errors import CitingError

ARTICLE = {
    "type": "article-journal",
    "title": "The UN at war: examining the consequences of peace-enforcement mandates",
    "container-title": "Third World Quarterly",
    "author": [{"family": "Karlsrud", "given": "John"}],
    "issued": {"date-parts": [[2015]]},
    "volume": "36",
    "issue": "1",
    "page": "40-54",
    "DOI": "10.1080/01436597.2015.976016",
}
REPORT = {
    "type": "report",
    "title": "Uniting Our Strengths for Peace",
    "author": [{"literal": "High-Level Independent Panel on United Nations Peace Operations"}],
    "number": "A/70/95–S/2015/446",
    "publisher": "United Nations",
    "issued": {"date-parts": [[2015, 6, 17]]},
}
BOOK = {
    "type": "book",
    "title": "Does Peacekeeping Work?",
    "author": [{"family": "Fortna", "given": "Virginia Page"}],
    "publisher": "Princeton University Press",
    "publisher-place": "Princeton",
    "issued": {"date-parts": [[2008]]},
}
DOI = "https://doi.org/10.1080/01436597.2015.976016"
PANEL = "High-Level Independent Panel on United Nations Peace Operations"


@pytest.mark.parametrize(
    ("style", "item", "place", "expected"),
    [
        (
            "chicago-notes",
            ARTICLE,
            ("page", "41-43"),
            "John Karlsrud, “The UN at War: Examining the Consequences of Peace-Enforcement Mandates,” "
            f"Third World Quarterly 36, no. 1 (2015): 41–43, {DOI}.",
        ),
        (
            "chicago-notes",
            REPORT,
            ("paragraph", "35"),
            f"{PANEL}, Uniting Our Strengths for Peace, A/70/95–S/2015/446 (United Nations, 2015), para. 35.",
        ),
        (
            "chicago-notes",
            BOOK,
            ("chapter", "3"),
            "Virginia Page Fortna, Does Peacekeeping Work? (Princeton University Press, 2008), chap. 3.",
        ),
        (
            "chicago-notes",
            BOOK,
            ("note", "67n12"),
            "Virginia Page Fortna, Does Peacekeeping Work? (Princeton University Press, 2008), 67n12.",
        ),
        ("chicago-author-date", ARTICLE, ("page", "41–43"), "(Karlsrud 2015, 41–43)"),
        ("chicago-author-date", REPORT, ("paragraph", "35–37"), f"({PANEL} 2015, paras. 35–37)"),
        ("apa", ARTICLE, ("page", "41"), "(Karlsrud, 2015, p. 41)"),
        ("apa", ARTICLE, ("page", "41-43"), "(Karlsrud, 2015, pp. 41–43)"),
        ("apa", BOOK, ("chapter", "3"), "(Fortna, 2008, Chapter 3)"),
        ("apa", REPORT, ("paragraph", "35"), f"({PANEL}, 2015, para. 35)"),
        (
            "oscola",
            ARTICLE,
            ("page", "41"),
            "John Karlsrud, ‘The UN at War: Examining the Consequences of Peace-Enforcement Mandates’ "
            f"(2015) 36 Third World Quarterly 40, 41 <{DOI}>.",
        ),
        (
            "oscola",
            REPORT,
            ("paragraph", "35"),
            f"{PANEL}, ‘Uniting Our Strengths for Peace’ (United Nations 2015) UN Doc A/70/95–S/2015/446 para 35.",
        ),
        (
            "oscola",
            BOOK,
            ("chapter", "3"),
            "Virginia Page Fortna, Does Peacekeeping Work? (Princeton University Press 2008) ch 3.",
        ),
        ("mla", ARTICLE, ("page", "41-43"), "(Karlsrud 41–43)"),
        ("harvard", ARTICLE, ("page", "41-43"), "(Karlsrud, 2015, pp. 41–43)"),
    ],
)
def test_cite(style: str, item: dict[str, object], place: tuple[str, str], expected: str) -> None:
    assert cite_text(item, locator(*place), style) == expected


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


@pytest.mark.parametrize("style", sorted(STYLES))
def test_every_style_lists_the_work_too(style: str) -> None:
    [cite] = set_cites([(BOOK, "fortna2008", None)], style)
    assert "Does Peacekeeping Work?" in cite.reference
    assert "2008" in cite.reference


def test_whole_work_without_locator() -> None:
    assert cite_text(BOOK, None, "apa") == "(Fortna, 2008)"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("S-12", "(Fortna, 2008, p. S-12)"),  # one label of a supplement, no range
        ("xii-xiv", "(Fortna, 2008, pp. xii–xiv)"),
        ("PDF p. 3", "(Fortna, 2008, PDF p. 3)"),  # no page number is printed
    ],
)
def test_printed_labels_stay_as_printed(value: str, expected: str) -> None:
    assert cite_text(BOOK, locator("page", value), "apa") == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Findings of *2010*, p. 5", "(Fortna, 2008, under “Findings of *2010*, p. 5”)"),
        ("3.2", "(Fortna, 2008, Section 3.2)"),
        ("", "(Fortna, 2008)"),
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
    assert set_cites([(item, "x", None)], "apa")[0].reference.startswith("Fortna, V. P. (2008). The Brahimi report.")


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
    assert cite_text(BOOK, locator("page", "9"), str(own)) == "{Does Peacekeeping Work? @ 9}"


def test_unknown_style_names_the_known_ones() -> None:
    with pytest.raises(CitingError, match="chicago-notes, chicago-author-date, apa, mla, oscola, harvard"):
        cite_text(BOOK, None, "turabian")


def test_an_unreadable_item_is_one_line() -> None:
    with pytest.raises(CitingError) as caught:
        cite_text({"id": "odd2008", "type": "book", "author": "no list"}, None)
    assert "odd2008" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_cites_no_run() -> None:
    assert set_cites([]) == []
