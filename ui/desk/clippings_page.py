"""Passages put aside: read them, order them by hand, remark on them, export them together."""

from collections.abc import Callable

import streamlit as st

from index import LibraryError
from index.kept.clippings import Clippings
from ingest.errors import IngestError
from ui.addresses.export import Wanted
from ui.addresses.search import Search
from ui.cards import startcard
from ui.cards.clippinglist import ClippingView, clipping_html, views
from ui.desk import parts
from ui.desk.exporting import offer
from ui.errors import CitingError
from ui.serving import shelf
from ui.wording import counted, escaped

show_start = parts.component("start", "start-root")
show_clipping = parts.component("clipping", "clipping-root")


def changed(change: Callable[[Clippings], object]) -> None:
    """Change the clippings; what cannot be done is said."""
    try:
        change(shelf.library().clippings)
    except LibraryError as error:
        parts.say(str(error))


def remarked(ref: str) -> None:
    """Keep what was written beside a clipping."""
    changed(lambda kept: kept.remark(ref, st.session_state[f"remark-{ref}"].strip()))


def filed(ref: str) -> None:
    """Put a clipping into the list that was chosen or typed."""
    name = st.session_state[f"list-{ref}"]
    if name:
        changed(lambda kept: kept.file(ref, name))


def renamed(old: str) -> None:
    """Give the list that is shown the name that was typed."""
    new = st.session_state["rename"].strip()
    if new and new != old:
        changed(lambda kept: kept.rename(old, new))
        st.session_state["list"] = new


def head(lists: dict[str, int]) -> tuple[str, str]:
    """Which list, and in which style its citations are; ways to rename it and to take it away."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if st.session_state.get("list") not in lists:
            st.session_state["list"] = next(iter(lists))
        name: str = st.selectbox(
            "List", list(lists), key="list", format_func=lambda one: f"{one} · {lists[one]}", width=260
        )
        style = parts.cite_in(200)
        with st.popover("Rename", icon=":material/edit:"):
            st.text_input("New name of the list", key="rename", value=name, on_change=renamed, args=(name,))
        offer(Wanted(Search(style=style), list=name), counted(lists[name], "clipping"), "export")
    return name, style


def card(view: ClippingView, number: int, count: int, lists: list[str]) -> None:
    """One clipping with its remark, and what can be done with it."""
    clipping = view.clipping
    with st.container(border=True):
        words, own = st.columns([8, 5], gap="medium")
        with words:
            parts.mount(show_clipping, f"words-{clipping.id}", {"html": clipping_html(view)})
        with own:
            st.text_area(
                "Remark",
                value=clipping.remark,
                key=f"remark-{clipping.id}",
                height="content",
                on_change=remarked,
                args=(clipping.id,),
            )
            actions(view, number, count, lists)
        if st.session_state.get("checked") == clipping.id:
            compared(view)


def actions(view: ClippingView, number: int, count: int, lists: list[str]) -> None:
    """Order, file, compare, take out."""
    ref = view.clipping.id

    def move(to: int) -> Callable[[Clippings], object]:
        return lambda kept: kept.move(ref, to)

    with st.container(horizontal=True, vertical_alignment="center"):
        for label, to in (("Up", number - 1), ("Down", number + 1)):
            st.button(
                label,
                key=f"{label.lower()}-{ref}",
                icon=f":material/arrow_{label.lower()}ward:",
                type="tertiary",
                disabled=not 0 <= to < count,
                on_click=changed,
                args=(move(to),),
            )
        with st.popover("Other list", icon=":material/drive_file_move:", type="tertiary"):
            st.selectbox(
                "Put it into",
                [one for one in lists if one != view.clipping.list],
                index=None,
                accept_new_options=True,
                key=f"list-{ref}",
                on_change=filed,
                args=(ref,),
                placeholder="Choose a list, or type a new name",
            )
        if view.href and st.button(
            "Check against the page", key=f"check-{ref}", icon=":material/fact_check:", type="tertiary"
        ):
            st.session_state["checked"] = ref
        st.button(
            "Take out",
            key=f"drop-{ref}",
            icon=":material/delete:",
            type="tertiary",
            on_click=changed,
            args=(lambda kept: kept.drop(ref),),
        )


def compared(view: ClippingView) -> None:
    """Whether the words stand on the page; where that is not sure, the piece of the page."""
    name = view.found.passage or ""
    try:
        text = shelf.library().hit(name).passage.text
        start = max(0, text.find(view.found.words))
        end = min(len(text), start + len(view.found.words))
        verdict = shelf.checked(name, start, end)
        pictures = [shelf.piece_picture(name, start, end, number) for number in range(len(verdict.pieces))]
    except (LibraryError, IngestError) as error:
        st.error(escaped(str(error)))
        return
    (st.success if verdict.sure else st.warning)(verdict.message)
    for picture in pictures:
        st.image(picture)


kept = dict(shelf.library().clippings.lists())
if not kept:
    parts.mount(show_start, "start", {"html": startcard.clippings_start(parts.left_off(1))})
else:
    chosen_list, chosen_style = head(kept)
    try:
        shown = views(shelf.library(), shelf.library().clippings.all(chosen_list), chosen_style)
        st.caption(counted(len(shown), "clipping"))
        for at, one in enumerate(shown):
            card(one, at, len(shown), list(kept))
    except (LibraryError, CitingError) as error:
        st.error(escaped(str(error)))
