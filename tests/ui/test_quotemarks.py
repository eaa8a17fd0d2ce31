"""Where quotations begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.drafts.quotemarks import quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no more of this”, and left.", ["no more of this"]),
        ("He said ‘no more of this’ and left.", ["no more of this"]),
        ('He said "no more" and "nothing else".', ["no more", "nothing else"]),
        ("He said 'no more of this' and left.", ["no more of this"]),
        ("Er sagt „nicht mehr davon“ und geht.", ["nicht mehr davon"]),
        ("Er sagt »nicht mehr davon« und ‚nichts sonst‘.", ["nicht mehr davon", "nichts sonst"]),
        ("Il dit « pas plus que cela » et s’en va.", [" pas plus que cela "]),
        ("Han sade ”inte mer än så” och gick.", ["inte mer än så"]),
        ("“He calls it ‘robust’ and no more”, they say.", ["He calls it ‘robust’ and no more"]),
        ("‘He calls it “robust” and no more’, they say.", ["He calls it “robust” and no more"]),
        ("The states’ rights and the mission's end.", []),
        ("It is the host's, and 'the mission's end' is near.", ["the mission's end"]),
        ("‘the states’ rights and duties’ are named", ["the states’ rights and duties"]),
        ("a mark “that nobody closes", []),
        ("(“in brackets”)—“after a dash”", ["in brackets", "after a dash"]),
        ("5' by 6\" and 'tis", []),
        ("", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in quoted(text)] == expected


@given(st.text(alphabet="ab “”„«»‘’\"'.,s"))
def test_they_stand_in_order_and_apart(text: str) -> None:
    found = list(quoted(text))
    assert all(0 < one.start <= one.end < len(text) for one in found)
    assert all(one.end < two.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    ("text", "following", "expected"),
    [
        ("He said: “It goes on.", "“And on.”", ["It goes on."]),
        ("He said: “It goes on.", "And on.”", []),
        ("«Cela continue.", "«Et encore.»", ["Cela continue."]),
        ("The ’90s and the states", "‘Next’", []),
    ],
)
def test_a_quotation_of_several_paragraphs_opens_each_anew(text: str, following: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in quoted(text, following)] == expected
