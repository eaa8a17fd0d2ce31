"""What a question's words are also called, and how little that may weigh beside the words themselves."""

from dataclasses import replace

import pytest

import ingest.child
from index.library import Library
from index.model import Filters
from index.query import parse
from index.search.floor import FLOOR, floor_of, measured_floors
from index.search.translation import translated
from index.search.widening import NEAR, SAME, widened
from index.terms.functionwords import language_of, telling
from index.terms.glossary import matches, stem, terms


def none(words):
    return {}


def also(text, abbreviations=none):
    return {one.words: one.weight for one in widened(parse(text), abbreviations).also}


def test_a_mission_goes_by_all_its_names_and_less_surely_by_its_country():
    found = also("UNIFIL patrols")
    assert found["FINUL"] == found["United Nations Interim Force in Lebanon"] == SAME
    assert found["Liban"] == NEAR
    assert "UNIFIL" not in found


def test_a_name_in_full_leads_to_the_acronym_and_hardly_to_what_stands_inside_it():
    found = also("the United Nations Mission in the Central African Republic and Chad")
    assert found["MINURCAT"] == SAME
    assert found["MINURCA"] == NEAR


def test_a_country_leads_to_its_missions():
    assert also("consent in Mali")["MINUSMA"] == NEAR


def test_an_acronym_that_is_a_word_has_to_stand_in_capitals():
    assert "African Union Mission in Sudan" in also("AMIS in Darfur")
    assert "African Union Mission in Sudan" not in also("les amis du Soudan")


def test_what_documents_define_themselves():
    found = also(
        "what did ASIFU do",
        lambda words: {"asifu": ["All Sources Information Fusion Unit"]} if "asifu" in words else {},
    )
    assert found == {"All Sources Information Fusion Unit": SAME}


def test_a_small_word_is_an_abbreviation_in_capitals_only():
    def health(words):
        return {"who": ["World Health Organization"]} if "who" in words else {}

    assert also("who is the president", health) == {}
    assert also("the WHO in Goma", health)["World Health Organization"] == SAME


@pytest.mark.parametrize(
    ("question", "language", "put"),
    [
        ("Why was consent withdrawn?", "fr", "consentement retrait"),
        ("Pourquoi le consentement a-t-il été retiré ?", "en", "consent withdrawal"),
        ("protection des civils au Mali", "en", "protection of civilians Mali"),
        ("What is the protection of civilians?", "fr", "protection des civils"),
        ("La résolution 2100 sur le Liban", "en", "resolution 2100 Lebanon"),
        ("Que dit le Conseil de sécurité de la guerre à Gaza ?", "en", "Security Council war Gaza"),
        ("Are the government's enemies yours?", "fr", "gouvernement ennemi"),
        ("HIPPO report recommendations", "fr", "HIPPO rapport recommander"),
        ("climate change human rights court", "fr", "environnement droits de l'homme cour"),
    ],
)
def test_a_question_is_put_into_the_other_language(question, language, put):
    (found,) = translated(parse(question)).items()
    assert (found[0], found[1].question.replace("’", "'")) == (language, put)


@pytest.mark.parametrize(
    "question", ["Wie verändert Software die Gewinnung?", "Darf man Titel sehen?", '"mandate of peace"']
)
def test_a_question_in_a_third_language_or_a_phrase_stays_as_it_is(question):
    assert translated(parse(question)) == {}


@pytest.mark.parametrize("question", ["helicopters", "Kidal", "", "S/RES/2100", "un deux trois", "Rwanda 1994"])
def test_nothing_to_put_into_another_language(question):
    assert all("UN" not in one.terms for one in translated(parse(question)).values())
    assert "en" not in translated(parse("helicopters"))


def test_the_glossary_has_pairs_and_no_word_of_one_letter():
    assert len(terms()) > 250
    for term in terms():
        assert term.en
        assert term.fr
        assert all(len(word) > 1 for word in (*term.en, *term.fr))


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "mandats", "mandat"),
        ("fr", "Désarmement", "desarmement"),
        ("fr", "protège", "protéger"),
        ("fr", "lois", "loi"),
        ("en", "armies", "army"),
        ("en", "deployed", "deployment"),
    ],
)
def test_words_that_count_as_the_same(language, one, other):
    assert stem(one, language) == stem(other, language)


def test_a_term_is_also_looked_for_by_its_other_words():
    (put,) = translated(parse("Qui a pris les otages ?")).values()
    assert put.question.endswith("hostage")
    assert ("kidnapping", ("hostage",)) in {(one.words, one.instead) for one in widened(put, none).also}


def test_small_words_are_no_terms():
    assert not any("Union africaine" in match.others for match in matches(["un", "homme", "au", "camp"], "fr"))


def test_words_that_tell_nothing_go_by_language():
    assert telling(["Why", "did", "the", "war", "start"]) == ("war", "start")
    assert telling(["Pourquoi", "la", "guerre"]) == ("guerre",)
    assert telling(["the", "which"]) == ("the", "which")
    assert telling(["Wer", "hat", "die", "Brücke", "bewacht"]) == ("Brücke", "bewacht")
    assert telling(["Who", "has", "the", "hat"]) == ("hat",)
    assert language_of(["Kidal"]) is None


FRENCH = """Tardy sur le Sahel
Le retrait des Casques bleus fut rapide. Le camp de Kidal resta vide.
Personne ne parlait du mandat."""
ENGLISH = """Soldiers in the Sahel
The convoy to Gao was slow. Nobody wrote of the camps.
Helicopters were few."""


@pytest.fixture
def both(shelf: Library, pdf, monkeypatch):
    read = ingest.child.read
    languages = {"fr.pdf": "fr", "en.pdf": "en", "pko.pdf": "en"}
    monkeypatch.setattr(ingest.child, "read", lambda path: replace(read(path), language=languages[path.name]))
    shelf.add([pdf("fr.pdf", FRENCH), pdf("en.pdf", ENGLISH)])
    return shelf


def test_a_question_finds_a_passage_in_the_other_language(both):
    hits = both.search("Why was there a withdrawal?", filters=Filters(part="body")).hits
    assert hits[0].document.language == "fr"
    found = both.search("Why was there a withdrawal?")
    assert (found.widened, found.put_into) == ((), {"fr": "retrait"})
    assert not both.search("Why was there a withdrawal?", filters=Filters(languages=("en",))).put_into


def test_a_term_is_put_into_another_language_whole_also_where_it_is_a_title(both, pdf):
    both.add([pdf("pko.pdf", "Peace Operations\nIt rained. Nobody spoke.\nNothing more of it.")])
    assert both.search("Peace operations").put_into == {"fr": "opération de paix"}


@pytest.mark.parametrize(
    ("question", "put"),
    [
        ("Brahimi report", {}),
        ("An Agenda for Peace", {}),
        ("Soldiers in the Sahel", {}),
        ("soldiers of the Sahel", {"fr": "soldat Sahel"}),
        ("the Brahimi report on camps", {"fr": "Brahimi rapport base"}),
    ],
)
def test_the_name_of_a_work_is_not_put_into_another_language_word_by_word(both, question, put):
    assert both.search(question).put_into == put


def test_a_filter_of_languages_holds(both):
    assert {
        hit.document.language for hit in both.search("withdrawal of convoys", filters=Filters(languages=("en",))).hits
    } <= {"en"}


def test_a_translation_has_a_floor_of_its_own(both):
    own, put = FLOOR, f"{FLOOR}, put into fr"
    assert {own, put} < measured_floors(both._store, both.embedder).keys()
    question = "Which sourdough yarn whales lose the withdrawal?"
    both._store.note({own: "2.0", put: "-1"})
    assert {hit.document.language for hit in both.search(question).hits} == {"fr"}
    both._store.note({own: "2.0", put: "2.0"})
    assert both.search(question).hits == ()
    assert both.search("Why was there a withdrawal?").hits, "words that are there answer"


def test_a_language_that_no_document_is_in_has_no_floor_for_translations(two):
    assert not any("put into fr" in name for name in measured_floors(two._store, two.embedder))
    assert floor_of(two._store, None, "fr") == floor_of(two._store, None) > -1


def test_the_words_themselves_come_before_their_other_names(shelf, pdf):
    shelf.add(
        [
            pdf("a.pdf", "One\nThe blue force stood in Naqoura. It was UNIFIL all along.\nNothing more of it."),
            pdf("b.pdf", "Two\nThe blue force stood in Naqoura. It was FINUL all along.\nNothing more of it."),
            pdf("c.pdf", "Three\nThe green force stood in Berlin. It was nobody all along.\nNothing more of it."),
        ]
    )
    titles = [hit.document.title for hit in shelf.search("UNIFIL", filters=Filters(part="body")).hits]
    assert titles[:2] == ["One", "Two"]
