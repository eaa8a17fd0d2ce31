"""A marker, a note or some words that somebody names in a document, found or refused with what there is instead."""

from collections.abc import Sequence

from index.errors import LibraryError
from index.kept.spots import Spot, spot
from ingest.model import Block, Document, Marker, Note

_QUOTED = 48
"""Characters of the text before a marker that it is known by."""


class NotThere(LibraryError):
    """What was named is not in the document, or stands there more than once."""


def find_marker(document: Document, label: str, page: str | None = None) -> tuple[Block, Marker]:
    """The one marker of this label with its block, on a page of this printed label where one is given."""
    found = [
        (block, marker)
        for block in document.blocks
        for marker in block.markers
        if marker.label == label and page in (None, _label_at(document, block, marker.offset))
    ]
    if len(found) != 1:
        on = [_label_at(document, block, marker.offset) for block, marker in found]
        raise NotThere(_counted(f"marker {label}", page, on))
    return found[0]


def find_note(document: Document, label: str, page: str | None = None) -> Note:
    """The one note of this label, on a page of this printed label where one is given."""
    labels = {each.index: each.label for each in document.pages}
    found = [
        note
        for note in document.notes
        if note.label == label and (page is None or page in {labels[index] for index in note.pages})
    ]
    if len(found) != 1:
        raise NotThere(_counted(f"note {label}", page, [labels[note.pages[0]] for note in found]))
    return found[0]


def find_words(
    document: Document, words: str, note: Note | None = None, page: str | None = None, *, behind: bool = False
) -> Spot:
    """The one place of these words, in a note or in the text; of an empty text a note's only citation.

    Args:
        document: where to look.
        words: as they stand in it; "" for the one citation of the note.
        note: where to look, else in the text.
        page: printed label of the page that they begin on.
        behind: whether the place behind them is meant, where a mark stands.
    """
    if note is not None and not words:
        own = [one for one in document.citations if one.note == note.id]
        if len(own) > 1:
            said = "; ".join(repr(note.text[one.start : one.end]) for one in own)
            raise NotThere(f"note {note.label} cites {len(own)} times: say which of its words are meant ({said})")
        start, end = (own[0].start, own[0].end) if own else (0, len(note.text))
        return spot(note, start, end)
    holders: Sequence[Block | Note] = [note] if note is not None else document.blocks
    found = [
        (holder, at)
        for holder in holders
        for at in _all(holder.text, words)
        if page in (None, _label_at(document, holder, at + 1))
    ]
    if len(found) != 1:
        raise NotThere(_counted(repr(words), page, [_label_at(document, holder, at + 1) for holder, at in found]))
    holder, at = found[0]
    return spot(holder, at + len(words) if behind else at, at + len(words))


def before(block: Block, offset: int) -> str:
    """The words before a marker."""
    text = block.text[max(0, offset - _QUOTED) : offset]
    return f"…{text[text.find(' ') + 1 :]}" if offset > _QUOTED else text


def page_at(holder: Block | Note, offset: int) -> int:
    """Index of the page with the line of the character before an offset, which a marker there stands behind."""
    on = [line.page for line in holder.spans if line.start < offset] or [line.page for line in holder.spans]
    return on[-1] if offset and on else next(iter(on), 0)


def _all(text: str, words: str) -> list[int]:
    found = [at for at in range(len(text)) if text.startswith(words, at)] if words in text else []
    return found if words else []


def _label_at(document: Document, holder: Block | Note, offset: int) -> str:
    return next((page.label for page in document.pages if page.index == page_at(holder, offset)), "")


def _counted(what: str, page: str | None, on: Sequence[str]) -> str:
    where = f" on p. {page}" if page is not None else ""
    if not on:
        return f"{what} is not in this document{where}"
    pages = ", ".join(dict.fromkeys(on))
    return f"{what} is there {len(on)} times{where} (pp. {pages}): name its page, or more of its words"
