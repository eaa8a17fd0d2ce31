import pytest
from rawpages import page, prose

from ingest.description import theses

TITLE = ("Leave to Remain", 20)


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (
            ["A thesis submitted for the degree of Master of Philosophy", "Sample University, Department of Peace"],
            {"publisher": "Sample University", "genre": "Master of Philosophy thesis"},
        ),
        (
            ["ÉCOLE NATIONALE DES CHARTES", "Mémoire pour le diplôme de master"],
            {"publisher": "École Nationale des Chartes", "genre": "Mémoire pour le diplôme de master"},
        ),
        (["Dissertation zur Erlangung des Doktorgrades", "Universität Musterstadt"],
         {"publisher": "Universität Musterstadt", "genre": "Dissertation zur Erlangung des Doktorgrades"}),
        (["PhD thesis", "2019"], {"genre": "PhD thesis"}),
        (["IN PARTIAL FULFILMENT OF", "the requirements"], {}),
    ],
)  # fmt: skip
def test_a_thesis_says_where_and_for_what_it_was_written(lines, fields):
    pages = [page(TITLE, *((line, 12) for line in lines))]
    assert theses.is_thesis(pages)
    assert theses.imprint(pages) == fields


@pytest.mark.parametrize(
    "line", ["A style sheet for theses", "La rédaction de thèses en droit", "The thesis of this paper"]
)
def test_a_title_may_speak_of_theses(line):
    assert not theses.is_thesis([page(TITLE, (line, 12))])


def test_a_text_may_cite_one():
    assert not theses.is_thesis([page(TITLE, *prose(), ("PhD thesis, Sample University, 2019", 10))])
