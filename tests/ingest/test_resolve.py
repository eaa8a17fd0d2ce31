"""What the contract promises of citations and sources, beyond the tables of notes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.model import Block, Note
from ingest.works.resolve import cite

KARLSRUD = "John Karlsrud, “The UN at War: Examining the Consequences,” Third World Quarterly 36, no. 1 (2015): 45."


def notes(*texts):
    return [Note(f"n{i}", str(i), "footnote", text, (0,), (), None) for i, text in enumerate(texts, 1)]


def reference(text):
    return Block("r1", "reference", text, ("References",), None, ())


def test_one_source_for_note_and_bibliography():
    entry = reference(
        "Karlsrud, John. “The UN at War: Examining the Consequences.” Third World Quarterly 36, no. 1 (2015): 40–54."
        " https://doi.org/10.1080/01436597.2015.976016."
    )
    citations, sources = cite([entry], notes("Karlsrud, “UN at War,” 41.", KARLSRUD), "en")
    assert len(sources) == 1
    (source,) = sources
    assert source.key == "10.1080/01436597.2015.976016"
    assert (source.first_note, source.first_block) == ("n2", "r1")
    assert [c.form for c in citations] == ["short", "full", "full"]
    assert source.links[0].href == "https://doi.org/10.1080/01436597.2015.976016"


@pytest.mark.parametrize(
    ("pages", "found"),
    [((0, 0, 1, 2), True), ((0, 0, 0, 1), False)],
    ids=["numbers begin anew on each page", "the second run is a chapter's, on the same page"],
)
def test_ibid_of_a_pages_first_note_means_the_last_of_the_page_before(pages, found):
    texts = (("1", "S/2016/39, para. 4."), ("2", KARLSRUD), ("1", "Ibid., 30."), ("1", "S/2016/40, para. 4."))
    run = [
        Note(f"n{i}", *text, (pages[i],), (), None) for i, text in enumerate((t[0], "footnote", t[1]) for t in texts)
    ]
    citations, _ = cite([], run, "en")
    assert [c.source is not None for c in citations] == [True, True, found, True]


def test_a_body_is_cited_by_the_first_words_of_its_name_in_the_list():
    entry = reference("Independent Inquiry into the 1994 Genocide in Rwanda. Report. S/1999/1257. 15 December 1999.")
    citations, _ = cite([entry], notes("Independent Inquiry, Report, 10.", "Independent Group, Report, 10."), "en")
    assert [c.note for c in citations if c.source] == ["n1", None]


def test_a_document_in_the_list_answers_to_its_bodys_abbreviation_and_year():
    entry = reference("UNGA (United Nations General Assembly). 2016. Overview of Financing. A/70/749 of 23 February.")
    citations, sources = cite([entry], notes("UNGA (2016, para. 31). The Special Committee repeated this."), "en")
    assert [(c.form, c.source) for c in citations if c.note] == [("author-date", sources[0].id)]


def test_key_does_not_depend_on_the_way_of_citing():
    oscola = "John Karlsrud, ‘The UN at War: Examining the Consequences’ (2015) 36 Third World Quarterly 40, 45."
    french = "J. Karlsrud, « UN at War », Third World Quarterly, vol. 36, n° 1, 2015, p. 40-54."
    bluebook = "John Karlsrud, The UN at War: Examining the Consequences, 36 THIRD WORLD Q. 40, 45 (2015)."
    keys = {cite([], notes(text), "en")[1][0].key for text in (KARLSRUD, oscola, french, bluebook)}
    assert keys == {"karlsrud-un-war-2015"}


DIFFERENT = [
    ("Law No. 147: General Law on Charities, art. 6.", "Law No. 42 of 2008 on Elections, art. 94."),
    ("Ley No. 476, art. 3.", "Ley No. 344, art. 3."),
    (
        "Human Rights Committee, General comment No. 31, para. 6.",
        "Human Rights Committee, General comment No. 34, para. 6.",
    ),
    ("18 U.S.C. § 2339B.", "18 U.S.C. § 1001."),
    ("LA. REV. STAT. § 265 (2021).", "OR. REV. STAT. § 265 (2021)."),
    ("Raue, CR 2017, 656 ff.", "Raue, ZUM 2017, 656 ff."),
    ("UNEP, “Gaza strip: debris”, May 2025.", "UNEP, “Gaza strip: ground water”, May 2025."),
    ("OCHA, “Update No. 267: Gaza strip”, 25 February 2025.", "OCHA, “Update No. 276: Gaza strip”, 27 March 2025."),
    ("World Bank, Economic Report: Mali (Washington, 2024).", "World Bank, Economic Report: Chad (Washington, 2024)."),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_key_never_joins_different_works_of_two_documents(one, other):
    keys = [{s.key for s in cite([], notes(text), "en")[1]} for text in (one, other)]
    assert all(keys), "a work that was not read"
    assert not keys[0] & keys[1]


def test_abbreviation_behind_a_body_is_no_part_of_its_name():
    _, (source,) = cite([], notes("World Health Organization (WHO), “Wounds and care”, 5 February 2025."), "en")
    assert source.csl["author"] == [{"literal": "World Health Organization"}]


def test_ibid_leads_through_the_notes_nearest_first():
    citations, _ = cite([], notes(KARLSRUD, "Ibid., 46.", "Ibid., 47."), "en")
    assert citations[2].through == ("n2", "n1")
    assert "note 2" in citations[2].why


def test_ibid_after_an_interview_leads_to_the_interview():
    citations, sources = cite([], notes(KARLSRUD, "Interview with an officer, Bamako, 12 May 2014.", "Ibid."), "en")
    by_id = {s.id: s for s in sources}
    assert by_id[citations[2].source].csl["type"] == "interview"


def test_ibid_fails_after_a_note_with_a_citation_that_was_not_read():
    odd = "S/RES/2100 (2013), para. 16. Compare the odd one: aaa bbb, ccc ddd (Xx: Yy, 1999), which says no more."
    citations, _ = cite([], notes(odd, "Ibid."), "en")
    ibid = citations[-1]
    assert ibid.form == "ibid"
    assert ibid.source is None
    assert ibid.candidates


def test_resolution_has_the_year_in_its_link_and_its_record():
    _, (source,) = cite([], notes("Security Council resolution 2100 (2013), para. 16."), "en")
    assert source.key == "S/RES/2100"
    assert [(x.kind, x.href) for x in source.links] == [
        ("un", "https://docs.un.org/en/S/RES/2100(2013)"),
        ("url", next(x.href for x in source.links if x.kind == "url")),
    ]
    assert source.links[1].href.startswith("https://digitallibrary.un.org/record/")


def test_parts_of_a_full_citation():
    text = (
        "Niels Nagelhus Schia, “Horseshoe and Catwalk,” in Palaces of Hope, ed. Ronald Niezen and Maria Sapignoli"
        " (Cambridge: Cambridge University Press, 2017), 55–79."
    )
    _, (source,) = cite([], notes(text), "en")
    assert source.csl == {
        "type": "chapter",
        "author": [{"family": "Schia", "given": "Niels Nagelhus"}],
        "title": "Horseshoe and Catwalk",
        "container-title": "Palaces of Hope",
        "editor": [{"family": "Niezen", "given": "Ronald"}, {"family": "Sapignoli", "given": "Maria"}],
        "publisher-place": "Cambridge",
        "publisher": "Cambridge University Press",
        "issued": {"date-parts": [[2017]]},
        "page": "55–79",
    }


def test_source_line_under_a_figure_cites():
    caption = Block("b1", "caption", "Figure 1. Troops. Source: S/2015/229, annex.", ("Troops",), None, ())
    citations, sources = cite([caption], [], "en")
    assert [s.key for s in sources] == ["S/2015/229"]
    assert citations[0].block == "b1"


WORDS = st.sampled_from(
    [
        "Ibid.",
        "supra note 1",
        "Karlsrud,",
        "“UN at War,”",
        "(2015)",
        "S/RES/2100",
        ";",
        "See",
        "and",
        "op. cit.",
        "45",
        "’",
        "(",
        "https://x.org/a",
        "«",
        "Interview with",
        "[3]",
        "v.",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=12), min_size=1, max_size=4))
def test_any_notes_give_citations_inside_their_texts(texts):
    found = notes(*(" ".join(words) for words in texts))
    citations, sources = cite([], found, "en")
    ids = {s.id for s in sources}
    for c in citations:
        text = next(n.text for n in found if n.id == c.note)
        assert 0 <= c.start < c.end <= len(text)
        assert c.source is None or (c.source in ids and not c.candidates)
        assert set(c.candidates) <= ids
        assert c.why


@pytest.mark.parametrize("piece", ["A", "A. ", "(a ", "“x ", "Smith, ", "12 A. ", "see ", "S/", "note 1 ", "Aa Bb "])
def test_damaged_text_costs_no_more_than_its_length(piece):
    citations, _ = cite([], notes(piece * 2000), "en")
    assert all(c.note == "n1" for c in citations)
