"""From raw lines to paragraphs: columns, running heads, paragraphs, kinds, joined text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest import read_pdf
from ingest.layout import furniture
from ingest.layout.columns import margins
from ingest.layout.joining import Cut, Piece, Words, join
from ingest.layout.rows import rows
from ingest.model import Marker
from ingest.pdf import pages
from ingest.pdf.raw import Line, Run, make_line

FULL = "The mission had been asked to protect civilians under imminent threat of violence in the east,"
NARROW = "protect civilians under imminent threat"


def line(text: str, page: int = 0, y: float = 100.0) -> Line:
    """A line of 10-point letters, 5 points wide each."""
    run = Run(text, "Times", 10.0, False, False, False, y, (60.0, y - 8, 60.0 + 5 * len(text), y + 2))
    return make_line(page, [run])


def texts(path):
    return [block.text for block in read_pdf(path, language="en").blocks]


def test_columns_are_read_one_after_the_other(pen):
    sheet = pen.sheet()
    sheet.at(60, 60, "A title that stands over both of the columns of this page, from edge to edge", 12)
    for number in range(8):
        sheet.at(60, 100 + 13 * number, f"L{number} {NARROW}")
        sheet.at(320, 100 + 13 * number, f"R{number} {NARROW}")
    read = [row.line.text[:2] for row in rows(pages.read(pen.save()).pages[0].lines)]
    assert read == ["A ", *(f"L{n}" for n in range(8)), *(f"R{n}" for n in range(8))]


def test_a_raised_number_longer_than_what_stands_before_it_keeps_to_its_line(pen):
    sheet = pen.sheet()
    sheet.write("God’s nature to work in an orderly and reasonable way . . .")
    sheet.y -= 13
    sheet.write(".)^1222^", x=440)
    (row,) = rows(pages.read(pen.save()).pages[0].lines)
    assert row.line.text.endswith(".)1222")


def test_a_table_is_no_columns(pen):
    sheet = pen.sheet()
    for number, name in enumerate(("MONUC", "MONUSCO", "MINUSMA", "UNMISS", "UNIFIL", "MINUSCA")):
        sheet.at(60, 100 + 13 * number, name)
        sheet.at(320, 100 + 13 * number, f"{number + 1}0 000 soldiers and police")
    read = [row.line.text for row in rows(pages.read(pen.save()).pages[0].lines)]
    assert read[0].split() == ["MONUC", "10", "000", "soldiers", "and", "police"]


def test_running_heads_and_feet_go_and_the_text_stays(article):
    raw = pages.read(article())
    kept, labels = furniture.strip(raw.pages)
    words = [each.text for page in kept for each in page]
    assert not [text for text in words if "doubters" in text or text.isdigit()]
    assert len(words) == sum(len(page.lines) for page in raw.pages) - 6
    assert [label for label, _ in labels.labels] == ["65", "66", "67"]


def test_a_chapters_running_head_goes_above_a_heading_too(pen):
    for number in range(12):
        sheet = pen.sheet()
        sheet.at(60, 50, f"Chapter {1 + number // 4}")
        if number % 4 == 2:
            sheet.write(f"{1 + number // 4}.4 Conclusion", size=13, font="tibo")
            sheet.y += 8
        sheet.paragraph([f"{number} convoys left. {FULL}", FULL, f"it had {number} reasons for that."])
    assert not any("Chapter" in text for text in texts(pen.save()))


def test_a_note_that_repeats_on_every_page_is_no_running_foot(pen):
    for index in range(4):
        sheet = pen.sheet()
        for _ in range(10):
            sheet.write(FULL)
        sheet.at(60, 760, "as was said.", 10)
        sheet.y = 790
        sheet.write(f"^{3 * index + 5}^ Ibid.", size=8)
    kept, _ = furniture.strip(pages.read(pen.save()).pages)
    assert [page[-1].text for page in kept] == ["5 Ibid.", "8 Ibid.", "11 Ibid.", "14 Ibid."]


def test_a_paragraph_runs_over_the_page_and_its_heads(pen):
    first, second = pen.sheet(), pen.sheet()
    for sheet in (first, second):
        sheet.at(250, 40, "Running title of the paper", 9)
    first.paragraph([FULL, FULL, "It ended there."])
    first.paragraph(
        [FULL, "and the second paragraph goes on over the foot of the page to the head of the next one where"]
    )
    second.paragraph(["it ends at last."], indent=0)
    second.paragraph([FULL, "A third."])
    read = texts(pen.save())
    assert len(read) == 3
    assert read[1].endswith("to the head of the next one where it ends at last.")


def test_a_manuscript_in_double_spacing_has_whole_paragraphs_beside_a_list_in_single_spacing(pen):
    full = "The mission had been asked to protect civilians under imminent threat of violence in the east,"
    sheet = pen.sheet()
    for _ in range(3):
        for line in (full, "and said so. " + full[:81], full, "and the council agreed."):
            sheet.write(line)
            sheet.y += 11
    for name in ("Fortna", "Karlsrud"):
        for line in (f"{name}. {full[:84]}", *[full] * 4, "and it was sold."):
            sheet.write(line)
        sheet.y += 6
    texts = [block.text for block in read_pdf(pen.save(), language="en").blocks]
    assert [text[-7:] for text in texts] == ["agreed."] * 3 + ["s sold."] * 2


def test_headings_lists_and_their_sections(pen):
    sheet = pen.sheet()
    sheet.write("Leaving well", size=18, font="tibo")
    sheet.y += 10
    for title in ("1. Introduction", "2. The case of Mali"):
        sheet.write(title, size=12, font="tibo")
        sheet.y += 6
        sheet.paragraph([FULL, FULL, "the council agreed."])
        sheet.y += 10
    sheet.write("• a first point")
    sheet.write("• a second point")
    blocks = read_pdf(pen.save(), language="en").blocks
    assert [block.text for block in blocks if block.kind == "heading"] == [
        "Leaving well",
        "1. Introduction",
        "2. The case of Mali",
    ]
    assert blocks[-1].kind == "list"
    assert blocks[-1].section == ("Leaving well", "2. The case of Mali")


def test_paragraph_numbers_of_a_numbered_document_leave_the_text(pen):
    sheet = pen.sheet()
    for number in range(1, 8):
        sheet.write(f"{number}.   {FULL}")
        sheet.write(FULL)
        sheet.write("as decided.")
        sheet.y += 8
    blocks = read_pdf(pen.save(), language="en").blocks
    assert [block.paragraph for block in blocks] == [str(number) for number in range(1, 8)]
    assert all(block.text.startswith("The mission") for block in blocks)
    assert {block.kind for block in blocks} == {"paragraph"}


def test_paragraph_numbers_begin_again_in_an_annex(pen):
    for headings, words in (
        ((), ("Abyei", "Bangui", "Cyprus", "Darfur", "Eritrea")),
        (("Annex I", "What was seen"), ("Freetown", "Golan", "Haiti", "Ituri", "Juba")),
        (("Annex II", "Arms in the east of it"), ("Kigali", "Liberia", "Mali", "Naqoura", "Ogaden")),
    ):
        sheet = pen.sheet()
        for line in headings:
            sheet.write(line, size=14, font="tibo")
            sheet.y += 10
        for number, word in enumerate(words, 1):
            for line in (f"{number}.   {word} {FULL}", FULL, "as decided."):
                sheet.write(line)
            sheet.y += 8
    numbered = [block for block in read_pdf(pen.save(), language="en").blocks if block.paragraph]
    assert [block.paragraph for block in numbered] == [*"12345"] * 3
    assert [numbered[0].section, numbered[-1].section] == [(), ("Annex II", "Arms in the east of it")]


def test_entries_of_a_bibliography_hang(pen):
    sheet = pen.sheet()
    sheet.write("References", size=12, font="tibo")
    sheet.y += 6
    for name in (
        "Autesserre, Séverine. 2010. The Trouble with the Congo",
        "Fortna, Page. 2008. Does Peacekeeping Work?",
    ):
        for year in ("a", "b"):
            sheet.write(f"{name} ({year}): Local Violence and the Failure of International", x=60)
            sheet.write("Peacebuilding. Cambridge.", x=80)
    blocks = read_pdf(pen.save(), language="en").blocks
    assert [block.kind for block in blocks] == ["heading", *["reference"] * 4]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("the peace-", "keeping force", "the peacekeeping force"),
        ("a donor-", "funded school", "a donor-funded school"),
        ("the self-", "determination of peoples", "the self-determination of peoples"),
        ("Schutz-", "und Ordnungsfunktion", "Schutz- und Ordnungsfunktion"),
        ("the Franco-", "Prussian war", "the Franco-Prussian war"),
        ("the ma\u00ad", "jority", "the majority"),
        ("from 1992–", "1995", "from 1992–1995"),
        ("see A/CN.4/637/", "Add.1", "see A/CN.4/637/Add.1"),
        ("https://www.un.org/en/ga/search/", "view_doc.asp", "https://www.un.org/en/ga/search/view_doc.asp"),
        ("https://survstat.rki.de/", "maintained by the", "https://survstat.rki.de/ maintained by the"),
        (
            "https://www.bmjv.de/Dokumente/Disk",
            "E_Anpassung%20Recht.html",
            "https://www.bmjv.de/Dokumente/DiskE_Anpassung%20Recht.html",
        ),
        ("the mandate", "expired", "the mandate expired"),
    ],
)
def test_line_ends(first, second, whole):
    known = Words.of([line("peacekeeping donor-funded determination is peacekeeping")])
    assert join([Piece(line(first)), Piece(line(second))], known).text == whole


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("of peace-", "enforcement", "of peace-enforcement"),
        ("it was under-", "taken", "it was undertaken"),
        ("a success-", "fully ended", "a successfully ended"),
        ("it is post-", "poned", "it is postponed"),
        ("a post-", "traumatic", "a post-traumatic"),
        ("of global-", "ization", "of globalization"),
    ],
)
def test_two_english_words_of_the_document_keep_their_hyphen_and_no_others(first, second, whole):
    texts = (
        "the peace of the city, the enforcement of the law, under the roof, taken by success",
        "global-",
        "ization",
    )
    assert join([Piece(line(first)), Piece(line(second))], Words.of(map(line, texts))).text == whole


def test_german_makes_one_word_of_two():
    known = Words.of([line("die Rechts der Grundlage und der Rechts die grundlage der Rechts")])
    assert join([Piece(line("die Rechts-")), Piece(line("grundlage"))], known).text == "die Rechtsgrundlage"


@pytest.mark.parametrize(
    ("printed", "text", "before"),
    [
        ("the agenda.”12 The council", "the agenda.” The council", "the agenda.”"),
        ("and Wyoming12permit it", "and Wyoming permit it", "and Wyoming"),
        ("(Wyoming12) permits", "(Wyoming) permits", "(Wyoming"),
    ],
)
def test_a_marker_leaves_the_text_and_keeps_its_place(printed, text, before):
    start = printed.index("12")
    piece = Piece(line(printed), 0, (Cut(start, start + 2, (Marker(0, "12", "n12"),)),))
    joined = join([piece], Words())
    assert joined.text == text
    assert [(joined.text[: marker.offset], marker.label) for marker in joined.markers] == [(before, "12")]


@pytest.mark.parametrize(
    ("second", "glue"),
    [
        ("(accessed 3 May 2019).", " "),
        ("[3 May 2019].", " "),
        ("Accessed: May 3, 2019.", " "),
        ("12 May 2019.", " "),
        ("— a remark.", " "),
        ("/v2 (accessed 3 May 2019).", ""),
        ("?id=33.", ""),
        ("en/mandate.html.", ""),
    ],
)
def test_an_address_that_fills_its_line_goes_on_only_with_what_addresses_have(second: str, glue: str) -> None:
    first = "MONUSCO, “Mandate”, at https://monusco.unmissions.org/en/mandate"
    assert join([Piece(line(first)), Piece(line(second))], Words()).text == f"{first}{glue}{second}"


LINES = st.lists(
    st.text(alphabet="abc XYZ-\u00ad–.,/12ﬁé", min_size=1, max_size=25).filter(lambda text: text.strip(" \u00ad")),
    min_size=1,
    max_size=8,
)


@given(LINES)
def test_spans_cover_a_text_but_for_the_joining_spaces(drawn):
    joined = join([Piece(line(text)) for text in drawn], Words())
    position = 0
    for span in joined.spans:
        assert joined.text[position : span.start] in ("", " ")
        assert span.start <= span.end <= len(joined.text)
        position = span.end
    assert position == len(joined.text)
    assert not set("\n\t\u00ad") & set(joined.text)


def test_a_caption_keeps_the_title_on_the_line_below_its_number(pen):
    sheet = pen.sheet()
    sheet.paragraph([FULL, FULL, "the council agreed."])
    sheet.y += 10
    sheet.write("Figure II")
    sheet.write("Attacks observed from October to February", font="tibo")
    sheet.y += 10
    sheet.paragraph([FULL, FULL, "the council agreed."])
    captions = [block.text for block in read_pdf(pen.save(), language="en").blocks if block.kind == "caption"]
    assert captions == ["Figure II Attacks observed from October to February"]


def test_a_heading_set_in_two_weights_ranks_with_the_others(pen):
    sheet = pen.sheet()
    for title, rest in (("1. THE MISSION", ""), ("2. THE", " MANDATE")):
        y = sheet.y
        sheet.at(60, y, title, 12, "tibo")
        if rest:
            sheet.at(112, y, rest.strip(), 12)
        sheet.y = y + 24
        sheet.paragraph([FULL, FULL, "the council agreed."])
        sheet.y += 10
    headings = [block for block in read_pdf(pen.save(), language="en").blocks if block.kind == "heading"]
    assert [(block.text, block.section) for block in headings] == [("1. THE MISSION", ()), ("2. THE MANDATE", ())]


def test_a_few_notes_in_the_margin_stand_where_more_do_on_other_pages(pen):
    for number in (6, 6, 1):
        sheet = pen.sheet()
        for at in range(30):
            sheet.at(60, 100 + 13 * at, f"T{at} {NARROW} of violence in the east")
        for at in range(number):
            sheet.at(400, 100 + 13 * at, f"M{at} as the file of the registry has it", 8)
    lines = [page.lines for page in pages.read(pen.save()).pages]
    read = [
        [row.line.text.split()[0] for row in rows(*each)] for each in zip(lines, ((),) * 3, margins(lines), strict=True)
    ]
    assert read[2] == [*(f"T{at}" for at in range(30)), "M0"]


def test_paragraph_numbers_may_begin_again_with_each_part(pen):
    sheet = pen.sheet()
    for part in ("1", "2"):
        sheet.write(f"{part}. Of the road", size=14, font="tibo")
        sheet.y += 10
        for number in (1, 2, 3):
            for at, words in enumerate((f"{part}.{number}  {FULL}", FULL, "and the council had agreed.")):
                sheet.write(words, 60 if at == 0 else 84)
            sheet.y += 8
    found = [block.paragraph for block in read_pdf(pen.save(), language="en").blocks if block.kind == "paragraph"]
    assert found == ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3"]
