"""A place in a document as an address, and back."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Locator
from ui.addresses.read import CitedFrom, Reading, at_locator, read_href, reading_from

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]))


@given(
    st.builds(
        Reading,
        document=WORDS,
        page=WORDS,
        pdf=st.none() | st.integers(1, 9999),
        paragraph=WORDS,
        passage=WORDS,
        note=WORDS,
        find=WORDS,
        search=WORDS,
        cited_from=st.none() | st.builds(CitedFrom, WORDS.filter(bool), WORDS.filter(bool), st.integers(0, 9999)),
    )
)
def test_an_address_leads_back_to_its_place(reading: Reading) -> None:
    assert reading_from(parse_qs(urlsplit(read_href(reading)).query)) == reading


@pytest.mark.parametrize(
    "nonsense", [{"pdf": ["three"]}, {"pdf": ["²"]}, {"pdf": ["9" * 5000]}, {"by": ["00ff"]}, {"by_at": ["-1"]}]
)
def test_what_makes_no_sense_counts_as_absent(nonsense: dict[str, list[str]]) -> None:
    assert reading_from({"doc": ["00ff"], **nonsense}) == Reading("00ff")


@pytest.mark.parametrize(
    ("locator", "reading"),
    [
        (Locator("page", "41–43"), Reading("00ff", page="41–43")),
        (Locator("paragraph", "16"), Reading("00ff", paragraph="16")),
        (Locator("chapter", "3"), Reading("00ff")),
        (None, Reading("00ff")),
    ],
)
def test_a_work_is_opened_where_it_is_cited(locator: Locator | None, reading: Reading) -> None:
    assert at_locator("00ff", locator) == reading
