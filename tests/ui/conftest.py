"""Hits made by hand: what a search would tell, without a library."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from index.model import (
    Cite,
    Entry,
    Hit,
    HitCitation,
    HitNote,
    HitSource,
    Place,
    ReadingState,
    Sentence,
)
from ingest.model import Link, Locator, Marker, Passage, Slice

WORK = {
    "type": "article-journal",
    "title": "The UN at War: Examining the Consequences of Peace-Enforcement Mandates",
    "author": [{"family": "Karlsrud", "given": "John"}],
    "container-title": "Third World Quarterly",
    "issued": {"date-parts": [[2015]]},
}


def page_cite(value: str) -> Cite:
    return Cite("dulac2019sample", Locator("page", value), f"[@dulac2019sample, p. {value}]")


@pytest.fixture
def source() -> HitSource:
    return HitSource(
        "s1", "karlsrud:un-at-war:2015", WORK, "Karlsrud, ‘The UN at War’", (Link("doi", "https://doi.org/10.1/x"),)
    )


@pytest.fixture
def citation(source: HitSource) -> HitCitation:
    return HitCitation(
        form="ibid",
        kind="work",
        text="Ibid., 5",
        start=0,
        end=8,
        signal=None,
        locator=Locator("page", "5"),
        source=source,
        through=("11",),
        candidates=(),
        why="Ibid. of note 11.",
    )


@pytest.fixture
def make_hit(citation: HitCitation) -> Callable[..., Hit]:
    """A hit of two sentences with one note on each, to be changed by keyword."""

    def make(text: str = "Robust mandates blur the line. Consent wears thin.", **changes: Any) -> Hit:
        cut = text.index(". ") + 1
        note = HitNote("n12", "12", "footnote", "passage", "Ibid., 5, and a word.", ("67",), (citation,))
        state = ReadingState(78, 78, 0, 0, 0, "notes 78 of 78")
        entry = Entry(
            "00ff",
            "dulac2019sample",
            "Blurred Lines",
            {**WORK, "title": "Blurred Lines"},
            "en",
            9,
            78,
            "/tmp/a.pdf",
            "2026-01-01T00:00:00Z",
            state,
            False,
        )
        passage = Passage(
            id="00ff-body-0003",
            kind="body",
            text=text,
            heading="Consent",
            paragraphs=(),
            first_page="67",
            last_page="68",
            first_index=2,
            last_index=3,
            spans=(Slice("b1", None, 0, len(text)),),
            markers=(Marker(cut, "12", "n12"), Marker(len(text), "13", None)),
            notes=("n12",),
        )
        hit = Hit(
            rank=1,
            score=0.8,
            document=entry,
            passage=passage,
            notes=(note,),
            cite=page_cite("67–68"),
            sentences=(Sentence(0, cut, page_cite("67")), Sentence(cut + 1, len(text), page_cite("68"))),
            places=(Place(2, "67", "printed", ((10, 10, 90, 20),)), Place(3, "68", "printed", ((10, 10, 90, 20),))),
        )
        return replace(hit, **changes)

    return make
