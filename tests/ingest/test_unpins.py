"""What stands beside the symbols of UN documents: dates, versions, annexes, paragraphs."""

import pytest

from ingest.citations.finding import find

CASES = [
    ("UN Doc. S/2019/905, November 26, 2019, paras. 60–62", "S/2019/905, November 26, 2019, paras. 60–62", "60–62"),
    ("S/RES/2100 (2013), párr. 16", "S/RES/2100 (2013), párr. 16", "16"),
    ("A/55/305-S/2000/809, de 21 de agosto de 2000, párr. 48", "de 2000, párr. 48", "48"),
    ("A/71/818 and Corr.1, para. 22", "A/71/818 and Corr.1, para. 22", "22"),
    ("A/59/710, para. 30, and Corr.1", "A/59/710, para. 30, and Corr.1", "30"),
    ("S/2015/19, annex 37 and annex 41, para. 3", "annex 37 and annex 41, para. 3", "3"),
    ("A/HRC/24/33, paras. 40 and 41, and annex II", "and annex II", "40 and 41"),
    ("A/C.5/69/18, chap. 2, sect. B", "chap. 2, sect. B", "B"),
    ("S/2018/125, sect. 3.2 (c)", "sect. 3.2 (c)", "3.2 (c)"),
    ("S/RES/1701, para. 24(i)(c)", "para. 24(i)(c)", "24(i)(c)"),
    ("S/2017/473, Ziff. 24; S/2018/125", "S/2017/473, Ziff. 24", "24"),
    ("S/PV.4194, 13 September 2000, 4.", "S/PV.4194, 13 September 2000, 4", "4"),
    ("S/2016/1, annex IV, para. 12", "S/2016/1, annex IV, para. 12", "12"),
    ("S/2019/1, annex I", "S/2019/1, annex I", "I"),
    ("resolution 2467 (2019) (paras. 1 and 2)", "(paras. 1 and 2)", "1 and 2"),
    ("resolution 1701 (2006) (S/2007/641, annex)", "resolution 1701 (2006)", None),
    ("A/81/6 (Sect. 26), para. 2", "A/81/6 (Sect. 26), para. 2", "2"),
    (
        "Official Records of the General Assembly, Sixty-fourth Session, Supplement No. 19 (A/64/19), para. 141.",
        "Official Records of the General Assembly, Sixty-fourth Session, Supplement No. 19 (A/64/19), para. 141",
        "141",
    ),
]


@pytest.mark.parametrize(("text", "ends", "value"), CASES)
def test_a_document_is_cited_with_its_place(text, ends, value):
    found = find(text)[0]
    assert text[found.start : found.end].endswith(ends)
    assert (found.locator.value if found.locator else None) == value
