"""The card of a hit: what it shows, and that no text of a document becomes markup."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import html

from index.found import Beside, Hit, HitCitation
from ingest.model import Link
from ui.cards.hitcard import hit_html
from ui.cards.notewords import gist, link_href, link_words, note_place
from ui.cites.citing import SetCite

Make = Callable[..., Hit]


def card(hit: Hit, words: frozenset[str] = frozenset(), *, goes_on: bool = False) -> html.HtmlElement:
    cites = {hit.cite, *(sentence.cite for sentence in hit.sentences)}
    rendered = {cite: SetCite(f"Reference, {cite.pandoc}", "") for cite in cites}
    return html.fromstring(hit_html(hit, rendered, words, goes_on=goes_on))


def test_the_passage_reads_as_it_stands(make_hit: Make) -> None:
    passage = card(make_hit()).find_class("passage")[0]
    for control in passage.find_class("quote") + passage.cssselect("sup"):
        control.drop_tree()
    assert " ".join(passage.text_content().split()) == "Robust mandates blur the line. Consent wears thin."


def test_a_marker_stands_after_its_sentence_and_names_its_note(make_hit: Make) -> None:
    page = card(make_hit())
    first = page.find_class("sentence")[0]
    assert first.text_content() == "Robust mandates blur the line.12"
    marker = first.find_class("marker")[0]
    assert (
        page.get_element_by_id(marker.get("data-note")).find_class("words")[0].text_content() == "Ibid., 5, and a word."
    )


def test_the_sentence_that_answers_best_is_marked(make_hit: Make) -> None:
    assert [one.text_content() for one in card(make_hit(best=1)).find_class("best")] == ["Consent wears thin.13"]
    assert card(make_hit()).find_class("best") == []


def test_what_stands_beside_a_passage_is_no_part_of_it(make_hit: Make) -> None:
    near = Beside("d1-body-0002", "It wears <thin> & thinner.", make_hit().cite)
    page = card(make_hit(after=near))
    (beside,) = page.find_class("beside")
    assert " ".join(beside.text_content().split()) == "After it: It wears <thin> & thinner. … pp. 67–68"
    assert "d1-body-0002" in beside.find("a").get("href")
    assert "thinner" not in page.find_class("passage")[0].text_content()
    assert card(make_hit()).find_class("beside") == []


def test_a_title_stands_once_above_the_hits_of_its_document(make_hit: Make) -> None:
    page = card(make_hit(), goes_on=True)
    assert "unseen" in page.find_class("document")[0].get("class"), "readers of headings hear it all the same"
    assert page.find_class("byline")[0].text_content().split() == ["pp.", "67–68"]


def test_a_marker_without_a_note_is_shown_as_loose(make_hit: Make) -> None:
    loose = card(make_hit()).find_class("loose")
    assert [mark.text for mark in loose] == ["13"]


def test_each_sentence_carries_its_own_page(make_hit: Make) -> None:
    assert [quote.get("data-place") for quote in card(make_hit()).find_class("quote")] == ["p. 67", "p. 68"]


def test_a_resolved_citation_says_where_it_leads_and_why(make_hit: Make) -> None:
    leads = card(make_hit()).find_class("leads")[0]
    said = " ".join(leads.text_content().split())
    assert "Karlsrud, The UN at War" in said
    assert "p. 5" in said
    assert "Ibid. of note 11." in said
    assert leads.cssselect("a")[0].get("href") == "https://doi.org/10.1/x"


def test_an_open_citation_shows_its_candidates_and_no_link_of_its_own(make_hit: Make, citation: HitCitation) -> None:
    assert citation.source is not None
    unsure = replace(citation, source=None, candidates=(citation.source,), why="Note 11 cites two works.")
    hit = make_hit()
    page = card(replace(hit, notes=(replace(hit.notes[0], citations=(unsure,)),)))
    leads = page.find_class("leads")[0]
    assert "left open" in leads.text_content()
    assert len(leads.cssselect(".candidates li")) == 1
    assert not page.find_class("sure")


@pytest.mark.parametrize(
    "nasty", ["<script>alert(1)</script>. And", '"><img src=x onerror=alert(1)>. And', "{{ 7*7 }}. ${x} **b**"]
)
def test_text_of_a_document_never_becomes_markup(make_hit: Make, nasty: str) -> None:
    hit = make_hit(f"{nasty} more.")
    title = replace(hit.document, title=nasty)
    page = card(replace(hit, document=title))
    assert not page.cssselect("script, img[src]")
    assert page.find_class("document")[0].text_content() == nasty
    assert nasty.split(". ")[0] in page.find_class("passage")[0].text_content()


def test_words_of_the_question_are_marked(make_hit: Make) -> None:
    assert [mark.text for mark in card(make_hit(), frozenset({"mandate"})).cssselect("mark")] == ["mandates"]


@pytest.mark.parametrize(
    ("link", "href"),
    [
        (Link("url", "javascript:alert(1)"), ""),
        (Link("url", "file:///etc/passwd"), ""),
        (Link("un", "https://docs.un.org/en/S/RES/2100(2013)"), "https://docs.un.org/en/S/RES/2100(2013)"),
        (Link("corpus", "bluenote:00ee"), "/read?doc=00ee&page=5&by=00ff&by_in=n12&by_at=0"),
    ],
)
def test_only_web_addresses_and_own_documents_become_links(citation: HitCitation, link: Link, href: str) -> None:
    assert link_href(link, citation, "00ff", "n12") == href


def test_a_hit_leads_to_its_page_and_keeps_its_search(make_hit: Make) -> None:
    hit = make_hit()
    cites = {hit.cite, *(sentence.cite for sentence in hit.sentences)}
    page = html.fromstring(hit_html(hit, {cite: SetCite("R", "") for cite in cites}, search="q=consent&in=body"))
    (link,) = page.find_class("read")
    assert link.get("href") == "/read?doc=00ff&passage=00ff-body-0003&search=q%3Dconsent%26in%3Dbody"


def test_a_link_says_where_it_leads() -> None:
    panel, letter = (Link("un", f"https://docs.un.org/en/{symbol}") for symbol in ("A/70/95", "S/2015/446"))
    web = [Link("url", "https://www.ipinst.org/a.pdf"), Link("url", "http://[bad")]
    assert [word for _, word in link_words([panel, *web])] == ["UN document", "ipinst.org", "[bad"]
    assert link_words([panel, letter]) == [(panel, "UN document A/70/95"), (letter, "UN document S/2015/446")]


def test_the_gist_of_a_note_says_where_it_leads(make_hit: Make) -> None:
    note = make_hit().notes[0]
    assert gist(note) == ("→ Karlsrud, The UN at War (2015)", ", p. 5")
    assert gist(replace(note, citations=())) == ("Ibid., 5, and a word.", "")
    assert note_place(note) == "footnote 12, printed on p. 67"


def test_of_several_works_the_gist_tells_the_one_asked_for(make_hit: Make, citation: HitCitation) -> None:
    assert citation.source is not None
    csl = {"title": "Translating Protection", "author": [{"family": "Dannenbaum"}]}
    second = replace(citation, source=replace(citation.source, csl=csl), locator=None)
    note = replace(make_hit().notes[0], citations=(citation, second))
    assert gist(note, frozenset({"dannenbaum"})) == (
        "→ Dannenbaum, Translating Protection",
        ", and 1 more",
    )
    assert gist(note, frozenset({"consent"})) == ("→ Karlsrud, The UN at War (2015)", ", p. 5, and 1 more")
    assert note_place(replace(note, pages=("67", "68"))) == "footnote 12, printed on pp. 67–68"


def test_a_work_without_an_address_offers_searches_that_say_so(make_hit: Make, citation: HitCitation) -> None:
    hit = make_hit()
    assert not card(hit).find_class("lookups"), "its DOI leads to it"
    assert citation.source is not None

    def shown(**changes: object) -> html.HtmlElement:
        bare = replace(citation, source=replace(citation.source, links=()), **changes)  # type: ignore[type-var,arg-type]
        return card(replace(hit, notes=(replace(hit.notes[0], citations=(bare,)),)))

    (offered,) = shown().find_class("lookups")
    assert "Searches, not the work itself" in offered.text_content()
    assert all(link.get("href").startswith("https://") for link in offered.cssselect("a"))
    assert not shown(kind="interview").find_class("lookups")
