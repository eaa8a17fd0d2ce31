import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query import parse


@pytest.mark.parametrize(
    ("text", "terms", "symbols", "phrases"),
    [
        ("protection of civilians", ("protection", "of", "civilians"), (), ()),
        ("S/RES/2100", (), ("S/RES/2100",), ()),
        ("S/RES/2100 (2013)", (), ("S/RES/2100",), ()),
        ("why s/res/2100(2013), para 16", ("why", "para", "16"), ("S/RES/2100",), ()),
        ("A/70/95–S/2015/446", (), ("A/70/95", "S/2015/446"), ()),
        ("A/70/95-S/2015/446", (), ("A/70/95", "S/2015/446"), ()),
        ("what does S/PV.7000 say?", ("what", "does", "say"), ("S/PV.7000",), ()),
        ("A/HRC/16/52/Add.1.", (), ("A/HRC/16/52/ADD.1",), ()),
        ("checks and/or balances", ("checks", "and", "or", "balances"), (), ()),
        ("2013/14", ("2013", "14"), (), ()),
        ("https://docs.un.org/en/S/RES/1", ("https", "docs", "un", "org", "en", "S", "RES", "1"), (), ()),
        ('"robust mandates" in Mali', ("in", "Mali"), (), ("robust mandates",)),
        ("“robust mandates” «usage de la force»", (), (), ("robust mandates", "usage de la force")),
        ('a lone " mark', ("a", "lone", "mark"), (), ()),
        ('"" "!"', (), (), ()),
        ("NEAR(a AND b* OR ^c:{d})", ("NEAR", "a", "AND", "b", "OR", "c", "d"), (), ()),
        ("war war War", ("war", "War"), (), ()),
        ("", (), (), ()),
    ],
)
def test_a_question_is_taken_apart(text, terms, symbols, phrases):
    query = parse(text)
    assert (query.terms, query.symbols, query.phrases) == (terms, symbols, phrases)
    assert query.empty == (not (terms or symbols or phrases))


@pytest.mark.parametrize(
    "text", ["the", "what is the", "Who will do it?", "the of and", "qu’est-ce que c’est", "?!", "😀"]
)
def test_small_words_alone_are_no_question(text):
    assert parse(text).empty


@pytest.mark.parametrize("text", ["UN", "un", "the WHO", "der US", "the UN and us", '"to be or not to be"', "war"])
def test_what_may_be_a_question(text):
    assert not parse(text).empty


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("SRES2098", ("S/RES/2098",)),
        ("s res 2098", ("S/RES/2098",)),
        ("S/RES 2098 (2013)", ("S/RES/2098",)),
        ("SCR 1325", ("S/RES/1325",)),
        ("res. 2098", ("S/RES/2098",)),
        ("resolution 2098 (2013)", ("S/RES/2098",)),
        ("résolution 2098 (2013) du Conseil de sécurité", ("S/RES/2098",)),
        ("resolutions 1925 (2010) and 2098 (2013)", ("S/RES/1925", "S/RES/2098")),
        ("GA res 60/1", ("A/RES/60/1",)),
        ("which works cite S/RES/2100 (2013)?", ("S/RES/2100",)),
        ("all passages that cite A/55/305", ("A/55/305",)),
        ("A 70 95", ("A/70/95",)),
        ("See U.N. Doc. A/55/305-S/2000/809", ("A/55/305", "S/2000/809")),
        ("UN document S/RES/2098 (2013)", ("S/RES/2098",)),
        ("1701 (2006)", ("S/RES/1701",)),
        ("A7095", ("A/70/95", "A/7095")),
        ("S 2015 446", ("S/2015/446",)),
        ("spv7000", ("S/PV.7000",)),
        ("a c 5 49 43", ("A/C.5/49/43",)),
        ("https://doi.org/10.1093/EJIL/chu026", ("10.1093/ejil/chu026",)),
    ],
)
def test_a_work_named_by_symbol_or_doi_is_all_that_is_looked_for(typed, names):
    query = parse(typed)
    assert (query.symbols, query.terms) == (names, ())


@pytest.mark.parametrize("text", ["A 320", "R2P", "Karlsrud 2015", "a 4 paper", "SC 2000 seats", "S-21", "1701 (1999)"])
def test_what_only_looks_like_a_symbol_is_words(text):
    assert parse(text).symbols == ()
    assert parse(text).terms


@pytest.mark.parametrize("named", ["SRES2098", "S/RES/2098", "resolution 2098 (2013)"])
def test_a_resolution_within_a_question_is_known_however_it_is_typed(named):
    assert parse(f"why was {named} new?").symbols == ("S/RES/2098",)


@pytest.mark.parametrize(
    "typed",
    [
        "S/RES/2100 para 16",
        "s res 2100, paras. 16-18",
        "S/RES/2100 (2013), ¶ 16",
        "operative paragraph 16 of resolution 2100 (2013)",
        "OP 16 of SRES2100",
        "paragraphe 16 de la résolution 2100",
    ],
)
def test_a_paragraph_of_a_resolution_is_a_place_in_it(typed):
    query = parse(typed)
    assert (query.symbols, query.place, query.terms) == (("S/RES/2100",), "16", ())


@pytest.mark.parametrize("typed", ["paragraph 12 of the report", "para 16", "S/RES/2100"])
def test_what_names_no_paragraph_of_a_symbol(typed):
    assert parse(typed).place == ""


@pytest.mark.parametrize("typed", ["page 907", "p. 33", "pp. 33–35", "note 5", "Fußnote 12"])
def test_a_page_of_no_document_is_nothing_to_look_up(typed):
    assert parse(typed).empty
    assert not parse(f"{typed} of the report").empty


@pytest.mark.parametrize(
    ("copied", "words"),
    [
        ("peacekee-\nping of the o\ufb03ce", ("peacekeeping", "of", "the", "office")),
        ("pre- and post-war\nplans", ("pre", "and", "post", "war", "plans")),
        ("\u202epeace\u200b\u00adkeeping\ufeff", ("peacekeeping",)),
        ("\uff11\uff19\uff19\uff12", ("1992",)),
    ],
)
def test_a_question_copied_from_a_page(copied, words):
    assert parse(copied).terms == words


def test_in_phrase_mode_all_of_it_is_one_phrase():
    query = parse("“Côte d’Ivoire”  S/RES/2100", "phrase")
    assert query.phrases == ("Côte d'Ivoire S/RES/2100",)
    assert (query.terms, query.symbols) == ((), ())
    assert parse("?!", "phrase").empty


def test_a_question_of_many_words_is_taken_apart_in_no_time():
    """It ends in a sign that no symbol has, after every way of cutting its words was tried."""
    asked = "Were the sick ever compensated for the epidemic that the peacekeepers had brought with them?"
    assert (parse(asked).symbols, parse(asked).terms[-1]) == ((), "them")


def test_what_is_embedded_is_the_question_without_quotation_marks():
    assert parse('did "robust mandates" work?').question == "did robust mandates work?"


@given(st.text(), st.sampled_from(["hybrid", "phrase"]))
def test_no_text_is_malformed(text, mode):
    query = parse(text, mode)
    for part in (query.question, *query.terms, *query.symbols, *query.phrases):
        assert '"' not in part
        assert "\0" not in part
        part.encode()
