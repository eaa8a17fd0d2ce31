"""The desk's own components: a script, its style, what all of them share, and putting passages aside from any."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from index import LibraryError
from ui import shelf

HERE = Path(__file__).parent
SAID = 60
"""Characters of a passage put aside that are said back."""
_SAID = "said of what was put aside"
"""In the session: a sentence and its number, so that the same one is said twice."""


def component(name: str, root: str) -> Any:
    """A component of the files `NAME.css` and `NAME.js`.

    Args:
        name: of the files, and of the component.
        root: class of the element that the script fills.
    """
    return st.components.v2.component(
        f"bluenote.{name}",
        html=f'<div class="{root}"></div>',
        css=_file("base.css") + _file(f"{name}.css"),
        js=_file("shared.js") + _file(f"{name}.js"),
    )


def mount(drawn: Any, key: str, data: Mapping[str, Any]) -> None:
    """Draw a component, and put aside what its reader asks to.

    Args:
        drawn: as `component` made it.
        key: its own on the page.
        data: what its script is given.
    """
    said = st.session_state.get(_SAID, ("", 0))
    drawn(data={**data, "said": said}, key=key, on_clip_change=lambda: put_aside(st.session_state[key].clip))


def put_aside(wanted: Any) -> None:
    """Put a passage, or a sentence of it, among the clippings: {passage, start, end}; no end means to its end.

    What became of it is said by the component: Streamlit's own toasts are dialogs without a name to a screen reader.
    """
    library = shelf.library()
    try:
        hit = library.hit(str(wanted["passage"]))
        clipping = library.clippings.add(hit, start=int(wanted.get("start") or 0), end=wanted.get("end"))
    except LibraryError as error:
        said = str(error)
    else:
        opening = clipping.words[:SAID] + ("…" if len(clipping.words) > SAID else "")
        said = f"Put aside in {clipping.list}: {opening}"
    st.session_state[_SAID] = (said, st.session_state.get(_SAID, ("", 0))[1] + 1)


def _file(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
