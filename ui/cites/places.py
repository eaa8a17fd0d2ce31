"""A place that somebody asks to cite, checked against what is printed in the document."""

from collections.abc import Iterable

from index.places import has_pages
from index.quoting.running import Running
from ingest.model import Csl, Document, Locator
from ui.cites.citing import locator
from ui.correcting.spotting import find_note
from ui.errors import CitingError
from ui.wording import extent


def find_place(
    document: Document,
    *,
    page: str | None = None,
    paragraph: str | None = None,
    chapter: str | None = None,
    note: str | None = None,
    section: str | None = None,
) -> Locator | None:
    """The locator for what was asked: one page, paragraph, chapter, note or section, or a range of the first two.

    Args:
        document: the document that is cited.
        page: a printed label, a range of two, or with `note` the page that the note stands on.
        paragraph: a printed paragraph number, or a range of two.
        chapter: taken as it is, for chapters are called in too many ways.
        note: a note's mark.
        section: a heading, or its number.

    Returns:
        None where nothing was asked: the whole work.

    Raises:
        NotThere: no such note is there, or several are.
        CitingError: no such page, paragraph or heading is there, a range runs backwards, or more than one was asked
            for.
    """
    if sum(part is not None for part in (paragraph, chapter, section, note or page)) > 1:
        raise CitingError("cite one place: a page, a paragraph, a chapter, a section or a note")
    if section is not None:
        return _section(document, section)
    if note is not None:
        return _note(document, note, page)
    if page is not None:
        return _page(document, page)
    if paragraph is not None:
        return _printed("paragraph", paragraph, (block.paragraph for block in document.blocks if block.paragraph))
    return locator("chapter", chapter) if chapter is not None else None


def _section(document: Document, heading: str) -> Locator:
    headings = [block.text for block in document.blocks if block.kind == "heading"]
    whole = next((one for one in headings if heading in (one, one.split(" ", 1)[0].rstrip("."))), None)
    if whole is None:
        raise CitingError(f"there is no heading {heading!r} in this document")
    return Locator("section", heading)


def _page(document: Document, page: str) -> Locator:
    if not has_pages(document):
        raise CitingError("a plain text has no pages: cite a section of it, or all of it")
    numbered = [one.label for one in document.pages if one.label_source != "index"]
    if page.partition("-")[0].strip() in numbered:
        return _printed("page", page, numbered)
    place = _printed("page", page, (one.label for one in document.pages))
    source = next(one.label_source for one in document.pages if one.label == place.value.partition("–")[0])
    # The label is only the count of the file's pages: no page number is printed that a reader of paper could look up.
    words = f"PDF pp. {place.value}" if "–" in place.value else f"PDF p. {place.value}"
    return Locator("page", words) if source == "index" else place


def works_of(document: Document, label: str, page: str | None = None) -> list[tuple[Csl, str, Locator | None]]:
    """The works that a note surely cites: each item, its key, and the place in it.

    Raises:
        NotThere: there is no such note, or several.
        CitingError: no work of it is certain.
    """
    note = find_note(document, label, page)
    sources = {source.id: source for source in document.sources}
    citations = {citation.id: citation for citation in document.citations}
    found: list[tuple[Csl, str, Locator | None]] = []
    for citation in (citations[one] for one in note.citations if one in citations):
        source = sources.get(citation.source or "")
        if source is not None:
            found.append(({"title": source.text, **source.csl}, source.key, citation.locator))
    if not found:
        raise CitingError(f"note {label} leads to no work that is certain")
    return found


def call_of(document: Document, key: str, label: str, page: str | None = None) -> Locator | None:
    """The place in the text where a note is called; None where it has no mark there."""
    note = find_note(document, label, page)
    if note.marker is None:
        return None
    running = Running(document)
    at = running.start_of(note.marker.block) + note.marker.offset
    return running.cite(max(0, at - 1), at, key).locator


def _note(document: Document, label: str, page: str | None) -> Locator:
    """The note as Chicago cites it: "67n12", note 12 on page 67."""
    first = find_note(document, label, page).pages[0]
    return Locator("page", f"{document.pages[first].label}n{label}")


def _printed(what: str, value: str, labels: Iterable[str]) -> Locator:
    """The locator, where each end of it is printed."""
    known = list(labels)
    if value in known:
        return Locator(what, value)
    place = locator(what, value)
    for end in place.value.split("–"):
        if end not in known:
            there = f"; they {extent(known)}" if known else f"; no {what} is numbered in it"
            raise CitingError(f"there is no {what} {end} in this document{there}")
    first, last = place.value.split("–")[0], place.value.split("–")[-1]
    if known.index(first) > len(known) - 1 - known[::-1].index(last):  # labels may repeat where counting starts anew
        raise CitingError(f"{what} {first} stands after {what} {last}; write {last}-{first}")
    return place
