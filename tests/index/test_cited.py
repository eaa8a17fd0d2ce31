"""Works that a library cites: who cites what, surely or perhaps; and questions that name a work outright."""

import dataclasses
import hashlib

import pytest
from factories import document, heading, note, paragraph

import ingest.child
from index.errors import NoSuchDocument, NoSuchWork
from index.library import Library
from index.model import Filters
from ingest.model import Anchor, Citation, Locator, Source

KARLSRUD = {
    "type": "article-journal",
    "title": "The UN at War: Examining the Consequences",
    "author": [{"family": "Karlsrud", "given": "John"}],
    "issued": {"date-parts": [[2015]]},
}
DOYLE = {
    "type": "book",
    "title": "Making War and Building Peace",
    "author": [{"family": "Doyle", "given": "Michael"}, {"family": "Sambanis", "given": "Nicholas"}],
    "issued": {"date-parts": [[2006]]},
}


def citing(name, year, *, doi, unread=False):
    """A document with three notes: Karlsrud in full, Ibid., and one that may mean either work."""
    body = paragraph("Mandates grew robust.^1 Few asked why.^2 Some did.^3 Nobody answered.", id="b1")
    sources = (
        Source(
            "s1", doi or "karlsrud-un-war-2015", {**KARLSRUD, **({"DOI": doi} if doi else {})}, "Karlsrud", "n1", None
        ),
        Source("s2", "doyle-making-war-building-peace-2006", DOYLE, "Doyle and Sambanis", "n3", None),
    )
    citations = (
        Citation("c1", "n1", None, 4, 12, "full", "work", "See", Locator("page", "41"), "s1"),
        Citation("c2", "n2", None, 0, 8, "ibid", "work", None, Locator("page", "43"), "s1", ("n1",)),
        Citation("c3", "n3", None, 0, 10, "op-cit", "work", None, None, None, (), ("s1", "s2"), "two works fit"),
    )
    texts = {"1": "See Karlsrud, 41.", "2": "Ibid., 43.", "3": "Op. cit., 5."}
    notes = [
        note(text, label, marker=Anchor("b1", body.markers[int(label) - 1].offset), citations=(f"c{label}",))
        for label, text in texts.items()
    ]
    return document(
        [heading(name, id="b0"), body],
        notes,
        id=f"{name.casefold():0<16}"[:16],
        title=name,
        csl={
            "type": "report",
            "title": name,
            "author": [{"family": f"Writer{name}"}],
            "issued": {"date-parts": [[year]]},
        },
        citations=citations,
        sources=sources,
        pages=2,
        first=65,
    )


@pytest.fixture
def shelf3(shelf: Library, pdf, monkeypatch):
    """Two documents that cite the same works, one of them with a DOI; and the work itself."""
    itself = document(
        [heading("The UN at War", id="b0"), paragraph("The mission fought.", id="b1")],
        id="ffff000000000000",
        title=KARLSRUD["title"],
        csl=KARLSRUD,
    )
    made = {
        "alpha.pdf": citing("Alpha", 2019, doi="10.1080/01436597.2015.1"),
        "beta.pdf": citing("Beta", 2021, doi=""),
        "war.pdf": itself,
    }

    def read(path):
        content = path.read_bytes()
        return dataclasses.replace(made[path.name], id=hashlib.sha256(content).hexdigest()[:16])

    monkeypatch.setattr(ingest.child, "read", read)
    added = shelf.add([pdf(name, name) for name in made])
    assert [one.status for one in added] == ["added"] * 3
    return shelf


def entry(library, title):
    return next(one for one in library.entries() if one.title.startswith(title))


def test_a_work_is_counted_over_all_documents_whatever_they_call_it(shelf3):
    works = shelf3.works()
    assert works.total == 2
    first, second = works.works
    assert (first.citing.certain, first.citing.possible, first.documents) == (4, 2, 2)
    assert (second.citing.certain, second.citing.possible) == (0, 2)
    assert first.citing.words == "4 certain, 2 possible"
    assert first.entry == entry(shelf3, "The UN at War")
    assert second.entry is None
    assert first.key == "10.1080/01436597.2015.1"


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("karl", 1),
        ("karlsrud 2015", 1),
        ("nicholas", 1),
        ("un at war", 1),
        ("war", 2),
        ("10.1080", 1),
        ("nobody", 0),
        ("!", 0),
    ],
)
def test_works_are_looked_for_by_the_beginnings_of_words(shelf3, query, total):
    assert shelf3.works(query).total == total


def test_pages_of_works_fit_each_other(shelf3):
    assert shelf3.works(count=1).works + shelf3.works(count=1, offset=1).works == shelf3.works().works


def test_what_one_document_cites(shelf3):
    (first, second) = shelf3.works(by=entry(shelf3, "Alpha").id).works
    assert (first.citing.certain, second.citing.possible) == (2, 1)
    assert shelf3.works(by=entry(shelf3, "The UN at War").key).total == 0
    with pytest.raises(NoSuchDocument):
        shelf3.works(by="nobody")


@pytest.mark.parametrize(
    "ref", ["10.1080/01436597.2015.1", "https://doi.org/10.1080/01436597.2015.1", "karlsrud-un-war-2015"]
)
def test_each_place_that_cites_a_work(shelf3, ref):
    cited = shelf3.citing(ref)
    assert [(one.document.title, one.note, one.form) for one in cited.certain] == [
        ("Alpha", "1", "full"),
        ("Alpha", "2", "ibid"),
        ("Beta", "1", "full"),
        ("Beta", "2", "ibid"),
    ]
    full, ibid = cited.certain[:2]
    assert (full.signal, full.page, full.text, full.locator) == ("See", "65", "Karlsrud", Locator("page", "41"))
    assert full.sentence == "Mandates grew robust."
    assert ibid.sentence == "Few asked why."
    assert ibid.through == ("1",)
    assert shelf3.hit(ibid.passage).passage.kind == "body"
    assert [one.note for one in cited.possible] == ["3", "3"]
    assert cited.possible[0].why == "two works fit"


def test_a_document_is_asked_for_by_its_citekey(shelf3):
    assert shelf3.citing(entry(shelf3, "The UN at War").key).work.citing.certain == 4


def test_a_work_that_nobody_cites(shelf3):
    with pytest.raises(NoSuchWork, match="bluenote sources"):
        shelf3.citing("S/RES/1325")


def test_nothing_counts_of_a_document_that_went(shelf3):
    shelf3.remove(entry(shelf3, "Alpha").id)
    assert shelf3.works().works[0].citing.certain == 2
    assert shelf3.works("10.1080").total == 0


def test_passages_that_cite_a_work(shelf3):
    hits = shelf3.search("robust", filters=Filters(cites=("karlsrud-un-war-2015",), part="body")).hits
    (hit,) = hits  # the same text stands in both
    assert sorted([hit.document.title, *(twin.document.title for twin in hit.also)]) == ["Alpha", "Beta"]
    assert [one.title for one in shelf3.entries(Filters(cites=(entry(shelf3, "The UN at War").key,)))] == [
        "Alpha",
        "Beta",
    ]
    assert shelf3.search("robust", filters=Filters(cites=("doyle-making-war-building-peace-2006",))).hits == ()
    assert shelf3.entries(Filters(cites=("nothing",))) == []


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Karlsrud", ["karlsrud"]),
        ("karlsrud 2015", ["karlsrud"]),
        ("John Karlsrud", ["karlsrud"]),
        ("Karlsrud 1999", []),
        ("John", []),
        ("Doyle and Sambanis", ["doyle"]),
        ("Doyle and Karlsrud", []),
        ("The UN at War", ["karlsrud"]),
        ("the un at war: examining the consequences", ["karlsrud"]),
        ("Making war and building", ["doyle"]),
        ("10.1080/01436597.2015.1", ["karlsrud"]),
        ("doi: 10.1080/01436597.2015.1", ["karlsrud"]),
        ("What did Karlsrud say?", ["karlsrud"]),
        ("works by Doyle", ["doyle"]),
        ("all citations of Doyle", ["doyle"]),
        ("What did Karlsrud say about the UN at war?", ["karlsrud"]),
        ("Sambanis, Building Peace", ["doyle"]),
        ("Karlsrud, Building Peace", []),
        ("war", []),
        ('"The UN at War"', ["karlsrud"]),
        ("Karlsrud\0 \udc80", ["karlsrud"]),
        ("' OR \"*", []),
        ("", []),
    ],
)
def test_what_a_question_names_outright(shelf3, question, named):
    known = shelf3.search(question).known
    assert [one.csl["author"][0]["family"].casefold() for one in known] == named


def test_passages_that_cite_what_it_names_by_author_and_title_come_first(shelf3):
    assert shelf3.search("the UN at war, and who fought").hits[0].document.title == KARLSRUD["title"]
    first, *others = shelf3.search("what does Karlsrud say about the UN at war").hits
    assert "Mandates grew robust" in first.passage.text
    assert all(first.score >= other.score for other in others)


def test_who_cites_a_doi_is_found_also_where_the_doi_is_not_given(shelf3):
    hits = shelf3.search("10.1080/01436597.2015.1").hits
    assert {one.document.title for hit in hits for one in (hit, *hit.also)} == {"Alpha", "Beta"}


@pytest.mark.parametrize("named", ["10.5555/nobody", "10.5555/mali-cites-war", "S/RES/9999"])
def test_of_what_nobody_cites_that_is_the_answer(shelf3, named):
    found = shelf3.search(named)
    assert [(work.key, work.documents, work.entry) for work in found.known] == [(named, 0, None)]
    assert (found.hits, found.widened) == ((), ())


def test_a_work_has_its_title_in_the_language_of_most_who_cite_it(shelf, pdf, monkeypatch):
    doi = "10.1080/01436597.2015.1"
    french = citing("Gamma", 2020, doi=doi)
    csl = {**french.sources[0].csl, "title": "Les Nations Unies en guerre : examen des conséquences, avec une préface"}
    translated = (dataclasses.replace(french.sources[0], csl=csl), *french.sources[1:])
    made = {
        "alpha.pdf": citing("Alpha", 2019, doi=doi),
        "beta.pdf": citing("Beta", 2021, doi=doi),
        "gamma.pdf": dataclasses.replace(french, language="fr", sources=translated),
    }

    def read(path):
        return dataclasses.replace(made[path.name], id=hashlib.sha256(path.read_bytes()).hexdigest()[:16])

    monkeypatch.setattr(ingest.child, "read", read)
    shelf.add([pdf("gamma.pdf", "gamma")])
    assert shelf.search(doi).known[0].csl["title"] == csl["title"]
    shelf.add([pdf(name, name) for name in ("alpha.pdf", "beta.pdf")])
    assert shelf.search(doi).known[0].csl["title"] == KARLSRUD["title"]


def test_a_document_that_nobody_cites_is_known_too(shelf3):
    (alpha,) = shelf3.search("Alpha").known
    assert (alpha.entry, alpha.documents, alpha.text) == (entry(shelf3, "Alpha"), 0, "")


@pytest.mark.parametrize(
    "question", ["S/RES/2100", "s/res/2100 (2013)", "resolution 2100", "security council resolution 2100 (2013)"]
)
def test_a_resolution_is_known_however_it_is_written(two, question):
    (known,) = two.search(question).known
    assert (known.key, known.citing.certain, known.documents) == ("S/RES/2100", 4, 2)
