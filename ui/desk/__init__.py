"""The desk: the script that Streamlit runs, its pages, and what they draw with."""
