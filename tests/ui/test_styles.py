"""Each style against what its guide asks for, work by work: `tables/styles.tsv`."""

from pathlib import Path

import pytest

from ingest.model import Locator
from ui.citing import STYLES, SetCite, set_cites

TABLE = Path(__file__).parent / "tables" / "styles.tsv"
DOYLE = {
    "type": "book",
    "title": "Making war and building peace: United Nations peace operations",
    "author": [{"family": "Doyle", "given": "Michael W."}, {"family": "Sambanis", "given": "Nicholas"}],
    "publisher": "Princeton University Press",
    "publisher-place": "Princeton",
    "issued": {"date-parts": [[2006]]},
}
WORKS = {
    "article": (
        {
            "type": "article-journal",
            "title": "The UN at war",
            "container-title": "Third World Quarterly",
            "author": [{"family": "Karlsrud", "given": "John"}],
            "issued": {"date-parts": [[2015]]},
            "volume": "36",
            "issue": "1",
            "page": "40-54",
            "DOI": "10.1080/01436597.2015.976016",
        },
        Locator("page", "41–43"),
    ),
    "book": (DOYLE, Locator("page", "6")),
    "chapter": (
        {
            "type": "chapter",
            "title": "Norway’s peacekeeping",
            "container-title": "Multilateralism",
            "author": [{"family": "Leira", "given": "Halvard"}],
            "editor": [
                {"family": "Carvalho", "given": "Benjamin", "non-dropping-particle": "de"},
                {"family": "Neumann", "given": "Iver B."},
            ],
            "publisher": "Routledge",
            "publisher-place": "London",
            "page": "22-41",
            "issued": {"date-parts": [[2015]]},
        },
        Locator("page", "30"),
    ),
    "report": (
        {
            "type": "report",
            "title": "Uniting our strengths for peace",
            "author": [{"literal": "High-Level Independent Panel on United Nations Peace Operations"}],
            "number": "A/70/95–S/2015/446",
            "publisher": "United Nations",
            "publisher-place": "New York",
            "issued": {"date-parts": [[2015, 6, 17]]},
        },
        Locator("paragraph", "35"),
    ),
    "resolution": (
        {
            "type": "legislation",
            "title": "Resolution 2100 (2013)",
            "author": [{"literal": "United Nations, Security Council"}],
            "number": "S/RES/2100 (2013)",
            "genre": "Adopted by the Security Council at its 6952nd meeting, on 25 April 2013",
            "publisher": "United Nations",
            "issued": {"date-parts": [[2013, 4, 25]]},
        },
        Locator("paragraph", "16"),
    ),
    "symbol": (  # all that a note says of it
        {"type": "report", "title": "S/RES/2098", "number": "S/RES/2098", "issued": {"date-parts": [[2013]]}},
        Locator("paragraph", "9–12"),
    ),
    "thesis": (
        {
            "type": "thesis",
            "title": "Leave to remain",
            "author": [{"family": "Achterberg", "given": "Noor"}],
            "genre": "PhD thesis",
            "publisher": "University of Oslo",
            "issued": {"date-parts": [[2022]]},
        },
        Locator("page", "12"),
    ),
    "web": (
        {
            "type": "webpage",
            "title": "Where we operate",
            "author": [{"literal": "United Nations Peacekeeping"}],
            "container-title": "United Nations",
            "URL": "https://peacekeeping.un.org/en/where-we-operate",
            "issued": {"date-parts": [[2023, 5, 2]]},
            "accessed": {"date-parts": [[2024, 3, 1]]},
        },
        None,
    ),
    "note": (DOYLE, Locator("page", "67n12")),
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
