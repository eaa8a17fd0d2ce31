"""Lists whose entries hang: bibliographies, where the first line of each entry stands out to the left."""

from ingest import read_pdf

NAMES = ("Autesserre, Ann", "Berdal, Mats", "Doyle, Michael", "Fortna, Page", "Howard, Lise", "Karlsrud, John")
WORK = "2010. The Use of Force in United Nations Peacekeeping and What It Brings About."


def references(path):
    return [block.text for block in read_pdf(path, language="en").blocks if block.kind == "reference"]


def test_entries_that_a_blank_line_parts_hang_where_the_row_above_ends_a_sentence(pen):
    sheet = pen.sheet()
    sheet.write("References", size=14, font="tibo")
    sheet.y += 6
    for name in NAMES:
        sheet.write(f"{name}. {WORK}", x=60)
        sheet.write("Cambridge University Press.", x=76)
        sheet.y += 12
    assert references(pen.save()) == [f"{name}. {WORK} Cambridge University Press." for name in NAMES]


def test_an_entry_goes_on_over_the_page_by_the_lists_edges(pen):
    first, second = pen.sheet(), pen.sheet()
    first.write("References", size=14, font="tibo")
    first.y += 6
    for name in NAMES[:5]:
        first.write(f"{name}. {WORK}", x=60)
        first.write("Cambridge University Press.", x=76)
        first.y += 12
    first.write(f"{NAMES[5]}. {WORK}", x=60)
    second.write("Oxford University Press.", x=76)
    second.y += 12
    second.write(f"Whalan, Jeni. {WORK}", x=60)
    second.write("PhD thesis, Oxford.", x=76)
    assert references(pen.save())[-2:] == [
        f"{NAMES[5]}. {WORK} Oxford University Press.",
        f"Whalan, Jeni. {WORK} PhD thesis, Oxford.",
    ]


def test_an_address_is_whole_behind_its_scheme(pen):
    sheet = pen.sheet()
    sheet.write("References", size=14, font="tibo")
    sheet.y += 6
    for name in NAMES:
        sheet.write(f"{name}. {WORK} https:", x=60)
        sheet.write("//www.example.org/report.", x=76)
    assert all(entry.endswith("About. https://www.example.org/report.") for entry in references(pen.save()))


def test_an_entry_behind_a_number_in_brackets_goes_on_where_its_first_row_is_short(pen):
    sheet = pen.sheet()
    for line in range(8):
        sheet.write(
            f"The mission had been asked in line {line} to protect civilians under imminent threat of violence."
        )
    sheet.y += 20
    for number, name in enumerate(NAMES[:2], start=1):
        sheet.write(f"[{number}] {name}. The Use of Force.")
        sheet.write("Cambridge University Press.", x=76)
    texts = [block.text for block in read_pdf(pen.save(), language="en").blocks]
    assert texts[1:] == [
        f"[{n}] {name}. The Use of Force. Cambridge University Press." for n, name in enumerate(NAMES[:2], start=1)
    ]
