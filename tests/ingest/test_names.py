"""Names: what stands at the head of a citation -> family names, or nothing."""

import pytest

from ingest.words import names


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("Liang KY, Zeger SL", ["Liang", "Zeger"]),
        ("Zeileis A, Hothorn T", ["Zeileis", "Hothorn"]),
        ("Zeileis A", ["Zeileis"]),
        ("White H, Domowitz I", ["White", "Domowitz"]),
        ("Andrews DWK", ["Andrews"]),
        ("Sánchez-Espigares JA, Ocaña J", ["Sánchez-Espigares", "Ocaña"]),
        ("van der Berg JM, Van Reenen J", ["Berg", "Van Reenen"]),
        ("Henderson Jr CR", ["Henderson"]),
        ("Pinheiro J, Bates D, R Core Team", ["Pinheiro", "Bates", "R Core Team"]),
        ("Belenky G, Wesensten NJ, et al.", ["Belenky", "Wesensten"]),
        ("Bacevich Andrew J.", ["Bacevich"]),
        ("LM LeCam, J Neyman", ["LeCam", "Neyman"]),
    ],
)
def test_initials_behind_the_name_are_no_family_name(text: str, families: list[str]) -> None:
    people = names.parse(text)
    assert people is not None
    assert [name.get("family") or name["literal"] for name in people.csl] == families


@pytest.mark.parametrize("text", ["Protocol II", "Annex A", "United Nations SC", "Darfur AU", "/"])
def test_what_a_numeral_or_an_acronym_follows_is_no_name_with_initials(text: str) -> None:
    people = names.parse(text)
    assert people is None or all("." not in name.get("given", "") for name in people.csl)


def test_initials_are_written_with_stops() -> None:
    people = names.parse("Liang KY, Dumont J-P")
    assert people is not None
    assert [name["given"] for name in people.csl] == ["K. Y.", "J.-P."]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bordwell, David/Thompson, Kristin", ["David Bordwell", "Kristin Thompson"]),
        ("Doyle, Michael W., and Nicholas Sambanis", ["Michael W. Doyle", "Nicholas Sambanis"]),
        ("De Coning, Aoi, and Karlsrud", ["De Coning", "Aoi", "Karlsrud"]),
        ("Keitz, Ursula von", ["Ursula Keitz"]),
        ("Van der Lijn, J. and Smit, T.", ["J. Van der Lijn", "T. Smit"]),
        ("W.J. TORRANCE KIRBY", ["W. J. Torrance Kirby"]),
        ("Šabić, Zlatko", ["Zlatko Šabić"]),
        ("Serge Sur", ["Serge Sur"]),
    ],
)
def test_each_name_of_a_list_may_be_inverted(text: str, shown: list[str]) -> None:
    people = names.parse(text)
    assert people is not None
    assert [f"{name.get('given', '')} {name['family']}".strip() for name in people.csl] == shown


@pytest.mark.parametrize("text", ["Gender, Peace and Security", "War and Peace"])
def test_words_that_titles_begin_with_are_no_names(text: str) -> None:
    assert names.parse(text) is None


@pytest.mark.parametrize(
    ("text", "editors"),
    [
        ("Mats Berdal and David Malone, eds.", True),
        ("Mats Berdal and David Malone, Eds.", True),
        ("Ana Silva e Maria Costa, orgs.", True),
        ("Luck, Ed", False),
    ],
)
def test_editors_are_told_by_what_stands_behind_their_names(text: str, editors: bool) -> None:
    people = names.parse(text)
    assert people is not None
    assert people.editors is editors
    assert not any(name.get("family") in ("Eds", "orgs") for name in people.csl)


@pytest.mark.parametrize(
    ("text", "family", "given", "particle"),
    [
        ("Gwenaël Le Bihan", "Le Bihan", "Gwenaël", ""),
        ("Roger Mac Ginty", "Mac Ginty", "Roger", ""),
        ("Mac Ginty", "Mac Ginty", "", ""),
        ("Jaïr Van der Lijn", "Van der Lijn", "Jaïr", ""),
        ("Jaïr van der Lijn", "Lijn", "Jaïr", "van der"),
        ("Theo Du Plessis", "Du Plessis", "Theo", ""),
        ("Ahmedou Ould Abdallah", "Ould Abdallah", "Ahmedou", ""),
        ("Joshua St. John", "St. John", "Joshua", ""),
        ("URSULA K. LE GUIN", "Le Guin", "Ursula K.", ""),
        ("LE BIHAN Gwenaël", "Le Bihan", "Gwenaël", ""),
        ("W. E. B. Du Bois", "Du Bois", "W. E. B.", ""),
        ("Du Bois, W. E. B.", "Du Bois", "W. E. B.", ""),
        ("Warren de La Rue", "La Rue", "Warren", "de"),
        ("Ben Bernanke", "Bernanke", "Ben", ""),
    ],
)
def test_a_particle_with_a_capital_belongs_to_the_family_name(
    text: str, family: str, given: str, particle: str
) -> None:
    people = names.parse(text)
    assert people is not None
    (name,) = people.csl
    assert (name["family"], name.get("given", ""), name.get("non-dropping-particle", "")) == (family, given, particle)
