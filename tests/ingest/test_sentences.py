import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.words.sentences import sentences


def split(text, markers=(), language="en"):
    return [text[start:end] for start, end in sentences(text, markers, language)]


@pytest.mark.parametrize(
    "kept_whole",
    [
        "See vol. 3, para. 5 of Res. 2100.",
        "The Council, acting under Chap. VII and Art. 42, agreed.",
        "It is quoted in No. 5, pp. 12–14, and n. 3 there.",
        "Lt. Gen. Patrick Cammaert commanded them.",
        "It was J. M. Smith who wrote it.",
        "Compare e.g. Bosnia and cf. Rwanda.",
        "“Why?” she asked.",
        "(a) The mandate of the mission.",
        "12. The Council decides.",
        "As Smith et al. argue, it failed.",
        "He met Dr. Annan on Sept. 5 in Geneva.",
        "Voir la rés. 2100, art. 5, p. 12, al. 3.",
        "M. Dupont et Mme Martin ont vu le gén. Dallaire.",
        "About 4.2 million people fled.",
    ],
)
def test_one_sentence(kept_whole):
    assert split(kept_whole) == [kept_whole]
    assert split(kept_whole, language="fr") == [kept_whole]


@pytest.mark.parametrize(
    "pieces",
    [
        ["He said: “It failed.”", "Then he left."],
        ["He said: ‘It failed.’", "Then he left."],
        ["(They had said no to it.)", "It was late."],
        ["As in Annex B.", "The Council met."],
        ["It began in the U.S.", "The Council met."],
        ["It cites S/RES/2100 (2013).", "Troops came."],
        ["It failed!", "Élise left."],
        ["Il a dit : « C'est fini. »", "Puis il partit."],
    ],
)
def test_several_sentences(pieces):
    assert split(" ".join(pieces)) == pieces


def test_german_ordinals_do_not_end_a_sentence():
    assert split("Am 5. Mai war es. Vgl. Bd. 3.", language="de") == ["Am 5. Mai war es.", "Vgl. Bd. 3."]


def test_a_marker_after_a_full_stop_ends_the_sentence():
    text = "It was debated in the U.S. Troops came"
    assert split(text) == [text]
    assert split(text, [26]) == ["It was debated in the U.S.", "Troops came"]


def test_a_marker_inside_a_sentence_ends_nothing():
    assert split("The mission, MINUSMA, ended.", [20]) == ["The mission, MINUSMA, ended."]


@pytest.mark.parametrize("nothing", ["", " ", "\u00a0 "])
def test_no_sentences_in(nothing):
    assert sentences(nothing) == []


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u3000"])
def test_a_space_of_any_width_may_part_an_initial_from_its_stop(space):
    assert sentences(f"Vitamin B{space}. It was late.")[-1][1] == len("Vitamin B . It was late.")


@given(st.text(alphabet=st.sampled_from("aB1. ?!()“”…vol\u00a0é😀\n"), max_size=80), st.sets(st.integers(0, 80)))
def test_nothing_but_space_is_lost_and_order_is_kept(text, markers):
    bounds = sentences(text, sorted(markers))
    outside, at = "", 0
    for start, end in bounds:
        assert at <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        outside += text[at:start]
        at = end
    assert not (outside + text[at:]).strip()
