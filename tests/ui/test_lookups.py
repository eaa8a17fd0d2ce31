"""Look-ups: (what is known of a work -> where a reader may search for it)."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from ingest.model import Link
from ui.lookups import lookups

WAR: dict[str, Any] = {
    "type": "article-journal",
    "title": "The UN at “War”",
    "author": [{"family": "Karlsrud", "given": "John"}],
    "container-title": "Third World Quarterly",
    "issued": {"date-parts": [[2015]]},
    "volume": "36",
    "page": "40–54",
}


def asked(href: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(href).query)


def test_a_work_without_an_address_is_searched_for_by_author_and_title() -> None:
    found = lookups(WAR)
    assert [one.name for one in found] == ["Look up in Crossref", "Look up in OpenAlex", "Look up in WorldCat"]
    assert {urlsplit(one.href).scheme for one in found} == {"https"}
    assert asked(found[0].href)["q"] == ["Karlsrud The UN at “War”"]
    assert asked(found[1].href)["search"] == ["Karlsrud The UN at “War”"]
    assert asked(found[2].href)["q"] == ['ti:"The UN at War" AND au:"Karlsrud"']


def test_the_readers_own_library_goes_first_and_alone() -> None:
    (one,) = lookups(WAR, resolver="https://resolver.example.edu/openurl?inst=x")
    said = asked(one.href)
    assert one.name == "Look up in your library"
    assert said["inst"] == ["x"]
    assert said["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:journal"]
    assert (said["rft.atitle"], said["rft.jtitle"]) == (["The UN at “War”"], ["Third World Quarterly"])
    assert (said["rft.aulast"], said["rft.date"], said["rft.spage"], said["rft.epage"]) == (
        ["Karlsrud"], ["2015"], ["40"], ["54"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "form", "field"),
    [("book", "book", "rft.btitle"), ("thesis", "dissertation", "rft.title"), ("chapter", "book", "rft.atitle")],
)
def test_openurl_names_each_kind_in_its_own_way(kind: str, form: str, field: str) -> None:
    (one,) = lookups({"type": kind, "title": "Consent"}, resolver="https://r.example.edu")
    assert asked(one.href)["rft_val_fmt"] == [f"info:ofi/fmt:kev:mtx:{form}"]
    assert asked(one.href)[field] == ["Consent"]


@pytest.mark.parametrize("kind", ["doi", "un", "url", "corpus"])
def test_a_work_with_an_address_is_not_searched_for(kind: Any) -> None:
    assert lookups(WAR, [Link(kind, "https://example.org/x")]) == ()


def test_a_web_source_is_looked_up_as_it_was_when_it_was_read() -> None:
    page = {"type": "webpage", "title": "Facts", "accessed": {"date-parts": [[2019, 3, 2]]}}
    (one,) = lookups(page, [Link("url", "https://peacekeeping.un.org/en/data?a=1&b=é")])
    assert one.name == "Look up in the Wayback Machine"
    assert one.href == "https://web.archive.org/web/20190302/https://peacekeeping.un.org/en/data?a=1&b=%C3%A9"


def test_an_undated_page_is_not_looked_up() -> None:
    assert lookups({"type": "webpage"}, [Link("url", "https://example.org")]) == ()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://example.org/x"])
def test_only_web_addresses_are_looked_up(address: str) -> None:
    page = {"type": "webpage", "accessed": {"date-parts": [[2019]]}}
    assert lookups(page, [Link("url", address)]) == ()


def test_a_citation_that_could_not_be_taken_apart_is_searched_by_its_words() -> None:
    found = lookups({"type": "document"}, text="Fortna, Does Peacekeeping Work?")
    assert asked(found[0].href)["q"] == ["Fortna, Does Peacekeeping Work?"]
    assert lookups({"type": "document"}) == ()
