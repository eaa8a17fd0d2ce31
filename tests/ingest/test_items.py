"""Where a row opens an item of a list, and where its label or figure belongs to the sentence above it."""

import pytest

from ingest import read_pdf

FULL = "The mission had been asked to protect civilians under imminent threat of violence in the east,"
OPEN = "the mission had been asked to protect civilians under imminent threat of violence then"


def texts(path):
    return [block.text for block in read_pdf(path, language="en").blocks]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            "as it had been asked before to protect civilians under imminent threat of violence (Fortna, 2008,",
            "p. 77).",
        ),
        (
            "as it had been asked before to protect civilians under imminent threat of violence. Paris (2018:",
            "43) finds",
        ),
        ("as it had been asked before to protect civilians under imminent threat of. Karlsrud (2015, p.", "90) shows"),
        ("as it had been asked before to protect civilians under imminent threat. Journal of Strife, n. 3,", "v. 115"),
    ],
)
def test_a_page_of_the_sentence_opens_no_item(pen, above, below):
    sheet = pen.sheet()
    sheet.paragraph([FULL, FULL, above], indent=0)
    sheet.paragraph([f"{below} Soldiers were few.", FULL, "then."], indent=0)
    assert any(f"{above} {below}" in text for text in texts(pen.save()))


def test_a_place_in_an_archive_opens_no_item_behind_a_short_row(pen):
    sheet = pen.sheet()
    sheet.paragraph([FULL, "it lies in the Archive of Venice, Procuratori di San Marco,", "b. 1, c. 7."], indent=0)
    assert texts(pen.save())[0].endswith("San Marco, b. 1, c. 7.")


def test_items_of_a_sentence_open_each_their_own(pen):
    sheet = pen.sheet()
    for label in ("(a)", "(b)", "(c)"):
        sheet.write(
            f"{label} To keep on asking that civilians be protected against threats of violence in the east, and"
        )
    assert [text[:3] for text in texts(pen.save())] == ["(a)", "(b)", "(c)"]


@pytest.mark.parametrize("opening", ["31 March", "91 devices"])
def test_a_sentence_goes_on_over_the_page_with_a_figure(pen, opening):
    first, second = pen.sheet(), pen.sheet()
    first.paragraph([f"6. {FULL}", FULL, f"but as {OPEN}"], indent=0)
    second.paragraph([f"{opening}. At least 407 workers have been killed.", FULL, "then."], indent=0)
    assert any(f"then {opening}." in text for text in texts(pen.save()))


def test_the_next_number_opens_a_paragraph_on_the_next_page(pen):
    first, second = pen.sheet(), pen.sheet()
    first.paragraph([f"6. {FULL}", FULL, f"but as {OPEN}"], indent=0)
    second.paragraph([f"7. {FULL}", FULL, "then."], indent=0)
    assert len(texts(pen.save())) == 2


def test_a_bold_paragraph_behind_its_plain_number_is_one(pen):
    sheet = pen.sheet()
    sheet.paragraph([FULL, FULL, "it was said."], indent=0)
    sheet.y += 10
    sheet.write("99. ")
    sheet.y -= 12
    sheet.write(
        "I once again condemn the attacks by all groups that were asked to protect civilians and", 80, font="tibo"
    )
    sheet.write("Palestinian groups on that day, and I call upon all parties to protect civilians now and", font="tibo")
    sheet.write("Golan civilians as well.", font="tibo")
    assert [text[:3] for text in texts(pen.save())] == ["The", "99."]


def test_a_numbered_paragraph_goes_on_over_the_page_where_a_sentence_ends_its_full_last_row(pen):
    first, second = pen.sheet(), pen.sheet()
    first.paragraph([f"12. {OPEN}", FULL, f"{FULL[:-1]}."], indent=0)
    second.paragraph(["Orders have since forced many to leave.", FULL, "then."], indent=0)
    assert any("in the east. Orders have" in text for text in texts(pen.save()))
