"""The one form for what a reader sees better than the program, whichever page it is seen on.

A page's button says what is wrong (`ui.correcting.faults`) and the form is asked in a dialog over it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st

from index import LibraryError
from index.kept.corrections import Change, Correction, PageLabel
from index.kept.spots import Spot, spot
from index.names import family_names
from ingest.model import Document, Note
from ui.cards import choices
from ui.correcting.correctionwords import correction_words, hand_words
from ui.correcting.faults import (
    CitationFault,
    DataFault,
    Fault,
    MarkerFault,
    NoteFault,
    PageFault,
    WorkFault,
    fault_from,
)
from ui.correcting.spotting import NotThere, find_words
from ui.desk import parts
from ui.desk.describing import describing
from ui.serving import shelf
from ui.wording import brief_source, escaped, page_words

_TITLES: Mapping[type, str] = {
    CitationFault: "Correct what is cited here",
    MarkerFault: "Correct which note this mark means",
    NoteFault: "Say which mark leads to this note",
    PageFault: "Correct this page’s number",
    DataFault: "Correct the document’s data",
    WorkFault: "Make one with another work",
}
_OWN, _NONE = "own", "none"
_FOUND = 8
"""Works that are offered as the same one."""
_OPENING = 160
"""Characters of a note that tell which one it is."""


def answer(said: Any) -> None:
    """Open the form for what a page's button said is wrong, if one was pressed."""
    fault = fault_from(said)
    if fault is not None:
        st.dialog(_TITLES[type(fault)], width="medium")(form)(fault)


def form(fault: Fault) -> None:
    """Draw the form for one fault; corrected, the page is drawn anew and says so."""
    try:
        match fault:
            case CitationFault():
                _citation(fault, shelf.document(fault.document))
            case MarkerFault():
                _marker(fault, shelf.document(fault.document))
            case NoteFault():
                _note(fault, shelf.document(fault.document))
            case PageFault():
                _page(fault, shelf.document(fault.document))
            case DataFault():
                describing(shelf.library().entry(fault.document))
            case WorkFault():
                _work(fault)
    except LibraryError as error:
        st.error(escaped(str(error)))


def by_hand(made: Iterable[Correction], lost: Iterable[Correction] = ()) -> None:
    """Draw corrections, each with when it was made and a button that undoes it.

    Args:
        made: the corrections.
        lost: those of them that find nothing any more.
    """
    gone = {one.id for one in lost}
    for one in made:
        with st.container(horizontal=True, vertical_alignment="center"):
            note = " :orange[(its words are not there any more)]" if one.id in gone else ""
            st.markdown(f"{escaped(correction_words(one))} :small[{escaped(hand_words(one))}]{note}", width="stretch")
            st.button("Undo", key=f"undo-{one.id}", type="tertiary", on_click=parts.take_back, args=(one.id,))


def _correct(document: str | None, change: Change) -> None:
    """Make a correction and draw the page anew; one that finds nothing is not kept."""
    editor = shelf.library().corrections
    made = editor.make(document, change)
    if made.lost:
        editor.undo(made.correction.id)
        st.error("That cannot be found again by its words, so nothing was corrected.")
        return
    parts.say(f"Corrected by hand: {correction_words(made.correction)}")
    st.rerun()


def _citation(fault: CitationFault, document: Document) -> None:
    """Ask for the work that a citation leads to."""
    cited = choices.cited(document, fault)
    works = choices.works_to_choose(document, shelf.entries(), cited.citation)
    if cited.words:
        st.markdown(f"“{escaped(cited.words)}” · {escaped(cited.led_to)}")
    else:
        st.markdown(f"“{escaped(cited.holder.text[:_OPENING])}” · {escaped(cited.led_to)}")
    with st.form(f"cites-{fault}", border=False):
        words = "" if cited.words else st.text_input("The words that cite; empty for the whole note")
        work = st.selectbox(
            "It cites",
            [*([_OWN] if choices.tells_its_own(cited.words or cited.holder.text) else []), _NONE, *works],
            index=None,
            format_func=lambda name: _WORDS.get(name) or works.get(name, name),
            accept_new_options=True,
            placeholder="Choose a work, or write a citation in full, a UN symbol or a key",
        )
        sent = st.form_submit_button("Correct it", type="primary")
    if not sent:
        return
    if not work:
        raise NotThere("choose the work that it cites, or write it in full")
    at = _words(document, fault, words.strip())
    library = shelf.library()
    _correct(
        document.id,
        choices.cites_its_own(library, document, at)
        if work == _OWN
        else choices.cites(library, document, at, None if work == _NONE else work),
    )


_WORDS = {_OWN: "A work of its own, as its words say", _NONE: "No work"}


def _words(document: Document, fault: CitationFault, words: str) -> Spot:
    """The words that are corrected: the fault's own, else those that were typed, else all of the note."""
    holder = choices.holder_of(document, fault.home)
    if fault.start < fault.end:
        return spot(holder, fault.start, fault.end)
    if words:
        return find_words(document, words, holder if isinstance(holder, Note) else None)
    return spot(holder, 0, len(holder.text))


def _marker(fault: MarkerFault, document: Document) -> None:
    """Ask for the note that a marker means."""
    block = choices.holder_of(document, fault.block)
    st.markdown(f"Mark **{escaped(fault.label)}** after “{escaped(block.text[: fault.offset][-_OPENING:])}”")
    notes = choices.notes_to_choose(document, fault)
    with st.form(f"means-{fault}", border=False):
        note = st.selectbox(
            "It means", list(notes), index=None, format_func=notes.__getitem__, placeholder="Choose a note"
        )
        sent = st.form_submit_button("Correct it", type="primary")
    if sent:
        if note is None:
            raise NotThere("choose the note that it means, or no note")
        _correct(document.id, choices.marker_means(document, fault, note))


def _note(fault: NoteFault, document: Document) -> None:
    """Ask for the marker that leads to a note."""
    note = choices.holder_of(document, fault.note)
    assert isinstance(note, Note)
    st.markdown(f"Note **{escaped(note.label)}** “{escaped(note.text[:_OPENING])}”")
    markers = choices.markers_to_choose(document, note)
    with st.form(f"led-{fault}", border=False):
        place = st.selectbox(
            "The mark that leads to it",
            list(markers),
            index=None,
            format_func=lambda one: markers[one][1],
            placeholder="Choose a mark" if markers else "No mark was read on its pages",
            disabled=not markers,
        )
        words = st.text_input("Or, where none was read, the words that it stands behind").strip()
        sent = st.form_submit_button("Correct it", type="primary")
    if not sent:
        return
    if words:
        _correct(document.id, choices.unread_marker(document, note, words))
    elif place is None:
        raise NotThere("choose the mark that leads to the note, or write the words before it")
    else:
        marker = MarkerFault(document.id, *place, markers[place][0].label)
        _correct(document.id, choices.marker_means(document, marker, note.id))


def _page(fault: PageFault, document: Document) -> None:
    """Ask for the number that is printed on a page."""
    page = document.pages[fault.index]
    st.markdown(f"{escaped(page_words(page))}, page {page.index + 1} of the file")
    with st.form(f"label-{fault}", border=False):
        label = st.text_input("The number printed on it", placeholder="65, xii, S-12")
        on = st.checkbox("The pages after it count on from there", value=True)
        sent = st.form_submit_button("Correct it", type="primary")
    if sent:
        if not label.strip():
            raise NotThere("write the number that is printed on the page")
        _correct(document.id, PageLabel(fault.index, label.strip(), on))


def _work(fault: WorkFault) -> None:
    """Ask for the work that this one is too."""
    library = shelf.library()
    work, keys = library.citing(fault.key).work, library.keys_of([fault.key])
    st.markdown(f"**{escaped(brief_source(work, long=True))}**")
    query = st.text_input(
        "Find the other work",
        value=next(family_names(work.csl), "") or str(work.csl.get("title") or ""),
        placeholder="Author, title, symbol or year",
    )
    found = {one.key: one for one in library.works(query, count=_FOUND + len(keys)).works if one.key not in keys}
    if not found:
        st.info("No other cited work answers to that.")
        return
    with st.form(f"same-{fault}", border=False):
        other = st.radio(
            "It is the same work as",
            list(found)[:_FOUND],
            index=None,
            format_func=lambda key: escaped(brief_source(found[key], long=True)),
            captions=[escaped(f"{found[key].citing.own_words} · {key}") for key in list(found)[:_FOUND]],
        )
        sent = st.form_submit_button("They are one work", type="primary")
    if sent:
        if other is None:
            raise NotThere("choose the work that is the same")
        _correct(None, choices.one_work(library, work, found[other]))
