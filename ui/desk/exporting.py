"""Passages and works to take away from any page of the desk: one button for each format, made when it is pressed."""

from functools import partial

import streamlit as st

from ui.export import FORMATS, Selection, export
from ui.wording import counted


def offer(label: str, selection: Selection, style: str, key: str) -> None:
    """Draw a menu of all formats.

    Args:
        label: of the menu.
        selection: what is taken away.
        style: that cites are set in.
        key: the menu's own on the page, and the beginning of its files' names.
    """
    with st.popover(label, icon=":material/download:"):
        what = [counted(len(selection.extracts), "passage")] if selection.extracts else []
        st.caption(", ".join([*what, counted(len(selection.works), "work")]))
        for form in FORMATS:
            st.download_button(
                form.words,
                partial(export, selection, form, style),
                file_name=f"{key}{form.ending}",
                mime=form.media,
                key=f"{key} {form.name}",
                on_click="ignore",
                type="tertiary",
            )
