"""A work cited from another one, in each style."""

import pytest

from ingest.model import Locator
from ui.cites.citedin import cited_in

WORK = (
    {
        "type": "article-journal",
        "title": "The UN at War",
        "author": [{"family": "Karlsrud", "given": "John"}],
        "container-title": "Third World Quarterly",
        "volume": "36",
        "issue": "1",
        "issued": {"date-parts": [[2015]]},
    },
    "karlsrud2015",
    Locator("page", "41"),
)
READ = (
    {
        "type": "book",
        "title": "Consent by Other Means",
        "author": [{"family": "Ravn", "given": "Helene"}],
        "publisher": "Sample Press",
        "issued": {"date-parts": [[2021]]},
    },
    "ravn2021",
    Locator("page", "65"),
)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "chicago-notes",
            "John Karlsrud, “The UN at War,” Third World Quarterly 36, no. 1 (2015): 41, cited in Helene Ravn, Consent "
            "by Other Means (Sample Press, 2021), 65.",
        ),
        (
            "oscola",
            "John Karlsrud, ‘The UN at War’ (2015) 36 Third World Quarterly 41, cited in Helene Ravn, Consent by Other "
            "Means (Sample Press 2021) 65.",
        ),
        ("chicago-author-date", "(Karlsrud 2015, 41, cited in Ravn 2021, 65)"),
        ("apa", "(Karlsrud, 2015, p. 41, as cited in Ravn, 2021, p. 65)"),
        ("harvard", "(Karlsrud, 2015, p. 41, cited in Ravn, 2021, p. 65)"),
        ("mla", "(qtd. in Ravn 65)"),
    ],
)
def test_cited_in(style: str, expected: str) -> None:
    cite = cited_in(WORK, READ, style)
    assert cite.text == expected
    assert "Karlsrud" not in cite.reference  # what was read goes into the list
    assert cite.reference.startswith("Ravn")
