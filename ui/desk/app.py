"""The desk: which pages there are and what stands on all of them."""

import streamlit as st

from index import LibraryError
from ui import shelf

st.set_page_config(page_title="Bluenote", page_icon=":material/menu_book:", layout="wide")

try:
    library = shelf.library()
except LibraryError as error:
    st.error(str(error))
    st.stop()

page = st.navigation(
    [
        st.Page("search_page.py", title="Search", icon=":material/search:", default=True),
        st.Page("library_page.py", title="Library", icon=":material/library_books:", url_path="library"),
    ],
    position="top",
)
if library.sample:
    st.caption("**Sample library** · invented texts that cite real works, made to try Bluenote with")
page.run()
