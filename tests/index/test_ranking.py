import pytest

from index.ranking import fuse


def test_scores_are_stretched_before_they_are_mixed():
    fused = dict(fuse({"a": 0.9, "b": 0.5, "c": 0.1}, {"b": 30.0, "c": 10.0, "d": 20.0}))
    assert fused == pytest.approx({"a": 0.5, "b": 0.25 + 0.5, "c": 0.0, "d": 0.25})


def test_best_come_first_and_ties_go_by_name():
    assert [one for one, _ in fuse({"b": 1.0, "a": 1.0}, {"c": 1.0})] == ["a", "b", "c"]


def test_a_voice_that_found_nothing_has_no_say():
    assert fuse({}, {"a": 7.0}) == [("a", 1.0)]
    assert fuse({"a": 0.4, "b": 0.2}, {}) == [("a", 1.0), ("b", 0.0)]
    assert fuse({}, {}) == []
