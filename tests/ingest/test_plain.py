import hashlib
import json
import os

import jsonschema
import pytest

from ingest import contract
from ingest.errors import NotText
from ingest.passages.cutting import passages
from ingest.plain import read_text


def one(path, content):
    path.write_text(content, encoding="utf-8")
    (document,) = read_text(path)
    return document


def pieces(document):
    return [(block.kind, block.text, block.section) for block in document.blocks]


def test_paragraphs_of_a_text(tmp_path):
    document = one(tmp_path / "a_memo.txt", "A memo on Mali\n\nThe mission\nwas asked to leave.\n\n\tIt left.\r\n")
    assert document.title == "A memo on Mali"
    assert [text for _, text, _ in pieces(document)] == [
        "A memo on Mali",
        "The mission was asked to leave.",
        "It left.",
    ]
    assert document.id == hashlib.sha256((tmp_path / "a_memo.txt").read_bytes()).hexdigest()[:16]


def test_a_text_without_a_title_is_called_by_its_name(tmp_path):
    assert one(tmp_path / "a_memo.txt", "It left. It did not come back.\n\nMore.").title == "a memo"


def test_markdown_keeps_structure_and_drops_markup(tmp_path):
    text = (
        "# Peace *in* Mali\n\nIt **was** [kept](https://un.org).\n\n## North\n\n> They\n> left.\n\n"
        "- one `item`\n- two\n\n# South\n\n|a|b|\n|-|-|\n|1|2|\n"
    )
    assert pieces(one(tmp_path / "a.md", text)) == [
        ("heading", "Peace in Mali", ()),
        ("paragraph", "It was kept.", ("Peace in Mali",)),
        ("heading", "North", ("Peace in Mali",)),
        ("quote", "They left.", ("Peace in Mali", "North")),
        ("list", "one item", ("Peace in Mali", "North")),
        ("list", "two", ("Peace in Mali", "North")),
        ("heading", "South", ()),
        *[("table", cell, ("South",)) for cell in "ab12"],
    ]


def test_json_lines_are_documents_known_by_their_id(tmp_path):
    lines = [
        {"id": "q1", "title": "On Mali", "text": "One.\n\nTwo.", "csl": {"type": "article-journal", "DOI": "10.1/x"}},
        {"id": "q2", "text": "Line\u2028separator."},
    ]
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n\n", encoding="utf-8")
    first, second = read_text(path)
    assert (first.id, second.id) == ("q1", "q2")
    assert first.csl == {"type": "article-journal", "title": "On Mali", "DOI": "10.1/x"}
    assert pieces(first) == [
        ("heading", "On Mali", ()),
        ("paragraph", "One.", ("On Mali",)),
        ("paragraph", "Two.", ("On Mali",)),
    ]
    assert (second.title, pieces(second)) == ("", [("paragraph", "Line separator.", ())])


def test_they_keep_the_contract_and_make_passages(tmp_path):
    document = one(tmp_path / "a.md", "# Mali\n\nIt was kept. It ended.")
    found = passages(document, lambda text: len(text.split()), 20)
    assert [(passage.heading, passage.text, passage.first_page) for passage in found] == [
        ("Mali", "It was kept. It ended.", "1")
    ]
    jsonschema.Draft202012Validator(contract.schema()).validate(contract.to_json(document, found))


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", "Côte".encode("latin-1"), "not a text in UTF-8"),
        ("a.jsonl", b'{"id": "a", "text": "b"}\n{"id": 5, "text": "c"}', "line 2 is not"),
        ("a.jsonl", b'{"id": "a"}', "line 1 is not"),
        ("a.jsonl", b"[1]", "line 1 is not"),
        ("a.jsonl", b"{", "line 1 is not"),
        ("a.jsonl", b'{"id": "a", "title": 5, "text": "b"}', "line 1 is not"),
        ("a.jsonl", b"{\n" * 7, "lines 1, 2, 3, 4, 5 and 2 more are not"),
    ],
)
def test_refused(tmp_path, name, content, why):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(NotText, match=why) as refused:
        list(read_text(tmp_path / name))
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(NotText, match="cannot be opened: No such file"):
        list(read_text(tmp_path / "none.txt"))


def test_a_pipe_is_not_waited_on(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(NotText, match="not a regular file"):
        list(read_text(tmp_path / "pipe.txt"))
