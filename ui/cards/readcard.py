"""The Read page as HTML and data: its frame, and what stands beside each page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index import Library
from index.found import Hit
from index.kept.corrections import Correction
from index.kept.hands import Hands
from index.model import Entry
from ingest.model import Document
from ui.addresses.trail import Trail
from ui.cards.citingsentence import CitingSentence
from ui.cards.contents import contents, section_at
from ui.cards.finding import MOST, Match, find
from ui.cards.landing import Landing
from ui.cards.marks import Marks, Snap, as_told, shares, snapped
from ui.cards.markup import html_of
from ui.cards.pageparts import page_part
from ui.cites.citing import SetCite
from ui.correcting.correctionwords import hand_words
from ui.wording import page_words

_PUT_RIGHT = 40
"""Pages of matches whose marks are put where the file has the words: reading a page takes 10 ms, and few books of
300 pages are read through by their matches."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document opened at a place, with what led there."""

    entry: Entry
    document: Document
    landing: Landing
    hit: Hit | None = None
    """The passage that it is opened at."""
    reference: SetCite | None = None
    """The passage's."""
    cited: CitingSentence | None = None
    trail: Trail | None = None
    find: str = ""


def reader_data(opened: Opened, *, pdf: bool, made: Sequence[Correction] = ()) -> Mapping[str, Any]:
    """What the reader's component is given: its frame as HTML, all pages in a few words, and where to begin.

    Args:
        opened: what is opened.
        pdf: whether there is a file to draw pages of; texts have none.
        made: the corrections that bear on the document.
    """
    document, landing = opened.document, opened.landing
    hands = Hands(document, made)
    first = next(iter(landing.marks.get(landing.index, ())), None)
    html = html_of(
        "read",
        document=document,
        entry=opened.entry,
        pdf=pdf,
        notice=landing.missing or landing.several,
        contents=contents(document),
        cited=opened.cited,
        hit=opened.hit,
        reference=opened.reference,
        trail=opened.trail,
        find=opened.find,
    )
    return {
        "html": html,
        "document": document.id,
        "drawn": pdf,
        "pages": [
            {
                "label": page.label if page.label_source != "index" else "",
                "words": page_words(page),
                "ratio": round(page.width / page.height, 4) if page.height else 0.7,
                "hand": {"words": hand_words(hand), "id": hand.id} if (hand := hands.page(page.index)) else None,
            }
            for page in document.pages
        ],
        "index": landing.index,
        "section": None if first is None else section_at(document, landing.index, first),
        "marks": shares(landing.marks, document.pages),
        "edition": " ".join(one.id for one in made),
    }


def part_html(library: Library, document: Document, index: int, snap: Snap = as_told) -> str:
    """What stands beside one page, as HTML.

    Args:
        library: finds the works that are documents of its own.
        document: the document, whole.
        index: page index.
        snap: puts the ends of what is marked where the file's words begin and end.

    Raises:
        IndexError: there is no such page.
    """
    page, part = document.pages[index], page_part(library, document, index, snap)
    spots = [
        {
            "note": mark.note or "",
            "label": mark.label,
            "box": shares({index: [mark.box]}, document.pages)[str(index)][0],
        }
        for mark in part.marks
    ]
    hands = Hands(document, library.corrections.of(document.id))
    return html_of("page", document=document, page=page, part=part, hands=hands, spots=spots)


def matches_data(document: Document, words: str, snap: Snap = as_told) -> Mapping[str, Any]:
    """The places where words stand in a document, as JSON for the reader; `snap` as in `part_html`."""
    found = find(document, words)
    near = set(sorted({match.index for match in found})[:_PUT_RIGHT])
    marks = snapped([match.marks for match in found if match.index in near], snap)
    marks += [match.marks for match in found if match.index not in near]
    matches = [_match(match, its, document) for match, its in zip(found, marks, strict=True)]
    return {"more": len(found) == MOST, "matches": matches}


def _match(match: Match, marks: Marks, document: Document) -> Mapping[str, Any]:
    where = page_words(document.pages[match.index])
    return {
        "index": match.index,
        "where": f"{where}, note {match.note}" if match.note else where,
        "before": match.before,
        "words": match.words,
        "after": match.after,
        "marks": shares(marks, document.pages),
    }
