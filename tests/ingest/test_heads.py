"""Where the names at the head of a citation end and the title begins."""

import pytest

from ingest.citations import colons
from ingest.citations.heads import split_head


@pytest.mark.parametrize(
    ("text", "head", "title"),
    [
        ("Hartmann, Capitalism, Patriarchy, and Jobs", "Hartmann", "Capitalism, Patriarchy, and Jobs"),
        ("Gottschall, Arbeit, Beschäftigung und Markt", "Gottschall", "Arbeit, Beschäftigung und Markt"),
        ("Neumann, Iver, Small States in Peace", "Neumann, Iver", "Small States in Peace"),
        ("Atria A. Larson, Keith Sisson, Papal Decretals", "Atria A. Larson, Keith Sisson", "Papal Decretals"),
        ("Brian Urquhart, Ralph Bunche: An American Life", "Brian Urquhart", "Ralph Bunche: An American Life"),
        ("Arntz/Klein, Historic and Unprecedented, Blog", "Arntz/Klein", "Historic and Unprecedented, Blog"),
        ("United Nations, Department of Peace, Policy", "United Nations, Department of Peace", "Policy"),
    ],
)  # fmt: skip
def test_names_end_where_the_title_begins(text: str, head: str, title: str) -> None:
    assert split_head(text) == (head, title)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Prümm, Karl/Richling, Martin (Hgg.): Abschied", ("Prümm, Karl/Richling, Martin (Hgg.)", "", "Abschied")),
        ("Varwick, Johannes: Die NATO. München 2008", ("Varwick, Johannes", "", "Die NATO. München 2008")),
        ("Hedeler, Wladislaw: »Mars-Romane«", ("Hedeler, Wladislaw", "", "»Mars-Romane«")),
        ("Roger Chickering 1999: Total War", ("Roger Chickering", "1999", "Total War")),
        ("Gildemeister, Doing Gender: Soziale Praktiken", None),
        ("Brian Urquhart, Ralph Bunche: An American Life", None),
        ("World Bank, World Development Report 2011: Conflict", None),
        ("Gowers, Ernest. Plain Words: A Guide", None),
    ],
)
def test_a_colon_closes_names_only(text: str, found: tuple[str, str, str] | None) -> None:
    assert colons.headed(text) == found
