"""The sources of the samples say what their format promises, so that the true answers are true."""

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
from samples import CORPUS

HEAD = "---\nid: toy\ntitle: Toy\nlayout: {layout}\nlanguage: en\ncsl: {{type: report, issued: 2020}}\n---\n"


@pytest.fixture
def parse(monkeypatch) -> Iterator[ModuleType]:
    """The module that reads sources; it stands outside the packages, beside what it reads."""
    monkeypatch.syspath_prepend(str(CORPUS / "src"))
    import parse

    yield parse
    for name in ("parse", "running", "works"):
        sys.modules.pop(name, None)


@pytest.fixture
def read(parse, tmp_path):
    def read(body: str, layout: str = "article"):
        path = tmp_path / "toy.md"
        path.write_text(HEAD.format(layout=layout) + body, encoding="utf-8")
        return parse.parse(path)

    return read


def test_a_note_is_out_of_the_text_and_keeps_its_place(read):
    sample = read("One.^[A note [sic] here.] Two.^[Another.]")
    (block,) = sample.blocks
    assert block.text.plain == "One. Two."
    assert list(block.text.marks()) == [(4, 0), (9, 1)]
    assert [(note.label, note.text.plain) for note in sample.notes] == [("1", "A note [sic] here."), ("2", "Another.")]


def test_symbols_do_not_count_and_headings_make_sections(read):
    sample = read("# Head^*[All of it.]\n\nText.^[Numbered.]")
    assert [(note.label, note.scope) for note in sample.notes] == [("*", "section"), ("1", "passage")]


@pytest.mark.parametrize(("layout", "labels"), [("article", ["1", "2"]), ("report-chapter-endnotes", ["1", "1"])])
def test_numbers_begin_again_by_chapter_only_where_the_layout_says_so(read, layout, labels):
    sample = read("# One\nText.^[a]\n\n# Two\nText.^[b]", layout)
    assert [note.label for note in sample.notes] == labels


def test_a_citation_knows_its_words_its_work_and_its_locator(read):
    sample = read(
        'It did.^[See {{smith2010 full p=4–5 signal="see": A. Smith, *A Book: Its Title* (2010), 4–5}}, twice.]'
    )
    text = sample.notes[0].text
    (cited,) = text.citations
    assert text.plain[cited.start : cited.end] == "A. Smith, A Book: Its Title (2010), 4–5"
    assert (cited.key, cited.form, cited.locator, cited.signal) == ("smith2010", "full", ("page", "4–5"), "see")


def test_keys_may_hold_colons_and_open_citations_their_candidates(read):
    sample = read("So.^[{{? ibid among=interview:bamako-1,S/RES/2100: Ibid.}}]")
    (cited,) = sample.notes[0].text.citations
    assert cited.key is None
    assert cited.candidates == ("interview:bamako-1", "S/RES/2100")


def test_blocks_of_each_kind(read):
    table = "!caption: Table 1. X\n| A | B |\n|---|---|\n| 1 | 2 |"
    body = f"=7= Numbered.\n\n> Quoted.\n\n- one\n- two\n\n(a) lettered;\n\n{table}"
    kinds = [(block.kind, block.label) for block in read(body).blocks]
    assert kinds == [
        ("paragraph", "7"),
        ("quote", None),
        ("list", "-"),
        ("list", "-"),
        ("list", "(a)"),
        ("caption", None),
        ("table", None),
    ]


def test_entries_under_a_bibliography_are_references(read):
    sample = read("Text.\n\n# References\n\n{{smith2010 full: Smith, A. 2010.}}\n\n# After\n\nText.")
    assert [block.kind for block in sample.blocks] == ["paragraph", "heading", "reference", "heading", "paragraph"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Open.^[No end", "closes"),
        ("{{smith2010 fully: x}}", "not a citation"),
        ("{{a full p=1 ch=2: x}}", "one locator"),
    ],
)
def test_a_broken_source_is_refused_with_its_words(parse, read, body, words):
    with pytest.raises(parse.SourceError, match=words):
        read(body)


def test_a_key_that_nothing_describes_is_refused(parse):
    import works

    with pytest.raises(KeyError):
        works.describe("nobody2000", {})
    assert works.kind("interview:x", {}) == "interview"
    assert works.kind("S/RES/2100", {}) == "un-document"
