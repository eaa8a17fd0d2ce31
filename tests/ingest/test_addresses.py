"""Web addresses and DOIs, whole again after line breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.words.addresses import Linked, addresses, normal_url


def broken(text):
    """A text with its line breaks written as "|", and where they are."""
    breaks = frozenset(i for i, c in enumerate(text) if c == "|")
    return text.replace("|", " "), breaks


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("See https://www.un.org/|peacekeeping/en, accessed 5 May 2014.", "https://www.un.org/peacekeeping/en"),
        (
            "www.example.org/What-is-good-|for-NGOs-too.html and more",
            "https://www.example.org/What-is-good-for-NGOs-too.html",
        ),
        ("https://example.org/list?id=67|12350, zuletzt", "https://example.org/list?id=6712350"),
        ("https://example.org/report.|See also", "https://example.org/report"),
        ("https://example.org/report.|pdf.", "https://example.org/report.pdf"),
        ("https://example.org/a/|Accessed on 3 May", "https://example.org/a/"),
        ("(https://example.org/a(1).html)", "https://example.org/a(1).html"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("url : https: //aclanthology.org/W18-4518 (visité le 22/08/2023)", "https://aclanthology.org/W18-4518"),
        ("doi: 10.1163/9789004315280_|011.", "10.1163/9789004315280_011"),
        ("https://doi.org/10.1093/ia/iix251.", "10.1093/ia/iix251"),
        ("DOI 10.1080/01436597.2015.976016;", "10.1080/01436597.2015.976016"),
        ("arXiv:2101.00001v2", "https://arxiv.org/abs/2101.00001v2"),
        (
            "peacekeeping.un.org/en/|mission/monusco (accessed 3 May 2019)",
            "https://peacekeeping.un.org/en/mission/monusco",
        ),
        ("https://survstat.rki.de/|maintained by the Institute", "https://survstat.rki.de/"),
        ("https://www.un.org/en/|peacekeeping accessed 3 May 2014", "https://www.un.org/en/peacekeeping"),
        ("see hdl.handle.net/1814/12345.", "https://hdl.handle.net/1814/12345"),
        ("doi.org/10.1093/ia/iix251", "10.1093/ia/iix251"),
    ],
)
def test_address_is_whole(text, value):
    text, breaks = broken(text)
    (found,) = addresses(text, breaks)
    assert found.value == value


@pytest.mark.parametrize(
    "text",
    ["e.g./i.e.", "readme.md/index.html", "1.2/3.4", "A.org/B", "name@un.org/x", "on. org.uk/content", "un.org"],
)
def test_a_slash_alone_makes_no_address(text):
    assert addresses(text) == []


def test_a_space_that_is_no_line_break_ends_an_address():
    (found,) = addresses("https://example.org/a b/c", frozenset())
    assert found.value == "https://example.org/a"


def test_one_key_for_the_ways_to_write_an_address():
    assert normal_url("http://www.Example.org/a/") == normal_url("https://example.org/a#top") == "example.org/a"


@given(st.text(alphabet="htps:/w.10doi|- aB(),_", max_size=60))
def test_offsets_stay_inside_the_text(text):
    text, breaks = broken(text)
    for a in addresses(text, breaks):
        assert 0 <= a.start < a.end <= len(text)
        assert " " not in a.value


LINKED = [
    (
        "See https://www.un.org/en/re ports/peace.pdf for all.",
        "https://www.un.org/en/reports/peace.pdf",
        "https://www.un.org/en/reports/peace.pdf",
    ),
    (
        "At http://hdl.handle.net/1721.1/ 39144. 14.216 Unpublished.",
        "http://hdl.handle.net/1721.1/39144",
        "http://hdl.handle.net/1721.1/39144",
    ),
    (
        "See https://www.un.org/en/other.pdf for all.",
        "https://www.un.org/en/reports/peace.pdf",
        "https://www.un.org/en/other.pdf",
    ),
    ("See https://www.un.org/en/reports.", "https://www.un.org/en/rep", "https://www.un.org/en/reports"),
]


@pytest.mark.parametrize(("text", "uri", "whole"), LINKED)
def test_a_link_of_the_file_that_agrees_with_the_text_tells_the_whole_address(text, uri, whole):
    (found,) = addresses(text, linked=Linked([uri]))
    assert found.value == whole


def test_the_documents_own_doi_is_told_from_those_of_cited_works() -> None:
    linked = Linked([], "10.5771/2699-1284-2020-1-16")
    own, cited = addresses("Kellner, 2002. DOI: 10.5771/2699-1284-2020-1-16; doi:10.1080/01436597.2015.976016")
    assert linked.is_own(own)
    assert not linked.is_own(cited)
