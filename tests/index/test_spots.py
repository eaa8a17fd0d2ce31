import pytest
from factories import document, note, paragraph
from hypothesis import given
from hypothesis import strategies as st

from index.kept.spots import find, spot

TEXT = "The mission’s mandate was ro-bust, said Karlsrud (2015). Others said no."


def found(read, sought):
    place = find(read, sought)
    return None if place is None else place.holder.text[place.start : place.end]


def test_words_are_found_where_they_were():
    block = paragraph(TEXT, id="b1")
    sought = spot(block, TEXT.index("Karlsrud"), TEXT.index(" Others"))
    assert sought.words == "Karlsrud (2015)."
    assert found(document([block]), sought) == "Karlsrud (2015)."


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace("ro-bust", "robust"),
        TEXT.replace("’", "'").replace(" (2015)", "  (2015)"),
        "A heading run in by mistake. " + TEXT,
    ],
)
def test_they_are_found_in_another_reading(other):
    block = paragraph(TEXT, id="b1")
    sought = spot(block, TEXT.index("Karlsrud"), TEXT.index(" Others"))
    place = find(document([paragraph(other, id="b9")]), sought)
    assert place is not None
    assert place.holder.id == "b9"
    assert "Karlsrud" in other[place.start : place.end]


@pytest.mark.parametrize("other", ["Quite another text.", TEXT.replace("Karlsrud", "Tull")])
def test_words_that_are_gone_are_not_found(other):
    sought = spot(paragraph(TEXT), 40, 48)
    assert find(document([paragraph(other)]), sought) is None


def test_words_on_another_page_are_other_words():
    sought = spot(paragraph(TEXT, page=0), 40, 48)
    assert find(document([paragraph(TEXT, page=1)], pages=2), sought) is None


def test_words_that_stand_twice_on_a_page_are_not_guessed():
    block = paragraph("Ibid.", id="b1")
    assert find(document([block, paragraph("Ibid.", id="b2")]), spot(block, 0, 5)) is None


def test_notes_of_the_same_words_are_told_apart_by_their_marks():
    read = document([paragraph("Text.")], [note("Ibid.", "3"), note("Ibid.", "4")])
    place = find(read, spot(read.notes[1], 0, 5))
    assert place is not None
    assert place.holder.id == "n4"


def test_a_place_between_words():
    block = paragraph("It failed.^1 It did not.^2", id="b1")
    place = find(document([block]), spot(block, block.markers[0].offset, block.markers[0].offset))
    assert place is not None
    assert abs(place.start - block.markers[0].offset) <= 1


@given(st.text(alphabet="abc ß-.É1", min_size=1, max_size=40), st.data())
def test_what_is_found_has_the_letters_that_were_sought(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    block = paragraph(text, id="b1")
    place = find(document([block]), spot(block, start, end))
    if place is not None and any(char.isalnum() for char in text[start:end]):
        letters = [char for char in text[start:end].casefold() if char.isalnum()]
        assert [char for char in text[place.start : place.end].casefold() if char.isalnum()] == letters
