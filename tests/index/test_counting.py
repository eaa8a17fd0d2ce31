"""What each value of a filter would keep of the answers to a question."""

from dataclasses import replace

import pytest

import ingest.child
from index.library import Library
from index.model import Facets, Filters, View

DATA = {
    "a.pdf": ("Doe", 2001, "report", "en"),
    "b.pdf": ("DOE", 2001, "book", "en"),
    "c.pdf": ("Ravn", 2015, "report", "fr"),
}
TEXT = """{0} on patrols
A patrol left the {0} camp before dawn.
No convoy moved along the {0} road that day.
A third patrol never left, for want of {0} fuel."""


@pytest.fixture
def three(shelf: Library, pdf, monkeypatch) -> Library:
    """Two documents by one author, whose name they write otherwise, and one in French."""
    read = ingest.child.read

    def told(path):
        author, year, kind, language = DATA[path.name]
        document = read(path)
        told_of = {"author": [{"family": author}], "issued": {"date-parts": [[year]]}, "type": kind}
        return replace(document, csl={**document.csl, **told_of}, language=language)

    monkeypatch.setattr(ingest.child, "read", told)
    shelf.add([pdf(name, TEXT.format(word)) for name, word in zip(DATA, ("MINUSMA", "Nice", "Mons"), strict=True)])
    return shelf


def counts(library: Library, mode="words", by="passage", **filters) -> Facets:
    found = library.search("patrol", k=1, filters=Filters(**filters), mode=mode, view=View(by), counted=True)
    assert found.facets is not None
    return found.facets


def kept(library: Library, mode="words", **filters) -> int:
    return len(library.search("patrol", k=99, filters=Filters(**filters), mode=mode).hits)


@pytest.mark.parametrize("mode", ["words", "phrase"])
def test_as_many_as_the_filter_then_keeps(three: Library, mode) -> None:
    told = counts(three, mode)
    assert told.authors == {name: kept(three, mode, authors=(name,)) for name in three.facets().authors}
    assert told.years == {year: kept(three, mode, years=(year, year)) for year in (2001, 2015)}
    assert told.kinds == {kind: kept(three, mode, kinds=(kind,)) for kind in ("report", "book")}
    assert told.languages == {language: kept(three, mode, languages=(language,)) for language in ("en", "fr")}
    assert told.missions == {"MINUSMA": kept(three, mode, missions=("MINUSMA",))}
    assert told.documents == {entry.id: kept(three, mode, documents=(entry.id,)) for entry in three.entries()}


def test_documents_where_results_are_by_document(three: Library) -> None:
    assert counts(three, by="document").kinds == {"report": 2, "book": 1}


def test_what_a_filter_leaves_out_is_counted_as_if_it_were_not_set(three: Library) -> None:
    free, limited = counts(three), counts(three, kinds=("report",))
    assert limited.kinds == free.kinds
    assert limited.authors == {name: kept(three, kinds=("report",), authors=(name,)) for name in free.authors}
    assert limited.languages == {"en": 1, "fr": 1}


def test_nothing_is_counted_where_nothing_is_found_or_asked_for(three: Library) -> None:
    empty = three.search("zebra", mode="words", counted=True).facets
    assert empty == Facets({}, {}, {}, {}, {}, {})
    assert three.search("patrol").facets is None


def test_counting_changes_no_answer(three: Library) -> None:
    for view in (View(), View("document"), View(sort="date")):
        plain = three.search("patrol camp", k=2, view=view)
        assert replace(three.search("patrol camp", k=2, view=view, counted=True), facets=None) == plain
