"""One document of the library: its data, where it stands, how it was read, and what was corrected in it."""

from zlib import crc32

import streamlit as st

from index import LibraryError
from index.model import Entry
from ui import shelf
from ui.correctionwords import correction_words
from ui.desk.mending import mending
from ui.fields import known
from ui.librarydata import FORM, edits, form_values, read_from, report_lines, versions_of
from ui.wording import counted, escaped, kind_word, short_document, year


def details(entry: Entry) -> None:
    """Draw a document with all that a reader may change of it."""
    st.subheader(escaped(entry.title or entry.file), anchor=False)
    st.caption(escaped(" · ".join(part for part in (short_document(entry.csl), entry.key, entry.state.label) if part)))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link("read_page.py", label="Read", icon=":material/menu_book:", query_params={"doc": entry.id})
        st.page_link("search_page.py", label="Search in it", icon=":material/search:", query_params={"doc": entry.id})
        st.link_button("File", f"/pdf/{entry.id}", icon=":material/picture_as_pdf:", type="tertiary")
    data, standing = st.columns([3, 2], gap="large")
    with data:
        _data(entry)
    with standing:
        _standing(entry)
        _versions(entry)
        _report(entry)
        mending(entry)
        _corrections(entry)
        _removal(entry)


def _data(entry: Entry) -> None:
    """A form of the document's data; each box says where its value was read."""
    with st.form(f"data-{entry.id}", border=False):
        typed = {}
        for name, value in form_values(entry.csl).items():
            label = FORM.get(name, name)
            source = read_from(entry.csl, name)
            told = f"{label} · {escaped(source)}" if source else label
            key = _key(name, entry, value)
            if name == "type":
                kinds = sorted(known("types"), key=kind_word)
                at = kinds.index(value) if value in kinds else kinds.index("document")
                typed[name] = st.selectbox(told, kinds, index=at, format_func=kind_word, key=key)
            elif name in known("names"):
                hint = "One a line: Family, Given; a body without a comma."
                typed[name] = st.text_area(told, value, help=hint, height="content", key=key)
            else:
                typed[name] = st.text_input(told, value, key=key)
        sent = st.form_submit_button("Save what I changed", type="primary")
    if not sent:
        return
    try:
        changes = edits(entry.csl, typed)
        for change in changes:
            shelf.library().corrections.make(entry.id, change)
    except LibraryError as error:
        st.error(escaped(str(error)))
        return
    if changes:
        st.toast(f"{counted(len(changes), 'field')} changed by hand", icon=":material/edit:")
        st.rerun()


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


def _corrections(entry: Entry) -> None:
    """What was corrected by hand, each to be undone."""
    made = [one for one in shelf.library().corrections.all(entry.id) if one.correction.document == entry.id]
    if not made:
        return
    st.markdown("**Corrected by hand**")
    for one in made:
        with st.container(horizontal=True, vertical_alignment="center"):
            lost = " :orange[(its words are not there any more)]" if one.lost else ""
            when = one.correction.made[:10]
            st.markdown(f"{escaped(correction_words(one.correction))} :small[{when}]{lost}", width="stretch")
            if st.button("Undo", key=f"undo-{one.correction.id}", type="tertiary"):
                shelf.library().corrections.undo(one.correction.id)
                st.rerun()


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
            st.toast(f"Removed {escaped(entry.key)}", icon=":material/delete:")
            st.rerun()


def _key(box: str, entry: Entry, value: object) -> str:
    """A box's key, another one for another value: else the browser goes on showing what was typed before an undo."""
    return f"{box}-{entry.id}-{crc32(str(value).encode())}"
