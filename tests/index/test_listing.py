"""Results by passage and by document, in three orders, page by page, the same text folded; and missions."""

from dataclasses import replace

import pytest

import ingest.child
from index.library import Library
from index.model import Filters, View

YEARS = {"old.pdf": 2001, "new.pdf": 2020, "mid.pdf": 2010}
TEXT = """{name} on patrols
{name} saw how the patrol of MINUSMA left the {name} camp before dawn and reached the river by the seventh hour.
The patrol of {name} met nobody on the road, and what it wrote down in the {name} book was read by no one later.
A third patrol never left, for want of {name} fuel, as three officers of the battalion told the {name} inquiry."""
BODY = Filters(part="body")


@pytest.fixture
def three(shelf: Library, pdf, monkeypatch):
    read = ingest.child.read

    def dated(path):
        document = read(path)
        return replace(document, csl={**document.csl, "issued": {"date-parts": [[YEARS[path.name]]]}})

    monkeypatch.setattr(ingest.child, "read", dated)
    shelf.add([pdf(name, TEXT.format(name=word)) for name, word in zip(YEARS, ("Oslo", "Nice", "Mons"), strict=True)])
    return shelf


def ids(results):
    return [hit.passage.id for hit in results.hits]


def titles(results):
    return [hit.document.title.split()[0] for hit in results.hits]


@pytest.mark.parametrize("view", [View(), View(sort="date"), View(sort="page")])
def test_pages_fit_each_other_in_every_order(three, view):
    whole = three.search("patrol", k=20, view=view)
    first = three.search("patrol", k=2, view=view)
    second = three.search("patrol", k=2, view=replace(view, offset=2))
    assert ids(first) + ids(second) == ids(whole)[:4]
    assert [hit.rank for hit in second.hits] == [3, 4]
    assert (first.further, whole.further) == (True, False)


def test_the_newest_first(three):
    found = titles(three.search("patrol", filters=BODY, k=9, view=View(sort="date")))
    assert found == sorted(found, key=["Nice", "Mons", "Oslo"].index)


def test_page_by_page(three):
    results = three.search("patrol", filters=BODY, k=9, view=View(sort="page"))
    assert titles(results) == sorted(titles(results))
    assert ids(results) == sorted(ids(results), key=lambda one: (titles(results)[ids(results).index(one)], one))


def test_by_document(three):
    results = three.search("patrol", k=2, view=View(group="document"))
    homes = titles(results)
    assert len(set(homes)) == 2
    assert homes == sorted(homes, key=homes.index), "a document's passages stand together"
    assert all(homes.count(one) <= 3 for one in homes)
    rest = three.search("patrol", k=2, view=View(group="document", offset=2))
    assert set(titles(rest)).isdisjoint(homes)
    assert (results.further, rest.further) == (True, False)


@pytest.mark.parametrize("sort", ["date", "page"])
def test_a_document_shows_its_best_passages_in_every_order(shelf, pdf, sort):
    early = "\n".join(
        f"Patrol {n} left. " + f"Word{n} after word{n} was said of it on the way. " * 9 for n in range(16)
    )
    last = "Fuel was what every patrol of the camp lacked. " + "Nobody in the capital answered the letters. " * 9
    shelf.add([pdf("a.pdf", f"Patrols\n{early}\n{last}")])
    assert len(shelf.passages(shelf.entries()[0].id)) > 4
    view = View(group="document", sort=sort)
    assert any("Fuel" in hit.passage.text for hit in shelf.search("patrol camp fuel lacked", k=1, view=view).hits)


def test_what_a_document_has_more_is_counted(shelf, pdf):
    lines = "\n".join(
        f"Patrol number{n} of the mission left camp number{n} early. It met nobody at all." for n in range(9)
    )
    added = shelf.add([pdf("a.pdf", f"Patrols\n{lines}")])
    assert added[0].status == "added"
    one_by_one = shelf.search("patrol camp", filters=BODY, k=50)
    grouped = shelf.search("patrol camp", filters=BODY, k=5, view=View(group="document"))
    assert len(grouped.hits) == min(3, len(one_by_one.hits))
    assert grouped.hits[0].more == len(one_by_one.hits) - len(grouped.hits)


def test_the_same_text_in_two_files_is_shown_once(shelf, pdf):
    text = (
        "The patrol left the camp before dawn and reached the river by the seventh hour of a long day.\nNobody spoke."
    )
    shelf.add([pdf("preprint.pdf", f"Preprint\n{text}"), pdf("print.pdf", f"Print\n{text} At last.")])
    results = shelf.search("patrol river dawn", filters=BODY, k=10)
    assert len(results.hits) == 1
    (twin,) = results.hits[0].also
    assert {twin.document.title, results.hits[0].document.title} == {"Preprint", "Print"}
    assert twin.cite.locator.value.startswith("65")
    assert shelf.hit(twin.passage).document == twin.document


def test_versions_of_a_work_are_one_document(shelf, pdf, monkeypatch):
    read = ingest.child.read
    work = {"title": "The UN at War", "author": [{"family": "Karlsrud", "given": "John"}]}
    kinds = {
        "preprint.pdf": {"type": "article", "DOI": "10.31235/osf.io/abcde_v1", "issued": {"date-parts": [[2014]]}},
        "print.pdf": {"type": "article", "DOI": "10.31235/osf.io/abcde_v2", "issued": {"date-parts": [[2015]]}},
    }
    monkeypatch.setattr(
        ingest.child, "read", lambda path: replace(read(path), csl={**work, **kinds[path.name]}, title=work["title"])
    )
    shelf.add(
        [
            pdf("preprint.pdf", "War\nPeacekeepers went to war in Mali and in Congo.\nOther words."),
            pdf("print.pdf", "War\nThe mission in Kinshasa took sides in a war.\nMore of them."),
        ]
    )
    assert len({hit.document.id for hit in shelf.search("war", filters=BODY).hits}) == 2
    grouped = shelf.search("war", filters=BODY, view=View(group="document"))
    assert len({hit.document.id for hit in grouped.hits}) == 1
    assert len(grouped.hits[0].also) == 1


def test_notes_that_cite_alike_are_not_one(two):
    hits = two.search("left open what the mission could do", filters=Filters(part="notes"), k=10).hits
    assert len({hit.document.id for hit in hits}) == 2
    assert all(hit.also == () for hit in hits)


def test_a_mission_filters_by_any_of_its_names(three):
    full = "United Nations Multidimensional Integrated Stabilization Mission in Mali"
    for name in ("MINUSMA", "minusma", full):
        assert len(three.entries(Filters(missions=(name,)))) == 3
        hits = three.search("patrol", filters=Filters(missions=(name,), part="body")).hits
        assert hits
        assert all("MINUSMA" in hit.passage.text for hit in hits)
    assert three.entries(Filters(missions=("UNIFIL",))) == []
    assert three.search("patrol", filters=Filters(missions=("nobody",))).hits == ()


def test_missions_are_counted_by_document(three):
    assert three.facets().missions == {"MINUSMA": 3}
