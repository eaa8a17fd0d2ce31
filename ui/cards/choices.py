"""What a reader chooses from who corrects: works, notes and markers, the likeliest first; and the change so chosen."""

from collections.abc import Mapping
from dataclasses import dataclass

from index import Library
from index.citations import CitedWork
from index.errors import LibraryError, NoSuchWork
from index.hits import resolved_notes
from index.kept.corrections import Change, Cites, MarkerMeans, SameWork
from index.kept.naming import own_work, work_named, work_told
from index.kept.reciting import citation_at, work_at
from index.kept.spots import Place, Spot, spot, spot_of_note
from index.model import Entry
from ingest.model import Block, Citation, Document, Marker, Note
from ui.cards.notewords import gist
from ui.correcting.faults import CitationFault, MarkerFault
from ui.correcting.spotting import before, find_words, page_at
from ui.wording import brief_source, page_words, titled

NO_NOTE = ""


class Gone(LibraryError):
    """What a button was about is not in the document any more."""


@dataclass(frozen=True, slots=True)
class Cited:
    """The citation that a fault is about, and the text that it stands in."""

    holder: Block | Note
    citation: Citation | None
    """None where none was seen."""
    words: str
    led_to: str
    """The work in a few words, or that it was left open."""


def holder_of(document: Document, name: str) -> Block | Note:
    """The block or note of an id."""
    holders: tuple[Block | Note, ...] = (*document.notes, *document.blocks)
    found = next((holder for holder in holders if holder.id == name), None)
    if found is None:
        raise Gone("this is not in the document any more: it was read anew meanwhile")
    return found


def cited(document: Document, fault: CitationFault) -> Cited:
    """What stands where a fault is."""
    holder = holder_of(document, fault.home)
    found = citation_at(document, Place(holder, fault.start, fault.end))
    sources = {source.id: source for source in document.sources}
    words = holder.text[fault.start : fault.end]
    if found is None:
        return Cited(holder, None, words, "no citation was seen here")
    source = sources.get(found.source or "")
    return Cited(holder, found, words, brief_source(source, long=True) if source else "left open")


def works_to_choose(document: Document, entries: tuple[Entry, ...], citation: Citation | None) -> dict[str, str]:
    """Names of works as `index.kept.naming.work_named` knows them, each with its words.

    First those that the citation was thought to mean, then what else the document cites, then the library's own.
    """
    likely = citation.candidates if citation else ()
    sources = sorted(document.sources, key=lambda one: likely.index(one.id) if one.id in likely else len(likely))
    works = {source.key: brief_source(source, long=True) for source in sources}
    works |= {entry.id: titled(entry) for entry in entries if entry.id != document.id}
    seen: dict[str, int] = {}
    for name, words in works.items():  # two of the same words could not be told apart in a list
        seen[words] = seen.get(words, 0) + 1
        works[name] = words if seen[words] == 1 else f"{words} [{name}]"
    return works


def cites(library: Library, document: Document, at: Spot, work: str | None) -> Change:
    """These words cite the work that is named.

    Args:
        library: whose works may be meant.
        document: the citing one.
        at: the words.
        work: as `works_to_choose` names it, or in words; None for none.
    """
    meant = work_named(library, document, work) if work is not None else None
    return Cites(at, meant, was=work_at(document, at))


def cites_its_own(library: Library, document: Document, at: Spot) -> Change:
    """These words cite a work of their own, as they say."""
    was = work_at(document, at)
    return Cites(at, own_work(library, at.words, was), was=was)


def tells_its_own(words: str) -> bool:
    """Whether a citation's words say by themselves which work it is: "Urquhart, op. cit." does not."""
    try:
        work_told(words)
    except NoSuchWork:
        return False
    return True


def one_work(library: Library, kept: CitedWork, other: CitedWork) -> Change:
    """Two cited works are one, by all keys that the other one goes by."""
    keys = library.keys_of([other.key])
    return SameWork(
        kept.key,
        other.key,
        brief_source(kept, long=True),
        brief_source(other, long=True),
        also=tuple(key for key in keys if key not in (kept.key, other.key)),
    )


def notes_to_choose(document: Document, fault: MarkerFault) -> dict[str, str]:
    """Ids of notes with their words: those of the marker's label first, then by nearness; and that it means none."""
    home = holder_of(document, fault.block)
    page = page_at(home, fault.offset)
    said = {note.id: "".join(gist(note)) for note in resolved_notes(document)}
    near = sorted(
        document.notes, key=lambda note: (note.label != fault.label, abs((note.pages or (page,))[0] - page), note.label)
    )
    words = {note.id: f"{note.label} · {said[note.id]} ({_where(document, note.pages[:1])})" for note in near}
    return {**words, NO_NOTE: "no note of this document"}


def marker_means(document: Document, fault: MarkerFault, note: str) -> Change:
    """The marker means this note (its id), or with "" none."""
    block = holder_of(document, fault.block)
    aim = holder_of(document, note) if note else None
    return MarkerMeans(
        spot(block, fault.offset, fault.offset), fault.label, spot_of_note(aim) if isinstance(aim, Note) else None
    )


def unread_marker(document: Document, note: Note, words: str) -> Change:
    """A mark that was not read stands behind these words and means the note.

    Raises:
        NotThere: The words stand nowhere in the text on the note's pages, or more than once.
    """
    labels = {document.pages[index].label for index in note.pages}
    page = labels.pop() if note.kind == "footnote" and len(labels) == 1 else None
    return MarkerMeans(
        find_words(document, words, None, page, behind=True), note.label, spot_of_note(note), unread=True
    )


def markers_to_choose(document: Document, note: Note) -> Mapping[tuple[str, int], tuple[Marker, str]]:
    """The marks on a note's pages and the pages beside them, by block and offset, each with the words before it.

    First those that mean no note yet, and of these the ones of its own label.
    """
    pages = {index + step for index in note.pages for step in (-1, 0, 1)}
    found = [
        (block, marker)
        for block in document.blocks
        for marker in block.markers
        if page_at(block, marker.offset) in pages or (marker.label == note.label and note.kind == "endnote")
    ]
    found.sort(key=lambda pair: (pair[1].note is not None, pair[1].label != note.label))
    return {(block.id, marker.offset): (marker, marker_words(document, block, marker)) for block, marker in found}


def marker_words(document: Document, block: Block, marker: Marker) -> str:
    """Say "12 after “…in the north.” (p. 67)"."""
    where = _where(document, (page_at(block, marker.offset),))
    return f"{marker.label} after “{before(block, marker.offset)}” ({where})"


def _where(document: Document, pages: tuple[int, ...]) -> str:
    return page_words(document.pages[pages[0]]) if pages else "no page"
