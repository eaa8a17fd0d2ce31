"""One document of the library: its data, where it stands, how it was read, and what was corrected in it."""

from zlib import crc32

import streamlit as st

from index import Filters, LibraryError
from index.model import Entry
from ui.addresses.export import Wanted
from ui.addresses.search import Search
from ui.desk import parts
from ui.desk.describing import describing
from ui.desk.exporting import offer
from ui.desk.mending import by_hand
from ui.librarydata import report_lines, versions_of
from ui.serving import shelf
from ui.wording import counted, escaped, short_document, title_of, year


def details(entry: Entry) -> None:
    """Draw a document with all that a reader may change of it."""
    st.subheader(escaped(title_of(entry)), anchor=False)
    st.caption(escaped(" · ".join(part for part in (short_document(entry.csl), entry.key, entry.state.label) if part)))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link("read_page.py", label="Read", icon=":material/menu_book:", query_params={"doc": entry.id})
        st.page_link("search_page.py", label="Search in it", icon=":material/search:", query_params={"doc": entry.id})
        st.link_button("File", f"/pdf/{entry.id}", icon=":material/picture_as_pdf:", type="tertiary")
        offer(Wanted(Search(filters=Filters(documents=(entry.id,)))), "All its passages", f"export-{entry.id}")
    data, standing = st.columns([3, 2], gap="large")
    with data:
        describing(entry)
    with standing:
        _standing(entry)
        _versions(entry)
        _report(entry)
        _corrections(entry)
        _removal(entry)


def _standing(entry: Entry) -> None:
    """Tags and collections, given and taken at once."""
    shelves = shelf.library().shelves
    ids = [one.id for one in shelf.entries()]
    own = shelves.of(entry.id)
    tags = st.multiselect(
        "Tags",
        sorted({*shelves.tags(ids), *own.tags}),
        own.tags,
        accept_new_options=True,
        key=_key("tags", entry, own.tags),
        placeholder="Choose or type one",
    )
    collections = st.multiselect(
        "Collections",
        sorted({*shelves.collections(ids), *own.collections}),
        own.collections,
        accept_new_options=True,
        key=_key("collections", entry, own.collections),
        placeholder="Choose or type one: Thesis/Chapter 2",
    )
    if set(tags) != set(own.tags) or set(collections) != set(own.collections):
        shelves.take(entry.id, tags=set(own.tags) - set(tags), collections=set(own.collections) - set(collections))
        shelves.put(entry.id, tags=tags, collections=collections)
        st.rerun()


def _versions(entry: Entry) -> None:
    """Preprint, another edition, an addendum: documents of the same work."""
    found = versions_of(entry, shelf.entries())
    if found:
        st.markdown("**Versions of this work**")
    for other, why in found:
        label = escaped(" · ".join(part for part in (other.title, year(other.csl), why) if part))
        st.page_link("library_page.py", label=label, query_params={"doc": other.id}, icon=":material/difference:")


def _report(entry: Entry) -> None:
    """How the document was read."""
    told = report_lines(shelf.document(entry.id))
    st.markdown("**How it was read**")
    st.markdown(f"{escaped(entry.state.label)}, {counted(entry.pages, 'page')}")
    for name, lines in told.items():
        with st.expander(f"{name} ({len(lines)})"):
            st.text("\n".join(lines))
    address = {"doc": entry.id}
    st.page_link("read_page.py", label="Correct it beside its page", icon=":material/edit_note:", query_params=address)


def _corrections(entry: Entry) -> None:
    """What was corrected by hand, each to be undone."""
    made = [one for one in shelf.library().corrections.all(entry.id) if one.correction.document == entry.id]
    if made:
        st.markdown("**Corrected by hand**")
        by_hand([one.correction for one in made], [one.correction for one in made if one.lost])


def _removal(entry: Entry) -> None:
    """Remove the document, after a question."""
    with st.popover("Remove…", icon=":material/delete:"):
        st.markdown("It goes into the trash, with its tags and corrections, and can be brought back from there.")
        if st.button("Remove it", key=f"remove-{entry.id}", type="primary"):
            try:
                shelf.library().remove(entry.id)
            except LibraryError as error:
                st.error(escaped(str(error)))
                return
            parts.say(f"Removed {entry.key}")
            st.rerun()


def _key(box: str, entry: Entry, value: object) -> str:
    """A box's key, another one for another value: else the browser goes on showing what was typed before an undo."""
    return f"{box}-{entry.id}-{crc32(str(value).encode())}"
