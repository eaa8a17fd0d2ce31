"""The desk's own components: a script, its style, and what all of them share: put aside, undo, say what was done."""

import time
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from index import LibraryError
from ui.cards import startcard
from ui.cards.startcard import Way
from ui.cites.styles import DEFAULT_STYLE, STYLES
from ui.correcting.correctionwords import correction_words
from ui.serving import shelf
from ui.wording import style_word

HERE = Path(__file__).parent
SAID = 60
"""Characters of a passage put aside that are said back."""
FOR = 6.0
"""Seconds for which a sentence is worth saying, on whichever page it is drawn."""
_CITED_IN = "style chosen last"
_SAID = "said of what was put aside"
"""In the session: a sentence, its number so that the same one may be said twice, and when it was said."""


def component(name: str, root: str, script: str = "shown") -> Any:
    """A component in the style of `NAME.css`.

    Args:
        name: its own.
        root: class of the element that the script fills.
        script: name of its script; "shown" shows HTML, and does what its links and buttons say.
    """
    return st.components.v2.component(
        f"bluenote.{name}",
        html=f'<div class="{root}"></div>',
        css=_file("base.css") + _file(f"{name}.css"),
        js=_file("shared.js") + _file(f"{script}.js"),
    )


def mount(drawn: Any, key: str, data: Mapping[str, Any]) -> Any:
    """Draw a component; put aside what its reader asks to, and take back the corrections that he undoes.

    Args:
        drawn: as `component` made it.
        key: its own on the page.
        data: what its script is given.

    Returns:
        What its script told: `correct` is what a reader says is wrong there, None where nothing was pressed.
    """
    state = st.session_state
    return drawn(
        data=data,
        key=key,
        on_clip_change=lambda: put_aside(state[key].clip),
        on_undo_change=lambda: take_back(str(state[key].undo)),
        on_correct_change=lambda: None,
    )


def cited_in() -> str:
    """The style of citations that was chosen last, on whichever page or in an address."""
    return str(st.session_state.get(_CITED_IN, DEFAULT_STYLE))


def now_cite_in(style: str) -> None:
    """Choose the style of citations, for all pages."""
    st.session_state[_CITED_IN] = style


def cite_in(width: int) -> str:
    """Ask for the style of citations: a box so many pixels wide."""
    state = st.session_state
    state["style"] = cited_in()  # what is chosen on one page Streamlit forgets on another
    style: str = st.selectbox(
        "Cite in",
        list(STYLES),
        format_func=style_word,
        key="style",
        on_change=lambda: now_cite_in(state["style"]),
        width=width,
    )
    return style


def left_off(most: int) -> list[Way]:
    """The ways back to the documents read last that are still in the library."""
    shelf.remember_reads()
    entries = {entry.id: entry for entry in shelf.entries()}
    reads = [read for read in shelf.library().reads.last() if read.document in entries][:most]
    today = datetime.now().astimezone().date()
    return [startcard.left_off(one, entries[one.document], shelf.document(one.document), today) for one in reads]


def put_aside(wanted: Any) -> None:
    """Put a passage, or a sentence of it, among the clippings: {passage, start, end}; no end means to its end."""
    library = shelf.library()
    try:
        hit = library.hit(str(wanted["passage"]))
        clipping = library.clippings.add(hit, start=int(wanted.get("start") or 0), end=wanted.get("end"))
    except LibraryError as error:
        say(str(error))
        return
    opening = clipping.words[:SAID] + ("…" if len(clipping.words) > SAID else "")
    say(f"Put aside in {clipping.list}: {opening}")


def take_back(correction: str) -> None:
    """Undo a correction."""
    try:
        undone = shelf.library().corrections.undo(correction)
    except LibraryError as error:
        say(str(error))
        return
    say(f"Undone: {correction_words(undone)}")


def tell_empty() -> None:
    """Draw that nothing is in the library yet, and how something comes in."""
    st.info("This library is empty. Add PDFs on the Library page, or with `bluenote add FOLDER -r`.")


def say(text: str) -> None:
    """Say a sentence in the page's corner, at once or on the next drawing of the page."""
    st.session_state[_SAID] = (text, st.session_state.get(_SAID, ("", 0, 0.0))[1] + 1, time.monotonic())


def tell(drawn: Any) -> None:
    """Draw what was said last; once on every page, before what the page itself draws.

    Streamlit's own toasts are dialogs without a name to a screen reader; this is a status line.
    """
    text, number, at = st.session_state.get(_SAID, ("", 0, 0.0))
    fresh = time.monotonic() - at < FOR
    with st.container(key="told"):
        drawn(data={"text": text if fresh else "", "number": number}, key="said")


@cache
def _file(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
