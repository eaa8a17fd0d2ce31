"""Words found in a document: in its text and its notes, through line ends, whatever their accents and signs."""

import unicodedata

import pytest
from factories import document, note, paragraph
from hypothesis import given
from hypothesis import strategies as st

from ui.cards.finding import find, folded
from ui.cards.marks import shares

TEXT = "The Security Council authorized the mission’s robust posture in Côte d’Ivoire, and nobody asked the population."


@pytest.mark.parametrize(
    "words", ["cote d'ivoire", "CÔTE D’IVOIRE", "  robust   posture ", "mission's robust posture in"]
)
def test_case_accents_and_signs_make_no_difference(words: str) -> None:
    (match,) = find(document([paragraph(TEXT)]), words)
    assert folded(match.words) == folded(" ".join(words.split()))
    assert (
        "".join((TEXT[: TEXT.index(match.words)], match.words, TEXT[TEXT.index(match.words) + len(match.words) :]))
        == TEXT
    )


def test_a_match_through_a_line_end_is_marked_on_both_lines() -> None:
    block = paragraph(TEXT)
    end = block.spans[0].end
    words = TEXT[end - 6 : end + 7]
    (match,) = find(document([block]), words)
    assert len(match.marks[0]) == 2


def test_text_comes_before_notes_page_by_page() -> None:
    found = find(
        document(
            [paragraph("Consent.", page=1), paragraph("No consent.", page=0)],
            [note("On consent.", "1", page=0)],
            pages=2,
        ),
        "consent",
    )
    assert [(match.index, match.note) for match in found] == [(0, None), (0, "1"), (1, None)]


@pytest.mark.parametrize("words", ["", "   ", "zebra"])
def test_nothing_is_found(words: str) -> None:
    assert find(document([paragraph(TEXT)]), words) == []


def test_marks_lie_on_the_words() -> None:
    block = paragraph("m" * 10 + " " + "i" * 10)
    (match,) = find(document([block]), "iiiiiiiiii")
    ((left, _, width, _),) = shares(match.marks, document([]).pages)["0"]
    line = block.spans[0].bbox
    assert left / 100 * 595 > (line[0] + line[2]) / 2, "narrow letters take less than half of the line"
    assert (left + width) / 100 * 595 == pytest.approx(line[2], abs=0.5)


@given(st.text())
def test_folding_keeps_each_character_in_its_place(text: str) -> None:
    assert len(folded(unicodedata.normalize("NFC", text))) == len(unicodedata.normalize("NFC", text))
