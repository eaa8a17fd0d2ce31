"""Versions of a cited work are works of their own, and counted together where one of them is asked for."""

import hashlib

import pytest
from factories import document, note, paragraph

import ingest.child
from ingest.model import Anchor, Citation, Source

AUTHOR = [{"family": "Karlsrud", "given": "John"}]
WORKS = {
    "A/55/305": {"type": "report", "number": "A/55/305", "title": "Report of the Panel"},
    "A/55/305/Corr.1": {"type": "report", "number": "A/55/305/Corr.1", "title": "Corrigendum"},
    "A/55/305/Add.1": {"type": "report", "number": "A/55/305/Add.1", "title": "Addendum"},
    "10.31235/osf.io/un": {
        "type": "article", "title": "The UN at War", "author": AUTHOR, "DOI": "10.31235/osf.io/un",
        "issued": {"date-parts": [[2014]]},
    },
    "10.1080/01436597": {
        "type": "article-journal", "title": "The UN at War", "author": AUTHOR, "DOI": "10.1080/01436597",
        "issued": {"date-parts": [[2015]]},
    },
    "karlsrud-peace-peacekeeping-2018": {
        "type": "book", "title": "Peace and Peacekeeping", "author": AUTHOR, "issued": {"date-parts": [[2018]]},
    },
}  # fmt: skip
NOTES = (
    ("A/55/305", "A/55/305/Corr.1"),
    ("A/55/305", "10.31235/osf.io/un"),
    ("A/55/305/Corr.1", "A/55/305/Add.1"),
    ("10.1080/01436597", "karlsrud-peace-peacekeeping-2018"),
)
"""The works that each note cites."""


@pytest.fixture
def library(shelf, pdf, monkeypatch):
    body = paragraph("Mandates grew.^1 Few asked.^2 Some did.^3 Nobody spoke.^4", id="b1")
    ids = {key: f"s{number}" for number, key in enumerate(WORKS)}
    sources = tuple(Source(ids[key], key, csl, csl["title"], "n1", None) for key, csl in WORKS.items())
    cited = [(number, key) for number, keys in enumerate(NOTES, start=1) for key in keys]
    citations = tuple(
        Citation(f"c{at}", f"n{number}", None, 0, 3, "full", "work", None, None, ids[key])
        for at, (number, key) in enumerate(cited)
    )
    notes = [
        note("See them.", str(number), marker=Anchor("b1", body.markers[number - 1].offset))
        for number in range(1, len(NOTES) + 1)
    ]
    path = pdf("alpha.pdf", "alpha")
    name = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    made = document([body], notes, id=name, title="Alpha", citations=citations, sources=sources)
    monkeypatch.setattr(ingest.child, "read", lambda path: made)
    (added,) = shelf.add([path])
    assert added.status == "added", added.message
    return shelf


@pytest.mark.parametrize(
    ("key", "counted", "other", "why"),
    [
        ("A/55/305", "2 certain; with another version 3 certain", "A/55/305/Corr.1", "corrigendum"),
        ("A/55/305/Corr.1", "2 certain; with another version 3 certain", "A/55/305", "corrigendum"),
        ("10.1080/01436597", "1 certain; with another version 2 certain", "10.31235/osf.io/un", "preprint"),
    ],
)
def test_versions_are_counted_together(library, key, counted, other, why):
    for work in (library.search(key).known[0], library.citing(key).work):
        assert (work.key, work.counted) == (key, counted)
        (version,) = work.versions
        assert version.key == other
        assert why in version.why


@pytest.mark.parametrize("key", ["A/55/305/Add.1", "karlsrud-peace-peacekeeping-2018"])
def test_an_addendum_and_another_work_are_no_versions(library, key):
    work = library.citing(key).work
    assert (work.versions, work.together, work.counted) == ((), None, "1 certain")


def test_of_an_author_each_work_is_named_once(library):
    found = library.search("Karlsrud").known
    assert [work.csl["title"] for work in found] == ["The UN at War", "Peace and Peacekeeping"]
