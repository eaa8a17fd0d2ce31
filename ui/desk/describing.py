"""A form of a document's data; each box says where its value was read."""

from zlib import crc32

import streamlit as st

from index import LibraryError
from index.model import Entry
from ui.desk import parts
from ui.fields import known
from ui.librarydata import FORM, edits, form_values, read_from
from ui.serving import shelf
from ui.wording import counted, escaped, kind_word


def describing(entry: Entry) -> None:
    """Draw the form; what is changed with it is kept as corrections, a field each."""
    with st.form(f"data-{entry.id}", border=False):
        typed = {name: _box(entry, name, value) for name, value in form_values(entry.csl).items()}
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
        parts.say(f"{counted(len(changes), 'field')} changed by hand")
        st.rerun()


def _box(entry: Entry, name: str, value: str) -> str:
    label, source = FORM.get(name, name), read_from(entry.csl, name)
    told = f"{label} · {escaped(source)}" if source else label
    # Another key for another value: else the browser goes on showing what was typed before an undo.
    key = f"{name}-{entry.id}-{crc32(value.encode())}"
    if name == "type":
        kinds = sorted(known("types"), key=kind_word)
        at = kinds.index(value) if value in kinds else kinds.index("document")
        return str(st.selectbox(told, kinds, index=at, format_func=kind_word, key=key))
    if name in known("names"):
        hint = "One a line: Family, Given; a body without a comma."
        return st.text_area(told, value, help=hint, height="content", key=key)
    if name == "title":  # seen whole
        return st.text_area(told, value, height="content", key=key)
    return st.text_input(told, value, key=key)
