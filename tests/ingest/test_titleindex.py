"""Titles that may be one are found without comparing each with each."""

import pytest

from ingest.model import Note
from ingest.works import register, versions
from ingest.works.resolve import cite
from ingest.works.titleindex import TitleIndex

FOUND = [
    ("The UN at War: Examining the Consequences", "UN at War"),
    ("UN at War", "The UN at War: Examining the Consequences"),
    ("Report of the Panel on Peace Operations", "Report of the Panel on Peace Operations, second part"),
    ("Penal Code", "Penal Codes"),
    ("Law No. 147", "Law No. 147: General Law on Charities"),
    ("Making War and Building Peace", "Makign War and Building Peace"),
]


@pytest.mark.parametrize(("known", "asked"), FOUND)
def test_titles_that_may_be_one_are_found(known, asked):
    index = TitleIndex()
    index.add(7, known, 2015)
    assert index.like(asked, None) == {7}
    assert index.like(asked, 2015) == {7}
    assert index.like(asked, 2016) == set()


def test_titles_with_one_formula_are_not_all_compared():
    index = TitleIndex()
    for number, place in enumerate(["Mali", "Chad", "Sudan", "Haiti", "Cyprus", "Lebanon", "Liberia", "Kosovo"]):
        index.add(number, f"Report of the Secretary-General on {place}", 2015)
    assert index.like("Report of the Secretary-General on Haiti", 2015) == {3}


def _documents(count):
    return [
        Note(
            f"n{i}", str(i), "footnote", f"United Nations, Review of Base {i} (New York, 2011), p. {i}.", (0,), (), None
        )
        for i in range(1, count + 1)
    ]


def test_works_of_one_body_are_not_compared_in_pairs(monkeypatch):
    compared = []
    for module, name in ((register, "same_work"), (versions, "compare")):
        real = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *a, real=real: compared.append(a) or real(*a))
    counts = []
    for size in (100, 200):
        compared.clear()
        _, sources = cite([], _documents(size), "en")
        assert len(sources) == size
        counts.append(len(compared))
    assert counts[1] <= 2 * counts[0] + 100
