"""The desk's own components: a script, its style, and what all of them share."""

from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).parent


def component(name: str, root: str) -> Any:
    """A component of the files `NAME.css` and `NAME.js`, to be drawn with `data=` and `key=`.

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


def _file(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
