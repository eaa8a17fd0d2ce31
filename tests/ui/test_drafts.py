"""The quotations of drafts in three formats."""

from dataclasses import replace
from pathlib import Path

import docx
import pypandoc
import pytest
from docx.enum.style import WD_STYLE_TYPE

from ui.drafts.draft import DraftUnreadable, Quotation, quotations

DRAFT = """# On “force without consent” again

The Council “knew this when it sent troops”.[^1] It wrote *a “strong mandate” all the same* [@x, p. 3].

> Nobody asked the population,
> and nobody would have known whom to ask.

- In a list: ‘it inherits the enemies of its hosts’.

| | |
|---|---|
| “in a table it stands” | |

[^1]: John Karlsrud, “The UN at War,” *TWQ* 36 (2015); also ‘The UN at war: a view’ (2015) 36 TWQ 40. He adds that
    “a mission inherits the enemies”.

`code “that is none”`
"""
EXPECTED = [
    ("force without consent", "paragraph 1", False, False),
    ("knew this when it sent troops", "paragraph 2", False, False),
    ("strong mandate", "paragraph 2", False, False),
    ("Nobody asked the population, and nobody would have known whom to ask.", "paragraph 3", True, False),
    ("it inherits the enemies of its hosts", "paragraph 4", False, False),
    ("in a table it stands", "paragraph 5", False, False),
    ("The UN at War,", "note 1", False, True),
    ("The UN at war: a view", "note 1", False, True),
    ("a mission inherits the enemies", "note 1", False, False),
]


@pytest.mark.parametrize("ending", ["md", "docx", "odt"])
def test_every_quotation_with_its_place(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"draft.{ending}"
    text = DRAFT.replace(" [@x, p. 3]", "").replace("`code “that is none”`", "")
    if ending == "md":
        path.write_text(text, encoding="utf-8")
    else:
        pypandoc.convert_text(text, ending, format="markdown-smart", outputfile=path)
    found = quotations(path)
    assert [replace(one, cited=()) for one in found] == [Quotation(*one) for one in EXPECTED]


@pytest.mark.parametrize("ending", ["md", "docx"])
def test_a_name_beyond_ascii_is_read_without_a_locale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    path = tmp_path / f"mémoire.{ending}"
    pypandoc.convert_text("It said “knew this when it sent troops”.", ending, format="markdown", outputfile=path)
    monkeypatch.setenv("LC_ALL", "C")
    assert [one.text for one in quotations(path)] == ["knew this when it sent troops"]


def test_cites_and_raw_words_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text("“One two [@x, p. “3”] three” and `<!-- “none of it” -->`{=html}.", encoding="utf-8")
    assert [one.text for one in quotations(path)] == ["One two  three"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("“The UN at War”", True),
        ("“Between Self-Interest and Solidarity: Norwegian UN Peacekeeping”", True),
        ("“The mission had few helicopters”", False),
        ("“Robust”", False),
        ("‘The UN at war’, in *A Book*", True),
        ("‘The UN at war’, *A Journal*", True),
        ("“they *must* act” *now*", False),  # italics are emphasis too
    ],
)
def test_titles(tmp_path: Path, title: str, expected: bool) -> None:
    path = tmp_path / "draft.md"
    path.write_text(f"See {title}.", encoding="utf-8")
    assert [one.title for one in quotations(path)] == [expected]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("none.docx", None),
        ("draft.pdf", b"%PDF"),
        ("draft.docx", b"no zip"),
        ("draft.odt", b""),
        ("a.md", b"\xff\xfe\x00"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(DraftUnreadable, match=name) as refused:
        quotations(tmp_path / name)
    assert "\n" not in str(refused.value)
    assert ("no such file" in str(refused.value)) == (content is None)


@pytest.mark.parametrize("ending", ["md", "docx"])
def test_a_quotation_of_several_paragraphs_and_a_hyphen_that_is_not_seen(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"draft.{ending}"
    text = "It says: “The mission left in spring.\n\n“Nobody asked the popu\u00adlation.” And so on."
    if ending == "md":
        path.write_text(text, encoding="utf-8")
    else:
        pypandoc.convert_text(text, ending, format="markdown-smart", outputfile=path)
    assert [(one.text, one.place) for one in quotations(path)] == [
        ("The mission left in spring.", "paragraph 1"),
        ("Nobody asked the population.", "paragraph 2"),
    ]


def test_a_block_in_a_style_of_the_writers_own_and_marks_from_a_typewriter(tmp_path: Path) -> None:
    draft = docx.Document()
    draft.styles.add_style("Zitat lang", WD_STYLE_TYPE.PARAGRAPH)
    draft.styles.add_style("Fließtext", WD_STYLE_TYPE.PARAGRAPH)
    draft.add_paragraph("The mission left in spring.", style="Zitat lang")
    draft.add_paragraph("Here they say ``nobody asked the population'' and ,,nobody knew whom``.", style="Fließtext")
    draft.save(str(tmp_path / "draft.docx"))
    assert [(one.text, one.block) for one in quotations(tmp_path / "draft.docx")] == [
        ("The mission left in spring.", True),
        ("nobody asked the population", False),
        ("nobody knew whom", False),
    ]
