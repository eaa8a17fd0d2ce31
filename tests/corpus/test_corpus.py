"""The reader agrees with the true answers of the sample corpus, which were made without it."""

import subprocess
import sys
from collections import Counter

import bibtexparser
import pymupdf
import pytest
from rapidfuzz import fuzz
from samples import (
    CORPUS,
    SAMPLES,
    SCANS,
    astray,
    bare,
    before,
    body_pairs,
    find_block,
    fold,
    invented,
    missed,
    note_pairs,
    reading,
    say,
    squeeze,
    truth,
    twins,
)

RECALL = 0.95
"""Share of the citations whose work must be found; of those found, none may be wrong."""

each_sample = pytest.mark.parametrize("name", SAMPLES)
each_typeset = pytest.mark.parametrize("name", [name for name in SAMPLES if name not in SCANS])


def test_answers_and_library_agree_with_the_sources():
    run = subprocess.run(
        [sys.executable, str(CORPUS / "src" / "build.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_corpus_is_as_large_as_promised():
    assert len(SAMPLES) >= 12
    assert sum(len(truth(name)["pages"]) for name in SAMPLES) >= 80
    kinds = {truth(name)["note_style"] for name in SAMPLES}
    assert {"footnotes", "endnotes", "none"} <= kinds
    assert kinds & {"author-date", "mixed"}
    assert {truth(name)["language"] for name in SAMPLES} == {"en", "fr"}


def test_the_samples_have_several_producers():
    def producer(name):
        with pymupdf.open(CORPUS / f"{name}.pdf") as pdf:
            return (pdf.metadata["producer"] or pdf.metadata["creator"] or "").split(" ")[0].split("-")[0]

    assert len({producer(name) for name in SAMPLES} - {""}) >= 3


@each_typeset
def test_the_file_has_the_pages_of_its_answers_and_says_that_it_is_a_sample(name):
    with pymupdf.open(CORPUS / f"{name}.pdf") as pdf:
        assert pdf.page_count == len(truth(name)["pages"])
        first = " ".join(pdf[0].get_text().split()).lower()
        assert "sample" in first or "exemple" in first


@pytest.mark.parametrize("name", sorted(SCANS & set(SAMPLES)))
def test_a_scan_has_no_text_layer(name):
    with pymupdf.open(CORPUS / f"{name}.pdf") as pdf:
        assert pdf.page_count == len(truth(name)["pages"])
        assert not any(page.get_text().strip() for page in pdf)


@each_sample
def test_answers_hold_together(name):
    answers = truth(name)
    for note in answers["notes"]:
        assert note["label"]
        assert note["text"]
        assert {note["page"], note["to_page"], note["marker_page"]} <= set(answers["pages"])
        for citation in note["citations"]:
            assert citation["text"] in note["text"]
    cited = [c for note in answers["notes"] for c in note["citations"]] + answers["body_citations"]
    for citation in cited:
        assert (citation["key"] is None) == bool(citation["candidates"])
        assert {citation["key"], *citation["candidates"]} - {None} <= set(answers["works"])


@each_typeset
def test_notes_and_blocks_begin_on_the_pages_that_the_answers_say(name):
    answers = truth(name)
    with pymupdf.open(CORPUS / f"{name}.pdf") as pdf:
        words = {label: bare(page.get_text()) for label, page in zip(answers["pages"], pdf, strict=True)}
    for item in [*answers["notes"], *answers["blocks"]]:
        assert bare(item["text"])[:12] in words[item["page"]]
    for note in answers["notes"]:
        assert bare(note["text"])[-8:] in words[note["to_page"]]


def test_the_library_describes_every_sample():
    library = bibtexparser.parse_file(str(CORPUS / "library.bib"))
    assert not library.failed_blocks
    assert sorted(entry["file"] for entry in library.entries) == [f"{name}.pdf" for name in SAMPLES]


@each_typeset
def test_printed_page_labels(name):
    assert [page.label for page in reading(name).pages] == truth(name)["pages"]


@each_sample
def test_language(name):
    assert reading(name).language == truth(name)["language"]


@each_sample
def test_title(name):
    assert squeeze(reading(name).title).casefold().startswith(squeeze(truth(name)["title"]).casefold())


@each_typeset
def test_authors_and_year(name):
    read, true = reading(name).csl, truth(name)["csl"]
    people = [author["family"] for author in true["author"] if "family" in author]
    if people:
        assert [author.get("family") for author in read.get("author", ())] == people
    year = true["issued"]["date-parts"][0][0]
    with pymupdf.open(CORPUS / f"{name}.pdf") as pdf:
        printed = any(str(year) in page.get_text() for page in pdf.pages(0, 3))
    assert read.get("issued", {"date-parts": [[None]]})["date-parts"][0][0] == (year if printed else None)


@each_typeset
def test_the_journal_where_it_is_printed(name):
    journal = truth(name)["csl"].get("container-title", "")
    with pymupdf.open(CORPUS / f"{name}.pdf") as pdf:
        printed = journal.casefold() in " ".join(page.get_text() for page in pdf.pages(0, 3)).casefold()
    read = reading(name).csl.get("container-title", "")
    assert read.casefold() == (journal.casefold() if printed else "")


@each_typeset
def test_note_style(name):
    assert reading(name).note_style == truth(name)["note_style"]


@each_typeset
def test_headings(name):
    read = [fold(block.text).casefold() for block in reading(name).blocks if block.kind == "heading"]
    for heading in truth(name)["headings"]:
        assert fold(heading["text"]).casefold() in read  # some journals print headings in capitals


@each_typeset
def test_paragraphs_come_whole_and_once(name):
    read = Counter(fold(block.text).casefold() for block in reading(name).blocks)
    true = [fold(block["text"]).casefold() for block in truth(name)["blocks"] if block["kind"] != "table"]
    off = [text[:80] for text in true if read[text] != true.count(text)]
    assert not off


@each_typeset
def test_printed_paragraph_numbers(name):
    read = {fold(block.text): block.paragraph for block in reading(name).blocks}
    for block in truth(name)["blocks"]:
        if block["kind"] == "paragraph":
            assert read.get(fold(block["text"])) == block["label"]


@each_typeset
def test_notes_have_their_labels_and_words(name):
    read = [(note.label, note.kind, fold(note.text)) for note in reading(name).notes]
    assert read == [(note["label"], note["kind"], fold(note["text"])) for note in truth(name)["notes"]]


@each_typeset
def test_notes_stand_on_their_pages(name):
    document = reading(name)
    for true, note in twins(name):
        assert note is not None, true["label"]
        first, last = document.pages[note.pages[0]].label, document.pages[note.pages[-1]].label
        assert (true["label"], first, last) == (true["label"], true["page"], true["to_page"])


@each_typeset
def test_markers_stand_in_their_places(name):
    document = reading(name)
    for true, note in twins(name):
        assert note is not None, true["label"]
        place = squeeze(before(document, note))
        assert place.endswith(squeeze(true["before"])), f"{true['label']}: {place[-40:]}, not {true['before']}"


@each_typeset
def test_notes_speak_for_their_scope(name):
    read = [(note.label, note.scope) for note in reading(name).notes]
    assert read == [(note["label"], note["scope"]) for note in truth(name)["notes"]]


@each_typeset
def test_no_citation_leads_astray(name):
    pairs = note_pairs(name) + body_pairs(name)
    assert [say(pair, pairs) for pair in astray(pairs)] == []
    assert invented(name) == []


@each_typeset
def test_citations_lead_to_their_works(name):
    pairs = note_pairs(name) + body_pairs(name)
    off = [say(pair, pairs) for pair in missed(pairs)]
    assert len(off) <= (1 - RECALL) * sum(pair.true["key"] is not None for pair in pairs), "\n".join(off)


@each_typeset
def test_what_must_stay_open_names_its_candidates(name):
    document = reading(name)
    pairs = note_pairs(name) + body_pairs(name)
    source_of = {pair.true["key"]: pair.read.source for pair in pairs if pair.true["key"] and pair.read}
    for pair in pairs:
        if pair.true["key"] is None and pair.read is not None:
            wanted = {source_of.get(key) for key in pair.true["candidates"]}
            assert wanted <= set(pair.read.candidates), f"{pair.where}: {pair.true['text']} ({document.title})"


@each_typeset
def test_locators_that_are_read_are_the_true_ones(name):
    pairs = [pair for pair in note_pairs(name) + body_pairs(name) if pair.read and pair.read.locator]
    off = []
    for pair in pairs:
        true = (pair.true["locator"] or {"value": ""})["value"]
        if squeeze(pair.read.locator.value) != squeeze(true):
            off.append(f"{pair.where}: {pair.true['text']!r}: {pair.read.locator.value}, not {true}")
    assert len(off) <= (1 - RECALL) * len(pairs), "\n".join(off)


@each_typeset
def test_reference_list(name):
    read = [fold(block.text) for block in reading(name).blocks if block.kind == "reference"]
    assert read == [fold(entry["text"]) for entry in truth(name)["references"]]


@pytest.mark.parametrize("name", sorted(SCANS & set(SAMPLES)))
def test_a_scan_is_read_by_ocr(name):
    document, answers = reading(name), truth(name)
    assert {page.text for page in document.pages} == {"ocr"}
    assert [page.label for page in document.pages] == answers["pages"]
    for block in answers["blocks"]:
        found = find_block(document.blocks, block["text"])
        near = max(fuzz.ratio(fold(block["text"]), fold(read.text)) for read in document.blocks)
        assert found is not None or near >= 90, block["text"][:80]
    for note in answers["notes"]:
        assert max(fuzz.ratio(fold(note["text"]), fold(read.text)) for read in document.notes) >= 90, note["text"]
