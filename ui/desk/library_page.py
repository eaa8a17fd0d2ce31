"""The documents of the library: what there is of each kind and year, their data, and a place to drop more."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from index import Filters, LibraryError
from index.model import Entry
from ui.desk.details import details
from ui.desk.dropping import add_dropped
from ui.librarydata import admitted, kinds_of, table_row, year_spans
from ui.serving import shelf
from ui.wording import counted, escaped, kind_word

SEEN = 4
"""Documents of the table in sight at once: what is told of a chosen one below it should be in sight, too."""
ROW = 66
"""Pixels: room for three lines, which a title with its subtitle may need; Streamlit wraps words from 65 on."""
MISSIONS = 12
"""Missions that get a button: those that most documents name."""


def bar(entries: Sequence[Entry]) -> list[Entry]:
    """Missions, kinds, years, tags and collections with their counts; the documents that what is chosen admits."""
    shelves = shelf.library().shelves
    ids = [entry.id for entry in entries]
    words = st.text_input(
        "Find a document",
        key="find",
        icon=":material/search:",
        label_visibility="collapsed",
        placeholder="Title, author, year, symbol or citekey",
    )
    missions = dict(list(shelf.facets().missions.items())[:MISSIONS])
    chosen_missions = chips("Missions", missions)
    kinds, spans = kinds_of(entries), year_spans(entries)
    with st.container(horizontal=True, gap="medium"):
        chosen_kinds = chips("Kinds", kinds, kind_word)
        chosen_years = chips("Years", {span.label: span.count for span in spans})
    with st.container(horizontal=True, gap="medium"):
        tags = chips("Tags", shelves.tags(ids))
        collections = chips("Collections", shelves.collections(ids))
    filters = shelves.narrowed(Filters(missions=tuple(chosen_missions)), tags=tags, collections=collections)
    inside = entries if filters == Filters() else shelf.library().entries(filters)
    return admitted(inside, words, chosen_kinds, [span for span in spans if span.label in chosen_years])


def chips(label: str, counts: Mapping[str, int], said: Callable[[str], str] = str) -> list[str]:
    """Buttons with their counts, several of which may be chosen; none where there is nothing to choose between."""
    if not counts:
        return []
    chosen: list[str] = st.pills(
        label,
        list(counts),
        selection_mode="multi",
        format_func=lambda name: f"{escaped(said(name))} · {counts[name]}",
        key=f"chips-{label}",
    )
    return chosen


def table(entries: Sequence[Entry]) -> Entry | None:
    """Every document with its data and reading state; the one that is chosen."""
    shelves = shelf.library().shelves.all()
    tags = {entry.id: shelves[entry.id].tags if entry.id in shelves else () for entry in entries}
    order = ["Title", "By", "Year", "Kind", *(["Tags"] if any(tags.values()) else []), "Reading", "Pages", "Citekey"]
    event = st.dataframe(
        [table_row(entry, tags[entry.id]) for entry in entries],
        column_order=order,
        column_config={
            "Title": st.column_config.TextColumn(width=370),
            "By": st.column_config.TextColumn(width=140),
            "Year": st.column_config.TextColumn(width=60),
            "Kind": st.column_config.TextColumn(width=110),
            "Tags": st.column_config.ListColumn(width="small"),
            "Reading": st.column_config.TextColumn(width=130),
            "Pages": st.column_config.NumberColumn(width=60),
        },
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key="table",
        row_height=ROW,
        height="content" if len(entries) <= SEEN else 5 * ROW,
    )
    rows = event.selection.rows
    return entries[rows[0]] if rows and rows[0] < len(entries) else None


def trash() -> None:
    """What was removed, to be brought back or let go for good."""
    library = shelf.library()
    gone = library.trash.all()
    if not gone:
        return
    with st.expander(f"Trash ({len(gone)})", icon=":material/delete:"):
        for one in gone:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"{escaped(one.title or one.key)} :small[removed {one.removed[:10]}]", width="stretch")
                if st.button("Restore", key=f"restore-{one.id}", type="tertiary", icon=":material/undo:"):
                    act(partial(library.restore, one.id))
        with st.popover("Empty the trash…"):
            st.markdown(f"{counted(len(gone), 'document')} and their files will be gone for good.")
            if st.button("Let them go", type="primary"):
                act(library.empty_trash)


def act(deed: Callable[[], object]) -> None:
    """Do it and draw the page anew, or say why it cannot be done."""
    try:
        deed()
    except LibraryError as error:
        st.error(escaped(str(error)))
        return
    st.rerun()


with st.expander("Add documents", icon=":material/upload_file:", expanded=not shelf.entries()):
    add_dropped()
everything = shelf.entries()
found = bar(everything) if everything else []
st.markdown(
    f"**{counted(len(found), 'document')}**" + (f" of {len(everything)}" if len(found) < len(everything) else "")
)
chosen = table(found) if found else None
if chosen is None and (named := st.query_params.get("doc")):
    chosen = next((entry for entry in everything if entry.id == named), None)
if chosen is not None:
    st.query_params["doc"] = chosen.id
    details(chosen)
elif found:
    st.caption("Choose a document to see and change its data.")
trash()
