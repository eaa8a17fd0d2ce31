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
from ui.citing import SetCite
from ui.citingsentence import CitingSentence
from ui.contents import contents
from ui.correctionwords import hand_words
from ui.finding import MOST, Match, find
from ui.landing import Landing
from ui.marks import shares
from ui.markup import html_of
from ui.pageparts import page_part
from ui.trail import Trail
from ui.wording import page_words


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
        "marks": shares(landing.marks, document.pages),
        "version": str(hash((html, landing.index))),
        "edition": " ".join(one.id for one in made),
    }


def part_html(library: Library, document: Document, index: int) -> str:
    """What stands beside one page, as HTML.

    Raises:
        IndexError: there is no such page.
    """
    page, part = document.pages[index], page_part(library, document, index)
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


def matches_data(document: Document, words: str) -> Mapping[str, Any]:
    """The places where words stand in a document, as JSON for the reader."""
    found = find(document, words)
    return {"more": len(found) == MOST, "matches": [_match(match, document) for match in found]}


def _match(match: Match, document: Document) -> Mapping[str, Any]:
    where = page_words(document.pages[match.index])
    return {
        "index": match.index,
        "where": f"{where}, note {match.note}" if match.note else where,
        "before": match.before,
        "words": match.words,
        "after": match.after,
        "marks": shares(match.marks, document.pages),
    }
