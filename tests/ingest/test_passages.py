import re
from dataclasses import replace

import pytest
from factories import block, document, heading, note, paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.model import Anchor, Citation
from ingest.passages.cutting import embedded_text, passages


def words(text):
    """Like WordPiece: adds up over words, and long words are several pieces."""
    return sum(-(-len(word) // 6) for word in text.split())


def texts(doc, window=40, count=words):
    return [passage.text for passage in passages(doc, count, window)]


TEN = "One two three four five six seven eight nine ten."


def test_ids_tell_document_kind_and_place():
    comment = note("It did not see that " + "the force had come too late to help anyone at all.", marker=None)
    doc = document([paragraph(TEN)], [comment])
    assert [passage.id for passage in passages(doc, words, 40)] == [
        "0123456789abcdef-body-0001",
        "0123456789abcdef-note-0001",
    ]


def test_a_passage_ends_with_its_section():
    doc = document([heading("I"), paragraph("One.", ["I"]), heading("II"), paragraph("Two.", ["II"])])
    assert [(passage.heading, passage.text) for passage in passages(doc, words, 40)] == [("I", "One."), ("II", "Two.")]


def test_a_bare_label_is_no_passage():
    label = block("Source: UNIFIL.", "caption", section=["I"])
    doc = document([paragraph("Latia Ward"), heading("I"), label, heading("II"), paragraph("Hamas.", ["II"])])
    assert texts(doc) == ["Hamas."]
    assert texts(document([paragraph("Latia Ward")])) == ["Latia Ward"]


def test_sections_of_the_same_name_stay_apart():
    doc = document([heading("Notes"), paragraph("One.", ["Notes"]), heading("Notes"), paragraph("Two.", ["Notes"])])
    assert texts(doc) == ["One.", "Two."]


def test_headings_count_for_the_window():
    section = ["Part one", "Chapter two"]
    (passage, _) = passages(document([paragraph(f"{TEN} {TEN}", section)]), words, 20)
    assert passage.heading == "Part one > Chapter two"
    assert passage.text == TEN
    assert words(embedded_text(passage)) <= 20


def test_of_endless_headings_the_innermost_stay():
    section = ["An outermost heading", "A war", "Mali"]
    (passage,) = passages(document([paragraph("It ended.", section)]), words, 13)
    assert passage.heading == "A war > Mali"


def test_a_marker_stays_with_the_sentence_it_ends():
    doc = document([paragraph(f"{TEN[:-1]}.^1 {TEN}^2")], [note("A."), note("B.", "2")])
    first, second = passages(doc, words, 15)
    assert [(m.offset, m.label) for m in first.markers] == [(len(TEN), "1")]
    assert [(m.offset, m.label) for m in second.markers] == [(len(TEN), "2")]
    assert (first.notes, second.notes) == (("n1",), ("n2",))


def test_a_marker_before_a_sentence_on_its_line_belongs_to_the_one_before():
    doc = document([paragraph(f"{TEN} ^1{TEN}")], [note("A.")])
    first, second = passages(doc, words, 15)
    assert [marker.offset for marker in first.markers] == [len(TEN)]
    assert second.markers == ()


def test_offsets_count_over_blocks():
    doc = document([paragraph("One.^1"), paragraph("Two two.^2")])
    (passage,) = passages(doc, words, 40)
    assert passage.text == "One. Two two."
    assert [passage.text[: marker.offset] for marker in passage.markers] == ["One.", "One. Two two."]


def test_pages_are_those_that_its_lines_touch():
    long = " ".join([TEN] * 6)  # its lines break in the midst of sentences
    doc = document([paragraph(long, pages=[0, 1])], pages=2, first=65)
    spread = [(p.first_page, p.last_page, p.first_index, p.last_index) for p in passages(doc, words, 22)]
    assert spread == [("65", "65", 0, 0), ("65", "66", 0, 1), ("66", "66", 1, 1)]


def test_numbered_paragraphs_lend_their_number_to_their_items():
    doc = document(
        [
            paragraph("The force shall:", paragraph="35"),
            block("(a) Monitor;", "list"),
            paragraph("This one comes next.", paragraph="36"),
            paragraph("This one has none."),
        ]
    )
    assert [passage.paragraphs for passage in passages(doc, words, 6)] == [("35",), ("36",), ()]


def test_a_list_stays_with_its_lead_in():
    lead_in = paragraph("The mandate of the new mission is now as follows:")
    items = [block("(a) To monitor the truce along the line;", "list"), block("(b) To protect civilians.", "list")]
    doc = document([paragraph(TEN), lead_in, *items])
    assert texts(doc, 32) == [TEN, " ".join(b.text for b in (lead_in, *items))]


def test_prose_flows_past_a_table():
    doc = document(
        [paragraph("Before."), block("Table 1. Troops", "caption"), block("Mali 5", "table"), paragraph("After.")]
    )
    assert texts(doc) == ["Before. After.", "Table 1. Troops Mali 5"]


def test_reference_lists_and_headings_are_no_passages():
    assert texts(document([heading("References"), block("Fortna (2008) Does Peacekeeping Work?", "reference")])) == []


class TestNotes:
    COMMENT = "Most of those who were asked said that they had never been told what the mandate was. "

    def test_one_with_a_comment_is_a_passage_under_the_heading_of_its_marker(self):
        body = paragraph("It failed.^1", ["Mali"], id="b1")
        doc = document([body], [note(self.COMMENT, marker=Anchor("b1", 10))])
        (_, passage) = passages(doc, words, 60)
        assert (passage.kind, passage.heading, passage.notes) == ("note", "Mali", ("n1",))

    @pytest.mark.parametrize(
        "text", ["Ibid., 5.", "See also Karlsrud and Osland, “Between self-interest and solidarity”, 12."]
    )
    def test_one_that_only_cites_is_none(self, text):
        assert texts(document([], [note(text)])) == []

    def test_the_words_of_its_citations_are_no_comment(self):
        cited = "karlsrud, on the making of a new war by those who wage it in the name of peace, oslo"
        citation = Citation("c1", "n1", None, 0, len(cited), "full", "work", None, None, None)
        assert texts(document([], [note(cited)])) == [cited]
        assert texts(document([], [note(cited)], citations=(citation,))) == []

    def test_thanks_are_none(self):
        assert texts(document([], [note(self.COMMENT, "*", scope="author")])) == []

    def test_one_on_a_heading_shows_below_it_and_not_beyond(self):
        blocks = [
            heading("Mali^1", id="h1"),
            paragraph("One.", ["Mali"]),
            heading("Gao", ["Mali"]),
            paragraph("Two.", ["Mali", "Gao"]),
            heading("Chad"),
            paragraph("Three.", ["Chad"]),
        ]
        doc = document(blocks, [note("This section draws on interviews.", marker=Anchor("h1", 4), scope="section")])
        assert [passage.notes for passage in passages(doc, words, 40)] == [("n1",), ("n1",), ()]

    def test_one_that_speaks_for_the_section_from_a_paragraph_on_shows_after_it(self):
        section = ["Mali"]
        body = [
            paragraph(f"{TEN} Two two two two two two.^1", section, id="b1"),
            paragraph(TEN, section),
            paragraph(TEN, ["Chad"]),
        ]
        doc = document(body, [note("What follows is hearsay.", marker=Anchor("b1", 74), scope="section")])
        assert [passage.notes for passage in passages(doc, words, 14)] == [(), ("n1",), ("n1",), ()]


ALPHABET = st.sampled_from(
    ["one", "two", "S/RES/2100", "“Why?”", "vol.", "3.", "end.", "It", "was", "a" * 70, "^1", "^2.", "so;", "é,"]
)
TEXTS = (
    st.lists(ALPHABET, min_size=1, max_size=60).map(" ".join).filter(lambda text: re.sub(r"\^\d", "", text).strip(" ."))
)
BLOCKS = st.lists(
    st.tuples(
        TEXTS,
        st.sampled_from(["paragraph", "list", "table", "caption", "quote", "heading"]),
        st.sampled_from(["", "I", "I > II"]),
    ),
    max_size=8,
)
COUNTS = st.sampled_from(
    [words, len, lambda text: (len(text) + 2) // 3, lambda text: len(text.encode()) // 2 + 3 * (" " in text)]
)


@settings(max_examples=150, deadline=None)
@given(BLOCKS, COUNTS, st.integers(8, 300))
def test_whatever_the_text(drawn, count, window):
    blocks = [block(text, kind, section=section.split(" > ") if section else ()) for text, kind, section in drawn]
    doc = document(blocks, [note("A.", "1"), note("B.", "2")])
    texts_of = {each.id: each.text for each in blocks}
    found = passages(doc, count, window)

    covered = {each.id: [0] * len(each.text) for each in blocks}
    for passage in found:
        assert passage.text == " ".join(texts_of[piece.block][piece.start : piece.end] for piece in passage.spans)
        assert count(embedded_text(passage)) <= window or len(passage.text) == 1
        assert all(0 <= marker.offset <= len(passage.text) for marker in passage.markers)
        for piece in passage.spans:
            for at in range(piece.start, piece.end):
                covered[piece.block][at] += 1
    left_out = {each.id for each in blocks if not any(covered[each.id])}
    for each in blocks:
        once = 0 if each.id in left_out else 1
        assert once or each.kind == "heading" or (len(each.text.split()) <= 3 and each.kind != "table")
        assert not once or each.kind != "heading"
        assert all(times == once for char, times in zip(each.text, covered[each.id], strict=True) if not char.isspace())
    markers = [marker.label for each in blocks if each.id not in left_out for marker in each.markers]
    assert sorted(marker.label for passage in found for marker in passage.markers) == sorted(markers)
    assert len({passage.id for passage in found}) == len(found)
    assert passages(replace(doc), count, window) == found
