"""Questions in, a TREC run out."""

from pathlib import Path

import pytest

from ui.batch import BatchError, read_questions, write_run


def test_questions(tmp_path: Path) -> None:
    file = tmp_path / "q.tsv"
    file.write_text("\ufeffq1\tWho consents?\r\n\nq2\tWhat\tis robust?\n", encoding="utf-8")
    assert read_questions(file) == [("q1", "Who consents?"), ("q2", "What\tis robust?")]


@pytest.mark.parametrize("line", ["no tab here", "\tno id", "q1\t", "two words\tWho?"])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "q.tsv"
    file.write_text(f"q0\tWho?\n{line}\n", encoding="utf-8")
    with pytest.raises(BatchError, match=r"line 2 of .*q\.tsv"):
        read_questions(file)


@pytest.mark.parametrize("content", [None, b"q1\t\xff\xfe"])
def test_a_file_that_is_no_text(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "q.tsv"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(BatchError, match="cannot be read"):
        read_questions(file)


def test_run(tmp_path: Path) -> None:
    run = tmp_path / "run.txt"
    assert write_run([("q1", "aa", 0.9), ("q1", "bb", 0.25), ("q2", "aa", 1.0)], run) == 3
    assert run.read_text(encoding="utf-8") == (
        "q1 Q0 aa 1 0.900000 bluenote\nq1 Q0 bb 2 0.250000 bluenote\nq2 Q0 aa 1 1.000000 bluenote\n"
    )


def test_a_run_that_found_nothing_is_empty(tmp_path: Path) -> None:
    assert write_run([], tmp_path / "run.txt") == 0
    assert (tmp_path / "run.txt").read_text(encoding="utf-8") == ""


def test_a_run_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="cannot be written"):
        write_run([], tmp_path / "missing" / "run.txt")
