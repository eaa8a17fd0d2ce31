"""What each correction does to a document, as tables of (what the reader says -> what the document says then)."""

from dataclasses import replace

import pytest
from factories import document, note, paragraph

from index.kept.correcting import corrected
from index.kept.corrections import BY_HAND, Cites, Correction, Field, MarkerMeans, PageLabel, SameWork, Work, work_of
from index.kept.relabelling import counted_on
from index.kept.spots import spot, spot_of_note
from ingest.model import Anchor, Citation, Link, Problem, Report, Source

KARLSRUD = Source("s1", "karlsrud-war-2015", {"title": "The UN at War"}, "Karlsrud, The UN at War", "n1", None)
TULL = Source("s2", "tull-limits-2018", {"title": "The Limits"}, "Tull, The Limits", "n2", None)
NEW = Work("10.1/new", {"title": "New"}, "New, 2020", (Link("doi", "https://doi.org/10.1/new"),))


def cited(name, of, text, form, source, through=(), candidates=()):
    return Citation(
        name, of, None, 0, len(text), form, "work", None, None, source, through, candidates, "as the note before"
    )


@pytest.fixture
def read():
    """Notes 1 to 4: Karlsrud, Tull, Ibid. (led to Tull), Ibid. of that."""
    texts = ["Karlsrud, The UN at War, 4.", "Tull, The Limits, 5.", "Ibid., 6.", "Ibid., 7."]
    block = paragraph("One.^1 Two.^2 Three.^3 Four.^4", id="b1")
    notes = [
        note(text, str(at), marker=Anchor("b1", block.markers[at - 1].offset), citations=(f"c{at}",))
        for at, text in enumerate(texts, start=1)
    ]
    citations = (
        cited("c1", "n1", texts[0], "full", "s1"),
        cited("c2", "n2", texts[1], "full", "s2"),
        cited("c3", "n3", texts[2], "ibid", "s2", ("n2",)),
        cited("c4", "n4", texts[3], "ibid", "s2", ("n3", "n2")),
    )
    return document([block], notes, citations=citations, sources=(KARLSRUD, TULL), pages=3)


def after(read, *changes):
    made = corrected(read, [Correction(str(at), read.id, "2026", change) for at, change in enumerate(changes)])
    assert made.lost == ()
    return made.document


def led(read):
    keys = {source.id: source.key for source in read.sources}
    return [keys.get(one.source) if one.source else None for one in read.citations]


def whole(read, name):
    of = next(each for each in read.notes if each.id == name)
    return spot(of, 0, len(of.text))


def test_nothing_changes_without_corrections(read):
    assert corrected(read, []).document == read


@pytest.mark.parametrize(
    ("name", "work", "expected"),
    [
        ("n2", work_of(KARLSRUD), ["karlsrud-war-2015"] * 4),  # both Ibid. follow
        ("n3", work_of(KARLSRUD), ["karlsrud-war-2015", "tull-limits-2018", "karlsrud-war-2015", "karlsrud-war-2015"]),
        ("n4", work_of(KARLSRUD), ["karlsrud-war-2015", "tull-limits-2018", "tull-limits-2018", "karlsrud-war-2015"]),
        ("n4", NEW, ["karlsrud-war-2015", "tull-limits-2018", "tull-limits-2018", "10.1/new"]),
        ("n4", None, ["karlsrud-war-2015", "tull-limits-2018", "tull-limits-2018", None]),
    ],
)
def test_what_a_note_cites(read, name, work, expected):
    assert led(after(read, Cites(whole(read, name), work))) == expected


def test_a_corrected_citation_says_so_and_keeps_its_locator(read):
    made = after(read, Cites(whole(read, "n3"), work_of(KARLSRUD)))
    assert made.citations[2].why == BY_HAND
    assert made.citations[3].why.startswith(BY_HAND)
    assert made.citations[0].why == "as the note before"


def test_a_source_that_nothing_cites_any_more_goes(read):
    made = after(read, Cites(whole(read, "n2"), work_of(KARLSRUD)))
    assert [source.key for source in made.sources] == ["karlsrud-war-2015"]


def test_a_work_that_the_document_did_not_know_comes_with_its_data(read):
    made = after(read, Cites(whole(read, "n4"), NEW))
    assert made.sources[-1] == Source("s3", NEW.key, NEW.csl, NEW.text, "n4", None, NEW.links)


def test_words_that_were_passed_over_become_a_citation(read):
    bare = replace(read, citations=read.citations[1:], notes=(replace(read.notes[0], citations=()), *read.notes[1:]))
    made = after(bare, Cites(spot(bare.notes[0], 0, 23), work_of(KARLSRUD)))
    assert made.citations[0].note == "n1"
    assert made.notes[0].citations == (made.citations[0].id,)
    assert (made.citations[0].start, made.citations[0].end) == (0, 23)
    assert len({one.id for one in made.citations}) == 4


def test_an_open_ibid_follows_only_a_note_that_cites_nothing_else(read):
    opened = [replace(one, source=None) if one.id in ("c2", "c3", "c4") else one for one in read.citations]
    made = after(replace(read, citations=tuple(opened)), Cites(whole(read, "n2"), work_of(KARLSRUD)))
    assert led(made) == ["karlsrud-war-2015"] * 4
    second = Citation("c5", "n2", None, 5, 8, "full", "work", None, None, "s1")
    made = after(replace(read, citations=(*opened, second)), Cites(whole(read, "n2"), work_of(KARLSRUD)))
    assert led(made)[-2:] == [None, None]


def test_what_a_marker_means(read):
    block = read.blocks[0]
    at = block.markers[1].offset
    made = after(read, MarkerMeans(spot(block, at, at), "2", spot_of_note(read.notes[3])))
    assert [marker.note for marker in made.blocks[0].markers] == ["n1", "n4", "n3", "n4"]
    assert made.blocks[0].markers[1].evidence == BY_HAND
    assert made.notes[1].marker is None, "nothing leads to note 2 any more"
    assert made.notes[3].marker == Anchor("b1", at), "note 4 is first called here now"
    assert made.notes[0] == read.notes[0]


def test_a_marker_that_means_no_note(read):
    at = read.blocks[0].markers[0].offset
    made = after(read, MarkerMeans(spot(read.blocks[0], at, at), "1", None))
    assert made.blocks[0].markers[0].note is None
    assert made.notes[0].marker is None


def test_a_marker_that_finds_its_note_is_no_problem_any_more(read):
    problems = (Problem(0, "1", "marker 1 has no note"), Problem(0, "9", "marker 9 has no note"))
    read = replace(read, report=Report(markers_without_note=problems))
    at = read.blocks[0].markers[0].offset
    made = after(read, MarkerMeans(spot(read.blocks[0], at, at), "1", spot_of_note(read.notes[0])))
    assert made.report.markers_without_note == problems[1:]


@pytest.mark.parametrize(
    ("change", "labels"),
    [
        (PageLabel(1, "66", on=False), ["1", "66", "3"]),
        (PageLabel(1, "66", on=True), ["1", "66", "67"]),
        (PageLabel(0, "xi", on=True), ["xi", "xii", "xiii"]),
        (PageLabel(0, "S-9", on=True), ["S-9", "S-10", "S-11"]),
    ],
)
def test_page_labels(read, change, labels):
    made = after(read, change)
    assert [page.label for page in made.pages] == labels
    assert made.pages[change.page].label_source == "hand"


@pytest.mark.parametrize(
    ("label", "by", "expected"),
    [
        ("99", 1, "100"),
        ("xii", 2, "xiv"),
        ("IX", 1, "X"),
        ("A-9", 1, "A-10"),
        ("cover", 0, "cover"),
        ("cover", 1, None),
    ],
)
def test_labels_that_count_on(label, by, expected):
    assert counted_on(label, by) == expected


def test_fields_say_that_they_are_by_hand(read):
    made = after(read, Field("title", "Another title"), Field("publisher", None))
    assert made.title == made.csl["title"] == "Another title"
    assert made.csl["custom"]["read_from"] == {"publisher": BY_HAND, "title": BY_HAND}
    assert read.csl == {"type": "report", "title": "A tiny document"}


def test_another_title_has_not_the_former_short_one(read):
    short = replace(read, csl={**read.csl, "title-short": "A tiny"})
    assert "title-short" not in after(short, Field("title", "Another")).csl
    assert after(short, Field("title-short", "Mine"), Field("title", "Another")).csl["title-short"] == "Mine"


def test_the_later_of_two_corrections_counts(read):
    assert after(read, Field("title", "One"), Field("title", "Two")).title == "Two"


def test_two_works_that_are_one(read):
    made = after(read, SameWork("karlsrud-war-2015", "tull-limits-2018"))
    assert [source.id for source in made.sources] == ["s1"]
    assert led(made) == ["karlsrud-war-2015"] * 4


def test_all_keys_of_the_other_work_are_one(read):
    made = after(read, SameWork("10.1/x", "karlsrud-war-2015", also=("tull-limits-2018",)))
    assert [source.key for source in made.sources] == ["10.1/x"]
    assert led(made) == ["10.1/x"] * 4


def test_candidates_that_are_one_work_are_a_link(read):
    opened = replace(read.citations[3], source=None, candidates=("s1", "s2"))
    made = after(replace(read, citations=(*read.citations[:3], opened)), SameWork("karlsrud-war-2015", TULL.key))
    assert made.citations[3].source == "s1"
    assert made.citations[3].candidates == ()


def test_a_work_bears_the_kept_key_where_only_the_other_is_cited(read):
    assert after(read, SameWork("10.1/x", TULL.key)).sources[1].key == "10.1/x"


def test_what_is_not_found_changes_nothing_and_is_told(read):
    elsewhere = spot(paragraph("Words of another document."), 0, 5)
    block = read.blocks[0]
    at = block.markers[0].offset
    changes = [
        Cites(elsewhere, NEW),
        MarkerMeans(elsewhere, "1", None),
        MarkerMeans(spot(block, at, at), "7", None),
        PageLabel(9, "1", on=False),
        PageLabel(0, "cover", on=True),
    ]
    made = corrected(read, [Correction(str(at), read.id, "2026", change) for at, change in enumerate(changes)])
    assert made.document == read
    assert {one.id for one in made.lost} == {"0", "1", "2", "3", "4"}
