"""Read a document page by page, at the passage, with each note of the page resolved beside it."""

import streamlit as st

from index import LibraryError
from index.found import Hit
from ui import references, shelf
from ui.citingsentence import CitingSentence, citing_sentence
from ui.desk import mending, parts
from ui.landing import landing
from ui.readaddress import Reading, reading_from
from ui.readcard import Opened, reader_data
from ui.trail import search_of, trail
from ui.wording import escaped, short_document

show_reader = parts.component("read", "reader-root")


def choose() -> None:
    """Offer the documents to open."""
    entries = shelf.entries()
    if not entries:
        st.info("This library is empty. Add PDFs on the Library page, or with `bluenote add FOLDER -r`.")
        return
    names = {entry.id: f"{entry.title} ({short_document(entry.csl)})" for entry in entries}
    chosen = st.selectbox(
        "Document", list(names), index=None, format_func=names.__getitem__, placeholder="Choose a document to read"
    )
    if chosen is not None:
        st.query_params.from_dict({"doc": chosen})
        st.rerun()


def passage_of(reading: Reading) -> Hit | None:
    """The passage that the address names, if it still stands in the document that it names."""
    if not reading.passage:
        return None
    try:
        hit: Hit = shelf.library().hit(reading.passage)
    except LibraryError:
        return None
    return hit if hit.document.id == reading.document else None


def sentence_of(reading: Reading) -> CitingSentence | None:
    """The sentence by whose note the document was opened."""
    cited = reading.cited_from
    if cited is None:
        return None
    try:
        return citing_sentence(shelf.library(), shelf.document(cited.document), cited, reading.document)
    except LibraryError:
        return None


def read(reading: Reading) -> None:
    """Draw the reader."""
    library = shelf.library()
    entry = library.entry(reading.document)
    document = shelf.document(entry.id)
    hit = passage_of(reading)
    opened = Opened(
        entry=entry,
        document=document,
        landing=landing(document, reading, shelf.marks(hit) if hit else None),
        hit=hit,
        reference=references.of_hits([hit], search_of(reading.search).style)[hit.cite] if hit else None,
        cited=sentence_of(reading),
        trail=trail(library, reading),
        find=reading.find,
    )
    data = reader_data(opened, pdf=shelf.has_pdf(entry.id), made=library.corrections.of(entry.id))
    mending.answer(parts.mount(show_reader, "reader", data).correct)


place = reading_from({name: st.query_params.get_all(name) for name in st.query_params})
if place.document:
    try:
        read(place)
    except LibraryError as error:
        st.error(escaped(str(error)))
        choose()
else:
    choose()
