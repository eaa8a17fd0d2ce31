"""Titles in sentence case, as APA (7th edition, 6.17) and Cite Them Right set them: names keep their capitals."""

import pytest
from citedworks import ARTICLE, CHAPTER, RESOLUTION

from ui.cites.sentencecase import in_sentence_case, lowered

APA = [
    ("Making War and Building Peace", "Making war and building peace"),
    ("On War", "On war"),
    ("Host-State Consent in the Post-Cold War Era", "Host-state consent in the post-Cold War era"),
    # the first word of a subtitle, and after a question mark
    (
        "Does Peacekeeping Work? Shaping Belligerents’ Choices after Civil War",
        "Does peacekeeping work? Shaping belligerents’ choices after civil war",
    ),
    ("The UN at war: examining the consequences", "The UN at war: Examining the consequences"),
    ("Post-UN Withdrawal: An Assessment", "Post-UN withdrawal: An assessment"),
    # places, peoples, people
    ("Peacekeeping in South Sudan and Mali", "Peacekeeping in South Sudan and Mali"),
    ("Stories from the Democratic Republic of the Congo", "Stories from the Democratic Republic of the Congo"),
    ("Military Intervention in the Malian Conflict", "Military intervention in the Malian conflict"),
    ("Essays in Honour of Louise Arbour", "Essays in honour of Louise Arbour"),
    ("Norway’s Return to UN Peacekeeping", "Norway’s return to UN peacekeeping"),
    ("The New Politics of Côte d’Ivoire", "The new politics of Côte d’Ivoire"),
    ("Sub-Saharan and Non-UN Forces in Sub-Saharan Africa", "Sub-Saharan and non-UN forces in sub-Saharan Africa"),
    # bodies, missions, treaties, wars, operations
    ("Security Council Working Methods", "Security Council working methods"),
    ("The Peacebuilding Commission and Civil Society", "The Peacebuilding Commission and civil society"),
    ("Lessons of the Truth and Reconciliation Commission", "Lessons of the Truth and Reconciliation Commission"),
    ("Inside the Department of Field Support", "Inside the Department of Field Support"),
    (
        "The Convention on the Privileges and Immunities of the United Nations in Practice",
        "The Convention on the Privileges and Immunities of the United Nations in Practice",
    ),
    (
        "The International Court of Justice and the Use of Force",
        "The International Court of Justice and the use of force",
    ),
    ("Violence Reduction in the Bosnian War", "Violence reduction in the Bosnian War"),
    ("Operation Turquoise and Its Critics", "Operation Turquoise and its critics"),
    ("The United Nations Mission in Liberia and Its Exit", "The United Nations Mission in Liberia and its exit"),
    ("Protecting Peacekeeping Missions", "Protecting peacekeeping missions"),
    ("When Peacekeepers Fail to Act before the Council", "When peacekeepers fail to act before the Council"),
    ("The Civic Literacy Act Exposed", "The Civic Literacy Act exposed"),
    # numbered things, years
    ("Chapter VII Mandates and Resolution 1325", "Chapter VII mandates and Resolution 1325"),
    ("Peacekeeping Operations 1948–2008", "Peacekeeping operations 1948–2008"),
    # capitals inside, letters, abbreviations
    ("MINUSMA and the U.S. Policy of Plan A", "MINUSMA and the U.S. policy of plan A"),
    ("K-12 Schools in the 21st-Century World", "K-12 schools in the 21st-century world"),
    ("Peace Online: www.un.org/en/News-And-Media", "Peace online: www.un.org/en/News-And-Media"),
    # somebody has put it in sentence case: what has a capital is a name
    ("The quiet work of the Elders in Mali", "The quiet work of the Elders in Mali"),
    # other languages
    ("Die Intervention der Vereinten Nationen im Land", "Die Intervention der Vereinten Nationen im Land"),
    ("La Mission des Nations Unies au Mali", "La Mission des Nations Unies au Mali"),
]


@pytest.mark.parametrize(("title", "expected"), APA)
def test_a_title_in_apa(title: str, expected: str) -> None:
    assert lowered(title, "capital") == expected


def test_a_subtitle_in_harvard_begins_small() -> None:
    assert lowered("Power in Peace: The Use of Force", "small") == "Power in peace: the use of force"
    assert lowered("Power in Peace: A Handbook", "small") == "Power in peace: a handbook"
    assert lowered("Power in Peace: Mali after 2012", "small") == "Power in peace: Mali after 2012"


def test_a_title_in_another_language_stays_whatever_its_words() -> None:
    assert lowered("Intervention, Information, Mission", "capital", "fr-FR") == "Intervention, Information, Mission"
    assert lowered("Intervention, Information, Mission", "capital", "en-GB") == "Intervention, information, mission"


def test_what_bears_a_name_keeps_it() -> None:
    journal = in_sentence_case(ARTICLE, "apa")
    assert journal["title"].startswith("The UN at war: Examining")
    assert journal["container-title"] == "Third World Quarterly"
    assert in_sentence_case(CHAPTER, "apa")["container-title"] == "Small states and the Security Council"
    assert in_sentence_case(RESOLUTION, "apa") == RESOLUTION


@pytest.mark.parametrize("style", ["chicago-author-date", "oscola", "modern-language-association"])
def test_styles_that_do_not_ask_get_titles_as_they_are(style: str) -> None:
    assert in_sentence_case(ARTICLE, style) == ARTICLE
