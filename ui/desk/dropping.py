"""A place to drop files on, and what became of them."""

import tempfile
from pathlib import Path

import streamlit as st

from index import LibraryError
from index.bibliographies.bibfiles import is_bibliography
from index.model import Added
from ui.serving import shelf
from ui.wording import escaped

READABLE = ["pdf", "txt", "md", "jsonl", "bib", "ris", "json", "rdf"]


def add_dropped() -> None:
    """Add what is dropped here, one line for each file."""
    with st.form("add", clear_on_submit=True, border=False):
        dropped = st.file_uploader(
            "PDFs and texts, with a bibliography that describes them", type=READABLE, accept_multiple_files=True
        )
        sent = st.form_submit_button("Add to the library")
    if not (sent and dropped):
        return
    bar = st.progress(0.0, text="Keeping the files")
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, file in enumerate(dropped):
            # Two dropped files may bear one name; a browser may send a path: keep the last part, in its own folder.
            place = Path(folder) / str(number)
            place.mkdir()
            paths.append(place / Path(file.name).name)
            paths[-1].write_bytes(file.getbuffer())
        try:
            done = shelf.library().add(
                [path for path in paths if not is_bibliography(path)],
                bibliography=[path for path in paths if is_bibliography(path)],
                passing=True,
                progress=lambda name, stage, at, total: bar.progress(
                    at / total, text=f"{at} of {total} done · {stage} {escaped(Path(name).name)}"
                ),
            )
        except LibraryError as error:
            message = str(error)
            for path in paths:  # in a folder that nobody knows
                message = message.replace(str(path), path.name)
            st.error(escaped(message), icon=":material/error:")
            return
    bar.empty()
    if not done:
        st.info("A bibliography describes the documents that are dropped with it, also those that are in already.")
    for failed in (one for one in done if one.status == "failed"):
        st.error(said(failed), icon=":material/error:")
    if there := [one for one in done if one.status != "failed"]:
        st.success("  \n".join(map(said, there)), icon=":material/check:")


def said(outcome: Added) -> str:
    """One line about one file, in Markdown."""
    # A message about a file begins with its path, which here is a folder that is gone already.
    message = (outcome.message or outcome.status).removeprefix(f"{outcome.path}: ")
    return escaped(f"{Path(outcome.path).name}: {message}")
