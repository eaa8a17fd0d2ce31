"""The desk: which pages there are and what stands on all of them."""

from pathlib import Path

import streamlit as st

from index import LibraryError
from ui import shelf

HERE = Path(__file__).parent
# Streamlit leaves a hand's breadth above a page; a desk needs the room for passages.
TIGHTER = "<style>.stMainBlockContainer { padding-top: 4.2rem; padding-bottom: 3rem; max-width: 84rem; }</style>"

st.set_page_config(page_title="Bluenote", page_icon=str(HERE / "mark.svg"), layout="wide")
st.logo(str(HERE / "wordmark.svg"), icon_image=str(HERE / "mark.svg"), size="large")
st.html(TIGHTER)

try:
    library = shelf.library()
except LibraryError as error:
    st.error(str(error))
    st.stop()

page = st.navigation(
    [
        st.Page("search_page.py", title="Search", icon=":material/search:", default=True),
        st.Page("read_page.py", title="Read", icon=":material/menu_book:", url_path="read"),
        st.Page("library_page.py", title="Library", icon=":material/library_books:", url_path="library"),
    ],
    position="top",
)
if library.sample:
    st.caption("**Sample library** · invented texts that cite real works, made to try Bluenote with")
page.run()
