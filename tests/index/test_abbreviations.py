"""Abbreviations that documents define: (what the text says -> what stands for what)."""

import pytest

from index.terms.abbreviations import Abbreviation, defined_in


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("the All Sources Information Fusion Unit (ASIFU) was", "ASIFU", "All Sources Information Fusion Unit"),
        ("ASIFU (All Sources Information Fusion Unit) was", "ASIFU", "All Sources Information Fusion Unit"),
        ("the protection of civilians (PoC) in", "PoC", "protection of civilians"),
        ("responsibility to protect (R2P)", "R2P", "responsibility to protect"),
        ("special political missions (SPMs)", "SPMs", "special political missions"),
        # The nearest D would begin at "demobilization".
        (
            "disarmament, demobilization and reintegration (DDR)",
            "DDR",
            "disarmament, demobilization and reintegration",
        ),
        (
            "désarmement, démobilisation et réintégration (« DDR »)",
            "DDR",
            "désarmement, démobilisation et réintégration",
        ),
        (
            "Court of Justice of old. The International Court of Justice (hereinafter “ICJ”)",
            "ICJ",
            "International Court of Justice",
        ),
        (
            "Force intérimaire des Nations Unies au Liban (ci-après la FINUL)",
            "FINUL",
            "Force intérimaire des Nations Unies au Liban",
        ),
        ("the United Nations Children’s Fund (UNICEF)", "UNICEF", "United Nations Children’s Fund"),
        (
            "the Integrated Peacekeeping Performance and Accountability Framework (IPPAF).",
            "IPPAF",
            "Integrated Peacekeeping Performance and Accountability Framework",
        ),
        ("troop-contributing countries (TCCs)", "TCCs", "troop-contributing countries"),
        (
            "the Office of the United Nations High Commissioner for Human Rights (OHCHR; Geneva)",
            "OHCHR",
            "United Nations High Commissioner for Human Rights",
        ),
    ],
)
def test_a_definition_is_found(text: str, short: str, long: str) -> None:
    assert defined_in([text]) == (Abbreviation(short, long),)


@pytest.mark.parametrize(
    "text",
    [
        "a mission (see above) in the north",
        "the Charter (Chapter VII) and Part III (III)",
        "the Council (UN) spoke",
        "implement a cessation of hostilities beginning at 0400 hours (IST/EET)",
        "the mission in Bamako (Mali)",
        "he left. (DPO)",
        "the Department. Of Peace Operations (DPO)",
    ],
)
def test_no_definition_is_invented(text: str) -> None:
    assert defined_in([text]) == ()


def test_the_first_definition_counts() -> None:
    first, again = "the Force Commander (FC)", "a flight computer (FC)"
    assert defined_in([first, again]) == (Abbreviation("FC", "Force Commander"),)
