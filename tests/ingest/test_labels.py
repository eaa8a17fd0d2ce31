"""Printed page labels."""

import pytest

from ingest import read_pdf
from ingest.layout.folios import printed
from ingest.layout.labels import fit


def labels(pages, own=None, texts=None):
    """Fit what each page prints; return the labels with their sources."""
    found = [each for index, words in enumerate(pages) for each in printed(index, 0, words) if words]
    return list(fit(len(pages), found, own or [None] * len(pages), texts or [True] * len(pages)).labels)


@pytest.mark.parametrize(
    ("words", "style", "value"),
    [
        ("67", "D", 67),
        ("- 12 -", "D", 12),
        ("7/22", "D", 7),
        ("Page 3 of 20", "D", 3),
        ("Seite 9", "D", 9),
        ("S-12", "DS-", 12),
        ("S12", "DS", 12),
        ("e1200", "De", 1200),
        ("1 3 1", "D", 131),
        ("xii", "r", 12),
        ("IV", "R", 4),
        ("47698", "D", 47698),
        ("IGAD AND PEACE 67", "D", 67),
        ("68 PEACE OPERATIONS", "D", 68),
    ],
)
def test_forms(words, style, value):
    assert (style, value) in [(each.style, each.value) for each in printed(0, 0, words)]


@pytest.mark.parametrize("words", ["mix", "S/RES/2100", "ı", "A word in a sentence"])
def test_what_is_no_number(words):
    assert list(printed(0, 0, words)) == []


def test_a_sequence_reaches_pages_that_print_nothing():
    assert labels(["", "66", "67", "", "69"]) == [
        ("65", "sequence"),
        ("66", "printed"),
        ("67", "printed"),
        ("68", "sequence"),
        ("69", "printed"),
    ]


def test_a_cover_without_text_is_not_reached():
    assert labels(["", "36", "37", "38"], texts=[False, True, True, True])[0] == ("1", "index")


def test_roman_front_matter_then_arabic():
    found = labels(["i", "ii", "iii", "1", "2", "3"])
    assert [label for label, _ in found] == ["i", "ii", "iii", "1", "2", "3"]


def test_pages_before_the_first_number_are_only_counted():
    found = labels(["", "", "1", "2", "3"])
    assert found[:3] == [("1", "index"), ("2", "index"), ("1", "printed")]
    assert labels(["", "", "1", "2", "3"], own=["1", "2", "1", "2", "3"])[:2] == found[:2]
    assert labels(["", "", "", "2", "3", "4"])[:3] == [*found[:2], ("1", "sequence")]


def test_a_first_page_that_is_counted_is_one_however_many_print_nothing():
    assert [label for label, _ in labels(["", "", "", "", "5", "6"])] == ["1", "2", "3", "4", "5", "6"]


def test_a_preface_of_two_pages_keeps_its_numerals():
    assert [label for label, _ in labels(["", "i", "ii", "1", "2", "3"])] == ["1", "i", "ii", "1", "2", "3"]


def test_two_pages_with_one_label_are_reported():
    pages = ["", "1", "2", "3", "1", "2", "3"]
    found = [each for index, words in enumerate(pages) for each in printed(index, 0, words)]
    fitted = fit(7, found, [None] * 7, [True] * 7)
    assert fitted.labels[0] == ("1", "index")
    assert [(problem.page, problem.label) for problem in fitted.conflicts] == [(4, "1"), (5, "2"), (6, "3")]


NUMBER = ("foot", "Times", 9)


@pytest.mark.parametrize(
    ("pages", "read", "reported"),
    [
        (["33", "34", "36"], ["33", "34", "36"], [2]),
        (["33", "35", "34", "36"], ["33", "35", "34", "36"], [1, 2]),
        (["33", "34", "7", "35", "36"], ["33", "34", "7", "35", "36"], [2]),
        (["33", "34", "53", "36", "37"], ["33", "34", "35", "36", "37"], [2]),
        (["33", "34", "", "35", "36"], ["33", "34", "3", "35", "36"], []),
    ],
)
def test_what_a_page_prints_goes_before_the_sequence(pages, read, reported):
    found = [each for index, words in enumerate(pages) for each in printed(index, 0, words, NUMBER)]
    fitted = fit(len(pages), found, [None] * len(pages), [True] * len(pages))
    assert [label for label, _ in fitted.labels] == read
    assert [problem.page for problem in fitted.conflicts] == reported


def test_a_number_elsewhere_on_the_page_is_not_the_pages():
    found = [each for index, words in enumerate(["33", "34", ""]) for each in printed(index, 0, words, NUMBER)]
    found += printed(2, 1, "1994", ("head", "Times", 9))
    assert fit(3, found, [None] * 3, [True] * 3).labels[2] == ("35", "sequence")


@pytest.mark.parametrize("words", ["19-00361", "93-66874", "18-6149 (E)"])
def test_the_job_number_of_a_paper_is_no_page(words):
    assert not any(each.weight == 1.0 for each in printed(0, 0, words))


def test_years_and_note_numbers_are_no_sequence():
    assert [source for _, source in labels(["2019", "2019", "2019", "2019"])] == ["index"] * 4


def test_what_is_printed_wins_over_the_file_and_the_conflict_is_reported():
    found = [each for index, words in enumerate(["36", "37", "38"]) for each in printed(index, 0, words)]
    fitted = fit(3, found, ["37", "38", "39"], [True] * 3)
    assert [label for label, _ in fitted.labels] == ["36", "37", "38"]
    assert [problem.page for problem in fitted.conflicts] == [0, 1, 2]


def test_the_files_own_labels_serve_where_nothing_is_printed():
    assert labels(["", "", ""], own=["iv", "v", "vi"]) == [("iv", "pdf"), ("v", "pdf"), ("vi", "pdf")]


def test_the_first_page_of_a_new_numbering_prints_none():
    found = labels(["i", "ii", "iii", "", "2", "3", "4"])
    assert found[3] == ("1", "sequence")


def test_a_page_without_number_between_two_numberings_is_what_the_file_calls_it():
    pages = ["i", "ii", "iii", "", "", "7", "8", "9"]
    assert labels(pages)[4] == ("v", "sequence")
    assert labels(pages, ["i", "ii", "iii", "iv", "6", "7", "8", "9"])[4] == ("6", "sequence")


def test_numbers_behind_leaders_are_no_page_numbers():
    assert list(printed(0, 0, "1.2 The file . . . . . . . 14")) == []


def test_numbers_that_the_file_knows_go_before_others():
    pages = ["i", "ii"]
    found = [each for index, words in enumerate(pages) for each in printed(index, 0, words)]
    found += [each for index, words in enumerate(["Tests 14", "Themes 15"]) for each in printed(index, 1, words)]
    chosen = fit(8, found, ["i", "ii", *map(str, range(1, 7))], [True] * 8)
    assert [label for label, _ in chosen.labels][:2] == ["i", "ii"]


def test_a_number_half_way_down_the_margin_is_the_pages(pen):
    for number in range(1, 4):
        sheet = pen.sheet()
        for line in range(30):
            sheet.write(f"The mission of part {number} had been asked in line {line} to protect civilians there.")
        sheet.at(560, 421, str(number + 40))
    document = read_pdf(pen.save(), language="en")
    assert [(page.label, page.label_source) for page in document.pages] == [(str(n), "printed") for n in (41, 42, 43)]
    assert not any(str(n) in block.text for block in document.blocks for n in (41, 42, 43))


def test_a_title_page_without_a_number_is_the_first_of_the_file():
    assert labels(["", "ii", "iii", "iv"], texts=[False, True, True, True])[0] == ("i", "sequence")
    assert labels(["", "312", "313", "314"], texts=[False, True, True, True])[0] == ("1", "index")


def test_two_pages_of_a_book_on_a_sheet_are_both_named():
    found = [each for sheet in range(3) for side in (0, 1) for each in printed(sheet, side, str(12 + 2 * sheet + side))]
    read = fit(3, found, [None] * 3, [True] * 3, wide=True)
    assert [label for label, _ in read.labels] == ["12–13", "14–15", "16–17"]
    assert len(read.used) == 6


def test_an_archives_cover_is_no_page_of_the_article(pen):
    cover = pen.sheet()
    for line in range(12):
        cover.write(
            f"This content was taken from the archive on day {line}; its terms are those of the archive.", font="helv"
        )
    for number in range(211, 215):
        sheet = pen.sheet()
        for line in range(30):
            sheet.write(f"The mission of page {number} had been asked in line {line} to protect civilians there.")
        if number > 211:
            sheet.at(290, 815, str(number))
    found = [(page.label, page.label_source) for page in read_pdf(pen.save(), language="en").pages]
    assert found[:3] == [("1", "index"), ("211", "sequence"), ("212", "printed")]


def test_a_notes_number_is_no_pages():
    pages = ["4 Author correspondence with Mark Deeks, 6 June 2017.", "5 For a list of incidents, see Schroeder,"]
    assert labels(pages) == [("1", "index"), ("2", "index")]
