"""A form for what a reader sees better than the program: what a note cites, what a marker means, a page's number."""

from collections.abc import Callable, Mapping

import streamlit as st

from index import LibraryError
from index.kept.corrections import Change, Cites, MarkerMeans, PageLabel
from index.kept.naming import work_named
from index.kept.spots import spot_of_note
from index.model import Entry
from ingest.model import Document
from ui import shelf
from ui.correctionwords import correction_words
from ui.spotting import NotThere, find_marker, find_note, find_words
from ui.wording import escaped


def mending(entry: Entry) -> None:
    """Draw the form; what is corrected with it shows in the list of corrections, where it is undone."""
    with st.expander("Correct what was read", icon=":material/edit_note:"):
        what = st.segmented_control("What is wrong", list(FORMS), key=f"wrong-{entry.id}", default=next(iter(FORMS)))
        with st.form(f"mend-{what}-{entry.id}", border=False, clear_on_submit=False):
            change = FORMS[what or next(iter(FORMS))](shelf.document(entry.id))
            sent = st.form_submit_button("Correct it")
        if not sent:
            return
        try:
            made = shelf.library().corrections.make(entry.id, change())
        except LibraryError as error:
            st.error(escaped(str(error)))
            return
        st.toast(escaped(correction_words(made.correction)), icon=":material/edit:")
        st.rerun()


def _citation(document: Document) -> Callable[[], Change]:
    """Boxes for what a note cites."""
    note, page = _note_and_page("Note")
    words = st.text_input("Its words, where it cites more than one work", key=f"words-{document.id}")
    work = st.text_input(
        "The work it cites; empty for none",
        key=f"work-{document.id}",
        help="A citekey of this library, a source’s key, or a citation in full.",
    )

    def change() -> Change:
        at = find_words(document, words.strip(), find_note(document, note, page), page)
        return Cites(at, work_named(shelf.library(), document, work) if work.strip() else None)

    return change


def _marker(document: Document) -> Callable[[], Change]:
    """Boxes for what a marker means."""
    mark, page = _note_and_page("Marker")
    note = st.text_input("The note it means; empty for none", key=f"means-{document.id}")

    def change() -> Change:
        at, found = find_marker(document, mark, page)
        aim = spot_of_note(find_note(document, note.strip())) if note.strip() else None
        return MarkerMeans(at, found.label, aim)

    return change


def _page(document: Document) -> Callable[[], Change]:
    """Boxes for the number that is printed on a page."""
    number = st.number_input("Page of the file", 1, max(1, len(document.pages)), key=f"page-{document.id}")
    label = st.text_input("The number printed on it: 65, xii, S-12", key=f"label-{document.id}")
    on = st.checkbox("The pages after it count on from there", value=True, key=f"on-{document.id}")

    def change() -> Change:
        if not label.strip():
            raise NotThere("write the number that is printed on the page")
        return PageLabel(int(number) - 1, label.strip(), on)

    return change


def _note_and_page(what: str) -> tuple[str, str | None]:
    """The mark of a note or marker, and the printed page that it stands on where there are several of it."""
    with st.container(horizontal=True):
        mark = st.text_input(what, key=f"mark-{what}", placeholder="12")
        page = st.text_input("on page, if there are several", key=f"at-{what}", placeholder="67")
    return mark.strip(), page.strip() or None


FORMS: Mapping[str, Callable[[Document], Callable[[], Change]]] = {
    "What a note cites": _citation,
    "What a marker means": _marker,
    "A page’s number": _page,
}
