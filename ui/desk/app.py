"""The desk: which pages there are and what stands on all of them."""

from pathlib import Path

import streamlit as st

from index import LibraryError
from ui.desk import parts
from ui.serving import shelf

HERE = Path(__file__).parent
# Streamlit leaves a hand's breadth above a page, where a desk needs room for passages, and sets captions too pale to
# be read by everybody (4.3 : 1; WCAG asks for 4.5), and in the dark white words on light blue buttons (2.1 : 1). Its
# buttons to choose between are less high than the boxes beside them, and on a telephone half of them are out of sight.
STYLE = """<style>
.stMainBlockContainer { padding-top: 4.2rem; padding-bottom: 3rem; max-width: 84rem; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] * { color: inherit; }
[data-testid="stCaptionContainer"] { opacity: 0.82; }
@media (prefers-color-scheme: dark) { [data-testid^="stBaseButton-primary"] :is(p, span) { color: #15181c; } }
[data-testid="stLayoutWrapper"]:has(> .st-key-told) { position: absolute; height: 0; }
[data-variant^="segmented_control"] { min-height: 2.5rem; }
[class*="st-key-chips"] [role="toolbar"] { flex-wrap: wrap; }
</style>"""
show_told = parts.component("told", "told-root", "told")

st.set_page_config(page_title="Bluenote", page_icon=str(HERE / "mark.svg"), layout="wide")
st.logo(str(HERE / "wordmark.svg"), icon_image=str(HERE / "mark.svg"), size="large")
st.html(STYLE)

try:
    library = shelf.library()
except LibraryError as error:
    st.error(str(error))
    st.stop()

page = st.navigation(
    [
        st.Page("search_page.py", title="Search", icon=":material/search:", default=True),
        st.Page("read_page.py", title="Read", icon=":material/menu_book:", url_path="read"),
        st.Page("sources_page.py", title="Sources", icon=":material/format_quote:", url_path="sources"),
        st.Page("clippings_page.py", title="Clippings", icon=":material/content_cut:", url_path="clippings"),
        st.Page("check_page.py", title="Check", icon=":material/fact_check:", url_path="check"),
        st.Page("library_page.py", title="Library", icon=":material/library_books:", url_path="library"),
    ],
    position="top",
)
if library.sample:
    st.caption("**Sample library** · invented texts that cite real works, made to try Bluenote with")
parts.tell(show_told)
page.run()
