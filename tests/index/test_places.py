from dataclasses import replace

import pytest
from factories import block, document, heading, note, paragraph

from index.places import cite, places, sentences
from ingest.model import Locator, Page, Slice
from ingest.passages.cutting import passages
from ingest.plain import read_text

LONG = "The mission had few helicopters and its bases lay far apart. "


def cut(read, window=254):
    return passages(read, lambda text: len(text.split()), window)


def pandocs(passage, read):
    return [(passage.text[one.start : one.end], one.cite.pandoc) for one in sentences(passage, read, "key")]


def labelled(*pages):
    return tuple(Page(index, label, source, "layer", 595.0, 842.0) for index, (label, source) in enumerate(pages))


def test_each_sentence_has_the_page_of_its_own_lines():
    text = LONG.strip() + " It left in 2017, and what followed was written down by others. It was over."
    read = document([paragraph(text, ["One"], pages=(0, 1))], pages=2, first=127)
    (passage,) = cut(read)
    assert pandocs(passage, read) == [
        ("The mission had few helicopters and its bases lay far apart.", "[@key, p. 127]"),
        ("It left in 2017, and what followed was written down by others.", "[@key, pp. 127–128]"),
        ("It was over.", "[@key, p. 128]"),
    ]
    assert cite(passage, read, "key").locator == Locator("page", "127–128")


def test_boxes_are_those_of_the_lines_page_by_page():
    read = document([paragraph(LONG * 4, ["One"], pages=(0, 1))], pages=2, first=65)
    (passage,) = cut(read)
    first, second = places(passage, read)
    assert (first.index, first.label, second.index, second.label) == (0, "65", 1, "66")
    lines = read.blocks[0].spans
    assert first.boxes == tuple(line.bbox for line in lines if line.page == 0)
    assert len(first.boxes) + len(second.boxes) == len(lines)


def test_numbered_paragraphs_are_cited_by_their_number():
    read = document(
        [
            heading("Findings", id="h"),
            paragraph("The Council met. It was told.", ["Findings"], paragraph="35"),
            block("(a) Of the losses.", "list", section=["Findings"]),
            paragraph("It decided.", ["Findings"], paragraph="36"),
        ]
    )
    (passage,) = cut(read)
    assert pandocs(passage, read) == [
        ("The Council met.", "[@key, para. 35]"),
        ("It was told.", "[@key, para. 35]"),
        ("(a) Of the losses.", "[@key, para. 35]"),
        ("It decided.", "[@key, para. 36]"),
    ]
    assert cite(passage, read, "key").pandoc == "[@key, paras. 35–36]"


def test_a_number_that_an_annex_repeats_is_cited_by_page():
    read = document([paragraph("It met.", paragraph="1"), paragraph("It annexed.", paragraph="1")], first=9)
    (passage,) = cut(read)
    assert [one for _, one in pandocs(passage, read)] == ["[@key, para. 1]", "[@key, p. 9]"]


def test_a_paragraph_without_a_number_among_numbered_ones_is_cited_by_page():
    read = document([paragraph("The Council met.", paragraph="35"), paragraph("Chapter two begins.")], first=9)
    (passage,) = cut(read)
    assert [one for _, one in pandocs(passage, read)] == ["[@key, para. 35]", "[@key, p. 9]"]
    assert cite(passage, read, "key").pandoc == "[@key, p. 9]"


COMMENT = "The author thanks nobody here but says at some length that the mandate had been read too widely by many."


def test_a_note_is_cited_by_page_and_note():
    read = document([paragraph("Body text.^12")], [note(COMMENT, "12")], first=67)
    passage = next(one for one in cut(read) if one.kind == "note")
    assert cite(passage, read, "key") == replace(cite(passage, read, "key"), locator=Locator("page", "67n12"))
    assert cite(passage, read, "key").pandoc == "[@key, p. 67n12]"


def test_a_note_without_a_number_is_cited_by_its_page():
    read = document([paragraph("Body text.^*")], [note(COMMENT, "*")], first=67)
    passage = next(one for one in cut(read) if one.kind == "note")
    assert cite(passage, read, "key").pandoc == "[@key, p. 67]"


@pytest.mark.parametrize(
    ("pages", "on", "pandoc"),
    [
        ([("xii", "printed")], (0,), "[@key, p. xii]"),
        ([("S-12", "pdf")], (0,), "[@key, p. S-12]"),
        ([("Cover", "pdf")], (0,), "[@key, {p. Cover}]"),
        ([("xii", "printed"), ("1", "sequence")], (0, 1), "[@key, pp. xii–1]"),
        ([("1", "index")], (0,), "[@key, PDF p. 1]"),
        ([("1", "index"), ("2", "index")], (0, 1), "[@key, PDF pp. 1–2]"),
        ([("1", "index"), ("1", "printed")], (0, 1), "[@key, PDF pp. 1–2]"),
    ],
)
def test_labels_as_printed(pages, on, pandoc):
    read = document([paragraph(LONG * 2, pages=on)])
    read = replace(read, pages=labelled(*pages))
    (passage,) = cut(read)
    assert cite(passage, read, "key").pandoc == pandoc


@pytest.mark.parametrize(("heading", "expected"), [("## Findings", "Findings"), ("", "")])
def test_a_plain_text_has_no_pages_to_cite(tmp_path, heading, expected):
    path = tmp_path / "text.md"
    path.write_text(f"# Field notes\n\n{heading}\n\nThe convoy never left the airport.\n", encoding="utf-8")
    [text] = read_text(path)
    [passage] = passages(text, lambda words: len(words.split()), 100)
    found = cite(passage, text, "notes2020")
    assert found.locator == Locator("section", expected)
    assert found.pandoc == ("[@notes2020, under “Findings”]" if expected else "[@notes2020]")


def test_a_passage_is_marked_from_its_own_words_on():
    text = "It went well. " + LONG.strip()
    read = document([paragraph(text, ["One"])])
    (whole,) = cut(read)
    passage = replace(whole, spans=(Slice(read.blocks[0].id, None, 14, len(text)),), text=text[14:])
    ((first, *_),) = [place.boxes for place in places(passage, read)]
    x0, _, x1, _ = read.blocks[0].spans[0].bbox
    # The factory sets all letters 5 points wide; the widths of letters tell the place of the fourteenth to about one.
    assert first[0] == pytest.approx(x0 + 14 * 5, abs=6)
    assert first[2] == pytest.approx(x1)
