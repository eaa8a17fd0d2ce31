import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.passages.packing import pack, pieces


@pytest.mark.parametrize(
    ("sizes", "groups"),
    [
        ([], []),
        ([90], [[90]]),
        ([50, 50], [[50, 50]]),
        ([60, 40, 60, 40], [[60, 40], [60, 40]]),
        # 95 and a leftover of 10 would fill the first better; two halves are better passages.
        ([30, 30, 35, 10], [[30, 30], [35, 10]]),
    ],
)
def test_groups_are_full_and_even(sizes, groups):
    packed = pack(sizes, [0.0] * len(sizes), 100)
    assert [sizes[group.start : group.stop] for group in packed] == groups


def test_a_dear_seam_is_kept_whole():
    assert pack([60, 30, 60], [0.0, 0.0, 0.0], 100) == [range(2), range(2, 3)]
    assert pack([60, 30, 60], [0.0, 0.5, 0.0], 100) == [range(1), range(1, 3)]


@given(st.lists(st.integers(1, 100), max_size=40), st.data())
def test_every_unit_once_and_none_over_the_room(sizes, data):
    seams = data.draw(st.lists(st.floats(0, 1), min_size=len(sizes), max_size=len(sizes)))
    groups = pack(sizes, seams, 100)
    assert [unit for group in groups for unit in group] == list(range(len(sizes)))
    assert all(sum(sizes[group.start : group.stop]) <= 100 for group in groups)


def test_an_overlong_sentence_is_cut_where_it_pauses():
    text = "to monitor the truce; to protect civilians, schools and clinics; to report"
    parts = [text[start:end] for start, end in pieces(text, 7, lambda part: len(part.split()))]
    assert parts == ["to monitor the truce;", "to protect civilians, schools and clinics;", "to report"]


def test_a_word_longer_than_the_room_is_cut_too():
    assert list(pieces("a" * 25, 10, len)) == [(0, 10), (10, 20), (20, 25)]
