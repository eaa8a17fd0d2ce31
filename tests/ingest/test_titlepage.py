import pytest
from rawpages import page, prose

from ingest.description import byline
from ingest.description.groups import groups
from ingest.description.titlepage import find

SECTION = ("Libraries", 18)
HEAD = ("Journal of Peace Studies 12 (2)", 8)


def read(*printed, own_title=""):
    return find([page(*printed, *prose())], own_title)


def test_the_largest_words_are_the_title_and_the_next_the_subtitle():
    found = read(HEAD, ("Leaving Well", 24), ("How Missions End and What They Leave", 14), ("Jane Doe", 11))
    assert found.whole == "Leaving Well: How Missions End and What They Leave"


def test_a_title_that_runs_on_has_no_colon():
    found = read(("La evolución de las operaciones de", 20), ("mantenimiento de la paz", 15), ("Ana Ruiz", 11))
    assert found.whole == "La evolución de las operaciones de mantenimiento de la paz"


def test_one_large_word_is_the_journals_section():
    found = read(SECTION, ("Library law as a right of access and the challenges", 13), ("of the digital age", 13))
    assert found.whole == "Library law as a right of access and the challenges of the digital age"


def test_one_large_word_that_the_file_confirms_is_the_title():
    assert read(("Peacebuilding", 18), ("Jane Doe", 11), own_title="Peacebuilding").whole == "Peacebuilding"


@pytest.mark.parametrize("label", ["ABSTRACT", "Articles & Essays", "Policy Brief 3", "Table of contents"])
def test_labels_are_no_titles(label):
    assert read((label, 16), ("Peace in Mali after the War", 14)).whole == "Peace in Mali after the War"


def test_a_title_in_the_texts_own_size_is_known_by_its_weight_and_place():
    found = read(("The Power of Teaching Police through the Prism of Rights", 10, {"bold": True}), ("Jane Doe", 10))
    assert found.whole == "The Power of Teaching Police through the Prism of Rights"


def test_a_large_light_title_stands_above_bold_headings():
    heading = ("The Mandate and Its Readers", 14.3, {"bold": True})
    printed = page(("Governing by Regulation in Kosovo", 17.2), ("Jane Doe", 12), *prose(), heading, *prose())
    found = find([printed], "")
    assert found.whole == "Governing by Regulation in Kosovo"
    assert byline.read(found) == [{"family": "Doe", "given": "Jane"}]


@pytest.mark.parametrize("volume", ["August 2010, Volume 36, Issue 3.", "Vol. 12, no. 2", "2019, Band 4"])
def test_what_stands_above_a_volume_is_the_periodical_and_no_running_head_makes_it_the_title(volume):
    title = "Meta-Analyses of Missions in Practice"
    first = page(("Journal of Peace Statistics", 24), ("JPS", 10), (volume, 9), (title, 16), ("Jane Doe", 12), *prose())
    later = [page(("Journal of Peace Statistics", 9), *prose(), index=number) for number in (1, 2)]
    assert find([first, *later], "").whole == title


def test_what_stands_above_the_number_of_a_volume_is_a_books_title():
    found = read(("Leaving Well and Early", 18), ("Band 1 von 5 Bänden / volume 1 of 5 volumes", 12), ("Contents", 20))
    assert found.whole == "Leaving Well and Early"


def test_authors_of_spanish_documents_have_both_their_family_names():
    found = read(("La protección de civiles en Malí", 18), ("María José Ortega Lledó", 11), ("Juan Carlos Pérez", 11))
    assert [name["family"] for name in byline.read(found, "es")] == ["Ortega Lledó", "Pérez"]
    assert [name["family"] for name in byline.read(found, "en")] == ["Lledó", "Pérez"]


def test_a_particle_may_stand_between_spanish_family_names():
    found = read(("La protección de civiles en Malí", 18), ("Amaya Ruiz de Larrea", 11), ("María de Larrea", 11))
    assert [name["family"] for name in byline.read(found, "es")] == ["Ruiz de Larrea", "Larrea"]


def test_a_volume_has_editors_and_no_author():
    found = read(("Ordinary Soldiers in Missions", 22), ("Edited by Fenna Drost and Malachy Keane", 13, {"gap": 300.0}))
    assert [name["family"] for name in byline.editors(found)] == ["Drost", "Keane"]
    assert byline.editors(read(("Ordinary Soldiers in Missions", 22), ("Fenna Drost", 13))) == []


@pytest.mark.parametrize("head", ["§ 2 Der Text", "International Order 55(3)"])
def test_a_running_head_is_no_title_though_it_stands_on_every_page(head):
    pages = [page((head, 10), ("Blauhelme im Krieg", 17), *prose(), index=at) for at in range(4)]
    assert find(pages, "").whole == "Blauhelme im Krieg"


def test_note_marks_are_no_part_of_the_title():
    assert read(("What the Blue Helmets Are For*", 20)).whole == "What the Blue Helmets Are For"
    assert read(("The Rights of Police^1", 20)).whole == "The Rights of Police"


def test_line_end_hyphens_of_a_title():
    assert read(("ATTRIBUTION AND REM\u00ad", 14), ("EDY IN LAW", 14)).whole == "ATTRIBUTION AND REMEDY IN LAW"
    assert read(("Peace operations in Mali, 2017–", 14), ("2024", 14)).whole == "Peace operations in Mali, 2017–2024"


def test_a_cover_before_the_title_page():
    found = find([page(("sample", 9)), page(("Leaving Well and Early", 24), *prose(), index=1)], "")
    assert (found.whole, found.title.page) == ("Leaving Well and Early", 1)


def test_no_text_no_title():
    assert find([page()], "A title") is None


def test_a_page_that_begins_with_its_text_has_no_title():
    text = "The mission was sent to the region and it stayed there for as long as the council let it stay. " * 5
    assert find([page(*((line, 10) for line in [text[at : at + 80].strip() for at in range(0, 400, 80)]))], "") is None


def test_whose_page_it_is_gives_way_to_what_it_says():
    found = read(("Department of Transportation", 13), ("Leaving Well and What Missions Leave Behind", 12))
    assert found.title.text == "Leaving Well and What Missions Leave Behind"


def test_what_the_file_says_of_itself_is_no_answer():
    assert (
        read(("Peace in Mali after the War", 18), own_title="Microsoft Word - final2.doc").whole
        == "Peace in Mali after the War"
    )


def authors(*printed):
    return [person.get("family") or person["literal"] for person in byline.read(read(*printed))]


TITLE = ("Peace in Mali after the War", 18)


def test_authors_stand_below_the_title_in_one_type():
    lines = (TITLE, ("Jane Doe", 11, {"gap": 9}), ("Leeds University", 9), ("John Roe", 11), ("Ann Poe", 9))
    assert authors(*lines) == ["Doe"]
    assert authors(TITLE, ("Jane Doe", 11, {"gap": 9}), ("John Roe", 11)) == ["Doe", "Roe"]


def test_whoever_presents_a_thesis_is_its_author_and_who_guided_it_is_not():
    names = (("Thèse présentée par Alphonse Doe", 14), TITLE, ("Thèse dirigée par", 11, {"gap": 20}), ("Ann Poe", 11))
    assert authors(*names) == ["Doe"]
    assert authors(TITLE, ("PRESENTA:", 11), ("Julia Doe", 11), ("Director de tesis:", 10), ("Ann Poe", 10)) == ["Doe"]
    assert authors(TITLE, ("Supervisor: Ann Poe", 11)) == []


def test_a_town_above_the_year_at_a_covers_foot_is_no_author():
    foot = (("San Marcos", 11, {"y": 700}), ("2022", 11))
    cover = page(("JANE DOE", 12), (*TITLE[:2], {"bold": True}), *foot)
    assert [name["family"] for name in byline.read(find([cover], ""))] == ["Doe"]
    dated = page(TITLE, ("Jane Doe", 12), ("2022", 12), *prose())
    assert [name["family"] for name in byline.read(find([dated], ""))] == ["Doe"]


def test_a_numbered_heading_below_the_title_is_no_author():
    found = read(("Jane Doe", 10), TITLE, ("A. Purpose", 11, {"gap": 9}))
    assert [name["family"] for name in byline.read(found, "en", ["A. Purpose", "B. Scope"])] == ["Doe"]
    initialled = read(TITLE, ("A. Doe", 11, {"gap": 9}))
    assert [name["family"] for name in byline.read(initialled, "en", ["A. Causes", "B. Scope"])] == ["Doe"]


def test_letters_set_apart_are_read_together():
    assert read(("T E S I S", 24), ("Peace in Mali after the War", 14)).whole == "Peace in Mali after the War"


def test_authors_above_the_title():
    assert authors(("Jane Doe", 10), TITLE) == ["Doe"]


def test_authors_set_like_the_subtitle():
    lines = (TITLE, ("Accountability for abuse in peace operations", 13), ("Jane Doe", 13))
    assert read(*lines).whole == "Peace in Mali after the War: Accountability for abuse in peace operations"
    assert authors(*lines) == ["Doe"]


def test_a_body_on_a_cover_is_the_author_where_no_person_is():
    assert authors(TITLE, ("Centre for International Peace Operations", 11, {"gap": 30})) == [
        "Centre for International Peace Operations"
    ]


def test_groups_are_of_one_size_and_weight():
    made = groups(page(("A", 18), ("Bb", 18), ("Cc", 11), ("Dd", 11, {"bold": True})))
    assert [group.text for group in made] == ["A Bb", "Cc", "Dd"]


def test_a_notice_in_a_gazette_has_its_title_above_its_captions():
    found = read(
        ("Proposed Rules", 18, {"bold": True}),
        ("DEPARTMENT OF DEFENCE", 9, {"bold": True, "gap": 20.0}),
        ("Transport of Contingents; Rules for", 9, {"bold": True, "gap": 20.0}),
        ("Carriers by Air", 9, {"bold": True}),
        ("AGENCY: Department of Defence.", 9, {"gap": 10.0}),
        *prose(6, 9),
        ("SUMMARY: What is asked of carriers is set out in this notice, and from when.", 9, {"gap": 20.0}),
        *prose(6, 9),
    )
    assert found.whole == "Transport of Contingents; Rules for Carriers by Air"
