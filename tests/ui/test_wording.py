"""How pages, works and people are called in one line."""

from dataclasses import replace

import pytest

from index.found import HitSource, Results
from index.locators import locator_words
from index.model import Filters, Mode
from ingest.model import Locator
from ui.cards.highlight import mark_words, sought
from ui.wording import (
    also_words,
    brief_source,
    escaped,
    extent,
    filter_words,
    kind_word,
    language_word,
    people,
    section_words,
    short_document,
)


@pytest.mark.parametrize(
    ("results", "said"),
    [
        (Results("?", ()), ""),
        (Results("?", (), widened=("FINUL", "A/55/305")), "Also looked for “FINUL”, “A/55/305”"),
        (Results("?", (), read_as={"mandte": "mandate"}), "“mandte” was read as “mandate”"),
        (Results("?", (), put_into={"fr": "combattre gouvernement ennemi"}), "Also in French"),
        (Results("?", (), widened=("FINUL",), put_into={"en": "of"}), "Also looked for “FINUL” · Also in English"),
    ],
)
def test_what_else_was_looked_for_is_said_without_the_words_of_another_language(results, said):
    assert also_words(results) == said


@pytest.mark.parametrize(
    ("locator", "said"),
    [
        (Locator("page", "67"), "p. 67"),
        (Locator("page", "67–68"), "pp. 67–68"),
        (Locator("page", "xii"), "p. xii"),
        (Locator("page", "S-12"), "p. S-12"),
        (Locator("page", "3 and 5"), "pp. 3 and 5"),
        (Locator("page", "xii et xv"), "pp. xii et xv"),
        (Locator("paragraph", "35"), "para. 35"),
        (Locator("paragraph", "12 and 16"), "paras. 12 and 16"),
        (Locator("paragraph", "12 & 16"), "paras. 12 & 16"),
        (Locator("page", "PDF p. 3"), "PDF p. 3"),
        (None, ""),
    ],
)
def test_a_place_in_words(locator: Locator | None, said: str) -> None:
    assert locator_words(locator) == said


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (["65", "66", "67"], "run from 65 to 67"),
        (["65", "66", "51"], "are 65–66, 51"),
        (["i", "ii", "1", "2"], "are i–ii, 1–2"),
        (["9", "8", "7", "6", "5", "4", "3"], "are 9, 8, 7, 6, 5, 4 and others"),
    ],
)
def test_which_numbers_there_are(labels: list[str], said: str) -> None:
    assert extent(labels) == said


def test_people_are_called_by_family_name() -> None:
    doyle, sambanis = {"family": "Doyle"}, {"family": "Sambanis"}
    assert people({"author": [doyle]}) == "Doyle"
    assert people({"author": [doyle, sambanis]}) == "Doyle and Sambanis"
    assert people({"editor": [doyle] * 4}) == "Doyle et al."
    assert people({"author": [{"literal": "United Nations"}]}) == "United Nations"
    assert people({"author": [{"family": "Lijn", "non-dropping-particle": "van der"}]}) == "van der Lijn"


def test_a_source_is_called_by_author_title_and_year(source: HitSource) -> None:
    assert brief_source(source) == "Karlsrud, The UN at War (2015)"
    french = replace(source, csl={**source.csl, "title": "Les Casques bleus : une histoire"})
    assert brief_source(french) == "Karlsrud, Les Casques bleus (2015)"
    loud = replace(source, csl={**source.csl, "title": "THE UN AT WAR"})
    assert brief_source(loud) == "Karlsrud, The UN at War (2015)"


def test_a_un_document_is_called_by_its_symbol(source: HitSource) -> None:
    resolution = replace(source, csl={"type": "legislation", "number": "S/RES/2100 (2013)", "title": "Mali"})
    assert brief_source(resolution) == "S/RES/2100 (2013)"
    assert brief_source(resolution, long=True) == "S/RES/2100 (2013), Mali"
    untitled = replace(source, csl={"type": "report", "number": "S/2016/924", "title": "S/2016/924"})
    assert brief_source(untitled, long=True) == "S/2016/924"


def test_a_source_without_data_speaks_in_its_own_words(source: HitSource) -> None:
    assert brief_source(replace(source, csl={})) == source.text


def test_languages_have_names() -> None:
    assert language_word("fr") == language_word("fr-CA") == "French"
    assert language_word("xx") == "xx"


def test_kinds_have_words() -> None:
    assert kind_word("article-journal") == "Journal article"
    assert kind_word("musical_score") == "Musical score"


def test_words_are_marked_whatever_their_case_accents_or_number() -> None:
    text = "Le Côte d’Ivoire mandates of the UN; S/RES/2100 too, what were they, as in resolution 2100 (2013)"
    found = [text[m.start : m.end] for m in mark_words(text, sought(Results("côte mandate S/RES/2100 UN les", ())))]
    assert found == ["Côte", "mandates", "UN", "S/RES/2100", "resolution 2100"]


@pytest.mark.parametrize(
    ("results", "mode", "found"),
    [
        (Results('"use of force" by troops', ()), "hybrid", ["use of force", "troops"]),
        (Results("use of force", ()), "phrase", ["use of force"]),
        (Results("peace-enforcement", ()), "hybrid", ["peace enforcement"]),
        (Results("FINUL", (), widened=("Interim Force in Lebanon",)), "hybrid", ["Interim Force in Lebanon"]),
        (Results("trops", (), read_as={"trops": "troops"}), "hybrid", ["troops"]),
    ],
)
def test_runs_of_words_are_marked_whole(results: Results, mode: Mode, found: list[str]) -> None:
    text = "The use of force by troops of the Interim Force in Lebanon is no peace enforcement, of course."
    assert [text[m.start : m.end] for m in mark_words(text, sought(results, mode))] == found


def test_what_limits_a_search_is_said() -> None:
    assert filter_words(Filters()) == ""
    assert filter_words(Filters(authors=("Karlsrud",), years=(2010, 2020), kinds=("report",))) == (
        "Karlsrud, 2010–2020, Report"
    )
    assert (
        filter_words(Filters(documents=("a", "b"), years=(2010, None), languages=("fr",)))
        == "2 documents, 2010–, French"
    )
    assert filter_words(Filters(years=(2015, 2015))) == "2015"


def test_a_name_is_no_markup() -> None:
    assert escaped("O*Neill [x] d’Arc") == r"O\*Neill \[x\] d’Arc"


def test_a_section_does_not_repeat_the_title() -> None:
    title = "Blurred Lines: Consent in Mali"
    assert section_words("BLURRED LINES > Consent in Mali > I. Mandates > A. Force", title) == "I. Mandates › A. Force"
    assert section_words("Journal of Missions > Blurred Lines > I. Mandates", title) == "I. Mandates"
    assert section_words("I. Mandates", title) == "I. Mandates"
    assert section_words("", title) == ""


def test_a_document_is_called_by_its_symbol_but_not_by_a_bare_number() -> None:
    assert short_document({"number": "A/70/95", "publisher": "United Nations"}) == "A/70/95"
    assert short_document({"number": "4", "publisher": "Institute"}) == "Institute"
    assert short_document({"number": "2024/3", "publisher": "Institute"}) == "Institute"
