"""Every work and UN document that the library cites, by how often, and for one of them each passage that cites it."""

import streamlit as st

from index import LibraryError
from index.errors import NoSuchWork
from ui.addresses.export import Wanted
from ui.addresses.sources import Asked, asked_from, sources_parameters
from ui.cards.sourcescard import by_hand, picture_html, work_html, works_html
from ui.cards.whocites import pictured, who_cites
from ui.desk import mending, parts
from ui.desk.exporting import offer
from ui.serving import shelf
from ui.wording import counted, escaped

BATCH = 50

show_works = parts.component("sources", "sources-root")


def follow_address() -> Asked:
    """What the URL asks for; the widgets are filled from it where it changed under them."""
    parameters = {name: st.query_params.get_all(name) for name in st.query_params}
    asked = asked_from(parameters)
    if parameters != st.session_state.get("sources address") or "cited works" not in st.session_state:
        known = {entry.id for entry in shelf.entries()}
        by = asked.by if asked.by in known else None
        st.session_state.update({"cited works": asked.query, "citing document": by, "works shown": BATCH})
        st.session_state["sources address"] = parameters
    return asked


def ask() -> Asked:
    """Draw what narrows the list; return what the reader has set."""
    titles = shelf.titles()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        query = st.text_input(
            "Find a cited work",
            key="cited works",
            icon=":material/search:",
            placeholder="Author, title, symbol or year",
        )
        by = st.selectbox(
            "Cited by", list(titles), index=None, format_func=titles.__getitem__, key="citing document",
            placeholder="Any document",
        )  # fmt: skip
    asked = Asked(query=(query or "").strip(), by=by or "")
    parameters = sources_parameters(asked)
    st.session_state["sources address"] = {name: [value] for name, value in parameters.items()}
    st.query_params.from_dict(parameters)
    return asked


def list_works(asked: Asked) -> None:
    """Draw the works, the most cited first, and who cites them."""
    library = shelf.library()
    found = library.works(asked.query, by=asked.by or None, count=st.session_state["works shown"])
    if not found.works:
        st.info(
            "No work that this library cites answers to that." if asked.query or asked.by
            else "No note of this library cites a work yet. Add PDFs on the Library page.",
            icon=":material/search_off:",
        )  # fmt: skip
        return
    listing, picturing = st.tabs([counted(found.total, "cited work"), "Who cites what"])
    with listing:
        with st.container(horizontal=True, vertical_alignment="center"):
            unread = found.works[0].citing.unread
            st.caption(
                "The most cited first"
                + (f" · {counted(unread, 'document')} may cite more: not all notes could be read" if unread else "")
            )
            offer(Wanted(listed=asked), counted(found.total, "cited work"), "export")
        parts.mount(show_works, "works", {"html": works_html(found.works, asked)})
        if found.total > len(found.works) and st.button("Show more"):
            st.session_state["works shown"] += BATCH
            st.rerun()
    with picturing:
        picture = who_cites([library.citing(work.key) for work in pictured(found.works)])
        parts.mount(show_works, "picture", {"html": picture_html(picture, asked)})


def open_work(asked: Asked) -> None:
    """Draw one work and all places that cite it; what is counted wrongly is corrected there."""
    library = shelf.library()
    cited = library.citing(library.corrections.standing(asked.work))
    html = work_html(cited, asked, by_hand(library, cited))
    mending.answer(parts.mount(show_works, "work", {"html": html}).correct)


def nothing_cites(work: str, why: str) -> None:
    """Say that no place cites a work, with what led the last ones away from it by hand."""
    st.info(escaped(why), icon=":material/search_off:")
    mending.by_hand(shelf.library().corrections.parted([work]))
    if st.button("All cited works", icon=":material/arrow_back:"):
        st.query_params.clear()
        st.rerun()


place = follow_address()
try:
    if place.work:
        open_work(place)
    else:
        list_works(ask())
except NoSuchWork as error:
    nothing_cites(place.work, str(error))
except LibraryError as error:
    st.error(escaped(str(error)))
