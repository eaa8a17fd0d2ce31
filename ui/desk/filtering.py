"""The filters of the Search page, each choice with how many of the answers it would keep."""

from collections.abc import Callable, Mapping

import streamlit as st

from index import Filters
from index.model import Facets, Group, Part, Sort, View
from index.search.ranking import DEPTH
from index.terms.missions import missions
from ui.addresses.search import Search, years_from
from ui.serving import shelf
from ui.wording import kind_word, language_word

GROUPS: Mapping[Group, str] = {"passage": "Passages", "document": "By document"}
SORTS: Mapping[Sort, str] = {"relevance": "Relevance", "date": "Date", "page": "Title and page"}

_KEYS = ("group", "sort", "documents", "authors", "years", "kinds", "languages", "missions", "cites")
"""Of the widgets here, in the session's state."""
_SPANS = 8
"""Years that are told one by one."""


def chosen(part: Part) -> tuple[Filters, View]:
    """What the widgets hold, also before they are drawn."""
    state = st.session_state
    filters = Filters(
        documents=tuple(state.documents),
        authors=tuple(state.authors),
        years=years_from(state.years or ""),
        kinds=tuple(state.kinds),
        languages=tuple(state.languages),
        missions=tuple(state.missions),
        cites=tuple(state.cites),
        part=part,
    )
    return filters, View(state.group or "passage", state.sort or "relevance")


def draw_filters(search: Search, counts: Facets | None, changed: Callable[[], None]) -> None:
    """Draw order and filters.

    Args:
        search: what is asked.
        counts: of its answers; None where nothing is asked, and the library's own are shown.
        changed: called when the reader changes any of them.
    """
    for key in _KEYS:
        # The browser makes what is folded away when it is first opened, and knows only what the last run told: else a
        # filter of the address would limit the search and show as not chosen.
        st.session_state[key] = st.session_state[key]
    with st.container(horizontal=True):
        st.segmented_control(
            "Show", list(GROUPS), format_func=GROUPS.__getitem__, key="group", on_change=changed, required=True
        )
        st.segmented_control(
            "Sort by", list(SORTS), format_func=SORTS.__getitem__, key="sort", on_change=changed, required=True
        )
    st.caption(numbers_words(search, counts))
    whole = shelf.facets()
    told = counts or whole

    def several(label: str, key: str, values: Mapping[str, int], word: Callable[[str], str] = str) -> None:
        kept: Mapping[str, int] = getattr(told, key)
        st.multiselect(
            label,
            sorted(values, key=lambda value: -kept.get(value, 0)),
            format_func=lambda value: f"{word(value)} · {kept.get(value, 0):,}",
            key=key,
            on_change=changed,
            select_all=False,
            placeholder="Any",
        )

    titles = shelf.titles()
    several("Documents", "documents", dict.fromkeys(titles, 0), titles.__getitem__)
    several("Authors", "authors", whole.authors)
    draw_years(told.years, changed)
    several("Kinds", "kinds", whole.kinds, kind_word)
    several("Languages", "languages", whole.languages, language_word)
    several("Missions", "missions", whole.missions, mission_word)
    st.multiselect(
        "Citing a work",
        st.session_state.cites,
        key="cites",
        accept_new_options=True,
        placeholder="S/RES/2100, a DOI or a citekey",
        on_change=changed,
    )


def draw_years(counts: Mapping[int, int], changed: Callable[[], None]) -> None:
    """Draw the box for years, with those that the answers are of or how years are written."""
    years = st.text_input("Years", key="years", placeholder="2010-2020", on_change=changed)
    if years and years_from(years) == (None, None):
        st.caption(":material/error: Write years as 2015, 2010-2020, 2010- or -2020.")
    elif counts:
        st.caption(years_words(counts))


def numbers_words(search: Search, counts: Facets | None) -> str:
    """What the numbers beside the choices are."""
    if counts is None:
        return "The numbers count documents of this library; at documents, their passages."
    among = "all passages that have the phrase" if search.mode == "phrase" else f"the {DEPTH} best answers"
    what = "documents" if search.view.group == "document" else "passages"
    return f"The numbers count {what}: how many of {among} each choice would keep."


def years_words(counts: Mapping[int, int]) -> str:
    """The years with their counts, those that count most where there are many: "2013: 4, 2015: 12, …"."""
    most = sorted(counts, key=lambda year: (-counts[year], -year))[:_SPANS]
    more = ", …" if len(counts) > _SPANS else ""
    return ", ".join(f"{year}: {counts[year]:,}" for year in sorted(most)) + more


def mission_word(name: str) -> str:
    """A mission with its country and years."""
    known = missions()
    return known[name].label if name in known else name
