"""Check the quotations of a draft against what is printed; the draft itself is not kept."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import streamlit as st

from index import LibraryError
from index.quoting.quotations import Quoted
from ui.addresses.read import at_locator, read_href
from ui.cards.markup import html_of
from ui.desk import parts
from ui.drafts.checking import Checked, check
from ui.drafts.draft import FORMATS, DraftUnreadable
from ui.drafts.findings import STATES, in_order, printed_on, summary
from ui.serving import shelf
from ui.wording import escaped

CHECKED = "draft checked"
"""In the session: the dropped file's own id, its name and what was found, for whoever comes back from a page read."""

show_findings = parts.component("check", "check-root")


def check_dropped(dropped: Any) -> None:
    """Look up the quotations of a file that was dropped, once."""
    if dropped.file_id == st.session_state.get(CHECKED, ("", "", ()))[0]:
        return
    st.session_state.pop(CHECKED, None)
    name = Path(dropped.name).name  # a browser may send a path
    with tempfile.TemporaryDirectory() as folder, st.spinner(f"Looking up the quotations of {escaped(name)}"):
        draft = Path(folder) / f"draft{Path(name).suffix}"
        draft.write_bytes(dropped.getbuffer())
        try:
            found = check(shelf.library(), draft)
        except (DraftUnreadable, LibraryError) as error:
            st.error(escaped(str(error).replace(str(draft), name)), icon=":material/error:")
            return
    st.session_state[CHECKED] = (dropped.file_id, name, found)


def tell(name: str, found: Sequence[Checked]) -> None:
    """Draw what was found, what is to be looked at first."""
    st.markdown(f"**{escaped(name)}** · {escaped(summary(found))}")
    if found:
        html = html_of("check", found=in_order(found), states=STATES, href=place_href, printed_on=printed_on)
        parts.mount(show_findings, "findings", {"html": html})


def place_href(place: Quoted) -> str:
    """Where a quotation is printed, as an address of the Read page."""
    return read_href(replace(at_locator(place.document.id, place.cite.locator), passage=place.passage or ""))


file = st.file_uploader("A draft whose quotations are looked up in this library", type=[kind[1:] for kind in FORMATS])
if not shelf.entries():
    parts.tell_empty()
elif file is not None:
    check_dropped(file)
if CHECKED in st.session_state:
    tell(*st.session_state[CHECKED][1:])
elif file is None:
    st.caption(
        "For each quotation: where it is printed, what differs, and whether that is the page that the note or the "
        "brackets after it cite. The draft is read on this machine and not kept."
    )
