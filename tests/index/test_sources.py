import pytest

from index.sources import corpus_links, identities
from ingest.model import Link


def work(title, year=2015, family="Karlsrud", **more):
    return {"title": title, "author": [{"family": family, "given": "J."}], "issued": {"date-parts": [[year]]}, **more}


UN_AT_WAR = work("The UN at War: Examining the Consequences of Peace-Enforcement Mandates", DOI="10.1080/X")
PART_ONE = work("Peace and Conflict: Part One")


@pytest.mark.parametrize(
    ("cited", "linked"),
    [
        (work("The UN at War: Examining the Consequences of Peace-Enforcement Mandates"), True),
        (work("The UN at war"), True),
        (work("THE UN AT WAR: examining the consequences of peace-enforcement mandates"), True),
        ({"DOI": "https://doi.org/10.1080/x"}, True),
        (work("The UN at War", year=2016), False),
        (work("The UN at War", family="Cunliffe"), False),
        (work("The UN at War: A Different Subtitle"), False),
        (work("The UN at Peace"), False),
        ({"title": "The UN at War"}, False),
        ({}, False),
    ],
)
def test_a_cited_work_is_a_document_of_the_library_only_where_that_is_sure(cited, linked):
    shelf = dict.fromkeys(identities(UN_AT_WAR), "karl")
    known = lambda names: {name: shelf[name] for name in names if name in shelf}  # noqa: E731
    assert corpus_links([cited], known) == [(Link("corpus", "bluenote:karl"),) if linked else ()]


def test_symbols_name_un_documents_with_or_without_their_year():
    assert "un:S/RES/2100" in identities({"number": "S/RES/2100 (2013)", "title": "Resolution 2100"})
    assert "un:S/RES/2100" in identities({"number": "S/RES/2100"})
    for dash in "–-":
        assert {"un:A/70/95", "un:S/2015/446"} <= set(identities({"number": f"A/70/95{dash}S/2015/446"}))
    assert identities({"number": "36"}) == ()


def test_evidence_for_two_documents_links_none():
    known = lambda names: {name: name.partition(":")[0] for name in names}  # noqa: E731
    assert corpus_links([UN_AT_WAR], known) == [()]
