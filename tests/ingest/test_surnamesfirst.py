"""Lists of works that print the family name first and no comma behind it."""

from ingest.works.surnamesfirst import in_direct_order, initials_behind, surnames_first, with_comma

BADIE = "Badie Bertrand, Le diplomate et l’intrus, Paris, Fayard, 2008."
NOVOSSELOFF = "Novosseloff Alexandra, « Le processus de décision », Relations internationales, 2006."
HATTO = "Hatto Ronald, Le maintien de la paix, Paris, 2015."
TARDY = "Tardy Thierry, Gestion de crise, Bruxelles, De Boeck, 2009."


def test_an_alphabetical_list_is_turned_whole() -> None:
    turned = surnames_first([BADIE, HATTO, NOVOSSELOFF, TARDY])
    assert turned == {"Badie Bertrand", "Hatto Ronald", "Novosseloff Alexandra", "Tardy Thierry"}
    assert in_direct_order(BADIE, turned).startswith("Bertrand Badie, Le diplomate")


def test_a_note_that_cites_the_same_title_tells_the_order_in_a_list_of_two() -> None:
    notes = ["Bertrand Badie, Le diplomate et l’intrus, Paris, Fayard, 2008, p. 37."]
    assert surnames_first([BADIE, HATTO], notes) == {"Badie Bertrand", "Hatto Ronald"}


def test_nothing_is_turned_without_evidence() -> None:
    assert surnames_first([BADIE, HATTO], ["Bertrand Badie, Un autre livre, Paris, 2010."]) == frozenset()


def test_a_name_that_a_note_prints_as_the_list_does_stays() -> None:
    other = "Bertrand Russell, Why Men Fight, New York, 1917."
    notes = [other, "Bertrand Badie, Le diplomate et l’intrus, Paris, Fayard, 2008."]
    assert surnames_first([BADIE, other], notes) == {"Badie Bertrand"}


def test_one_initial_is_an_authors_where_the_list_prints_them_so() -> None:
    listed = [
        "Liang KY. Data analysis.",
        "Bove V, Elia L. Peace.",
        "Doyle MW, Sambanis N. War.",
        "Orford A. Authority.",
    ]
    assert initials_behind(listed)
    assert with_comma(listed[-1]) == "Orford, A. Authority."
    assert not initials_behind(["Plan B. Authority.", "Vitamin C. A history."])
