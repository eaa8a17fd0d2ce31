"""What readers put aside, and how it finds its place again."""

from dataclasses import replace
from pathlib import Path

import pytest
from shelves import WordEmbedder

from index.kept.clippings import NoSuchClipping
from index.kept.corrections import Field, PageLabel
from index.library import Library


def clip(library, words, **more):
    hit = library.search(words, mode="phrase").hits[0]
    start = hit.passage.text.index(words)
    return library.clippings.add(hit, start=start, end=start + len(words), **more)


@pytest.fixture
def hit(two):
    return two.search("few helicopters", mode="phrase").hits[0]


def test_a_clipping_keeps_words_place_and_work(two, hit):
    clipping = two.clippings.add(hit, name="Mali", remark="On *means*.")
    assert two.clippings.all() == [clipping]
    assert clipping.words == hit.passage.text
    assert (clipping.page, clipping.cite, clipping.csl) == (hit.passage.first_page, hit.cite, hit.document.csl)
    assert (clipping.document, clipping.remark) == (hit.document.id, "On *means*.")


def test_of_a_sentence_its_own_place(two, hit):
    sentence = hit.sentences[0]
    clipping = two.clippings.add(hit, start=sentence.start, end=sentence.end)
    assert clipping.words == hit.passage.text[sentence.start : sentence.end]
    assert clipping.cite == sentence.cite


def test_the_same_words_twice_are_one_clipping(two, hit):
    first = two.clippings.add(hit, remark="One.")
    assert two.clippings.add(hit).remark == "One."
    again = two.clippings.add(hit, remark="Two.")
    assert [one.id for one in two.clippings.all()] == [first.id]
    assert again.remark == "Two."
    two.clippings.add(hit, name="Other")
    assert two.clippings.lists() == {"Clippings": 1, "Other": 1}


def test_order_by_hand(two):
    a, b, c = (clip(two, words).id for words in ("few helicopters", "protect civilians", "over land"))
    shelf = two.clippings

    def order():
        return [one.id for one in shelf.all("Clippings")]

    assert order() == [a, b, c]
    shelf.move(c, 0)
    assert order() == [c, a, b]
    shelf.move(c, 99)
    assert order() == [a, b, c]
    shelf.move(b, 0)
    shelf.drop(a)
    assert order() == [b, c]
    shelf.file(b, "Other")
    assert order() == [c]
    shelf.rename("Other", "Clippings")
    assert order() == [c, b]
    assert shelf.lists() == {"Clippings": 2}


def test_a_remark_can_be_changed(two, hit):
    made = two.clippings.add(hit)
    assert two.clippings.remark(made.id[:5], "New.").remark == "New."
    assert two.clippings.get(made.id).remark == "New."


def test_what_is_not_there_is_named(two):
    with pytest.raises(NoSuchClipping, match="'zz' is no clipping"):
        two.clippings.get("zz")
    with pytest.raises(NoSuchClipping):
        two.clippings.drop("")


def test_at_its_place(two, hit):
    found = two.locate(two.clippings.add(hit))
    assert (found.state, found.message, found.passage, found.cite) == ("exact", "", hit.passage.id, hit.cite)


def test_it_outlives_its_document(two, hit):
    clipping = two.clippings.add(hit)
    two.remove(hit.document.id)
    assert two.clippings.all() == [clipping]
    found = two.locate(clipping)
    assert (found.state, found.passage, found.words) == ("lost", None, clipping.words)
    assert "not in this library any more" in found.message


def test_cut_for_another_model_it_finds_its_place_by_words(two):
    clipping = clip(two, "It had few helicopters, and its bases were far apart.")
    other = WordEmbedder("words-2")
    other.window = 12
    with Library.open(two.path, embedder=other) as library:
        library.reindex()
        found = library.locate(clipping)
        assert found.state == "exact"
        assert library.hit(found.passage).passage.text.startswith("It had few helicopters")
        assert found.cite == clipping.cite


def test_read_otherwise_it_is_near(two, pdf, hit):
    clipping = clip(two, "It had few helicopters, and its bases were far apart.")
    two.remove(hit.document.id)
    text = "Karlsrud on the war in Mali\nThe mission was there. It had few he1icopters and its base was far apart."
    [added] = two.add([pdf("mali2.pdf", text)])
    found = two.locate(replace(clipping, document=added.id))
    assert found.state == "near"
    assert found.words == "It had few he1icopters and its base was far apart"
    assert "compare" in found.message


def test_another_file_of_the_same_work(two, pdf, hit):
    clipping = two.clippings.add(hit)
    text = Path(hit.document.file).read_text(encoding="utf-8")
    two.remove(hit.document.id)
    two.add([pdf("stamped.pdf", f"{text}\nDownloaded by a university.")])
    found = two.locate(clipping)
    assert (found.state, found.words) == ("exact", clipping.words)
    assert found.document != clipping.document
    assert "another file" in found.message


def test_it_is_cited_as_its_document_is_known_today(two, hit):
    """A label or a date put right by hand counts for what was put aside before, too."""
    clipping = two.clippings.add(hit)
    two.corrections.make(hit.document.id, Field("issued", {"date-parts": [[2018]]}))
    two.corrections.make(hit.document.id, PageLabel(0, "165", on=True))
    found = two.locate(clipping)
    assert found.csl["issued"] == {"date-parts": [[2018]]}
    assert found.cite == two.hit(hit.passage.id).cite != clipping.cite
    assert found.cite.locator.value.startswith("165")
