"""Corrections in a library: rows rewritten, undone without a trace, and there again after reading anew."""

from dataclasses import replace

import pytest

from index.errors import LibraryError, NoSuchDocument
from index.kept.corrections import Cites, Field, MarkerMeans, PageLabel, SameWork, Work
from index.kept.hands import Hands
from index.kept.naming import own_work
from index.kept.revising import revised
from index.kept.shelves import NO_DOCUMENT
from index.kept.spots import spot, spot_of_note
from index.model import Filters
from ingest.model import Link

WORK = Work("10.1/brahimi", {"title": "Brahimi Report"}, "Brahimi Report", (Link("doi", "https://doi.org/10.1/b"),))


@pytest.fixture
def mali(two):
    return two.entry("karlsrudKarlsrudWarMali").id


def state(shelf, document):
    store = shelf._store
    return store.document(document), store.passages(document), shelf.entry(document), store.paths(document)


def second_note(read):
    return next(note for note in read.notes if note.label == "2")


def test_a_corrected_citation_shows_in_hits_and_is_found_by_its_work(two, mali):
    note = second_note(two.document(mali))
    made = two.corrections.make(mali, Cites(spot(note, 0, 15), WORK))
    assert not made.lost
    passage = next(one for one in two.passages(mali) if "n2" in one.notes)
    (shown,) = [one for one in two.hit(passage.id).notes if one.label == "2"]
    assert shown.citations[0].source.key == WORK.key
    assert shown.citations[0].by_hand
    assert shown.citations[0].why == "by hand"
    assert two._store.citing([WORK.key]) == [mali]


@pytest.mark.parametrize("kind", ["citation", "marker", "page", "field", "same"])
def test_undone_it_is_as_if_it_had_never_been(two, mali, kind):
    read = two.document(mali)
    block = next(block for block in read.blocks if block.markers)
    at = block.markers[0].offset
    change = {
        "citation": Cites(spot(second_note(read), 0, 15), WORK),
        "marker": MarkerMeans(spot(block, at, at), "1", spot_of_note(second_note(read))),
        "page": PageLabel(0, "7", on=True),
        "field": Field("title", "Another"),
        "same": SameWork("un:x", "S/RES/2100"),
    }[kind]
    before = state(two, mali)
    made = two.corrections.make(None if kind == "same" else mali, change)
    assert made.correction.kind == kind
    assert state(two, mali) != before
    assert two._store.intact([mali]) == ((mali,), ())
    two.corrections.undo(made.correction.id)
    assert state(two, mali) == before
    assert two.corrections.all() == []


def test_vectors_and_rows_of_passages_stay(two, mali, embedder):
    encoded = len(embedder.encoded)
    two.corrections.make(mali, PageLabel(0, "101", on=True))
    assert len(embedder.encoded) == encoded
    (hit,) = two.search("helicopters bases", k=1).hits
    assert hit.cite.locator.value.startswith("101")
    assert {finding.level for finding in two.doctor()} == {"ok"}


def test_the_order_and_the_citekey_of_documents_stay(two, mali):
    before = [(entry.id, entry.key, entry.added) for entry in two.entries()]
    two.corrections.make(mali, Field("title", "Quite another title"))
    assert [(entry.id, entry.key, entry.added) for entry in two.entries()] == before
    assert two.entry(mali).title == "Quite another title"
    two.corrections.make(mali, Field("author", [{"family": "Ravn", "given": "H."}]))
    assert [entry.id for entry in two.entries(Filters(authors=("Ravn",)))] == [mali]


def test_corrections_survive_reading_anew(two, mali, pdf):
    note = second_note(two.document(mali))
    two.corrections.make(mali, Cites(spot(note, 0, 15), WORK))
    two.corrections.make(mali, Field("title", "By hand"))
    path = two.pdf(mali)
    two._store.drop(mali)
    two.add([path])
    assert two.entry(mali).title == "By hand"
    assert [source.key for source in two.document(mali).sources] == ["S/RES/2100", WORK.key]
    assert len(two.corrections.all(mali)) == 2


def test_two_works_are_one_in_every_document(two):
    two.corrections.make(None, SameWork("un:mandate", "S/RES/2100"))
    assert all(two.document(entry.id).sources[0].key == "un:mandate" for entry in two.entries())


def test_words_that_are_gone_are_told(two, mali):
    note = second_note(two.document(mali))
    gone = spot(note, 0, 15)
    made = two.corrections.make(mali, Cites(type(gone)("note", 0, "2", "", "Words of no note", ""), WORK))
    assert made.lost
    assert [one.lost for one in two.corrections.all(mali)] == [True]
    assert second_note(two.document(mali)).text == note.text


def test_a_process_killed_before_it_rewrote_the_document(two, mali):
    two.corrections._corrections.make(mali, Field("title", "Kept only"))
    assert list(two.corrections.unapplied([mali])) == [mali]
    assert ("repaired", True) in {(one.level, "corrections" in one.message) for one in two.doctor()}
    assert two.entry(mali).title == "Kept only"
    assert list(two.corrections.unapplied([mali])) == []


def test_what_is_not_there(two):
    with pytest.raises(NoSuchDocument):
        two.corrections.make("0123456789abcdef", Field("title", "x"))
    with pytest.raises(LibraryError, match="bluenote corrections"):
        two.corrections.undo("nope")


def test_a_document_without_corrections_is_revised_to_itself(two, mali):
    assert revised(two._store, mali).document == two.document(mali)
    assert revised(two._store, mali).reading is None


def test_tags_and_collections(two, mali):
    congo = next(entry.id for entry in two.entries() if entry.id != mali)
    two.shelves.put(mali, tags=["mali", " consent "], collections=["Thesis / Chapter 1"])
    two.shelves.put(congo, tags=["consent"])
    assert two.shelves.of(mali).tags == ("consent", "mali")
    assert two.shelves.of(mali).collections == ("Thesis/Chapter 1",)
    ids = [entry.id for entry in two.entries()]
    assert two.shelves.tags(ids) == {"consent": 2, "mali": 1}
    assert two.shelves.collections(ids) == {"Thesis": 1, "Thesis/Chapter 1": 1}
    two.shelves.take(mali, tags=["mali"])
    assert two.shelves.of(mali).tags == ("consent",)


@pytest.mark.parametrize(
    ("tags", "collections", "found"),
    [
        ((), (), 2),
        (("consent",), (), 1),
        ((), ("Thesis",), 1),
        (("consent",), ("Thesis",), 1),
        (("consent",), ("Other",), 0),
        (("nowhere",), (), 0),
    ],
)
def test_filters_by_tags_and_collections(two, mali, tags, collections, found):
    two.shelves.put(mali, tags=["consent"], collections=["Thesis/Chapter 1"])
    filters = two.shelves.narrowed(Filters(), tags=tags, collections=collections)
    assert len(two.entries(filters)) == found
    assert (filters.documents == (NO_DOCUMENT,)) == (found == 0)


def test_filters_by_tags_keep_to_the_documents_named(two, mali):
    two.shelves.put(mali, tags=["consent"])
    other = next(entry.id for entry in two.entries() if entry.id != mali)
    assert two.entries(two.shelves.narrowed(Filters(documents=(other,)), tags=["consent"])) == []


def cited(library, name):
    return {work.key: work.citing.certain for work in library.works(name).works}


def test_a_merger_taken_back_leaves_two_works_as_before(two, mali):
    note = second_note(two.document(mali))
    two.corrections.make(mali, Cites(spot(note, 0, 15), WORK))
    before = cited(two, "")
    merger = two.corrections.make(None, SameWork("S/RES/2100", WORK.key)).correction
    assert cited(two, "") == {"S/RES/2100": sum(before.values())}
    assert two.corrections.standing(WORK.key) == "S/RES/2100"
    assert merger in two.corrections.about({"S/RES/2100"})
    two.corrections.undo(merger.id)
    assert cited(two, "") == before


def test_a_merger_of_several_keys_is_one_correction_and_one_undo(two, mali):
    """As of a work that one document cites with its DOI and another without."""
    before = cited(two, "")
    two.corrections.make(mali, Cites(spot(second_note(two.document(mali)), 0, 15), WORK))
    parted = cited(two, "")
    merger = two.corrections.make(None, SameWork("un:mandate", "S/RES/2100", also=(WORK.key,))).correction
    assert cited(two, "") == {"un:mandate": sum(before.values())}
    assert {two.corrections.standing(key) for key in ("S/RES/2100", WORK.key)} == {"un:mandate"}
    assert two.corrections.all()[-1].correction == merger
    two.corrections.undo(merger.id)
    assert cited(two, "") == parted


def test_names_that_a_merger_joined_are_parted_with_it(two, mali):
    """A citation without DOI goes by author, title and year: that name must not stay the kept work's."""
    brahimi = {"title": "Brahimi Report", "author": [{"family": "Brahimi"}], "issued": {"date-parts": [[2000]]}}
    told = Work("brahimi-brahimi-report-2000", brahimi, "Brahimi, Brahimi Report (2000)", ())
    two.corrections.make(mali, Cites(spot(second_note(two.document(mali)), 0, 15), told))
    before = cited(two, "")
    merger = two.corrections.make(None, SameWork("S/RES/2100", told.key)).correction
    assert len(cited(two, "")) == 1
    two.corrections.undo(merger.id)
    assert cited(two, "") == before
    assert len(before) == 2


def test_mergers_in_a_row_are_taken_back_one_by_one(two):
    first = two.corrections.make(None, SameWork("middle", "S/RES/2100")).correction
    two.corrections.make(None, SameWork("last", "middle"))
    assert set(cited(two, "")) == {"last"}
    two.corrections.undo(first.id)
    assert set(cited(two, "")) == {"S/RES/2100"}


def test_a_work_parted_from_one_of_its_own_words_has_a_key_by_hand(two):
    brahimi = "Lakhdar Brahimi, The Brahimi Report (New York: United Nations, 2000)"
    plain = own_work(two, brahimi, None)
    two.corrections.make(two.entries()[0].id, Cites(spot(second_note(two.document(two.entries()[0].id)), 0, 15), plain))
    assert own_work(two, brahimi, "S/RES/2100").key == plain.key
    apart = own_work(two, brahimi, plain.key)
    assert apart.key != plain.key
    assert apart.csl == plain.csl
    other = two.entries()[1].id
    two.corrections.make(other, Cites(spot(second_note(two.document(other)), 0, 15), apart))
    assert {plain.key, apart.key} <= set(cited(two, ""))


def test_hands_show_what_stands_corrected_where(two, mali):
    read = two.document(mali)
    block = next(block for block in read.blocks if block.markers)
    at = block.markers[0].offset
    note = second_note(read)
    changes = [
        MarkerMeans(spot(block, at, at), "1", spot_of_note(note)),
        Cites(spot(note, 0, 15), WORK),
        PageLabel(1, "7", on=False),
    ]
    marker, cites, page = [two.corrections.make(mali, change).correction for change in changes]
    hands = Hands(two.document(mali), two.corrections.of(mali))
    assert hands.marker(block.id, at, "1") == marker
    assert hands.marker(block.id, at, "2") is None
    assert hands.citation(note.id, 0, 15) == cites
    assert hands.citation(note.id, 15, 17) is None
    assert [hands.page(0), hands.page(1)] == [None, page]


def test_a_mark_that_was_not_read_is_put_in_and_taken_out(two, mali):
    """As on scans, where raised figures are lost."""
    before = state(two, mali)
    read = two.document(mali)
    block = read.blocks[-1]
    at = block.text.index(" ")
    change = MarkerMeans(spot(block, at, at), "2", spot_of_note(second_note(read)), unread=True)
    assert two.corrections.make(mali, replace(change, unread=False)).lost
    made = two.corrections.make(mali, change)
    assert not made.lost
    marker = two.document(mali).blocks[-1].markers[0]
    assert (marker.offset, marker.label, marker.note) == (at, "2", second_note(read).id)
    passage = next(one for one in two.passages(mali) if any(piece.block == block.id for piece in one.spans))
    assert marker.note in passage.notes
    for one in two.corrections.all():
        two.corrections.undo(one.correction.id)
    assert state(two, mali) == before


def test_what_was_led_away_from_a_work_is_known_there(two, mali):
    at = spot(second_note(two.document(mali)), 0, 15)
    away = two.corrections.make(mali, Cites(at, WORK, was="S/RES/2100")).correction
    assert two.corrections.parted({"S/RES/2100"}) == [away]
    assert two.corrections.about({WORK.key}) == [away]
    two.corrections.make(None, SameWork("S/RES/2100", WORK.key))
    assert two.corrections.parted({"S/RES/2100"}) == [], "they are one work now"
