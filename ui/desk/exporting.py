"""Passages and works to take away from any page of the desk: a menu of formats, each file made when it is asked for."""

import streamlit as st

from ui.addresses.export import Wanted, export_href
from ui.cards.markup import html_of
from ui.desk import parts
from ui.export import FORMATS

show_formats = parts.component("export", "export-root", "export")


def offer(wanted: Wanted, what: str, key: str) -> None:
    """Draw a menu of all formats.

    Args:
        wanted: what is taken away.
        what: the same in words: "10 passages".
        key: the menu's own on the page.
    """
    state = st.session_state

    def answered() -> None:
        state[f"{key} answered"] = state[key].take

    with st.popover("Export", icon=":material/download:"):
        html = html_of("export", wanted=wanted, what=what, formats=FORMATS, href=export_href)
        data = {"html": html, "answered": state.get(f"{key} answered")}
        show_formats(data=data, key=key, on_take_change=answered)
