"""A search as a URL, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.model import Facets, Filters, View
from ui.addresses.search import Search, from_parameters, parted, to_parameters, years_from

words = st.text(min_size=1, max_size=12).filter(str.strip)
filters = st.builds(
    Filters,
    documents=st.lists(words, max_size=2).map(tuple),
    authors=st.lists(words, max_size=2).map(tuple),
    years=st.sampled_from([(None, None), (2010, 2020), (2010, None), (None, 2020), (2015, 2015)]),
    languages=st.just(()),
    kinds=st.just(("report",)),
    part=st.sampled_from(["body", "notes", "both"]),
    missions=st.sampled_from([(), ("MINUSMA",), ("MINUSMA", "UNEF I")]),
    cites=st.sampled_from([(), ("S/RES/2100", "10.1080/01436597.2015.976016")]),
)
views = st.builds(View, st.sampled_from(["passage", "document"]), st.sampled_from(["relevance", "date", "page"]))


@given(
    st.builds(
        Search,
        question=words,
        filters=filters,
        mode=st.sampled_from(["hybrid", "words", "phrase"]),
        view=views,
        style=st.sampled_from(["chicago-notes", "oscola"]),
    )
)
def test_a_search_survives_its_url(search: Search) -> None:
    assert from_parameters(to_parameters(search)) == search


def test_the_plain_search_has_a_plain_url() -> None:
    assert to_parameters(Search("consent")) == {"q": ["consent"]}


@pytest.mark.parametrize(
    "parameters",
    [
        {"in": ["nowhere"]},
        {"by": ["magic"]},
        {"years": ["soon"]},
        {"years": ["-"]},
        {"group": ["colour"]},
        {"sort": ["size"]},
        {"style": ["/etc/passwd"]},
    ],
)
def test_nonsense_in_a_url_counts_as_absent(parameters: dict[str, list[str]]) -> None:
    assert from_parameters(parameters) == Search()


@pytest.mark.parametrize(
    ("said", "meant"),
    [("2010-2020", (2010, 2020)), ("2010–2020", (2010, 2020)), ("2010-", (2010, None)), ("-2020", (None, 2020)),
     ("2015", (2015, 2015)), ("", (None, None))],
)  # fmt: skip
def test_years(said: str, meant: tuple[int | None, int | None]) -> None:
    assert years_from(said) == meant


def test_filters_that_a_library_does_not_know_are_set_apart() -> None:
    facets = Facets({"Karlsrud": 2}, {2015: 2}, {"en": 2}, {"report": 1}, {"a": 9}, {"MINUSMA": 1})
    asked = Filters(
        documents=("a", "unread", "gone"), authors=("Karlsrud", "Hunt"), kinds=("thesis",),
        missions=("MINUSMA", "ONUC"),
        years=(2010, None), cites=("S/RES/2100",), part="notes",
    )  # fmt: skip
    here, gone = parted(asked, facets, ["a", "unread"])
    assert here == Filters(
        documents=("a", "unread"), authors=("Karlsrud",), missions=("MINUSMA",), years=(2010, None),
        cites=("S/RES/2100",), part="notes",
    )  # fmt: skip
    assert gone == Filters(documents=("gone",), authors=("Hunt",), kinds=("thesis",), missions=("ONUC",))
