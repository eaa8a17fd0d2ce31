"""The facts on peace operations, and which of them a text names."""

import json
import re
from collections import Counter
from importlib.resources import files

import pytest

from index.terms.missions import called, missions, named_in
from ingest.words.unsymbols import symbol_year

DATA = json.loads(files("index").joinpath("data", "missions.json").read_text("utf-8"))
ALL = list(missions().values())
AS_OF = int(DATA["as_of"][:4])


def test_all_peacekeeping_operations_of_the_united_nations_are_there():
    # UNTSO is the first of 71, MINUJUSTH the 71st to be set up.
    assert sum(mission.kind == "peacekeeping" for mission in ALL) == 71
    assert len({mission.id for mission in ALL}) == len(DATA["missions"])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_acronym_is_one_missions_unless_it_is_marked_as_shared(language):
    counts = Counter(acronym for one in DATA["missions"] for acronym in set(one["acronyms"][language]))
    assert {acronym for acronym, count in counts.items() if count > 1} <= set(DATA["shared"])


def test_marks_are_about_acronyms_that_are_there():
    known = {acronym for mission in ALL for acronym in mission.acronyms}
    assert set(DATA["weak"]) | set(DATA["shared"]) <= known


def test_a_name_is_one_missions():
    counts = Counter(name.casefold() for mission in ALL for name in {*mission.en, *mission.fr})
    assert [name for name, count in counts.items() if count > 1] == []


def test_years_are_sane():
    for mission in ALL:
        assert 1948 <= mission.start <= AS_OF, mission.id
        assert mission.end is None or mission.start <= mission.end <= AS_OF, mission.id


def test_no_mission_is_older_than_the_resolution_that_set_it_up():
    founded = {one["id"]: one["founded"] for one in DATA["missions"] if one["founded"]}
    assert len(founded) > 90
    late = set()
    for mission in (one for one in ALL if one.id in founded):
        symbol = founded[mission.id]
        assert re.fullmatch(r"[SA]/RES/\d+(?:/\d+)?(?:\([A-Z-]+\))?", symbol), mission.id
        year = symbol_year(symbol) or mission.start
        assert year <= mission.start, mission.id
        if mission.start - year > 1:
            late.add(mission.id)
    assert late == {"UNTAG"}  # decided in 1978, deployed in 1989


def test_every_mission_was_somewhere_and_is_called_something():
    for mission in ALL:
        assert mission.hosts, mission.id
        assert mission.acronyms or mission.en, mission.id
    assert {host for one in DATA["missions"] for host in one["hosts"]} == set(DATA["places"])


def test_names_are_written_as_they_are_printed():
    for mission in ALL:
        for name in mission.titles:
            assert name == " ".join(name.split()), name
            assert "'" not in name, name


def test_a_label_tells_where_and_when():
    assert missions()["MINUSMA"].label == "MINUSMA (Mali, 2013–2023)"
    assert missions()["UNIFIL"].label == "UNIFIL (Lebanon, since 1978)"
    assert missions()["UNTMIH"].label == "UNTMIH (Haiti, 1997)"


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("minusma", ["MINUSMA"]),
        ("FINUL", ["UNIFIL"]),
        ("UNEF", ["UNEF I", "UNEF II"]),
        ("unef ii", ["UNEF II"]),
        ("United Nations Interim Force in Lebanon", ["UNIFIL"]),
        ("Force intérimaire des Nations Unies au Liban", ["UNIFIL"]),
        ("the mission", []),
        ("", []),
    ],
)
def test_called(name, ids):
    assert [mission.id for mission in called(name)] == ids


@pytest.mark.parametrize(
    ("text", "surely"),
    [
        ("MINUSMA's mandate", {"MINUSMA"}),
        ("la FINUL et l’ONUC", {"UNIFIL", "ONUC"}),
        ("UNEF II, unlike UNOSOM", {"UNEF II", "UNOSOM I", "UNOSOM II"}),
        ("the United Nations Organisation Stabilisation Mission in Democratic Republic of the Congo", {"MONUSCO"}),
        ("Mission des Nations unies au Soudan du Sud", {"UNMISS"}),
        ("the Support Office for the African Union Mission in Somalia", {"AMISOM"}),
        ("United Nations Support Office for the African Union Mission in Somalia", {"UNSOA"}),
        ("a mission in Mali by the United Nations", set()),
        ("minusma", set()),
    ],
)
def test_missions_that_a_text_names(text, surely):
    assert named_in(text).surely == surely


def test_an_acronym_of_other_things_is_no_sure_sign():
    named = named_in("The SMM’s monitors; ses amis.")
    assert (named.surely, named.perhaps) == (frozenset(), {"OSCE SMM"})
