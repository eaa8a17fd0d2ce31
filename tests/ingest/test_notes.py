"""Notes and markers, found and paired."""

from dataclasses import replace

import pymupdf
import pytest

from ingest import read_pdf
from ingest.layout.marks import Mark, find, start
from ingest.layout.rows import Row, rows
from ingest.notes.align import Target, align
from ingest.notes.doubts import loose
from ingest.notes.drafts import Draft
from ingest.notes.look import Look
from ingest.notes.starts import choose
from ingest.pdf.raw import Run, make_line

FULL = "The mission had been asked to protect civilians under imminent threat of violence in the east,"


def row(*parts: str, page: int = 0) -> Row:
    """A row of 10-point letters; parts that begin with ^ are raised and small."""
    runs, x = [], 60.0
    for part in parts:
        raised, text = part.startswith("^"), part.removeprefix("^")
        size = 6.0 if raised else 10.0
        box = (x, 90.0, x + 5 * len(text), 102.0)
        runs.append(Run(text, "Times", size, False, False, raised, 96.5 if raised else 100.0, box))
        x = box[2]
    (made,) = rows([make_line(page, runs)])
    return made


def marks_of(*parts: str) -> list[tuple[str, str, bool]]:
    return [(mark.label, mark.form, mark.doubtful) for mark in find(0, row(*parts), ())]


@pytest.mark.parametrize(
    ("parts", "seen"),
    [
        (("as it says.", "^12", " Later"), [("12", "raised", False)]),
        (("as it says.", "^12, 13", " Later"), [("12", "raised", False), ("13", "raised", False)]),
        (("as it says.", "^3–5", " Later"), [("3", "raised", False), ("4", "raised", True), ("5", "raised", False)]),
        (("as it says.", "^12, 15", " Later"), [("12", "raised", False), ("15", "raised", False)]),
        (("the provisional agenda*",), [("*", "symbol", False)]),
        (("the administration. 1/ It",), [("1", "slash", False)]),
        (("classical texts.20 The",), [("20", "plain", True)]),
        (("was founded in 194817.",), [("17", "plain", True)]),
        (("some 10", "^6", " shells"), [("6", "raised", True)]),
        (("the 21", "^st", " century"), [("st", "raised", True)]),
        (("an area of 5 km", "^2", " was"), [("2", "raised", True)]),
        (("and/or 1/2 of S/RES/2100 (2013), para. 4",), []),
        (("page⁷ of",), [("7", "raised", False)]),
        (("A Paper", "^∗†", " by"), [("*", "raised", False), ("†", "raised", False)]),
        (("as it says.", "^B, IV", " Later"), [("B", "raised", False), ("IV", "raised", False)]),
    ],
)
def test_marks(parts, seen):
    assert marks_of(*parts) == seen


@pytest.mark.parametrize(
    ("parts", "label", "words"),
    [
        (("^5", "Text of it"), "5", "Text of it"),
        (("^147 147", " VO (EG) 593/2008"), "147", "VO (EG) 593/2008"),
        (("5Text of it",), "5", "Text of it"),
        (("25. See",), "25", "See"),
        (("25.",), "25", ""),
        (("23 Text",), "23", "Text"),
        (("[4] Text",), "4", "Text"),
        (("7/ See A/48/23",), "7", "See A/48/23"),
        (("a/ Excluding Gaza",), "a", "Excluding Gaza"),
        (("* The author",), "*", "The author"),
        (("† Professor",), "†", "Professor"),
        (("‖Howard, 95",), "‖", "Howard, 95"),
    ],
)
def test_labels_at_the_head(parts, label, words):
    made = row(*parts)
    head = start(0, made)
    assert head is not None
    assert (head.label, made.line.text[head.end :]) == (label, words)


@pytest.mark.parametrize(
    "text",
    [
        "2100 (2013)",
        "The council",
        "S/RES/2100",
        "1992–1995 saw",
        "2 000",
        "iv Of it",
        "A council",
        "1 Aims . . . . . . . 5",
    ],
)
def test_heads_that_are_no_label(text):
    assert start(0, row(text)) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("1003 See there", "1003"),
        ("xvi Of it", "xvi"),
        ("xvi. Of it", "xvi"),
        ("IV. Of it", "IV"),
        ("B. See there", "B"),
    ],
)
def test_labels_that_are_one_only_where_a_mark_calls_them(text, label):
    assert start(0, row(text)) is None
    head = start(0, row(text), {label})
    assert head is not None
    assert head.label == label


def test_marks_and_notes_align_in_order():
    places = [row(f"line {number}") for number in range(6)]
    found = [
        Mark(0, 0, 1, "1", "raised"),
        Mark(1, 0, 1, "3", "plain", None, True),
        Mark(2, 0, 1, "2", "raised"),
        Mark(3, 0, 1, "3", "raised"),
    ]
    notes = [Target("1", 0, 4, True), Target("2", 0, 4, True), Target("3", 0, 5, True)]
    assert [(call.mark.row, call.note) for call in align(places, found, notes)] == [(0, 0), (2, 1), (3, 2)]


def test_a_note_slips_over_pages_that_the_note_before_it_fills():
    places = [row(f"line {number}", page=page) for number, page in enumerate((0, 0, 3, 3))]
    found = [Mark(0, 0, 1, "31", "raised"), Mark(1, 0, 1, "32", "raised")]
    notes = [Target("31", 0, 2, True), Target("32", 3, 3, True)]
    assert [(call.mark.row, call.note) for call in align(places, found, notes)] == [(0, 0), (1, 1)]
    assert len(align(places, found[1:], notes[1:])) == 0


def test_a_mark_printed_again_calls_the_same_note():
    places = [row("line") for _ in range(3)]
    found = [Mark(0, 0, 1, "1", "slash"), Mark(1, 0, 1, "1", "slash")]
    calls = align(places, found, [Target("1", 0, 2, True)])
    assert [(call.mark.row, call.note) for call in calls] == [(0, 0), (1, 0)]


def check(document, pages_of_notes=3):
    """Six notes of the drawn article, whole, each called behind its words."""
    assert [note.label for note in document.notes] == [str(number) for number in range(1, 2 * pages_of_notes + 1)]
    blocks = {block.id: block for block in document.blocks}
    before = [blocks[note.marker.block].text[: note.marker.offset] for note in document.notes]
    assert all(
        text.endswith("agreed to it." if number % 2 == 0 else "in its camps;") for number, text in enumerate(before)
    )
    assert all("Karlsrud" in note.text or note.text.endswith("agreed to.") for note in document.notes)
    assert not any("Karlsrud" in block.text or "S/RES" in block.text for block in document.blocks)
    assert document.note_style == "footnotes"


def test_footnotes_under_a_rule(article):
    document = read_pdf(article(), language="en")
    check(document)
    assert document.report.markers_without_note == ()
    assert document.blocks[0].markers[0].evidence.startswith("raised and small")


def test_footnotes_without_a_rule(article):
    check(read_pdf(article(rule=False), language="en"))


def test_footnotes_as_large_as_the_text(article):
    check(read_pdf(article(note_size=10.0), language="en"))


def test_a_note_runs_over_the_page(pen):
    first, second = pen.sheet(), pen.sheet()
    for number, sheet in enumerate((first, second), start=1):
        for _ in range(20):
            sheet.write(FULL)
        sheet.write(f"and the council had agreed.^{number}^")
        sheet.rule(690)
        sheet.y = 700
    first.write("^1^ The literature is large; see generally the report of the panel, which was", size=8)
    second.write("written in haste, and the answer to it by the members.", size=8)
    second.write("^2^ Ibid., 4.", size=8)
    one, two = read_pdf(pen.save(), language="en").notes
    assert one.text.endswith("which was written in haste, and the answer to it by the members.")
    assert one.pages == (0, 1)
    assert two.text == "Ibid., 4."


def test_small_text_over_many_pages_is_no_note_that_goes_on(pen):
    sheet = pen.sheet()
    for _ in range(20):
        sheet.write(FULL)
    sheet.write("and the council had agreed.^1^")
    sheet.rule(690)
    sheet.y = 700
    sheet.write("^1^ The literature is large; see generally the report of the panel, which was", size=8)
    for _ in range(6):
        annex = pen.sheet()
        for _ in range(50):
            annex.write("it went on in the words of the record, small and closely set as such things are, and", size=8)
    one = read_pdf(pen.save(), language="en").notes
    assert [(note.label, note.pages) for note in one] == [("1", (0,))]


@pytest.mark.parametrize("chapter", ["", "1. A SMALL MISSION"])
def test_endnotes_under_their_heading(pen, chapter):
    sheet = pen.sheet()
    for number in range(1, 5):
        sheet.paragraph([FULL, FULL, f"and the council agreed.^{number}^ It had no choice."])
    last = pen.sheet()
    last.write("Notes", size=12, font="tibo")
    last.y += 6
    last.write(chapter, size=9)
    for number in range(1, 5):
        last.write(f"{number}. S/RES/{2099 + number} (2013), para. {number}.", size=9)
    document = read_pdf(pen.save(), language="en")
    assert [(note.label, note.kind, note.marker is not None) for note in document.notes] == [
        (str(number), "endnote", True) for number in range(1, 5)
    ]
    assert document.notes[0].text == "S/RES/2100 (2013), para. 1."
    assert document.note_style == "endnotes"


@pytest.mark.parametrize("heading", ["Notes du chapitre", "Anmerkungen zur Einleitung", "Notes to Chapter 2"])
def test_endnotes_under_their_heading_on_the_page_that_calls_them(pen, heading):
    for chapter in range(2):
        sheet = pen.sheet()
        for number in range(1, 4):
            sheet.paragraph([FULL, FULL, f"and the council agreed.^{number}^ It had no choice in part {chapter}."])
        sheet.write(heading, size=12)
        for number in range(1, 4):
            sheet.write(f"{number}. S/RES/{2099 + number} (2013), para. {number} of part {chapter}.", size=9)
    assert [note.kind for note in read_pdf(pen.save(), language="en").notes] == ["endnote"] * 6


def test_notes_that_run_on_are_parted_on_every_page(pen):
    for page in range(2):
        sheet = pen.sheet()
        first = 6 * page + 1
        for number in range(first, first + 6):
            sheet.write(FULL)
            sheet.write(f"and the council had agreed to part {number}.^{number}^ Nobody asked with what means they")
        sheet.rule(690)
        sheet.y = 700
        for number in (first, first + 3):
            sheet.write(" ".join(f"^{n}^ Karlsrud, The UN at War, {n}." for n in range(number, number + 3)), size=8)
    document = read_pdf(pen.save(), language="en")
    assert [(note.label, note.text) for note in document.notes] == [
        (str(number), f"Karlsrud, The UN at War, {number}.") for number in range(1, 13)
    ]


def test_numbered_paragraphs_below_the_notes_of_a_table_are_text(pen):
    for page in range(2):
        sheet = pen.sheet()
        for number in (6 * page + 1, 6 * page + 2):
            sheet.write(f"{number}. {FULL[:80]}")
            sheet.write("and the council had agreed to that in part 5 and in part 6 of what it said.")
        sheet.y += 20
        sheet.write("Military observers^a^ and police", size=9)
        sheet.write("Battalions of the north^b^ and south", size=9)
        sheet.write("^a^ Reflects the posts that were approved.", size=8)
        sheet.write("^b^ Includes what was paid back for them.", size=8)
        sheet.y += 20
        for number in range(6 * page + 3, 6 * page + 7):
            sheet.write(f"{number}. {FULL[:80]}")
            sheet.write("and the council had agreed to that in 842.2 parts of 291.3 of what it said.")
    document = read_pdf(pen.save(), language="en")
    assert [note.label for note in document.notes] == ["a", "b", "a", "b"]
    assert [block.paragraph for block in document.blocks if block.paragraph] == [str(n) for n in range(1, 13)]


def test_a_heading_over_two_columns_of_notes_comes_behind_both_columns_of_the_text(pen):
    sheet = pen.sheet()
    for side, x in enumerate((60, 310)):
        for line in range(8):
            mark = f"^{2 * side + line // 4 + 1}^" if line % 4 == 1 else ""
            sheet.at(x, 100 + 13 * line, f"The patrols of side {side} and line {line} were counted")
            sheet.y = 100 + 13 * line
            sheet.write(mark, x + pymupdf.get_text_length("The patrols of side 0 and line 1 were counted", "tiro", 10))
        for note in (1, 2):
            number = 2 * side + note
            for line, words in enumerate(
                (f"{number}. Karlsrud, Peacekeeping at War in Part {number}", "and its sequel, 12.")
            ):
                sheet.at(x, 220 + 22 * note + 10 * line, words, 8)
    sheet.at(60, 222, "Notes", 12, "tibo")
    document = read_pdf(pen.save(), language="en")
    assert [(note.label, note.kind, note.text) for note in document.notes] == [
        (str(number), "endnote", f"Karlsrud, Peacekeeping at War in Part {number} and its sequel, 12.")
        for number in range(1, 5)
    ]
    assert [note.marker is not None for note in document.notes] == [True] * 4
    assert [block.text for block in document.blocks][-1] == "Notes"


def test_marks_before_a_slash_may_open_a_row_of_the_text(pen):
    """As in papers of the United Nations of the 1990s, whose notes stand at the end."""
    sheet = pen.sheet()
    sheet.paragraph(
        [FULL, f"as the council had agreed, they went. {FULL[:40]} in the camp. It says.", f"1/ {FULL}", FULL]
    )
    for number in range(2, 5):
        sheet.paragraph([FULL, f"as it says. {number}/ {FULL[:70]}", FULL])
    sheet.write("Notes")
    for number in range(1, 5):
        sheet.write(f"{number}/ S/RES/{2099 + number} (2013), para. {number}.")
    document = read_pdf(pen.save(), language="en")
    assert [(note.label, note.text) for note in document.notes] == [
        (str(number), f"S/RES/{2099 + number} (2013), para. {number}.") for number in range(1, 5)
    ]
    blocks = {block.id: block.text for block in document.blocks}
    for note in document.notes:
        text, offset = blocks[note.marker.block], note.marker.offset
        assert text[:offset].lower().endswith("it says.")
        assert text[offset:].startswith(" The mission")


def test_numbered_points_exponents_and_years_are_no_notes(pen):
    sheet = pen.sheet()
    for number in range(1, 6):
        sheet.write(f"{number}. The council should, on an area of 10 km^2^, do what it said in 2013.")
        sheet.write(FULL)
    assert read_pdf(pen.save(), language="en").notes == ()


def test_a_listings_lines_and_a_list_of_works_are_no_notes(pen):
    for number in range(1, 4):
        sheet = pen.sheet()
        sheet.y = 300  # what stands higher, three times, is a running head
        sheet.paragraph([FULL, f"and the council agreed.^{number}^ It had version 1.{number} then.", FULL])
        for line in range(1, 4):
            sheet.write(f"{line} let there = be(light)", size=8, font="cour")
        sheet.rule(690)
        sheet.y = 700
        sheet.write(f"^{number}^ Karlsrud and Osland, Between Self-interest and Solidarity, {number}.", size=8)
    last = pen.sheet()
    last.write("Works", size=12, font="tibo")
    for number in range(1, 4):
        last.write(f"[{number}] Karlsrud, John: The UN at War, {2000 + number}.")
    document = read_pdf(pen.save(), language="en")
    assert [(note.label, note.kind) for note in document.notes] == [(str(n), "footnote") for n in range(1, 4)]
    assert "had version 1.2 then." in " ".join(block.text for block in document.blocks)


def test_notes_on_both_sides_of_a_long_listing_are_one_sequence():
    listing = [row(f"{line} let it be") for line in range(100, 160)]
    read = [row("^1", " Karlsrud, The UN at War, 5."), *listing, row("^2", " Ibid., 7.", page=1)]
    heads = {i: head for i, one in enumerate(read) if (head := start(i, one))}
    called = [Mark(0, 0, 1, "1", "raised"), Mark(len(read) - 1, 0, 1, "2", "raised")]
    assert [head.label for head in choose(read, range(len(read)), heads, called)] == ["1", "2"]


def test_a_number_raised_before_an_address_is_a_label_though_it_is_no_smaller():
    label = Run("19", "Times", 7.3, False, False, False, 96.7, (60.0, 90.0, 67.0, 99.0))
    address = Run("https://un.org/data", "Courier", 7.0, False, False, False, 100.0, (67.0, 93.0, 160.0, 102.0), True)
    (made,) = rows([make_line(0, [label, address])])
    head = start(0, made)
    assert head is not None
    assert (head.label, head.raised) == ("19", True)


def test_works_numbered_as_the_pages_notes_are_no_notes(pen):
    for page in range(3):
        sheet = pen.sheet()
        sheet.y = 200 + 60 * page
        for number in (2 * page + 1, 2 * page + 2):
            sheet.paragraph([FULL, f"and the council agreed.^{number}^ It had no choice then.", FULL])
        if page == 2:
            for number in range(1, 8):
                sheet.write(f"[{number}] Karlsrud, John: The UN at War, {2000 + number}.{'^7^' if number == 4 else ''}")
        sheet.rule(690)
        sheet.y = 700
        for number in (2 * page + 1, 2 * page + 2, 7)[: 3 if page == 2 else 2]:
            sheet.write(f"{number}. <https://example.org/{number}>.")
    notes = read_pdf(pen.save(), language="en").notes
    assert [(note.label, note.text) for note in notes] == [(str(n), f"<https://example.org/{n}>.") for n in range(1, 8)]


def test_points_that_count_on_as_the_footnotes_do_are_no_endnotes(pen):
    subjects = ("The wording", "Its mandate", "How long it stays", "Whom it serves under", "Who pays for it")
    for number, about in enumerate(subjects, start=1):
        sheet = pen.sheet()
        sheet.y = 300  # what stands higher, three times, is a running head
        sheet.paragraph([FULL, FULL, f"and the council agreed.^{number}^ Some doubt it [{number}].", FULL])
        sheet.rule(690)
        sheet.y = 700
        sheet.write(f"^{number}^ {about} was disputed in the council for some weeks.", size=8)
    last = pen.sheet()
    last.write("The council agrees only if")
    for number in range(1, 6):
        last.write(f"{number}. the {number} members of the panel are willing to say so;")
    document = read_pdf(pen.save(), language="en")
    assert [(note.kind, note.label) for note in document.notes] == [("footnote", str(n)) for n in range(1, 6)]


def test_markers_of_a_file_without_its_notes_are_reported(pen):
    sheet = pen.sheet()
    for number in range(1, 5):
        sheet.paragraph([FULL, f"and the council agreed.^{number}^ It had no choice.", FULL])
    document = read_pdf(pen.save(), language="en")
    assert [problem.label for problem in document.report.markers_without_note] == ["1", "2", "3", "4"]
    assert not any(digit in block.text for block in document.blocks for digit in "1234")


def test_notes_that_run_on_in_one_line_are_two(pen):
    for _ in range(2):
        sheet = pen.sheet()
        for _ in range(6):
            sheet.write(FULL)
        sheet.write("as the council had asked it to do in spring.^1^ It did so.^2^ Nobody had doubted that it would.")
        for _ in range(4):
            sheet.write(FULL)
        sheet.y = 740
        sheet.write("^1^ Resolution 2098, para. 12. ^2^ Interview with an officer, Goma, May 2014.", size=8)
    notes = [(note.label, note.text, note.marker is not None) for note in read_pdf(pen.save()).notes]
    assert notes == 2 * [
        ("1", "Resolution 2098, para. 12.", True),
        ("2", "Interview with an officer, Goma, May 2014.", True),
    ]


@pytest.mark.parametrize(
    ("text", "called", "label"), [("1000Ibid., 5.", {"1000"}, "1000"), ("1999Ibid., 5.", set(), None)]
)
def test_a_number_of_four_figures_is_a_label_where_a_mark_calls_it(text, called, label):
    head = start(0, row(text), called)
    assert (head and head.label) == label


def test_lines_as_far_apart_as_the_texts_say_little_against_a_note():
    far = replace(row("and the council had agreed to it"), leading=13.5)
    look = Look({}, {13.5: -2.0, 11.5: 2.0}, ruled=False)
    assert -0.2 < look.odds(far) < 0
    assert look.odds(replace(far, leading=11.5)) > 1


def test_a_power_that_is_printed_often_is_no_marker_whose_note_is_lost():
    notes = [Draft("1", "footnote", 0, (9,))]
    powers = [Mark(at, 3, 4, "2", "raised") for at in range(3)]
    assert loose(powers, notes) == []
    assert loose(powers[:1], notes) == powers[:1]
