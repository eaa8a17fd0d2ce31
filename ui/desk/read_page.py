"""Read a document page by page, at the passage, with each note of the page resolved beside it."""

import streamlit as st

from index import LibraryError
from index.errors import NoSuchDocument
from index.found import Hit
from ui.addresses.read import Reading, reading_from
from ui.addresses.trail import search_of, trail
from ui.cards import startcard
from ui.cards.citingsentence import CitingSentence, citing_sentence
from ui.cards.landing import landing
from ui.cards.readcard import Opened, reader_data
from ui.cites import references
from ui.desk import mending, parts
from ui.serving import shelf
from ui.wording import counted, escaped

show_reader = parts.component("read", "reader-root", "read")
show_start = parts.component("start", "start-root")


def choose() -> None:
    """Say what the page is for, and offer the documents to open: those read last, the newest, and all."""
    st.subheader("Read", anchor=False)
    st.markdown(
        "Page by page as it is printed, with each note of the page beside it and the work that it leads to. "
        "A cited work that is in this library opens at the cited page, beside the sentence that cites it.",
        width=704,
    )
    names = shelf.titles()
    if names:
        chosen = st.selectbox(
            f"All {counted(len(names), 'document')}",
            list(names),
            index=None,
            format_func=names.__getitem__,
            placeholder="Choose a document to read, by any word of its title or author",
            width=704,
        )
        if chosen is not None:
            st.query_params.from_dict({"doc": chosen})
            st.rerun()
    left = parts.left_off(startcard.MOST)
    new = startcard.newest(shelf.entries(), [one.document for one in left])
    parts.mount(show_start, "start", {"html": startcard.read_start(left, new)})


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
    shelf.remember_reads()
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
    except NoSuchDocument:
        st.warning(
            f"The document of this address is not in this library: {escaped(place.document)}",
            icon=":material/link_off:",
        )
        choose()
    except LibraryError as error:
        st.error(escaped(str(error)))
else:
    choose()
