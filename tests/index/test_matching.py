"""Somebody's words against a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.quoting.matching import Searched, find, find_near

PAGE = (
    "The mission’s peace-keeping mandate was “robust”, and Côte d’Ivoire agreed. It had few heli- copters, in 2013–15."
)


@pytest.mark.parametrize(
    ("words", "likeness", "found"),
    [
        ("mandate was “robust”", "exact", "mandate was “robust”"),
        ("the mission's", "signs", "The mission’s"),
        ('mandate was "robust"', "exact", "mandate was “robust”"),  # typewriter's signs are the same signs
        ("in 2013-15", "exact", "in 2013–15"),
        ("few helicopters", "joined", "few heli- copters"),
        ("peacekeeping mandate", "joined", "peace-keeping mandate"),
        ("mandate was robust and Cote d Ivoire agreed", "signs", "mandate was “robust”, and Côte d’Ivoire agreed"),
        ("mandate  was\n“robust”", "exact", "mandate was “robust”"),
    ],
)
def test_found(words: str, likeness: str, found: str) -> None:
    match = find(words, Searched(PAGE))
    assert match is not None
    assert (match.likeness, PAGE[match.start : match.end]) == (likeness, found)


@pytest.mark.parametrize("words", ["", "  ", "few helicopter", "andate was", "mandate was weak", "…"])
def test_not_found(words: str) -> None:
    assert find(words, Searched(PAGE)) is None


def test_of_several_the_nearest() -> None:
    text = "It failed. It failed. It failed."
    assert [find("It failed.", Searched(text), around).start for around in (0, 12, 40)] == [0, 11, 22]  # type: ignore[union-attr]


def test_near_words_begin_and_end_with_a_word() -> None:
    match = find_near("mandate of the peacekeeping mission was “robust”, and Côte d’Ivoire disagreed", Searched(PAGE))
    assert match is None
    match = find_near("peacekeeping mandates were robust, and Côte d’Ivoire agreed", Searched(PAGE))
    assert match is not None
    assert PAGE[match.start : match.end] == "peace-keeping mandate was “robust”, and Côte d’Ivoire agreed"
    assert 80 <= match.score < 100


@pytest.mark.parametrize("words", ["", "…", "x" * 500, "grassroots work remains underfunded"])
def test_nothing_near(words: str) -> None:
    assert find_near(words, Searched(PAGE)) is None


@given(st.text(), st.text(min_size=1), st.text())
def test_what_stands_there_is_found_where_it_stands(before: str, words: str, after: str) -> None:
    text = f"{before} {words} {after}"
    match = find(words, Searched(text), len(before) + 1)
    wanted = " ".join(words.split())
    if match is not None:
        assert 0 <= match.start < match.end <= len(text)
    elif wanted:
        assert any(sign in words for sign in words if sign.isspace())  # its blanks were made one
