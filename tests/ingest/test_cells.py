"""Tables whose cells run over several lines, read cell by cell."""

import pytest

from ingest import read_pdf

FULL = "The mission had been asked to protect civilians under imminent threat of violence in the east,"
COLUMNS = (60, 180, 330)
ROWS = (
    (
        ("The port and", "the customs", "house"),
        ("Papers were lost",),
        ("A clerk copied the register", "by hand in May"),
    ),
    (("Wells",), ("Nobody knew that the", "pump had stopped^1^"), ("None",)),
)
READ = (
    "The port and the customs house Papers were lost A clerk copied the register by hand in May",
    "Wells Nobody knew that the pump had stopped None",
)


@pytest.fixture
def drawn(pen):
    """A page with a table of three columns, its caption above and its source and a note below."""

    def draw(columns=COLUMNS, rows=ROWS, rules=(), apart=13):
        sheet = pen.sheet()
        for _ in range(4):
            sheet.write(FULL)
        sheet.write("Table 1. What held the convoys up")
        sheet.y += 6
        for number, row in enumerate(rows):
            top = sheet.y
            for x, cell in zip(columns, row, strict=True):
                sheet.y = top
                for text in cell:
                    sheet.write(text, x)
            sheet.y = top + 13 * (max(map(len, row)) - 1) + apart
            if number in rules:
                sheet.rule(sheet.y - 9, 60, 500)
        sheet.write("Source: the registry at the port.")
        sheet.y += 12
        for _ in range(4):
            sheet.write(FULL)
        sheet.rule(690)
        sheet.y = 700
        sheet.write("^1^ Karlsrud and Osland, Between Self-interest and Solidarity, 10.", size=8)
        return read_pdf(pen.save(), language="en")

    return draw


def tables(document):
    return tuple(block.text for block in document.blocks if block.kind == "table")


def test_each_row_of_a_table_is_read_cell_by_cell(drawn):
    assert tables(drawn()) == READ


def test_rules_part_rows_that_nothing_else_parts(drawn):
    rows = tuple(((f"Port {n}", "Authority"), (f"Papers {n}", "Lost")) for n in range(3))
    read = tuple(f"Port {n} Authority Papers {n} Lost" for n in range(3))
    assert tables(drawn((60, 180), rows, rules=(0, 1))) == read


def test_wider_distances_part_rows(drawn):
    rows = ((("Port", "authority"), ("Papers", "lost")), (("wells", "board"), ("pumps", "stopped")))
    assert tables(drawn((60, 180), rows, apart=20)) == ("Port authority Papers lost", "wells board pumps stopped")


def test_a_mark_inside_a_cell_calls_its_note(drawn):
    document = drawn()
    (note,) = document.notes
    home = next(block for block in document.blocks if block.id == note.marker.block)
    assert home.text[: note.marker.offset].endswith("pump had stopped")


def test_what_stands_around_a_table_stays_apart(drawn):
    kinds = [(block.kind, block.text[:8]) for block in drawn().blocks]
    assert ("caption", "Table 1.") in kinds
    assert ("caption", "Source: ") in kinds
    assert [text for kind, text in kinds if kind == "paragraph"] == ["The miss", "The miss"]


def test_text_with_notes_in_the_margin_is_no_table(drawn):
    prose = tuple("which the governor of the eastern province had sent to the mission" for _ in range(6))
    assert tables(drawn((60, 400), ((prose, ("See the file", "of the port.")),))) == ()


def test_notes_that_hang_behind_their_labels_are_no_table(pen):
    cited = ("Urquhart, op. cit., 545.", "Resolution 186 (1964), para. 4.", "S/5653, 16.", "A/6730, 21.", "A/3375, 1.")
    sheet = pen.sheet()
    for number in range(10, 15):
        sheet.write(f"{FULL} as was told then.^{number}/^")
    sheet.rule(600)
    sheet.y = 615
    for number, text in enumerate(cited, start=10):
        top = sheet.y
        sheet.write(f"{number}/", 60, size=9)
        sheet.y = top
        sheet.write(text, 84, size=9)
    document = read_pdf(pen.save(), language="en")
    assert [(note.label, note.text) for note in document.notes] == list(
        zip(map(str, range(10, 15)), cited, strict=True)
    )


def test_a_label_opens_a_row_of_a_table_that_nothing_else_parts(drawn):
    rows = (
        (("(a)",), ("inspected",), ("withdrawn",)),
        (("(b)",), ("inspected", "again"), ("withdrawn", "later")),
    )
    assert tables(drawn((60, 100, 180), rows)) == ("(a) inspected withdrawn", "(b) inspected again withdrawn later")


def test_two_loose_rows_of_an_entry_are_no_table(pen):
    sheet = pen.sheet()
    for parts in (
        ("Franses PH, van Dijk D,", "Opschoor", "A (2014). Time"),
        ("Business and", "Economic", "Forecasting."),
    ):
        for x, part in zip((60, 260, 330), parts, strict=True):
            sheet.at(x, sheet.y, part)
        sheet.y += 13
    sheet.write("sity Press, Cambridge.")
    assert "Franses PH, van Dijk D, Opschoor A (2014). Time" in read_pdf(pen.save(), language="en").blocks[0].text
