"""Ask, read the passages with their notes resolved, copy what you cite."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from index import Filters, LibraryError
from index.found import Results
from index.model import Facets, Mode, Part
from ui.addresses.export import Wanted
from ui.addresses.search import Search, from_parameters, parted, to_parameters
from ui.addresses.trail import search_words
from ui.cards import startcard
from ui.cards.highlight import sought
from ui.cards.hitcard import hit_html, known_html
from ui.cites import references
from ui.desk import parts
from ui.desk.exporting import offer
from ui.desk.filtering import chosen, draw_filters
from ui.loosening import loosened
from ui.serving import shelf
from ui.wording import also_words, counted, escaped, filter_words

BATCH = 10
MODES: Mapping[Mode, str] = {"hybrid": "Meaning and words", "words": "Words", "phrase": "Exact phrase"}
PARTS: Mapping[Part, str] = {"both": "Text and notes", "body": "Text", "notes": "Notes"}

show_hits = parts.component("hits", "hits", "hits")
show_start = parts.component("start", "start-root")


def follow_address() -> None:
    """Fill the widgets from the URL when the page is opened, and when the reader goes back to another search."""
    parameters = {name: st.query_params.get_all(name) for name in st.query_params}
    # The widgets forget what they showed while another page is open.
    if parameters == st.session_state.get("address") and "question" in st.session_state:
        return
    search = from_parameters(parameters) if parameters else Search(style=parts.cited_in())
    facets = shelf.facets()
    _, gone = parted(search.filters, facets, [entry.id for entry in shelf.entries()])
    if gone != Filters():
        named = ", ".join((*gone.documents, filter_words(replace(gone, documents=())))).strip(", ")
        st.warning(
            f"This address asks for {escaped(named)}, not in this library: the search is not limited to it.",
            icon=":material/link_off:",
        )
    fill(search, facets)


def fill(search: Search, facets: Facets) -> None:
    """Set the widgets to a search, as far as this library has what its filters name."""
    filters, _ = parted(search.filters, facets, [entry.id for entry in shelf.entries()])
    first, last = filters.years
    st.session_state.update(
        question=search.question,
        mode=search.mode if search.mode in MODES else "hybrid",
        part=filters.part,
        documents=list(filters.documents),
        authors=list(filters.authors),
        years=f"{first or ''}-{last or ''}" if first or last else "",
        languages=list(filters.languages),
        missions=list(filters.missions),
        cites=list(filters.cites),
        group=search.view.group,
        sort=search.view.sort,
        kinds=list(filters.kinds),
        shown=BATCH,
    )
    parts.now_cite_in(search.style)


def start_over() -> None:
    """Show the first hits again when the search changes."""
    st.session_state.shown = BATCH


def ask() -> tuple[Search, DeltaGenerator]:
    """Draw the question; return what the reader has set, and where the filters go once their counts are known."""
    question = st.text_input(
        "Question",
        key="question",
        on_change=start_over,
        label_visibility="collapsed",
        icon=":material/search:",
        placeholder="Ask a question, put an “exact phrase” in quotation marks, or type a symbol such as S/RES/2100",
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        mode = st.segmented_control(
            "Match by", list(MODES), format_func=MODES.__getitem__, key="mode", on_change=start_over, required=True
        )
        part = st.segmented_control(
            "Look in", list(PARTS), format_func=PARTS.__getitem__, key="part", on_change=start_over, required=True
        )
        place = st.popover("Filters and order", icon=":material/tune:")
        style = parts.cite_in(230)
    filters, view = chosen(part or "both")
    return Search((question or "").strip(), filters, mode or "hybrid", view, style), place


def remember(search: Search) -> None:
    """Write the search into the URL, so that it can be shared and kept."""
    parameters = to_parameters(search)
    st.session_state.address = parameters
    st.query_params.from_dict(parameters)


def recall(search: Search) -> None:
    """Keep what was asked last, to be asked again."""
    before = [one for one in st.session_state.get("asked", []) if one.question != search.question]
    st.session_state["asked"] = [search, *before][: startcard.MOST]


def show(results: Results, search: Search) -> None:
    """Draw the hits; the filters are named, for they are folded away."""
    if limits := filter_words(search.filters):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f":material/filter_alt: Only {escaped(limits)}", width="content")
            whole = replace(search, filters=Filters(part=search.filters.part))
            st.button("Clear the filters", type="tertiary", on_click=fill, args=(whole, shelf.facets()))
    if also := also_words(results):
        st.caption(f":material/unfold_more: {escaped(also)}")
    known = known_html(results.known)
    if not results.hits:
        if known:
            draw(known)
        nothing(search)
        return
    documents = len({hit.document.id for hit in results.hits})
    passages = counted(len(results.hits), "passage")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            f"{f'The first {passages}' if results.further else passages} from {counted(documents, 'document')}"
            " · the address of this page is this search"
        )
        offer(Wanted(search, st.session_state.shown), passages, "export")
    rendered = references.of_hits(results.hits, search.style)
    words, address = sought(results, search.mode), search_words(search)
    by_document = search.view.group == "document"
    html = "".join(
        hit_html(hit, rendered, words, address, goes_on=by_document and before == hit.document.id)
        for before, hit in zip(("", *(hit.document.id for hit in results.hits)), results.hits, strict=False)
    )
    draw(known + html)
    if results.further and st.button("Show more"):
        st.session_state.shown += BATCH
        st.rerun()


def draw(html: str) -> None:
    """Hand HTML, whose every value is escaped, to the page."""
    parts.mount(show_hits, "hits", {"html": html})


def nothing(search: Search) -> None:
    """Say that nothing was found, and what to loosen: each limit that alone keeps passages out."""
    facets = shelf.facets()
    found = loosened(shelf.library(), search)
    limited = search.filters != Filters() or search.mode != "hybrid"
    advice = (
        "Loosen what limits the search, or ask in other words." if found
        else "Nor does anything without what limits the search: ask in other words." if limited
        else "Ask in other words."
    )  # fmt: skip
    st.info(f"Nothing in this library answers that. {advice}", icon=":material/search_off:")
    for number, looser in enumerate(found):
        st.button(
            f"Without {escaped(looser.words)}: {looser.found}",
            key=f"looser {number}",
            on_click=fill,
            args=(looser.search, facets),
        )


def welcome() -> None:
    """What the library holds, and ways to begin, before anything is asked."""
    entries = shelf.entries()
    if not entries:
        parts.tell_empty()
        return
    notes = sum(entry.notes for entry in entries)
    pages = sum(entry.pages for entry in entries)
    st.caption(f"{len(entries):,} documents · {pages:,} pages · {notes:,} notes")
    library = shelf.library()
    questions = startcard.tries() if library.sample else []
    cited = startcard.cited_most(library.works(count=startcard.MOST).works)
    asked = startcard.asked_before(st.session_state.get("asked", []))
    html = startcard.search_start(asked, questions, parts.left_off(startcard.MOST), cited)
    parts.mount(show_start, "start", {"html": html})


def answer(search: Search) -> Results | None:
    """The answers to what is asked; None, and why, where it cannot be answered."""
    try:
        found: Results = shelf.library().search(
            search.question,
            k=st.session_state.shown,
            filters=search.filters,
            mode=search.mode,
            view=search.view,
            counted=True,
        )
        return found
    except LibraryError as error:
        st.error(escaped(str(error)))
        return None


follow_address()
asked, filters_place = ask()
remember(asked)
found = answer(asked) if asked.question else None
with filters_place:
    draw_filters(asked, found.facets if found else None, start_over)
if found is not None:
    recall(asked)
    show(found, asked)
elif not asked.question:
    welcome()
