"""Where a fault stands, asked by mark and page where no page of the document is in sight; then the form for it."""

from collections.abc import Callable, Mapping

import streamlit as st

from index import LibraryError
from index.model import Entry
from ingest.model import Document
from ui import shelf
from ui.desk.mending import form
from ui.faults import CitationFault, Fault, MarkerFault, PageFault
from ui.spotting import find_marker, find_note
from ui.wording import escaped


def mending(entry: Entry) -> None:
    """Ask where in a document the fault stands, and then what is right."""
    with st.expander("Correct what was read", icon=":material/edit_note:"):
        st.page_link(
            "read_page.py",
            label="Correct it beside its page",
            icon=":material/menu_book:",
            query_params={"doc": entry.id},
        )
        what = st.segmented_control(
            "What is wrong", list(_PLACES), key=f"wrong-{entry.id}", default=next(iter(_PLACES))
        )
        try:
            fault = _PLACES[what or next(iter(_PLACES))](shelf.document(entry.id))
        except LibraryError as error:
            st.error(escaped(str(error)))
            return
        if fault is not None:
            form(fault)


def _in_a_note(document: Document) -> Fault | None:
    """The citation of a note that somebody names, one of several of them chosen by its words."""
    mark, page = _mark_and_page("Note")
    if not mark:
        return None
    note = find_note(document, mark, page)
    faults = {
        note.text[one.start : one.end]: CitationFault(document.id, note.id, one.start, one.end)
        for one in document.citations
        if one.note == note.id
    }
    if len(faults) < 2:
        return next(iter(faults.values()), CitationFault(document.id, note.id, 0, 0))
    chosen = st.selectbox("Which of its citations", list(faults), key=f"which-{document.id}-{note.id}")
    return faults[chosen]


def _at_a_marker(document: Document) -> Fault | None:
    """The marker that somebody names."""
    mark, page = _mark_and_page("Marker")
    if not mark:
        return None
    block, found = find_marker(document, mark, page)
    return MarkerFault(document.id, block.id, found.offset, found.label)


def _on_a_page(document: Document) -> Fault | None:
    """The page that somebody names."""
    number = st.number_input("Page of the file", 1, max(1, len(document.pages)), key=f"page-{document.id}")
    return PageFault(document.id, int(number) - 1)


def _mark_and_page(what: str) -> tuple[str, str | None]:
    """The mark of a note or marker, and the printed page that it stands on where there are several of it."""
    with st.container(horizontal=True):
        mark = st.text_input(what, key=f"mark-{what}", placeholder="12")
        page = st.text_input("on page, if there are several", key=f"at-{what}", placeholder="67")
    return mark.strip(), page.strip() or None


_PLACES: Mapping[str, Callable[[Document], Fault | None]] = {
    "What a note cites": _in_a_note,
    "What a marker means": _at_a_marker,
    "A page’s number": _on_a_page,
}
