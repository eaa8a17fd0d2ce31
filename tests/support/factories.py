"""Tiny documents for tests, in the words of the field: `note("Ibid., 5")`, `document([paragraph("One.")])`.

A caret puts a marker into a text: `paragraph("It failed.^1 It did not.^2")` has two markers that lead to notes n1, n2.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Any

from ingest.model import Anchor, Block, BlockKind, Document, Marker, Note, Page, Span

LINE = 60
"""Characters to a printed line."""

_MARK = re.compile(r"\^(\d+|[a-z*†])")
_ids = itertools.count(1)


def lines(text: str, page: int = 0, top: float = 72.0) -> tuple[Span, ...]:
    """Spans of a text as if it were set in lines of at most LINE characters, broken at spaces."""
    spans, start = [], 0
    while start < len(text):
        end = len(text) if len(text) - start <= LINE else text.rfind(" ", start, start + LINE + 1)
        end = start + LINE if end <= start else end
        y = top + 12.0 * len(spans)
        spans.append(Span(start, end, page, (72.0, y, 72.0 + 5.0 * (end - start), y + 10.0)))
        start = end + 1 if text[end : end + 1] == " " else end
    return tuple(spans)


def block(
    text: str,
    kind: BlockKind = "paragraph",
    *,
    section: Sequence[str] = (),
    page: int = 0,
    pages: Sequence[int] | None = None,
    paragraph: str | None = None,
    id: str | None = None,  # noqa: A002 - the model's word
) -> Block:
    """A block; carets become markers. With `pages`, its lines are dealt out over these page indexes in order."""
    markers, bare = [], ""
    for piece in re.split(r"(\^(?:\d+|[a-z*†]))", text):
        mark = _MARK.fullmatch(piece)
        if mark:
            markers.append(Marker(len(bare), mark[1], f"n{mark[1]}"))
        else:
            bare += piece
    spans = lines(bare, page)
    if pages:
        share = -(-len(spans) // len(pages))
        spans = tuple(Span(s.start, s.end, pages[i // share], s.bbox) for i, s in enumerate(spans))
    return Block(id or f"b{next(_ids)}", kind, bare, tuple(section), paragraph, spans, tuple(markers))


def heading(text: str, section: Sequence[str] = (), **more: Any) -> Block:
    """A heading."""
    return block(text, "heading", section=section, **more)


def paragraph(text: str, section: Sequence[str] = (), **more: Any) -> Block:
    """A paragraph."""
    return block(text, section=section, **more)


def note(text: str, label: str = "1", *, page: int = 0, marker: Anchor | None = None, **more: Any) -> Note:
    """A footnote with id "n" + label."""
    return Note(
        id=f"n{label}",
        label=label,
        kind="footnote",
        text=text,
        pages=(page,),
        spans=lines(text, page, top=640.0),
        marker=marker,
        **more,
    )


def document(
    blocks: Iterable[Block], notes: Iterable[Note] = (), *, pages: int = 1, first: int = 1, **more: Any
) -> Document:
    """A document whose printed pages count from `first`."""
    given: dict[str, Any] = {
        "id": "0123456789abcdef",
        "title": "A tiny document",
        "csl": {"type": "report", "title": "A tiny document"},
        "language": "en",
        "note_style": "footnotes",
        "pages": tuple(Page(i, str(first + i), "printed", "layer", 595.0, 842.0) for i in range(pages)),
        "blocks": tuple(blocks),
        "notes": tuple(notes),
    }
    return Document(**{**given, **more})
