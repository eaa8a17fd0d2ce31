import pytest

from index.search.ranking import fuse


def test_scores_are_stretched_before_they_are_mixed():
    fused = dict(fuse({"a": 0.9, "b": 0.5, "c": 0.1}, {"b": 30.0, "c": 10.0, "d": 20.0}))
    assert fused == pytest.approx({"a": 0.5, "b": 0.25 + 0.5, "c": 0.0, "d": 0.25})


@pytest.mark.parametrize(
    ("told", "order"),
    [(1.0, "wnxz"), (0.75, "wnxz"), (0.5, "nwxz"), (0.25, "nxwz"), (0.0, "nxwz")],
)
def test_words_have_a_say_as_far_as_they_were_found(told: float, order: str) -> None:
    fused = fuse({"n": 0.9, "x": 0.6, "w": 0.5, "z": 0.3}, {"w": 30.0, "n": 10.0, "x": 4.0, "z": 2.0}, told)
    assert "".join(one for one, _ in fused) == order


def test_the_best_of_both_voices_scores_one_however_much_words_say() -> None:
    for told in (0.0, 0.4, 0.6, 1.0):
        assert fuse({"a": 0.9, "b": 0.5}, {"a": 7.0, "b": 3.0}, told) == [("a", 1.0), ("b", 0.0)]


def test_best_come_first_and_ties_go_by_name():
    assert [one for one, _ in fuse({"b": 1.0, "a": 1.0}, {"c": 1.0})] == ["a", "b", "c"]


def test_a_voice_that_found_nothing_has_no_say():
    assert fuse({}, {"a": 7.0}) == [("a", 1.0)]
    assert fuse({"a": 0.4, "b": 0.2}, {}) == [("a", 1.0), ("b", 0.0)]
    assert fuse({}, {}) == []
