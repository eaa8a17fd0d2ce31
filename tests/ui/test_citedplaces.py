"""Which place a draft cites for each of its quotations, and whether it is the printed one."""

from pathlib import Path
from types import SimpleNamespace

import pypandoc
import pytest

from index.found import Cite
from ingest.model import Locator
from ui.drafts.citedplaces import CitedPlace, misplaced, places_in
from ui.drafts.draft import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karlsrud, “The UN at War,” 41.", [("page", "41", ("karlsrud",))]),
        ("Helene Ravn, ‘Consent’ (2021) 12 JPOS 65, 67; see also Smith, Peace, 12.", "67 12"),
        ("Ibid., 12.", [("page", "12", ())]),
        ("Karlsrud 2015, 12–13", [("page", "12–13", ("karlsrud",))]),
        ("Karlsrud and Osland 2012: 12", "12"),
        ("Karlsrud 12", [("page", "12", ("karlsrud",))]),
        ("2015, p. 12", [("page", "12", ())]),
        ("2015, 12", [("page", "12", ())]),
        ("12", [("page", "12", ())]),
        ("A/55/305, para. 35", [("paragraph", "35", ("A/55/305",))]),
        ("Karlsrud 2015", []),
        ("emphasis added", []),
        ("see Chapter 2 of what was said before", []),
        ("2015", []),
    ],
)
def test_places_of_a_note_or_of_brackets(text: str, expected: object) -> None:
    found = places_in(text)
    if isinstance(expected, str):
        assert [one.locator.value for one in found] == expected.split()
    else:
        assert [(one.locator.label, one.locator.value, one.named) for one in found] == expected


DRAFT = """He wrote that “consent wears thin in the end”,[^1] and that “nobody came to ask them”.[^2] She: “It is a war
of words.”[^3] “None of it is cited here,” he said. Then “the mission inherits the enemies” (Karlsrud 2015, p. 41). It
is “a war by other means” [@karlsrud2015, p. 42]. “Too late for the north” and “too early for the south” stand on one
page (12).[^4]

Ravn (2021, 67) says that “the war goes on elsewhere”. As Tull[^1] puts it, “nobody wins the war” and “all pay”.

> Nobody asked the population whether it wanted the mission. (Karlsrud 2015, 44)

[^1]: Ravn, “Consent,” 67.
[^2]: Ibid., 68.
[^3]: Tull, “Limits,” 12; Ravn, “Consent,” 69.
[^4]: Tull, *Limits*, 13.
"""
EXPECTED = {
    "consent wears thin": ["67"],
    "nobody came": ["68"],
    "It is a war of": ["12", "69"],
    "None of it": [],
    "the mission inherits": ["41"],
    "a war by other means": ["42"],
    "Too late": ["13"],
    "too early": ["12", "13"],
    "Nobody asked": ["44"],
    "the war goes on": ["67"],
    "nobody wins": ["67"],
    "all pay": [],
}


@pytest.mark.parametrize("ending", ["md", "docx", "odt"])
def test_each_quotation_has_what_is_cited_for_it(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"draft.{ending}"
    if ending == "md":
        path.write_text(DRAFT, encoding="utf-8")
    else:
        text = DRAFT.replace("[@karlsrud2015, p. 42]", "(Karlsrud 2015: 42)")
        pypandoc.convert_text(text, ending, format="markdown-smart", outputfile=path)
    found = {one.text: [cited.locator.value for cited in one.cited] for one in quotations(path) if not one.title}
    told = {start: next(places for text, places in found.items() if text.startswith(start)) for start in EXPECTED}
    assert told == EXPECTED
    assert "Nobody asked the population whether it wanted the mission." in found  # without what is cited for it


def printed(key: str, pages: tuple[str, ...], place: Locator, family: str = "Ravn") -> SimpleNamespace:
    """What `index.quoting` finds, as far as it is looked at."""
    csl = {"author": [{"family": family}], "number": "A/55/305"}
    return SimpleNamespace(document=SimpleNamespace(id=key, key=key, csl=csl), cite=Cite(key, place, ""), pages=pages)


def cited(label: str, value: str, *named: str) -> CitedPlace:
    return CitedPlace("…", Locator(label, value), named)


@pytest.mark.parametrize(
    ("citations", "wrong"),
    [
        ([cited("page", "12")], "12"),
        ([cited("page", "14")], None),
        ([cited("page", "13–5")], None),
        ([cited("page", "12, 14")], None),
        ([cited("page", "12", "ravn")], "12"),
        ([cited("page", "12", "r")], "12"),
        ([cited("page", "12", "tull")], None),
        ([cited("page", "12", "tull"), cited("page", "13", "ravn")], "13"),
        ([cited("page", "12", "ravn"), cited("page", "14", "ravn")], None),
        ([cited("page", "12"), cited("page", "13")], None),
        ([cited("paragraph", "35")], None),
        ([cited("page", "xii")], "xii"),
        ([cited("page", "S-12")], None),
        ([cited("page", "14n3", "ravn")], None),
        ([], None),
    ],
)
def test_a_page_that_is_not_the_printed_one(citations: list[CitedPlace], wrong: str | None) -> None:
    told = misplaced([printed("r", ("14",), Locator("page", "14"))], citations)  # type: ignore[list-item]
    assert {key: one.locator.value for key, one in told.items()} == ({"r": wrong} if wrong else {})


def test_a_page_that_is_counted_and_not_printed_is_held_against_none() -> None:
    place = printed("p", ("3",), Locator("page", "PDF p. 3"))
    assert misplaced([place], [cited("page", "127", "ravn")]) == {}  # type: ignore[list-item]


def test_paragraphs_are_held_against_paragraphs_and_pages_against_pages() -> None:
    place = printed("u", ("9",), Locator("paragraph", "35–36"))
    assert misplaced([place], [cited("paragraph", "36", "A/55/305")]) == {}  # type: ignore[list-item]
    assert misplaced([place], [cited("paragraph", "37", "A/55/305")])  # type: ignore[list-item]
    assert misplaced([place], [cited("page", "9", "A/55/305")]) == {}  # type: ignore[list-item]


def test_who_cites_the_printed_version_rightly_is_not_told_of_the_preprint() -> None:
    preprint = printed("p", ("3",), Locator("page", "3"))
    article = printed("a", ("43",), Locator("page", "43"))
    assert misplaced([preprint, article], [cited("page", "43", "ravn")]) == {}  # type: ignore[list-item]
    assert list(misplaced([preprint, article], [cited("page", "44", "ravn")])) == ["p", "a"]  # type: ignore[list-item]
